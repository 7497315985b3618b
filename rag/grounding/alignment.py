"""Find the cited words that a statement's words stand for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from rag.grounding.synonyms import alike
from rag.grounding.text import Text, Token

# More sentences than these are never needed for one statement.
MOST_SENTENCES = 4
# A word that is cited more often than this tells nothing by its place.
MOST_LINKS = 50
# A sentence more must bring at least so many words that the others lack.
BRINGS = 1.0
LIGHT_WEIGHT = 0.25
# What a word counts for in the context of another: in its clause, and in the clauses beside it.
NEAR, BESIDE = 1.0, 0.35


@dataclass(frozen=True, slots=True)
class Alignment:
    """A statement, the cited text, and which words of the one stand for which of the other."""

    claim: Text
    cited: Text
    links: Mapping[int, Sequence[Token]]
    """The cited words by the index of the statement's word."""
    sentences: frozenset[int]
    """The cited sentences that the statement rests on."""
    context: str = ""
    """What goes with the cited text: meeting, date, heading."""

    @property
    def evidence(self) -> list[Token]:
        """The words of the cited sentences that the statement rests on."""
        return [token for token in self.cited.tokens if token.sentence in self.sentences]

    def linked(self, token: Token) -> list[Token]:
        """Return the words that *token* stands for in the sentences that count."""
        return [
            other for other in self.links.get(token.place, ()) if other.sentence in self.sentences
        ]

    def claimed(self, cited: Token) -> list[Token]:
        """Return the statement's words that stand for *cited*."""
        return [token for token in self.claim.tokens if cited in self.links.get(token.place, ())]

    def fits(self, claimed: Token, cited: Token) -> float:
        """Tell how well what stands round *claimed* goes with what stands round *cited*."""
        score = 0.0
        for token in self.claim.tokens:
            weight = _nearness(claimed, token)
            if weight and token.place != claimed.place and token.content:
                ways = (
                    _nearness(cited, other)
                    for other in self.links.get(token.place, ())
                    if other.place != cited.place
                )
                score += weight * max(ways, default=0.0) * (LIGHT_WEIGHT if token.light else 1.0)
        return score


def _nearness(one: Token, other: Token) -> float:
    if one.sentence != other.sentence:
        return 0.0
    distance = abs(one.clause - other.clause)
    return NEAR if distance == 0 else BESIDE if distance == 1 else 0.0


def align(claim: Text, cited: Text, *, context: str = "") -> Alignment:
    """Link the words of *claim* with those of *cited*, and choose the sentences it rests on."""
    by_stem: dict[str, list[Token]] = {}
    for token in cited.tokens:
        by_stem.setdefault(token.stem, []).append(token)
    links = {token.place: _links(token, by_stem) for token in claim.tokens if token.content}
    links = {index: found for index, found in links.items() if found}
    return Alignment(claim, cited, links, _resting_on(claim, links), context)


def _links(token: Token, by_stem: Mapping[str, list[Token]]) -> list[Token]:
    if exact := by_stem.get(token.stem):
        return exact[:MOST_LINKS]
    found = (
        other
        for stem, others in by_stem.items()
        if alike(token.stem, stem)
        for other in others
        if other.content
    )
    return list(islice(found, MOST_LINKS))


def _resting_on(claim: Text, links: Mapping[int, Collection[Token]]) -> frozenset[int]:
    """Choose sentences, the one that covers most first, as long as another brings more words."""
    covers: dict[int, dict[int, float]] = {}
    for token in claim.tokens:
        for other in links.get(token.place, ()):
            weight = LIGHT_WEIGHT if token.light else 1.0
            covers.setdefault(other.sentence, {})[token.place] = weight
    chosen: set[int] = set()
    missing = set(links)
    while covers and len(chosen) < MOST_SENTENCES:
        best = max(covers, key=lambda n: (_weight(covers[n], missing), sum(covers[n].values()), -n))
        if chosen and _weight(covers[best], missing) < BRINGS:
            break
        chosen.add(best)
        missing -= covers.pop(best).keys()
    return frozenset(chosen)


def _weight(covered: Mapping[int, float], wanted: Iterable[int]) -> float:
    return sum(covered.get(index, 0.0) for index in wanted)
