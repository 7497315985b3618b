"""Offer what was made as a file in each format."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import streamlit as st

from rag.summaries import Summary
from ui import strings
from ui.backends import visitor
from ui.backends.uploads import safe_name
from ui.contracts.answers import summary_json
from ui.exports.formats import Format
from ui.exports.paper import Paper
from ui.exports.summary_paper import meeting_name, summary_paper
from ui.exports.writers import MIME, written
from ui.guarding.audit import Deed
from ui.language import Language, told

OFFERED = (Format.DOCX, Format.PDF, Format.MARKDOWN, Format.HTML, Format.JSON)
LONGEST_NAME, LAST_PART = 90, 30

Content = Callable[[Format], str | bytes]
"""Make the file of a format."""


def show(summary: Summary) -> None:
    """Show a button for each format of a meeting's summary."""
    name = strings.EXPORT_NAME.format(meeting=meeting_name(summary.meeting))
    offer(name, partial(content, summary), of=summary.meeting.document_id)


def offer(name: str, make: Content, *, key: str = "export", of: str = "") -> None:
    """Show a button for each format; the file called *name* is made when it is clicked.

    *Of* says in the log which meeting it is; otherwise the format is noted.
    """
    stem = file_stem(name)
    for kind in OFFERED:
        st.download_button(
            strings.EXPORT_FORMATS[kind],
            data=visitor.handed_out(partial(make, kind), Deed.EXPORTED, of or kind),
            file_name=safe_name(f"{stem}.{kind}"),
            mime=MIME[kind],
            on_click="ignore",
            key=f"{key}-{kind}",
            width="stretch",
        )


def file_stem(name: str) -> str:
    """Return *name* as a file can have it: a long one without its middle, for the day stands last.

    >>> file_stem("Sammanfattning KS 2024/7")
    'Sammanfattning KS 2024-7'
    """
    said = " ".join(name.replace("/", "-").split())
    if len(said) <= LONGEST_NAME:
        return said
    first, last = said[: LONGEST_NAME - LAST_PART], said[-LAST_PART:]
    return f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"


def content(summary: Summary, kind: Format) -> str | bytes:
    """Return *summary* in one of the formats that are offered."""
    return made(
        lambda now: summary_paper(summary, created=now), lambda: summary_json(summary), kind
    )


def made(paper: Callable[[datetime], Paper], data: Callable[[], Any], kind: Format) -> str | bytes:
    """Return what *paper* makes at a time, or *data* for JSON, in one of the formats offered.

    A file is Swedish throughout, as the minutes are that it quotes.
    """
    with told(Language.SWEDISH):
        if kind is Format.JSON:
            return json.dumps(data(), ensure_ascii=False, indent=2) + "\n"
        return written(paper(datetime.now(tz=UTC).astimezone()), kind)
