"""Understand a question: what kind of thing it asks for, and about which subject."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rag.errors import QuestionError
from rag.words import fold, is_content, words


class Asks(StrEnum):
    """The kinds of questions that are answered in ways of their own."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    SUBSTITUTE = "substitute"
    ROLE = "role"
    DECISION = "decision"
    ACTION = "action"
    WHEN = "when"
    AMOUNT = "amount"
    PLAIN = "plain"


# The words that tell what is asked for, without å, ä and ö; the first kind with a word in the
# question wins. They say nothing of the subject, so the minutes need not contain them.
CUES: dict[Asks, frozenset[str]] = {
    Asks.SUBSTITUTE: frozenset(
        """ersatte ersatter ersatts ersattare ersatt vikarierade tjanstgjorde tjanstgor
        substitute substituted replaced replace""".split()
    ),
    Asks.ABSENT: frozenset(
        "franvarande franvaro saknades uteblev forhinder forhindrad absent missing".split()
    ),
    Asks.INVITED: frozenset("inbjuden inbjudna inbjudan gast gaster foredragande invited".split()),
    Asks.PRESENT: frozenset(
        """deltog deltagare deltagit narvarande narvaro narvarade medverkade medverkande
        representerades representerade attended attend present attendees participated
        participants""".split()
    ),
    Asks.DECISION: frozenset(
        """beslut besluten beslutet beslutade beslutades beslutat beslutats besluta bestamde
        bestamdes bestamts fattade fattades fattats decided decision decisions decide""".split()
    ),
    Asks.ACTION: frozenset(
        """uppdrag uppdraget uppdrogs uppgift uppgifter ansvarar ansvarig ansvariga ansvara atgard
        atgarder fixar fixa task tasks responsible""".split()
    ),
    Asks.WHEN: frozenset("nar datum dag klockan when date".split()),
    Asks.AMOUNT: frozenset(
        "mycket manga kostar kostade kostnad belopp summa kronor budget pris much many cost".split()
    ),
}

ATTENDANCE = (Asks.PRESENT, Asks.ABSENT, Asks.INVITED, Asks.SUBSTITUTE)
ATTENDANCE_CUES = frozenset().union(*(CUES[asks] for asks in ATTENDANCE))

# Asking words that are no subject either, beside the stop words.
ASKING = frozenset(
    """sa sade sager sagt sags berattade tyckte tycker tyckt ansag anser diskuterades diskuterade
    diskuterats togs tog upp handlade handlar galler gallde finns fanns star stod framgar namns
    namndes mote motet moten motena mötet sammantrade sammantradet protokoll protokollet
    protokollen punkt punkten personer person folk traffen traff hur varfor beratta beskriv forklara
    lista visa ge sammanfatta kom fram kring angaende betraffande rorande exakt egentligen
    gar gick gatt gjorde gjordes gor goras gjort hande hant blev ske skedde sker mycket manga how
    why said say says discussed discuss meeting meetings minutes happened there been have has had
    any some did which whom whose it its they their be will would should could can not""".split()
)

NEGATIONS = frozenset("inte ej not".split())

# "Vem är kassör i föreningen?"; which words are roles, the lists of attendance know.
WHO_IS = re.compile(r"^\W*(?:vem|vilka|vilken|who)\s(?:är|ar|var|is|was|are|were)\b", re.IGNORECASE)

# "Vilka var med på mötet?", "Var Eva Ek med vid träffen?"
WAS_THERE = re.compile(
    r"\bvar\b.{0,60}\bmed\s(?:på|pa|vid|under)\b.{0,40}(?:möte|mote|träff|traff|sammanträd)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was understood."""

    text: str
    asks: Asks
    subject: tuple[str, ...]
    """The words, in lower case and in order, that an answer must speak of."""


def understand(text: str, *, max_chars: int) -> Question:
    """Read *text* as a question.

    Raises:
        QuestionError: it is empty, or longer than *max_chars*.

    >>> understand("Vad beslutades om skolskjuts?", max_chars=99).subject
    ('skolskjuts',)
    """
    stripped = " ".join(text.split())
    if not any(character.isalnum() for character in stripped):
        raise QuestionError(
            "Frågan är tom: skriv vad du vill veta, till exempel «Vad beslutades om …?»"
        )
    if len(stripped) > max_chars:
        raise QuestionError(
            f"Frågan är {len(stripped)} tecken lång och får vara högst {max_chars}: "
            "korta den eller dela upp den i flera frågor."
        )
    asked = words(stripped)
    asks = _kind(stripped, asked)
    cues = ATTENDANCE_CUES if asks in ATTENDANCE else CUES.get(asks, frozenset())
    subject = [w for w in asked if is_content(w) and fold(w) not in cues and fold(w) not in ASKING]
    return Question(text=stripped, asks=asks, subject=tuple(dict.fromkeys(subject)))


def _kind(text: str, asked: list[str]) -> Asks:
    folded = {fold(word) for word in asked}
    if WAS_THERE.search(text):
        folded.add("deltog")
    found = (asks for asks, cues in CUES.items() if cues & folded)
    asks = next(found, Asks.ROLE if WHO_IS.match(text) else Asks.PLAIN)
    return Asks.ABSENT if asks is Asks.PRESENT and NEGATIONS & folded else asks
