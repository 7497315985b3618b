"""Compare what was done with a matter: proposed, approved, rejected, referred back, tabled."""

from collections.abc import Iterator, Mapping

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference, belongs_elsewhere
from rag.swedish.words import stem

# Words of each outcome.
OUTCOMES: Mapping[str, str] = {
    "bifall": """bifalla bifaller biföll bifölls bifalls bifallit bifall godkänna godkänner godkände
        godkänns godkändes godkänt godkännande bevilja beviljar beviljade beviljas beviljades
        beviljat beviljande anta antar antog antas antogs antagit antagande antaget tillstyrka
        tillstyrker tillstyrkte tillstyrks tillstyrkan fastställa fastställer fastställde
        fastställs fastställdes fastställt fastställande""",
    "avslag": """avslå avslår avslog avslås avslogs avslagit avslag avslagen avslaget avstyrka
        avstyrker avstyrkte avstyrks avvisa avvisar avvisade avvisades förkasta förkastas
        förkastade neka nekar nekades""",
    "återremiss": """återremittera återremitterar återremitterade återremitteras återremitterades
        återremitterat återremiss återremissen återförvisa""",
    "bordläggning": """bordlägga bordlägger bordlade bordläggs bordlades bordlagt bordläggning
        bordlagd""",
    "uppskjutet": "uppskjuta uppskjuts uppsköts",
    "reservation": """reservera reserverar reserverade reservation reserverat reservationen""",
    "val": """utse utser utsåg utses utsågs utsett välja väljer valde väljs valdes valt vald""",
    "entledigande": """entlediga entledigar entledigades avsätta avsätter avsätts avsattes""",
    "avstående": """avstå avstår avstod avstått""",
    "jäv": "jäv jävig",
    "överklagande": """överklaga överklagar överklagade överklagas överklagades överklagande""",
    "återtagande": """återkalla återkallar återkallade återkallas""",
}
# Outcomes that another one may be told by.
GRANTED_BY: Mapping[str, frozenset[str]] = {
    "bordläggning": frozenset({"bordläggning", "uppskjutet"}),
    "uppskjutet": frozenset({"bordläggning", "uppskjutet"}),
}
# Other words by which minutes tell an outcome: "ställde sig bakom", "sade nej", "deltar inte".
TOLD: Mapping[str, frozenset[str]] = {
    "bifall": frozenset("bakom enligt beslutar beslutade enades ja stöd får".split()),
    "avslag": frozenset("nej inte".split()),
    "avstående": frozenset("inte avvika".split()),
    "reservation": frozenset("avvikande".split()),
    "uppskjutet": frozenset("flyttas flyttades skjuts sköts".split()),
    "val": frozenset("landade ordförande justerare".split()),
}


def _by_stem() -> dict[str, str]:
    return {stem(word): name for name, words in OUTCOMES.items() for word in words.split()}


OUTCOME = _by_stem()


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each outcome that the cited words do not tell."""
    cited = [(token, name) for token in alignment.evidence if (name := OUTCOME.get(token.stem))]
    for token in alignment.claim.tokens:
        outcome = OUTCOME.get(token.stem)
        if outcome is None:
            continue
        granted = GRANTED_BY.get(outcome, frozenset({outcome}))
        same = [other for other, name in cited if name in granted]
        rivals = [other for other, name in cited if name not in granted]
        if same:
            if belongs_elsewhere(alignment, token, same, rivals):
                yield Difference(f"Utfallet {token.word} gäller något annat i det citerade.")
        elif rivals or not _is_told(outcome, alignment):
            yield Difference(f"Att något ”{token.word}” står inte i det citerade.")


def _is_told(outcome: str, alignment: Alignment) -> bool:
    words = {token.word for token in alignment.evidence}
    return not TOLD.get(outcome, frozenset()).isdisjoint(words)
