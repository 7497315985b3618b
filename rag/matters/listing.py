"""List the matters of a library, and find those most like what is asked for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rag.items import Item
from rag.matters.values import MatterLine
from rag.minutes import Document
from rag.registers.reader import in_time
from rag.results import Meeting
from rag.storing.filtering import nearest
from rag.storing.library import Library
from rag.storing.steady import documents_of, read_steadily
from rag.summarising.cues import is_formal
from rag.swedish.registration import most_telling, read_registration
from rag.swedish.words import fold

# Fewer meetings than these make no matter of items that have only their headings in common …
RECURRING = 2
# … and what a larger share of a body's meetings has, when there are so many, is no matter either.
STANDING_SHARE = 0.5
MANY = 6
# Nästa möte · Övriga frågor · Rapporter · Laget runt: the order of the meeting, not a matter.
STANDING = re.compile(
    r"""(?:nästa|kommande)\s(?:möte|träff|sammanträde) | övrig[ta]\b | rapport(?:er)?$
    | information(?:er)?$ | laget\srunt | runda(?:n)?$ | informations-?\soch\b""",
    re.VERBOSE | re.IGNORECASE,
)

Treated = tuple[Meeting, str, str | None]
"""The meeting that treated a matter, what it calls it, and the number that it prints."""


def matters_of(library: Library) -> list[MatterLine]:
    """Return the matters of *library*, those of the newest meetings first."""

    def read() -> list[MatterLine]:
        meetings = sorted(library.meetings(), key=in_time)
        return listed(documents_of(library, meetings))

    return read_steadily(library, read)


def listed(held: Iterable[tuple[Meeting, Document]]) -> list[MatterLine]:
    """Return the matters of meetings given in order of time, those of the newest first.

    They are what has a registration number, and the headings that recur in a body.
    """
    found: dict[tuple[str, ...], list[Treated]] = {}
    of_bodies = Counter[str]()
    for meeting, document in held:
        of_bodies[fold(meeting.body or "")] += 1
        for item in document.minutes.all_items:
            if key := _key(document, item):
                found.setdefault(key, []).append((meeting, item.title, item.registration_number))
    return sorted(_lines(found.values(), of_bodies), key=_newest, reverse=True)


def nearest_matters(asked: str, known: Sequence[MatterLine]) -> list[MatterLine]:
    """Return those of the *known* matters that are most like *asked*, a number or a subject."""
    is_number = read_registration(asked) is not None
    names: dict[str, MatterLine] = {}
    for one in known:
        if name := one.registration_number if is_number else one.title:
            names.setdefault(name, one)
    return [names[name] for name in nearest(asked, names)]


def _key(document: Document, item: Item) -> tuple[str, ...] | None:
    """Return what the items of one matter have in common; `None` for one that is of no matter."""
    minutes = document.minutes
    organisation = fold(minutes.organisation or "")
    if number := read_registration(item.registration_number or ""):
        return organisation, number.matter
    if not item.title or is_formal(item.title) or STANDING.match(item.title):
        return None
    return organisation, fold(minutes.body or ""), fold(item.title)


def _lines(
    groups: Iterable[Sequence[Treated]], of_bodies: Mapping[str, int]
) -> Iterator[MatterLine]:
    """Yield the matters of *groups*, by how many meetings *of_bodies* there are."""
    for group in groups:
        meetings = {meeting.document_id: meeting for meeting, _, _ in group}
        number = most_telling(printed for _, _, printed in group)
        of_body = of_bodies[fold(group[0][0].body or "")]
        if number is None and not _is_matter(len(meetings), of_body):
            continue
        titles = Counter(title for _, title, _ in group if title)
        yield MatterLine(
            title=titles.most_common(1)[0][0] if titles else group[0][0].title,
            registration_number=number,
            meetings=tuple(meetings.values()),
        )


def _is_matter(meetings: int, of_body: int) -> bool:
    """Tell whether a heading of so many *meetings*, *of_body* in all, is a matter."""
    is_standing = of_body >= MANY and meetings > STANDING_SHARE * of_body
    return meetings >= RECURRING and not is_standing


def _newest(one: MatterLine) -> tuple[str, int]:
    return one.last or "", len(one.meetings)
