"""Read what a heading says: its title, on one line or more, without numbers of files and pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.item_words import (
    ACTION_HEADING_PHRASES,
    ACTION_HEADINGS,
    DECISION_HEADINGS,
    PROPOSED_TO,
    SUB_HEADING_ENDINGS,
    SUB_HEADINGS,
)
from ingest.lines import Line
from ingest.patterns import (
    HANGING,
    NO_TITLE_START,
    REGISTRATION,
    REGISTRATION_EDGES,
    SECTION,
    SENTENCE_END,
)
from ingest.phrases import either
from ingest.statement_words import NOTE_HEADINGS, RESERVATION_HEADINGS

LONGEST_HEADING = 200
LONGEST_NUMBERED = 120
LONGEST_LETTERED = 80
# A heading that is printed on two lines fills most of the first.
FULL_LINE = 55
MOST_LINES = 3
# "Kommunstyrelsens arbetsutskotts förslag", "Eva Eks och Bo Dals yrkanden"
MOST_OWNER_WORDS = 5
# "Kommunstyrelsens beslut för egen del"
FOR_ITSELF = " för egen del"
# "Protokollsanteckning, Vision" · "Reservation från Eva Ek (S)"
OWNED_NOTE = re.compile(
    rf"^(?P<head>{either(NOTE_HEADINGS | RESERVATION_HEADINGS)})"
    rf"(?:,\s|\s(?:från|av)\s|\s[–-]\s|\s(?=\())(?P<owner>\S.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line, or more, that begins an item."""

    first: int
    last: int
    """Indexes of its first and last line."""
    title: str
    number: str | None = None
    key: tuple[int, ...] = ()
    """The number's parts, by which headings are put in order."""
    depth: int = 1
    """How deep its marks say it lies; only compared with others."""


def is_sub_heading(words: str) -> bool:
    """Tell whether *words* are a fixed heading inside an item: `Ärendebeskrivning`, `Beslut`.

    >>> is_sub_heading("Kommunstyrelsens beslut"), is_sub_heading("Beslut om taxa")
    (True, False)
    """
    lowered = " ".join(words[:LONGEST_LETTERED].lower().strip(" .:*_").split())
    lowered = lowered.removesuffix(FOR_ITSELF)
    if OWNED_NOTE.match(lowered):
        return True
    if lowered in SUB_HEADINGS | DECISION_HEADINGS | ACTION_HEADINGS:
        return True
    owner, _, last = lowered.rpartition(" ")
    if "förslag till" in lowered and last in PROPOSED_TO:
        return True
    owned = owner.endswith("s") and "," not in owner and len(owner.split()) <= MOST_OWNER_WORDS
    # "Enligt förvaltningens förslag:" leads what was decided.
    return last in SUB_HEADING_ENDINGS and owned and not owner.startswith("enligt ")


def is_action_heading(words: str) -> bool:
    """Tell whether *words* head a list of things to do.

    >>> is_action_heading("Att göra:"), is_action_heading("Vad ska göras till nästa möte?")
    (True, True)
    """
    lowered = words[:LONGEST_LETTERED].lower().strip(" .:?*")
    return lowered in ACTION_HEADINGS or any(part in lowered for part in ACTION_HEADING_PHRASES)


def clean_title(title: str) -> str:
    """Return a title without a registration number, a page number or marks at its ends.

    >>> clean_title("Taxa för vatten – Dnr KS 2023/145")
    'Taxa för vatten'
    """
    match = REGISTRATION.search(title[:LONGEST_HEADING])
    if match:
        before, after = title[: match.start()], title[match.end() :]
        title = before if len(before) >= len(after) else after
    return " ".join(REGISTRATION_EDGES.sub("", title.replace("**", "")).split()).strip(" |:")


def may_be_title(words: str, most_words: int) -> bool:
    """Tell whether *words* may head an item, and are no sentence or the rest of one."""
    sentence = SENTENCE_END.search(words) and len(words.split()) > most_words
    return not (sentence or NO_TITLE_START.match(words)) and any(c.isalpha() for c in words)


def full_title(lines: Sequence[Line], index: int, printed: str) -> tuple[str, int]:
    """Return a heading's whole title, which may go on, or stand, on the next lines."""
    last = index
    for position in range(index + 1, min(index + 1 + MOST_LINES, len(lines))):
        line = lines[position]
        if not _goes_on(printed, line):
            break
        said = any(character.isalpha() for character in clean_title(printed))
        printed = f"{printed} {line.words}" if said else line.words
        last = position
    return clean_title(printed), last


def _goes_on(printed: str, line: Line) -> bool:
    if line.hashes or line.bullet or line.row or SECTION.match(line.words[:20]):
        return False
    if len(line.words) > LONGEST_NUMBERED or SENTENCE_END.search(line.words):
        return False
    if not any(character.isalpha() for character in clean_title(printed)):
        return line.words.lower().strip(" :") not in DECISION_HEADINGS
    if is_sub_heading(line.words) or line.after_blank or len(printed) > LONGEST_HEADING:
        return False
    wrapped = len(printed) >= FULL_LINE and line.words[0].islower()
    return bool(wrapped or HANGING.search(printed))
