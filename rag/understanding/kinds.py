"""Tell what kind of thing a question asks for, by its words and by how it begins."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.asks import ATTENDANCE, Asks
from rag.swedish.words import fold
from rag.understanding.forms import (
    ACTORS,
    CHANGE,
    COMPARISON,
    COURSE,
    DEFINITION,
    HELD_MEETINGS,
    HOW_MUCH,
    LATEST_DECISION,
    LIST,
    NEXT_MEETING,
    PLACE,
    REASON,
    SAID,
    SUMMARY,
    TO_DO,
    WAS_THERE,
    WHEN,
    WHO_IS,
    YES_NO,
)

# What a question asks for stands in its beginning.
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Rule:
    """Words or a form of words that tell the kind; the words say nothing of the subject."""

    asks: Asks
    cues: frozenset[str] = frozenset()
    form: re.Pattern[str] | None = None

    def holds(self, text: str, words: frozenset[str]) -> bool:
        """Tell whether the folded *text* of these *words* asks for it."""
        return not self.cues.isdisjoint(words) or bool(self.form and self.form.search(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The first that holds decides.
RULES: tuple[Rule, ...] = (
    Rule(Asks.NEXT_MEETING, form=NEXT_MEETING),
    Rule(Asks.MEETINGS, form=HELD_MEETINGS),
    Rule(
        Asks.SUBSTITUTE,
        _words(
            """ersatte ersatter ersatts ersattare ersatt vikarierade tjanstgjorde tjanstgor
            substitute substituted replaced replace"""
        ),
    ),
    Rule(
        Asks.ABSENT,
        _words("franvarande franvaro saknades uteblev forhinder forhindrad absent missing"),
    ),
    Rule(Asks.INVITED, _words("inbjuden inbjudna inbjudan gast gaster foredragande invited")),
    Rule(
        Asks.PRESENT,
        _words(
            """deltog deltagare deltagit narvarande narvaro narvarade medverkade medverkande
            representerades representerade attended attend present attendees participated
            participants"""
        ),
        WAS_THERE,
    ),
    Rule(
        Asks.VOTE,
        _words(
            """omrostning omrostningen votering voteringen rostade rostat rostsiffror rostsiffrorna
            rosttal rostetal rostetalet roster rosterna rostades vote voted votes voting"""
        ),
    ),
    Rule(Asks.SUMMARY, _words("sammanfatta sammanfattning summarise summarize"), SUMMARY),
    Rule(Asks.COURSE, form=COURSE),
    Rule(Asks.COMPARISON, _words("jamfor jamfort skillnad skillnaden skillnader"), COMPARISON),
    Rule(Asks.CHANGE, _words("utvecklats forandrats"), CHANGE),
    Rule(
        Asks.REASON, _words("anledning anledningen orsak orsaken skal skalet syfte syftet"), REASON
    ),
    Rule(Asks.AMOUNT, form=HOW_MUCH),
    Rule(Asks.WHEN, form=WHEN),
    Rule(Asks.PLACE, form=PLACE),
    Rule(Asks.LATEST_DECISION, form=LATEST_DECISION),
    Rule(Asks.ACTORS, form=ACTORS),
    Rule(Asks.SAID, form=SAID),
    Rule(
        Asks.DECISION,
        _words(
            """beslut besluten beslutet beslutade beslutades beslutat beslutats besluta bestamde
            bestamdes bestamts bestamt fattade fattades fattats decided decision decisions decide"""
        ),
    ),
    Rule(
        Asks.ACTION,
        _words(
            """uppdrag uppdraget uppdrogs uppgift uppgifter ansvarar ansvarig ansvariga ansvara
            atgard atgarder fixar fixa task tasks responsible"""
        ),
        TO_DO,
    ),
    Rule(Asks.DEFINITION, _words("betyder innebar menas definiera"), DEFINITION),
    Rule(Asks.WHEN, _words("datum klockan date klockslag")),
    Rule(Asks.AMOUNT, _words("kostar kostade kostat belopp beloppet kronor pris cost")),
    Rule(Asks.ROLE, form=WHO_IS),
    Rule(Asks.LIST, form=LIST),
    Rule(Asks.YES_NO, form=YES_NO),
)

NEGATIONS = _words("inte ej not")

# Words of decisions are no subject of a question for the latest one, and so on.
ALSO: dict[Asks, frozenset[str]] = {
    Asks.LATEST_DECISION: _words("senaste sista slutliga slutgiltiga nuvarande latest final slut"),
    Asks.WHEN: _words("nar dag when tid vilket ar tidpunkt lange"),
    Asks.AMOUNT: _words("mycket manga kostnad summa budget much many stor stort stora hog hogt"),
    Asks.PLACE: _words("plats lokal var vart where nagonstans"),
    Asks.COURSE: _words(
        """arende arendet arendets fragan saken steg gang vag historia historik tidslinje turerna
        hanterats behandlats beretts handlagts drivits skett matter case issue"""
    ),
    Asks.CHANGE: _words("andrats okat minskat vuxit sett changed tid aren utveckling"),
    Asks.COMPARISON: _words("compare difference"),
    Asks.MEETINGS: _words(
        """manga ofta ganger dagar datum nar holls hallits hade haft agt agde rum traffas traffades
        traffats mots mottes motts sammantradde sammantratt sammantrader samlades samlas blev fanns
        finns senast sist many often which when meet met held have had alla lista visa protokoll"""
    ),
    Asks.NEXT_MEETING: _words("nasta nar next when traffas ses gang"),
    Asks.SUMMARY: _words(
        """diskussion diskussionen diskussionerna debatt debatten samtalet laget pratade pratades
        talade talades samtalade samtalades snackade snackades avhandlade avhandlades igenom"""
    ),
    Asks.ABSENT: _words("kallad kallade kallats kallat"),
    Asks.DEFINITION: _words("nagot nagonting mean stand forkortning forkortningen"),
    Asks.SAID: _words("synpunkter asikt asikter synpunkt menade framforde stallde sig"),
    Asks.ACTORS: _words("synpunkter asikt asikter synpunkt menade framforde stallde sig"),
}


def kind_of(text: str, words: Iterable[str]) -> Asks:
    """Return what the question *text*, of these *words*, asks for.

    >>> kind_of("Vem ersatte Doris?", ["vem", "ersatte", "doris"])
    <Asks.SUBSTITUTE: 'substitute'>
    """
    folded, beginning = frozenset(map(fold, words)), fold(text[:LONGEST])
    found = (rule.asks for rule in RULES if rule.holds(beginning, folded))
    asks = next(found, Asks.PLAIN)
    return Asks.ABSENT if asks is Asks.PRESENT and NEGATIONS & folded else asks


def _cues_of(asks: Asks) -> frozenset[str]:
    return ALSO.get(asks, frozenset()).union(*(r.cues for r in RULES if r.asks is asks))


def _cues_of_all() -> dict[Asks, frozenset[str]]:
    own = {asks: _cues_of(asks) for asks in Asks}
    attendance = frozenset[str]().union(*(own[asks] for asks in ATTENDANCE))
    return own | {
        **dict.fromkeys(ATTENDANCE, attendance),
        Asks.LATEST_DECISION: own[Asks.LATEST_DECISION] | own[Asks.DECISION],
        # Who asks for a vote is not answered by what else is said of the matter.
        Asks.VOTE: frozenset(),
    }


CUES = _cues_of_all()
"""The words of each kind, without å, ä and ö, that are no part of the question's subject."""
