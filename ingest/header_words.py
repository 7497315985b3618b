"""Name the words of dates, which are grammar, and those of a header: the table `header.toml`."""

from collections.abc import Mapping

from ingest.phrases import phrases
from rag.swedish.tables import load_table

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# First and last month; also as files are named, without å and ö. A winter is named by the year of
# its January: vintern 2024 begins in December 2023. Terms (vt, ht) are longer than seasons.
SEASONS: Mapping[str, tuple[int, int]] = {
    "våren": (3, 5),
    "varen": (3, 5),
    "vår": (3, 5),
    "sommaren": (6, 8),
    "sommar": (6, 8),
    "hösten": (9, 11),
    "hosten": (9, 11),
    "höst": (9, 11),
    "vintern": (12, 2),
    "vinter": (12, 2),
    "vårterminen": (1, 6),
    "vt": (1, 6),
    "höstterminen": (8, 12),
    "ht": (8, 12),
}

KINDS_PROTOKOLL = "protokoll"

# A second title line that begins so goes on from the first: "Minnesanteckningar / förda vid …".
TITLE_CONTINUES = phrases("förda | fört | förd | från | vid | för | över | av | i | med | till")

_TABLE = load_table("header")

DATE_LABELS = _TABLE.words("date_labels")
TIME_LABELS = _TABLE.words("time_labels")
PLACE_LABELS = _TABLE.words("place_labels")
BODY_LABELS = _TABLE.words("body_labels")
REGISTRATION_LABELS = _TABLE.words("registration_labels")
OTHER_LABELS = _TABLE.words("other_labels")
"""What follows these tells nothing of the meeting."""

OTHER_DATES = _TABLE.words("other_dates")
"""Dates beside these are not the meeting's."""

KINDS_NOTES = _TABLE.ordered("kinds_notes")

MEETING_WORDS = _TABLE.ordered("meeting_words")

BODY_ENDINGS = _TABLE.ordered("body_endings")

OPENING_WORDS = _TABLE.ordered("opening_words")

CLOSING_WORDS = _TABLE.ordered("closing_words")

UNADJUSTED = _TABLE.ordered("unadjusted")

ADJUSTED = _TABLE.ordered("adjusted")

NEXT_MEETING = _TABLE.ordered("next_meeting")
"""What precedes the date of the next meeting."""
