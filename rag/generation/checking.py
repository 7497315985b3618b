"""Hold each sentence of a reply against the evidence, and find the words that carry it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from rag.citing import Evidence
from rag.generation.evidence import Source
from rag.generation.reply import Claim
from rag.grounding.check import RANK, Grounding, ground
from rag.results import Support
from rag.swedish.words import is_content, stem, words

NOWHERE = Grounding(
    support=Support.UNSUPPORTED, reason="Inget av det som modellen läste säger detta."
)
# What is true of the minutes, as far as it can be told, but not said in their words.
OTHER_WORDS = "Det citerade säger det inte med orden {said}."
TURNED = "Småord som kan vända betydelsen står bara på ena stället: {said}."

# How many of the most similar sentences are read for each sentence of the reply.
NEAREST = 4

# An address, a picture or a tag.
LINK = re.compile(r"https?:|www\.|\]\(|</?[a-z]", re.IGNORECASE)

# Function words that are Swedish but not English, and the other way round.
SWEDISH = frozenset(
    "och att det som en ett på är av inte till med har om ska de den från vid var han hon".split()
)
ENGLISH = frozenset(
    "the and of to that is was were with for has have it not by from be been this will they".split()
)

# Small words that turn what is said: a sentence has the same ones as the minutes, or is quoted.
TURNING = frozenset(
    """inte ej icke aldrig ingen inga inget utan utom bara endast alla samtliga varje båda flera
    många några någon få fler färre mer mindre högst lägst minst mest en ett av får fick ska skall
    skulle bör borde kan kunde måste vill ville om före efter över under till från""".split()
)

# Det framgår inte av protokollen · Källorna nämner inget om · Jag kan inte svara · I cannot
NOTHING_SAID = re.compile(
    r"""^(?:tyvärr[, ])?\W{0,3}(?:det\ (?:framgår|står|finns|nämns|anges|går)\ (?:inte|ingen|inget)
    |(?:källorna|protokollen|texten|utdragen)\ (?:nämner|innehåller|anger|säger|svarar)
    \ (?:inte|ingen|inget)
    |jag\ (?:kan|får|vet|hittar)\ (?:tyvärr\ )?(?:inte|ingen|inget)
    |jag\ är\ (?:bara\ )?en\ (?:ai|språk)
    |i(?:['’]m|\ am)?\ (?:sorry|cannot|can['’]?t|unable|do\ not|don['’]t)|as\ an\ ai|sorry)""",
    re.IGNORECASE | re.VERBOSE,
)


class Fault(StrEnum):
    """Why a sentence of a reply is not believed."""

    REFUSAL = "refusal"
    FOREIGN = "foreign"
    INVENTED = "invented"
    """It names only sources that there are not, and no other carries it."""
    UNSUPPORTED = "unsupported"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A sentence as it may be shown, and the sentence of the minutes that carries it."""

    text: str
    support: Support
    evidence: Evidence | None = None
    fault: Fault | None = None
    reason: str = ""
    """Why it is not wholly supported, one Swedish sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class _Quote:
    evidence: Evidence
    source: Source
    stems: frozenset[str]
    said: tuple[str, ...]
    """Its words; those of a decision after what leads to it: "Styrelsen beslutar" "att …"."""
    is_decision: bool


class Checker:
    """Check sentences against the numbered *sources* that the model was given.

    Each is held against one sentence of the minutes at a time, with its meeting and headings: of
    several, statements could be pieced together that nobody made.
    """

    def __init__(self, sources: Sequence[Source], *, keep_partly: bool) -> None:
        self._keep_partly = keep_partly
        self._numbers = {source.number for source in sources}
        self._quotes = [quote for source in sources for quote in _quotes(source)]
        self._is_swedish = not is_english(" ".join(source.text for source in sources))

    def __call__(self, claim: Claim) -> Checked:
        """Return *claim* with the sentence that carries it best: of those it cites, else of any."""
        if fault := self._plain_fault(claim):
            return Checked(text=claim.text, support=Support.UNSUPPORTED, fault=fault)
        found, quote = self._best(claim)
        if quote is None or found.support is Support.UNSUPPORTED:
            return self._unsupported(claim, found, quote)
        if self._is_better_quoted(claim.text, found.support, quote):
            return Checked(
                text=quote.evidence.text, support=Support.SUPPORTED, evidence=quote.evidence
            )
        return Checked(
            text=claim.text, support=found.support, evidence=quote.evidence, reason=found.reason
        )

    def _best(self, claim: Claim) -> tuple[Grounding, _Quote | None]:
        best: tuple[Grounding, _Quote | None] = (NOWHERE, None)
        for is_cited in (True, False):
            quotes = [q for q in self._quotes if (q.source.number in claim.cited) is is_cited]
            for quote in _nearest(claim.text, quotes):
                found = _grounding(claim.text, quote)
                if best[1] is None or RANK.index(found.support) > RANK.index(best[0].support):
                    best = (found, quote)
                if found.support is Support.SUPPORTED:
                    return best
        return best

    def _unsupported(self, claim: Claim, found: Grounding, nearest: _Quote | None) -> Checked:
        is_invented = claim.cited and not self._numbers.intersection(claim.cited)
        is_cited = nearest is not None and nearest.source.number in claim.cited
        return Checked(
            text=claim.text,
            support=Support.UNSUPPORTED,
            evidence=nearest.evidence if nearest and is_cited else None,
            fault=Fault.INVENTED if is_invented else Fault.UNSUPPORTED,
            reason=found.reason,
        )

    def _is_better_quoted(self, text: str, found: Support, quote: _Quote) -> bool:
        """Tell whether the minutes' own sentence is to be shown instead of *text*.

        Decisions are never paraphrased; a piece of a sentence, such as one word out of an order to
        the model, is seen for what it is in its sentence, and so are links; and what the minutes
        carry in part only is better said by them.
        """
        return (
            quote.is_decision
            or _is_piece(text, quote.evidence.text)
            or bool(LINK.search(text))
            or (found is Support.PARTLY and not self._keep_partly)
        )

    def _plain_fault(self, claim: Claim) -> Fault | None:
        """Return what is wrong with *claim* already before it is compared with the minutes."""
        if claim.is_cut:
            return Fault.CUT
        if NOTHING_SAID.match(claim.text):
            return Fault.REFUSAL
        return Fault.FOREIGN if self._is_swedish and is_english(claim.text) else None


def is_english(text: str) -> bool:
    """Tell whether *text* has more of English than of Swedish.

    >>> is_english("The board decided to build a new roof."), is_english("Taket ska bytas.")
    (True, False)
    """
    said = words(text)
    return sum(word in ENGLISH for word in said) > sum(word in SWEDISH for word in said)


def _grounding(text: str, quote: _Quote) -> Grounding:
    """Return how far *quote* carries *text*, wholly only when it is made of the quote's words."""
    found = ground(text, quote.said, context=quote.source.context)
    if found.support is not Support.SUPPORTED:
        return found
    known = quote.stems | _stems(quote.source.context)
    added = [word for word in words(text) if is_content(word) and stem(word) not in known]
    turned = TURNING.intersection(words(text)) ^ TURNING.intersection(words(quote.evidence.text))
    if added:
        return Grounding(support=Support.PARTLY, reason=OTHER_WORDS.format(said=_listed(added)))
    if turned:
        return Grounding(support=Support.PARTLY, reason=TURNED.format(said=_listed(sorted(turned))))
    return found


def _listed(said: Iterable[str]) -> str:
    return ", ".join(f"”{word}”" for word in dict.fromkeys(said))


def _nearest(text: str, quotes: Sequence[_Quote]) -> list[_Quote]:
    said = _stems(text)
    near = [(len(said & quote.stems), quote) for quote in quotes if said & quote.stems]
    near.sort(key=lambda pair: (-pair[0], len(pair[1].stems)))
    return [quote for _, quote in near[:NEAREST]]


def _is_decision(evidence: Evidence) -> bool:
    item = evidence.document.item_at(evidence.span.start)
    return item is not None and any(d.span.overlaps(evidence.span) for d in item.decisions)


def _is_piece(text: str, sentence: str) -> bool:
    piece, whole = words(text), words(sentence)
    places = range(len(whole) - len(piece) + 1)
    return len(piece) < len(whole) and any(
        list(islice(whole, start, start + len(piece))) == piece for start in places
    )


def _quotes(source: Source) -> Iterator[_Quote]:
    lead = ""
    for sentence in source.sentences:
        is_decision = _is_decision(sentence)
        lead = lead if is_decision else sentence.text
        yield _Quote(
            evidence=sentence,
            source=source,
            stems=_stems(sentence.text),
            said=(lead, sentence.text) if is_decision and lead else (sentence.text,),
            is_decision=is_decision,
        )


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if is_content(word))
