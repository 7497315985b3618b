"""Part a decision told in one sentence into its `att`-clauses."""

import re

from rag.span import Span

# "att …" · "Mötet beslutar enhälligt att …"
LED = re.compile(
    r"^(?:att\b|[^.:;]{0,200}?\b(?:beslut(?:a|ar|ade|ades|as|at)|beslöt|enades|enas)\b"
    r"(?:\s++(?!att\b)[^\s,]++){0,8}\s++att\b)",
    re.IGNORECASE,
)
# What joins two clauses: "…, att pröva det", "… och att Bo köper te", "…, samt att …"
JOINT = re.compile(
    r"(?:(?P<comma>[,;])(?:\s(?:och|samt|dels))?|\s(?:och|samt|dels))$", re.IGNORECASE
)
CLAUSE = re.compile(r"\s++(?=att\s)", re.IGNORECASE)
# Enough to see ", samt" before a clause.
LONGEST_JOINT = 12


def split_clauses(text: str, span: Span) -> list[Span]:
    """Return the parts of *span*, each with one `att`-clause; all of it when it has but one.

    A clause inside another goes with it: `att ge Bo i uppdrag att söka och att handla`.

    >>> text = "Mötet beslutar att höja avgiften, att sänka hyran och att Bo köper te."
    >>> [part.of(text) for part in split_clauses(text, Span(0, len(text)))]
    ['Mötet beslutar att höja avgiften', 'att sänka hyran', 'att Bo köper te.']
    """
    words = span.of(text)
    led = LED.match(words)
    if not led:
        return [span]
    starts, ends = [0], []
    inner = False
    for gap in CLAUSE.finditer(words, led.end()):
        joint = JOINT.search(words, max(led.end(), gap.start() - LONGEST_JOINT), gap.start())
        if joint is None or (inner and not joint["comma"]):
            inner = True
            continue
        ends.append(joint.start())
        starts.append(gap.end())
        inner = False
    ends.append(len(words))
    return [
        Span(span.start + start, span.start + end) for start, end in zip(starts, ends, strict=True)
    ]
