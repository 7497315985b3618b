"""Compare how many are meant: all, most, several, one, none."""

from collections.abc import Iterator, Mapping

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.grounding.negation import DENYING
from rag.grounding.numbers import WORDS as NUMBER_WORDS
from rag.grounding.text import Text, Token
from rag.results import Support

WORDS: Mapping[str, str] = {
    "all": "alla samtliga allihop varje hela enhälligt enhällig enig eniga allt varenda",
    "most": "flesta majoriteten merparten flertalet",
    "many": "många mängd",
    "several": "flera några ett_par antal vissa somliga flertal par fler olika",
    "few": "få fåtal enstaka",
    "none": "ingen inget inga",
    "some": "någon något",
    "both": "båda bägge",
    "every other": "varannan vartannat",
    "half": "halva halv hälften",
    "parts": "delar",
}
CLASS = {word: name for name, words in WORDS.items() for word in words.split()}
# What the statement may say, and what the cited words may say for it.
LICENCE: Mapping[str, frozenset[str]] = {
    "all": frozenset({"all", "both"}),
    "most": frozenset({"most"}),
    "many": frozenset({"many", "most"}),
    "several": frozenset({"several", "many", "number", "both", "few", "some"}),
    "few": frozenset({"few", "number"}),
    "none": frozenset({"none"}),
    "some": frozenset({"some", "one", "none", "several"}),
    "both": frozenset({"both", "number"}),
    "every other": frozenset({"every other"}),
    "half": frozenset({"half", "number"}),
    "parts": frozenset({"parts"}),
    "one": frozenset({"one", "some", "number"}),
}
# What may not be left out: "flera kommuner" is not "kommunerna".
KEPT = frozenset({"several", "many", "most", "few", "one"})
# "en kommun", "en av": one of a group, where "en" elsewhere is only an article.
GROUPS = (
    "kommun medlem ledamot deltagare region förening myndighet part person elev lärare nämnd chef "
    "politiker tjänsteman handläggare av"
).split()
# Before these "få" is a verb.
BEFORE_VERB = frozenset("att ska skall skulle kan kunde kunna vill ville bör borde måste".split())
# The noun stands at most so many words after.
REACH = 3


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each word of quantity that does not agree with what is cited."""
    cited = [
        (token, name) for token in alignment.evidence if (name := _class(token, alignment.cited))
    ]
    names = {name for _, name in cited}
    if any(token.word in DENYING for token in alignment.evidence):
        names.add("none")
    for token in alignment.claim.tokens:
        name = _class(token, alignment.claim)
        if name is None or name not in LICENCE:
            continue
        head = _head(token, alignment.claim)
        own = {n for other, n in cited if head and _is_of(other, head, alignment)} or names
        if not LICENCE[name] & own:
            yield Difference(f"”{token.word}” stämmer inte med det citerade.")
    yield from _left_out(alignment, cited)


def _left_out(alignment: Alignment, cited: list[tuple[Token, str]]) -> Iterator[Difference]:
    """Yield a difference where the statement speaks of a group as a whole."""
    for token, name in cited:
        head = _head(token, alignment.cited)
        if name not in KEPT or head is None:
            continue
        claimed = alignment.claimed(head)
        if claimed and not any(
            other.word == head.word or _is_counted(other, alignment.claim) for other in claimed
        ):
            yield Difference(f"Det citerade säger ”{token.word}”; det saknas.", Support.PARTLY)


def _class(token: Token, text: Text) -> str | None:
    if token.word in {"en", "ett"}:
        after = text.tokens[token.place + 1 : token.place + 2]
        return "one" if after and after[0].word in GROUPS else None
    if token.word in NUMBER_WORDS or token.word.isdigit():
        return "number"
    if token.word == "få" and text.tokens[token.place - 1].word in BEFORE_VERB:
        return None
    return CLASS.get(token.word)


def _head(token: Token, text: Text) -> Token | None:
    """Return the noun that *token* counts, as far as can be seen without a parse."""
    after = text.tokens[token.place + 1 : token.place + 1 + REACH]
    return next(
        (
            other
            for other in after
            if other.content and other.sentence == token.sentence and other.word not in CLASS
        ),
        None,
    )


def _is_of(token: Token, head: Token, alignment: Alignment) -> bool:
    noun = _head(token, alignment.cited)
    return noun is not None and noun in alignment.linked(head)


def _is_counted(token: Token, text: Text) -> bool:
    """Tell whether a word of quantity stands before *token*, or it is indefinite singular."""
    before = text.tokens[max(0, token.place - REACH) : token.place]
    return any(_class(other, text) or other.word in {"en", "ett"} for other in before)
