"""Compare who did or said what is stated."""

from collections.abc import Iterator

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference, belongs_elsewhere
from rag.grounding.names import name_keys, names_in
from rag.grounding.numbers import WORDS
from rag.grounding.quantifiers import CLASS
from rag.grounding.synonyms import GROUPS
from rag.grounding.text import Text, Token
from rag.swedish.words import fold

# What those who act are called, alone or as the end of a compound: utbildningsnämnden.
ACTING = tuple(
    """
    styrelsen styrelse nämnden nämnd utskottet utskott kommunen kommun regionen region förbundet
    nätverket fullmäktige direktionen förvaltningen förvaltning ordföranden ordförande sekreteraren
    chefen chef kassören ledamoten ledamöter ledamöterna föreningen klubben bolaget verket
    myndigheten polisen majoriteten oppositionen rektorn lärarna rådet kommittén staten regeringen
    länsstyrelsen kassan förmedlingen mötet årsmötet valberedningen revisorn revisorerna direktören
    handläggaren ledaren projektledaren arbetsgruppen gruppen medlemmarna kommunerna deltagarna
    facket domstolen förvaltningsrätten presidiet beredningen kansliet landstinget universitetet
    högskolan skolan
    """.split()
)
# Those who act without being named: "vi bjuder", "Beslut: att …", "man har tecknat".
UNNAMED = frozenset("vi oss vår vårt våra man beslut beslöts beslutades beslutas jag".split())
ANYONE = frozenset("mötet styrelsen föreningen nätverket sammanträdet gruppen".split())


COUNTING = CLASS.keys() | WORDS.keys()
# A name after these is where or to whom something is done, not by whom.
NOT_BY = frozenset("i på från till hos för med om mellan inom vid mot över under utanför".split())
# How nouns end that name no one who could act: "Handläggningen tar tid".
ABSTRACT = ("ning", "ningen", "ring", "ringen", "tion", "tionen", "het", "heten", "elsen", "tiden")


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each actor that the cited words lack, or say something else of."""
    mentions = [t for t in _actors(alignment.cited) if t.sentence in alignment.sentences]
    known = name_keys(f"{alignment.cited.text}\n{alignment.context}")
    for token in _actors(alignment.claim):
        same = [t for t in alignment.evidence if _root(t) == _root(token)]
        same = same or alignment.linked(token)
        if not same and not _is_known(token, alignment, known):
            yield Difference(f"Aktören {token.text} står inte i det citerade.")
        if not same or any(_is_thing(other) for other in same):
            continue
        rivals = [
            other
            for other in mentions
            if other not in same
            and _is_body(other) == _is_body(token)
            and not _refers_back(other, same)
        ]
        if belongs_elsewhere(alignment, token, same, rivals):
            yield Difference(f"Det citerade säger detta om någon annan än {token.text}.")


def _actors(claim: Text) -> Iterator[Token]:
    """Yield the words of *claim* that name someone acting; of a name with several, the last."""
    for name in names_in(claim):
        if not _is_place(name[0], claim):
            yield name[-1]
    named = {token.place for name in names_in(claim) for token in name}
    for token in claim.tokens:
        if token.place not in named and _may_act(token, claim):
            yield token


def _may_act(token: Token, text: Text) -> bool:
    if not token.content or token.word in COUNTING or _is_place(token, text):
        return False
    return _is_body(token) or (token.initial and token.capital and not _is_label(token, text))


def _is_place(token: Token, text: Text) -> bool:
    return token.place > 0 and text.tokens[token.place - 1].word in NOT_BY


def _is_label(token: Token, text: Text) -> bool:
    """Tell whether *token* only announces what follows: "Uppdrag: …"."""
    return text.text[token.span.end : token.span.end + 1] == ":"


def _refers_back(token: Token, same: list[Token]) -> bool:
    """Tell whether "myndigheten" is the one that the sentence has named before."""
    return not token.capital and any(
        other.sentence == token.sentence and other.place < token.place for other in same
    )


def _is_body(token: Token) -> bool:
    return token.word.endswith(ACTING)


def _is_thing(token: Token) -> bool:
    """Tell whether *token* stands as a common noun that cannot act."""
    return not _is_body(token) and (not token.capital or token.word.endswith(ABSTRACT))


def _root(token: Token) -> str:
    return fold(token.word.partition(":")[0]).removesuffix("s")


def _is_known(token: Token, alignment: Alignment, known: frozenset[str]) -> bool:
    if alignment.links.get(token.place) or _root(token) in known:
        return True
    if token.word in ANYONE and not UNNAMED.isdisjoint(t.word for t in alignment.cited.tokens):
        return True
    if not token.capital and any(alignment.linked(other) for other in _before(alignment, token)):
        return True  # "Hedsala … om kommunen": a name before it says which
    return not _is_body(token) and (
        token.light or token.stem in GROUPS or token.word.endswith(ABSTRACT)
    )


def _before(alignment: Alignment, token: Token) -> Iterator[Token]:
    return (t for t in _actors(alignment.claim) if t.capital and t.place < token.place)
