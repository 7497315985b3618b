"""Compare how firmly something is said: decided, proposed, must, should, may, thought."""

from collections.abc import Iterator, Mapping

from rag.grounding import quantifiers
from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.grounding.text import Text, Token
from rag.results import Support

WORDS: Mapping[str, str] = {
    "decide": """beslutar beslutade beslutat besluta beslutas beslutades beslöt beslöts beslut
        beslutet enades enas fastställer fastställde fastställs antog antar landade bestämde
        bestämmer bestämdes överens bifaller biföll""",
    "propose": """föreslår föreslog föreslagit föreslå föreslås föreslogs förslag förslaget yrkar
        yrkade yrkande yrka förordar förordade rekommenderar rekommenderade rekommendera
        rekommenderas motion hemställer""",
    "demand": "kräver krävde kräva krav kravet",
    "wish": """vill ville önskar önskade önska önskemål hoppas hoppades begär begärde begära begärt
        önskan ber bad be vädjat efterlyser sikta siktar hellre föredrar""",
    "discuss": """diskuterar diskuterade diskuteras diskuterades diskussion överväger övervägde
        överväga funderar undrar undrade undra frågar frågade dryftade""",
    "must": "måste tvungen tvungna skyldig",
    "shall": "ska skall skulle",
    "should": "bör borde",
    "may": "kan kunde kunna möjligt möjlighet eventuellt kanske möjligen",
    "get": "får fick",
    "think": """tror trodde tror befarar befarade bedömer anser ansåg tycker tyckte menar menade
        verkar väntas beräknas uppskattas troligen sannolikt förväntas varnar varnade väntar räknar
        uppskattar enligt orolig rädd tänkt oroades uppskattningsvis tveksam tvivlar beräkning""",
    "know": "vet visste säker säkert säkerställt",
    "refuse": "vägrar vägrade",
    "agree": "enig enigt eniga",
}
CLASS = {word: name for name, words in WORDS.items() for word in words.split()}

# What the statement may say, and what of it one of must stand among the cited words.
LICENCE: Mapping[str, frozenset[str]] = {
    "decide": frozenset({"decide", "agree"}),
    "propose": frozenset({"propose"}),
    "demand": frozenset({"demand", "must"}),
    "wish": frozenset({"wish", "propose", "demand"}),
    "discuss": frozenset({"discuss"}),
    "must": frozenset({"must", "demand"}),
    "should": frozenset({"should", "propose"}),
    "may": frozenset({"may", "get"}),
    "get": frozenset({"get", "may", "wish", "propose", "demand"}),
    "know": frozenset({"know"}),
    "refuse": frozenset({"refuse"}),
}
# What the cited words say and the statement must not leave out, and what may stand for it.
KEPT: Mapping[str, frozenset[str]] = {
    "propose": frozenset({"propose", "wish", "should", "think", "demand"}),
    "wish": frozenset({"wish", "propose", "demand", "discuss"}),
    "discuss": frozenset({"discuss", "wish"}),
    "should": frozenset({"should", "propose"}),
    "may": frozenset({"may", "think"}),
}
# A statement of what shall be may stand for a plain one, unless the cited words are weaker.
WEAKER = frozenset({"should", "may", "wish", "propose", "discuss"})
# How many words of its scope must stand in the statement before a weaker word is missed there.
SCOPE = 3
MOSTLY = 0.6


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each word that is firmer or weaker than what is cited."""
    claim = _classes(alignment.claim.tokens)
    cited = _classes(alignment.evidence)
    names = {CLASS[token.word] for token in cited}
    bare_decision = any(t.initial and t.word == "att" for t in alignment.evidence)
    for token in claim:
        name = CLASS[token.word]
        if name == "decide" and bare_decision:
            continue
        if name == "get" and not _is_allowing(alignment.claim, token):
            continue
        if name in LICENCE and not LICENCE[name] & names:
            yield Difference(f"Det citerade säger inte ”{token.word}”.")
        elif (
            name == "shall"
            and "shall" not in names
            and WEAKER & names - {CLASS[other.word] for other in claim}
        ):
            yield Difference(f"Det citerade är svagare än ”{token.word}”.")
    said = {CLASS[token.word] for token in claim}
    for token in cited:
        kept = KEPT.get(CLASS[token.word])
        if (
            kept
            and not kept & said
            and not alignment.claimed(token)
            and _is_taken_over(alignment, token)
        ):
            yield Difference(f"Det citerade säger ”{token.word}”; det saknas.", Support.PARTLY)


def _classes(tokens: list[Token] | tuple[Token, ...]) -> list[Token]:
    return [token for token in tokens if token.word in CLASS]


def _is_allowing(claim: Text, token: Token) -> bool:
    """Tell whether an infinitive follows: "får sätta", not "får pengar"."""
    after = claim.tokens[token.place + 1 : token.place + 2]
    return bool(after) and after[0].word.endswith("a") and after[0].word not in quantifiers.CLASS


def _is_taken_over(alignment: Alignment, token: Token) -> bool:
    """Tell whether the statement says what *token* governs."""
    scope = [
        other
        for other in alignment.evidence
        if other.sentence == token.sentence
        and other.place > token.place
        and other.content
        and not other.light
        and other.clause - token.clause <= 1
        and other.word not in CLASS
    ][:SCOPE]
    taken = sum(bool(alignment.claimed(other)) for other in scope)
    return bool(scope) and taken / len(scope) >= MOSTLY
