"""Compare what is denied."""

from collections.abc import Iterator
from itertools import pairwise

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.grounding.text import Text, Token

# Words that deny, and must be found again.
DENYING = frozenset("inte ej icke ingen inget inga aldrig varken ingenting".split())
# Words that deny too, and may stand for one of those: "saknar", "avstod", "sade nej".
IMPLYING = frozenset(
    """
    nej utan saknar saknas saknade saknat avstår avstod avstå avstått avböjer avböjde vägrar
    vägrade nekar nekade avslår avslog avslag avslås avslogs avstyrker emot knappt
    okänt okänd omöjligt omöjlig olämplig oförändrad oförändrade oförändrat slutat slutar slutade
    upphör tvivlar tvivlade osäker osäkert utgår utgå förlorade missade misslyckades uteblev uteblir
    behöll behålla behåller frånvarande förhindrad tackat undviker undvika slippa slipper osäkra
    """.split()
)
COMPARED = frozenset("mer senare fler längre högre större mindre färre tidigare".split())
REACH = 4
"""How many words on each side are denied with it."""


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for what is denied on one side only."""
    cited = [token for token in alignment.evidence if token.word in DENYING]
    implied = [token for token in alignment.evidence if token.word in IMPLYING]
    claimed = [
        token
        for token in alignment.claim.tokens
        if token.word in DENYING and not sets_limit(alignment.claim, token)
    ]
    for token in claimed:
        if not _is_denied(alignment, token, [*cited, *implied]):
            yield Difference(f"”{token.word}” står inte i det citerade om detta.")
    said = [t for t in alignment.claim.tokens if t.word in DENYING or t.word in IMPLYING]
    for token in cited:
        if not _is_kept(alignment, token, said):
            yield Difference(f"Det citerade säger ”{token.word}”; det saknas.")


def _is_denied(alignment: Alignment, token: Token, cited: list[Token]) -> bool:
    """Tell whether a cited word denies what *token* denies."""
    scope = {
        other.place for near in _scope(alignment.claim, token) for other in alignment.linked(near)
    }
    return any(
        scope & {near.place for near in _scope(alignment.cited, denial)} for denial in cited
    ) or (not scope and bool(cited))


def _is_kept(alignment: Alignment, token: Token, said: list[Token]) -> bool:
    """Tell whether the statement denies what *token* denies, or leaves it out."""
    scope = _scope(alignment.cited, token)
    taken = [near for near in scope if alignment.claimed(near)]
    if not scope or len(taken) * 2 <= len(scope):
        return True
    words = {near.place for other in taken for near in alignment.claimed(other)}
    return any(words & {n.place for n in _scope(alignment.claim, denial)} for denial in said)


def sets_limit(text: Text, token: Token) -> bool:
    """Tell whether *token* sets a limit: "inte mer än", "inte senare än"."""
    after = [other.word for other in text.tokens[token.place + 1 : token.place + 1 + REACH]]
    return any(one in COMPARED and other == "än" for one, other in pairwise(after))


def _scope(text: Text, token: Token) -> list[Token]:
    """Return the words beside *token* that tell what is denied."""
    near = [
        other
        for other in text.tokens[max(0, token.place - REACH) : token.place + REACH + 2]
        if other.content and other.clause == token.clause and other.place != token.place
    ]
    weighty = [other for other in near if not other.light]
    return weighty or near
