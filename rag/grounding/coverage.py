"""Measure how much of a statement stands in the cited words."""

from collections.abc import Iterator

from rag.grounding.alignment import LIGHT_WEIGHT, Alignment
from rag.grounding.difference import Difference
from rag.grounding.measured import measured
from rag.grounding.quantifiers import CLASS
from rag.grounding.text import Token
from rag.results import Support

# Below the first share a statement is not carried, below the second only partly; tuned on half of
# the paraphrases and alterations of `eval.altered`.
CARRIED = 0.55
COVERED = 0.62
# Of a clause, the best single sentence must hold at least this share of what all hold.
TORN = 0.55


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference when too many words of the statement are not among the cited ones."""
    numbers = measured(alignment.claim)
    content = [
        token
        for token in alignment.claim.tokens
        if token.content and token.word not in CLASS and token.place not in numbers
    ]
    total = sum(_weight(token) for token in content)
    missing = [token for token in content if not alignment.linked(token)]
    if not total:
        if not numbers and not any(token.content for token in alignment.claim.tokens):
            yield Difference("Påståendet säger inget som kan prövas.")
        return
    share = 1 - sum(_weight(token) for token in missing) / total
    if share < COVERED:
        words = ", ".join(f"”{token.word}”" for token in missing if not token.light) or "orden"
        yield Difference(
            f"Det citerade säger inget om {words}.",
            Support.PARTLY if share >= CARRIED else Support.UNSUPPORTED,
        )
    elif _is_torn(alignment, content):
        yield Difference("Orden är hämtade från olika meningar.", Support.PARTLY)


def _is_torn(alignment: Alignment, content: list[Token]) -> bool:
    """Tell whether a clause is made of words that no single cited sentence holds together."""
    clauses: dict[int, list[Token]] = {}
    for token in content:
        if alignment.linked(token):
            clauses.setdefault(token.clause, []).append(token)
    return any(
        max(
            sum(_weight(t) for t in tokens if any(o.sentence == n for o in alignment.linked(t)))
            for n in alignment.sentences
        )
        < TORN * sum(map(_weight, tokens))
        for tokens in clauses.values()
    )


def _weight(token: Token) -> float:
    return LIGHT_WEIGHT if token.light else 1.0
