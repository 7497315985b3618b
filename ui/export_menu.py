"""Offer a finished summary as a file in each format."""

import json
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from rag.summaries import Summary
from ui import strings
from ui.contract import summary_json
from ui.exports.formats import Format
from ui.exports.summary_paper import meeting_name, summary_paper
from ui.exports.writers import MIME, written
from ui.uploads import safe_name

OFFERED = (Format.DOCX, Format.PDF, Format.MARKDOWN, Format.HTML, Format.JSON)


def show(summary: Summary) -> None:
    """Show a button for each format; the file is made when it is clicked."""
    name = strings.EXPORT_NAME.format(meeting=meeting_name(summary.meeting)).replace("/", "-")
    for kind in OFFERED:
        st.download_button(
            strings.EXPORT_FORMATS[kind],
            data=partial(content, summary, kind),
            file_name=safe_name(f"{name}.{kind}"),
            mime=MIME[kind],
            on_click="ignore",
            key=f"export-{kind}",
            width="stretch",
        )


def content(summary: Summary, kind: Format) -> str | bytes:
    """Return *summary* in one of the formats that are offered."""
    if kind is Format.JSON:
        return json.dumps(summary_json(summary), ensure_ascii=False, indent=2) + "\n"
    now = datetime.now(tz=UTC).astimezone()
    return written(summary_paper(summary, created=now), kind)
