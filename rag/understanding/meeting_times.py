"""Tell whether a time that a question names is certainly that of the meetings it means."""

import re
from datetime import date

from rag.asks import ATTENDANCE, OF_A_MEETING, Asks
from rag.swedish.date_words import date_text
from rag.swedish.words import fold, words
from rag.understanding.periods import Period

MEETING = r"(?:mote|sammantrade|traff|stamma|protokoll|minnesanteckning|anteckning|heldag|meeting)"
# "mötet den 4 mars", "protokollet från hösten 2024"
MEETING_BEFORE = re.compile(
    rf"""{MEETING}\w{{0,5}}(?:\ som\ holls)?
    (?:\ (?:fran|den|i|under|pa|for|av|on|in|of)){{0,3}}\ $""",
    re.VERBOSE,
)
# "marsmötet", "2024 års möten", "vårens möten"
MEETING_AFTER = re.compile(rf"^(?:s|\ ars|-)?\ ?(?:\w{{3,20}}\ )?\w{{0,12}}{MEETING}")
# "höstmötet 2019" is read as one time
OF_A_MEETING_ITSELF = re.compile(rf"{MEETING}\w{{0,5}}\ (?:\w+\ )?\d{{4}}$", re.VERBOSE)
# What was done then was done at a meeting; "för 2025" and "till våren" are the matter's own times.
OF_WHAT_WAS_DONE = re.compile(r"\b(?:i|under|den|pa|vid|mellan|inom)\ (?:den\ |ar\ )?$")
# A season may stand without a preposition, unless one of these makes it the matter's.
BARE = ("var", "host", "forra", "i ")
OF_MATTERS = frozenset("for till infor av om per senast efter fran sedan fore innan".split())
# Meetings are held in spring and autumn; what happens in summer is what they speak of.
SUMMER = "sommar"
# So is what was said there, whoever said it.
AT_A_MEETING = re.compile(
    r"""\b(?:sades|sagts|diskutera\w+|togs|behandla\w+|redovisa\w+|rapportera\w+|informera\w+
    |lyftes|framford\w+|foreslogs|bordlades|aterremittera\w+|valdes|utsags|reservera\w+)\b""",
    re.VERBOSE,
)
# These ask for a time themselves, and minutes of another time may tell it.
ASK_FOR_TIMES = frozenset({Asks.WHEN, Asks.NEXT_MEETING})


def meeting_time(text: str, period: Period, asks: Asks, *, today: date) -> frozenset[str] | None:
    """Return the words of a meeting's time, without å, ä and ö; `None` when it is not surely one.

    Args:
        text: The question.
        period: A time in it.
        asks: What it asks for.
        today: Later times are those of matters.
    """
    folded = fold(text)
    before, after = folded[: period.start], folded[period.end :]
    is_after = bool(MEETING_AFTER.search(after))
    if asks in ASK_FOR_TIMES or not (
        is_after
        or OF_A_MEETING_ITSELF.search(fold(period.said))
        or MEETING_BEFORE.search(before)
        or asks in ATTENDANCE | {Asks.ROLE, Asks.MEETINGS}
        or (asks is Asks.SUMMARY and _is_over_years(before, period))
        or (
            (asks in OF_A_MEETING or AT_A_MEETING.search(folded))
            and _was_done_then(before, period, today)
        )
    ):
        return None
    end = period.end + (_word_end(after) if is_after else 0)
    return frozenset(words(folded[period.start : end]))


def period_text(period: Period) -> str:
    """Return a time in Swedish: as it was said, or when it was if that depends on today."""
    is_absolute = any(character.isdigit() for character in period.said)
    if is_absolute or period.yearless or not period.first or not period.last:
        return period.said
    return date_text(period.first, period.last)


def _was_done_then(before: str, period: Period, today: date) -> bool:
    said = fold(period.said)
    if SUMMER in said or (period.first and not period.yearless and period.first > today):
        return False
    is_open = period.first is None or period.last is None
    last_word = (before.split() or [""])[-1]
    is_bare = said.startswith(BARE) and last_word not in OF_MATTERS
    return is_open or is_bare or bool(OF_WHAT_WAS_DONE.search(before))


def _is_over_years(before: str, period: Period) -> bool:
    """Tell whether several years stand by themselves: "om feriejobb 2022-2024"."""
    last_word = (before.split() or [""])[-1]
    is_over = period.first and period.last and period.first.year < period.last.year
    return bool(is_over) and not period.yearless and last_word not in OF_MATTERS


def _word_end(text: str) -> int:
    return next((n for n, character in enumerate(text) if not character.isalnum()), len(text))
