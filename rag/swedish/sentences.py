"""Split text into sentences and list entries, with their exact places."""

import re

from rag.span import Span

# A full stop after these does not end a sentence.
ABBREVIATIONS = frozenset(
    """
    bl.a bla ca dnr dvs d.v.s e.d e.dyl eg e.g el enl etc ev exkl f.d fr.o.m fre inkl jfr jmf kap
    kl kr lör max m.a.o m.fl m.m min mkr mnkr mom mån nr obs o.d o.dyl o.s.v osv pga p.g.a ref resp
    s.k sid st sön tel t.ex tex t.o.m tis tkr tor t.v u.a utg vol vice v.v
    jan feb mar apr jun jul aug sep sept okt nov dec
    """.split()
)

# Of these, the ones that often end a sentence: "… för högst 14 500 kr. Mötet …".
# "… innan jul. Styrelsen …" is Christmas, not July.
MAY_END = frozenset(
    {"kr", "tkr", "mkr", "mnkr", "st", "m.m", "osv", "o.s.v", "etc", "o.d", "e.d", "jul"}
)

# A line starts a new unit when it is blank or opens with a list mark, a heading or a table row.
UNIT_START = re.compile(
    r"""\s*(?:[-*•–·▪◦‣+]\s            # bullet
    | \#{1,6}                          # Markdown heading
    | (?:\d{1,3}|[a-zåäö])[.)]\s       # 1.  2)  a)
    | §                                # § 45
    | att\s                            # att-clause of a decision
    | \|                               # table row
    )""",
    re.VERBOSE,
)
LIST_MARK = re.compile(r"\s*(?:[-*•–·▪◦‣+]\s+|#{1,6}\s*|(?:\d{1,3}|[a-zåäö])[.)]\s+)?")
# Possessive, and begun only where a run begins: a line of a million full stops is one attempt.
END = re.compile(r"""(?<![.!?…])[.!?…]++["”’')\]]*+(?=\s++(?P<next>\S))""")

# "åtgärder för ⏎ att minska underskottet" goes on; "Mötet beslutar ⏎ att köpa en cykel" does not.
BEFORE_ATT = re.compile(r"\s(?:för|genom|om|till|på|med|av|utan|än|så|efter|i)$")

# … and so does "Rådet har bedömt ⏎ att ansökan är giltig": nothing is decided or moved before it.
BEFORE_CLAUSES = re.compile(
    r"""(?:\b(?:beslu|föresl|yrka|hemställ|anhåll|förord|rekommend|uppdr)\w*[^.!?]*+
    | [.,:;]|\b(?:och|samt|dels))$""",
    re.VERBOSE | re.IGNORECASE,
)

CLAUSE = re.compile(r"\W{0,5}att\s")

# Enough to see the word before a full stop, and the sentence before an att-clause.
LONGEST_WORD = 40
LONGEST_SENTENCE = 400

# A line much shorter than its neighbours is not wrapped prose: it ends where it ends.
WRAPPED_LINE = 60


def sentences(text: str, within: Span | None = None) -> list[Span]:
    r"""Return the sentences and list entries of *text*, list marks and white space left out.

    >>> text = "Mötet öppnas kl. 9. Alla hälsas välkomna.\n- Bo fixar kaffe\n- Eva bokar"
    >>> [span.of(text) for span in sentences(text)]
    ['Mötet öppnas kl. 9.', 'Alla hälsas välkomna.', 'Bo fixar kaffe', 'Eva bokar']
    """
    area = within or Span(0, len(text))
    return [span for unit in _units(text, area) for span in _split_unit(text, unit)]


def _units(text: str, area: Span) -> list[Span]:
    """Return runs of lines that can hold a sentence across a line end."""
    units: list[Span] = []
    previous = ""
    position = area.start
    for line in text[area.start : area.end].splitlines(keepends=True):
        start, position = position, position + len(line)
        if previous and _continues(text[units[-1].start : start], previous, line):
            units[-1] = Span(units[-1].start, position)
        elif line.strip():
            units.append(Span(start, position))
        previous = line.rstrip("\r\n") if line.strip() else ""
    return units


def _continues(unit: str, previous: str, line: str) -> bool:
    """Tell whether *line* goes on with *unit*, the last of whose lines is *previous*."""
    if line.lstrip().startswith("att "):
        is_prose = len(previous) >= WRAPPED_LINE and not CLAUSE.match(unit)
        before = unit.rstrip()[-LONGEST_SENTENCE:]
        return bool(BEFORE_ATT.search(previous) or (is_prose and not BEFORE_CLAUSES.search(before)))
    if not line.strip() or UNIT_START.match(line):
        return False
    if previous.endswith("  ") or previous.lstrip().startswith("#"):
        return False  # Markdown: a hard line break, or a heading
    return len(previous) >= WRAPPED_LINE or line.lstrip()[:1].islower()


def _split_unit(text: str, unit: Span) -> list[Span]:
    mark = LIST_MARK.match(text, unit.start, unit.end)
    start = mark.end() if mark else unit.start
    spans = []
    for match in END.finditer(text, start, unit.end):
        if _ends_sentence(text[max(start, match.start() - LONGEST_WORD) : match.start()], match):
            spans.append(_trim(text, start, match.end()))
            start = match.end()
    spans.append(_trim(text, start, unit.end))
    return [span for span in spans if span.end > span.start]


def _ends_sentence(before: str, match: re.Match[str]) -> bool:
    if match.group()[0] != ".":
        return True
    following = match["next"]
    last = before.rsplit(None, 1)[-1].lstrip("(\"”'").lower() if before.strip() else ""
    if last in MAY_END and following.isupper():
        return True
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha()):
        return False
    if last.isdigit() and following.islower():
        return False  # "den 3. mars", "kl. 9. och"
    return not following.islower()


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
