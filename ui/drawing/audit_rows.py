"""Draw lines of the log of who did what."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ui import local, strings
from ui.drawing.addresses import meeting_address
from ui.drawing.markup import Html, tag, text
from ui.guarding.audit import Entry

SHORT_ID = 12
LONG_ID = 64


def entries(shown: Sequence[Entry], titles: Mapping[str, str]) -> Html:
    """Draw lines as a table; *titles* are of the meetings that are there to be opened."""
    head = tag("tr", *(tag("th", text(name), scope="col") for name in strings.AUDIT_COLUMNS))
    rows = (_row(entry, titles) for entry in shown)
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="log")


def _row(entry: Entry, titles: Mapping[str, str]) -> Html:
    return tag(
        "tr",
        tag("td", text(local.moment(datetime.fromisoformat(entry.time)))),
        tag("td", text(entry.who or strings.BLANK)),
        tag("td", text(strings.DEEDS[entry.did])),
        tag("td", _of(entry, titles)),
    )


def _of(entry: Entry, titles: Mapping[str, str]) -> Html:
    if title := titles.get(entry.of):
        address = meeting_address(entry.of)
        return tag("a", text(title), href=address, target="_self")
    of = entry.of[:SHORT_ID] if len(entry.of) == LONG_ID else entry.of
    if entry.meetings is None:
        return text(of)
    count = local.count(entry.meetings, strings.MEETING_FORMS)
    return text(strings.AUDIT_MEETINGS.format(asks=strings.ASKED_FOR.get(of, of), meetings=count))
