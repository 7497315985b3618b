"""Find words that say the opposite of what is cited."""

from collections.abc import Iterator

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.swedish.words import stem

# Each side may be several words; a statement with one side needs it among the cited words when
# the other side stands there.
PAIRS = """
höja höjs höjdes höjt höjning öka ökar ökade ökat ökas ökning stiga stiger stigit uppgång / sänka
    sänks sänktes sänkt sänkning minska minskar minskade minskat minskas minskning sjunka sjunker
    sjunkit nedgång
öppna öppnas öppnar öppnade / stänga stängs stänger stängde stängdes
börja börjar började starta startar startade inleda inleds inleddes / sluta slutar slutade avsluta
    avslutas avslutades upphöra upphör
införa införs infördes inrätta inrättas / avskaffa avskaffas avskaffades slopa slopas
köpa köper köps köpte köpts / sälja säljer säljs sålde sålts
bygga byggs byggdes uppföra uppförs / riva rivs revs
anställa anställs anställde rekrytera / avskeda entlediga uppsägning
behålla behålls behöll bevara bevaras / avskaffa avskaffas ta bort slopas
vinst överskott / förlust underskott
intäkt intäkter inkomst inkomster / kostnad kostnader utgift utgifter
fler flera / färre
större störst / mindre minst
högre högst / lägre lägst
billig billigt billigare / dyr dyrt dyrare
lätt lätta enkelt / svår svårt
bra god gott bättre / dålig dåligt sämre
positiv positiva / negativ negativa
nöjd nöjda / missnöjd missnöjda
enig eniga enhällig / oenig oeniga
före innan / efter
alltid / aldrig
många / få
första / sista
tidigare / senare
kvinna kvinnor / man män
nya ny nytt / gamla gammal gammalt
offentlig offentligt / hemlig hemligt
ja / nej
för / mot emot
stödja stödjer stödde stöttar / motarbeta motarbetar motsätta motsätter motsatte
välja väljs valdes vald / avsätta avsätts avsattes
utse utses utsågs utsåg / entlediga entledigas avsätta
internt intern / externt extern
start / slut
godkänd godkänt / underkänd underkänt
"""
WEAK = frozenset("för mot emot före efter innan ja nej få fler flera man män".split())


def _sides() -> dict[str, list[tuple[frozenset[str], frozenset[str]]]]:
    sides: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for row in PAIRS.replace("\n    ", " ").strip().split("\n"):
        one, other = (
            frozenset(stem(word) for word in side.split() if word not in WEAK)
            for side in row.split("/")
        )
        for word in one:
            sides.setdefault(word, []).append((one, other))
        for word in other:
            sides.setdefault(word, []).append((other, one))
    return sides


SIDES = _sides()


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each word whose opposite is cited in its place."""
    cited = {token.stem: token for token in reversed(alignment.evidence)}
    for token in alignment.claim.tokens:
        for own, contrary in SIDES.get(token.stem, ()):
            against = next((cited[word] for word in contrary if word in cited), None)
            if against and own.isdisjoint(cited) and not alignment.linked(token):
                yield Difference(f"Det citerade säger {against.word}, inte {token.word}.")
        denied = token.stem.removeprefix("o") if token.stem.startswith("o") else f"o{token.stem}"
        if len(denied) > len("oxxx") and denied in cited and token.stem not in cited:
            yield Difference(f"Det citerade säger {cited[denied].word}, inte {token.word}.")
