"""Put a fragment such as "och för 2023?" in its place in the question before."""

import re
from datetime import date

from rag.asks import OF_A_MEETING, Asks
from rag.swedish.words import WORD, fold, is_content, words
from rag.understanding.leaning import DEFINITE
from rag.understanding.periods import Period, periods
from rag.understanding.time_words import MONTHS

BRACKETS = re.compile(r"\((?P<inside>[^()]{1,300})\)(?=\W*$)")
PREPOSITION = r"(?:om|i|på|for|för|till|hos|från|fran|med|av|vid|under|mellan|kring|angående)"
FIRST_PREPOSITION = re.compile(rf"^{PREPOSITION}\ (?=\S)", re.IGNORECASE)
BEFORE_TIME = re.compile(
    r"\b(?P<word>i|under|den|pa|vid|fran|sedan|efter|fore|till|for|av)\ (?:ar\ )?$"
)
# The matter's own times keep their preposition: "budgeten för 2024".
OF_MATTERS = frozenset("for till av fran sedan efter fore".split())
TOPIC = re.compile(r"\b(?:om|kring|angående|beträffande|rörande|gällande)\ (?=\w)", re.IGNORECASE)
ENDS_IN_TOPIC = re.compile(rf"\b{PREPOSITION}\ $", re.IGNORECASE)
# "Vad sa kommunerna om …?", "Hur ställde sig Ekvik till …?"
ACTOR = re.compile(
    r"""^\W*(?:vad|hur)\ (?:har\ )?(?:sa|sade|tyckte|tycker|ansåg|anser|menade|svarade|föreslog
    |ställde\ sig|ställer\ sig|berättade|ville|beslutade|bestämde)\ (?P<actor>\w[\w\ ]{1,60}?)
    (?=\ (?:om|till|kring|angående|på|i)\ |\?|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Vad kostade cykeln till slut?" is about the bicycle alone.
NO_TOPIC = frozenset({"slut", "gång", "nu"})
ENDS = " ?.!"


# "Och året innan?" counts from the year of the question before.
YEARS_BESIDE = {
    "aret innan": -1,
    "aret fore": -1,
    "aret efter": 1,
    "aret darpa": 1,
    "aret darefter": 1,
}


def year_beside(question: str, fragment: str, *, today: date) -> str:
    """Return the year that *fragment* names by that of *question*; nothing when it does not.

    >>> year_beside("Vad beslutades i maj 2024?", "året innan", today=date(2025, 1, 1))
    '2023'
    """
    step = YEARS_BESIDE.get(fold(fragment))
    former = next(reversed(periods(question, today=today)), None)
    if step is None or former is None or former.yearless or former.first is None:
        return ""
    return str(former.first.year + step)


def time_of(fragment: str, *, today: date) -> Period | None:
    """Return the time that *fragment* is, if it is nothing else.

    >>> time_of("och för 2023", today=date(2025, 1, 1)).said
    '2023'
    """
    found = periods(fragment, today=today)
    if len(found) != 1:
        return None
    rest = fragment[: found[0].start] + fragment[found[0].end :]
    return None if any(map(is_content, words(rest))) else found[0]


def at_time(question: str, asks: Asks, fragment: str, time: Period, *, today: date) -> str:
    """Return *question* for *asks*, at the *time* that *fragment* names instead of its own.

    >>> march, may = "Vad beslutades i mars 2024?", "i maj"
    >>> at_time(
    ...     march, Asks.DECISION, may, time_of(may, today=date(2025, 1, 1)), today=date(2025, 1, 1)
    ... )
    'Vad beslutades i maj 2024?'
    """
    former = next(reversed(periods(question, today=today)), None)
    said = _with_year(time, former)
    if former is None:
        return _appended(question, _phrase(said, fragment, time, keeps=asks not in OF_A_MEETING))
    start, end = former.start, former.end
    if question[end : end + 1].isalnum():  # marsmötet
        return question[:start] + time.said + question[end:]
    before = BEFORE_TIME.search(fold(question[:start]))
    if before and before["word"] in OF_MATTERS:
        return question[:start] + said + question[end:]
    start = before.start() if before else start
    return question[:start] + _phrase(said, fragment, time, keeps=False) + question[end:]


def about(question: str, subject: tuple[str, ...], fragment: str, *, is_actor: bool) -> str:
    """Return *question* with *fragment* in the place of what is like it.

    >>> about("Vad kostade bryggan?", ("bryggan",), "båten", is_actor=False)
    'Vad kostade båten?'
    >>> about("Vad sa kommunerna om bryggan?", ("kommunerna", "bryggan"), "Ekvik", is_actor=True)
    'Vad sa Ekvik om bryggan?'
    """
    if inside := BRACKETS.search(question):
        start, end = inside.span("inside")
        return question[:start] + FIRST_PREPOSITION.sub("", fragment) + question[end:]
    if is_actor and (actor := ACTOR.search(question)):
        start, end = actor.span("actor")
        return question[:start] + FIRST_PREPOSITION.sub("", fragment) + question[end:]
    place = _same_preposition(question, subject, fragment) or _topic(question, subject)
    if place is None:
        return _appended(question, fragment)
    head = question[: place[0]]
    said = FIRST_PREPOSITION.sub("", fragment) if ENDS_IN_TOPIC.search(head) else fragment
    return head + said + question[place[1] :]


def places_of(question: str, subject: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the words of *subject* stand in *question*."""
    return [match.span() for match in WORD.finditer(question) if _is(match, subject)]


def _is(match: re.Match[str], subject: tuple[str, ...]) -> bool:
    return bool({*words(match.group())} & {*subject} - NO_TOPIC)


def _same_preposition(
    question: str, subject: tuple[str, ...], fragment: str
) -> tuple[int, int] | None:
    """Return what stands in *question* after the preposition that *fragment* begins with."""
    first = FIRST_PREPOSITION.match(fragment)
    if first is None:
        return None
    places = [
        match.start() for match in re.finditer(rf"\b{re.escape(first.group())}(?=\S)", question)
    ]
    for start in reversed(places):
        ends = [end for _, end in places_of(question, subject) if end > start]
        if ends:
            return start, ends[-1]
    return None


def _topic(question: str, subject: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the place of the subject: what stands after "om", if anything does."""
    found = places_of(question, subject)
    marked = TOPIC.search(question)
    after = [place for place in found if marked and place[0] >= marked.end()] or found
    if not after:
        return None
    return (marked.end() if marked and after[0][0] >= marked.end() else after[0][0]), after[-1][1]


def _with_year(time: Period, former: Period | None) -> str:
    """Return *time* with the year of the *former* one, if it has none of its own."""
    if not (time.yearless and former and former.first and not former.yearless):
        return time.said
    return f"{time.said} {former.first.year}"


def _phrase(said: str, fragment: str, time: Period, *, keeps: bool) -> str:
    """Return a time with the preposition of *fragment*, or with the one that suits it."""
    own = BEFORE_TIME.search(fold(fragment[: time.start]))
    if own and (keeps or own["word"] not in {"for", "till", "av"}):
        return f"{fragment[own.start() : time.start]}{said}"
    if said[:1].isdigit():
        return f"under {said}" if said.isdigit() else f"den {said}"
    return f"i {said}" if fold(said).split()[0] in MONTHS else said


def _appended(question: str, said: str) -> str:
    return question.rstrip(ENDS) + f" {said}?"


def is_definite(word: str) -> bool:
    """Tell whether *word* has the ending of a known thing.

    >>> is_definite("bryggan"), is_definite("elever")
    (True, False)
    """
    return bool(DEFINITE.fullmatch(fold(word)))
