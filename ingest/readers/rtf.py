r"""Read an RTF document: headings, list marks and tables as lines.

RTF is groups in braces, control words (`\par`, `\'e5`, `\u229 ?`) and text between them; what a
control word sets holds until its group ends.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ingest.failure import unreadable
from ingest.limits import Limits
from ingest.readers.layout import lay_out_between
from ingest.readers.rtf_document import Document, Flow
from ingest.source import File, Source

DAMAGED = "är skadad eller inget RTF-dokument; öppna den i Word och spara den som .docx."

TOKEN = re.compile(
    rb"""\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?
    | \\'(?P<hex>[0-9a-fA-F]{2})
    | \\(?P<sign>[^a-zA-Z])
    | (?P<brace>[{}])
    | (?P<text>[^\\{}\r\n\0]+)
    | [\r\n\0\\]""",
    re.VERBOSE,
)

# Groups that hold no text of the document; those marked with `\*` are left out too.
DROPPED = frozenset(
    """
    fonttbl colortbl info pict object fldinst themedata template generator nonshppict shprslt sp
    footnote annotation atnid atnauthor tc xe filetbl revtbl listtable listoverridetable rsidtbl
    nonesttables ftnsep ftnsepc aftnsep aftnsepc pgptbl
    """.split()
)
# A text box, although marked with `\*`.
KEPT = frozenset({"shpinst"})
# Where the text of some groups goes.
PLACES: Mapping[str, str] = {
    "stylesheet": "styles",
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), "header"),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), "footer"),
}
MARKS = frozenset({"listtext", "pntext"})

SIGNS: Mapping[str, str] = {
    "tab": "\t", "nestcell": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ",
    "enspace": " ", "qmspace": " ",
}  # fmt: skip
ESCAPED: Mapping[bytes, str] = {
    b"~": "\xa0", b"_": "-", b"-": "\xad", b"\\": "\\", b"{": "{", b"}": "}",
    b"\n": "\n", b"\r": "\n",
}  # fmt: skip
BREAKS = frozenset({"par", "sect", "page", "column"})

# The outline level of text that is no heading.
BODY_LEVEL = 9


def read(file: File, limits: Limits) -> Source:
    """Return the text of the document, between those of its page header and footer."""
    document = Document()
    try:
        _run(document, file.raw)
    except (LookupError, ValueError) as error:  # an unknown code page, an impossible character
        raise unreadable(file.name, DAMAGED) from error
    document.end_paragraph()
    document.end_row()
    header, body, footer = (
        document.flows.get(place, Flow()).blocks for place in ("header", "body", "footer")
    )
    return Source(text=lay_out_between(header, body, footer))


def _run(document: Document, raw: bytes) -> None:
    """Take in all tokens of *raw*."""
    position, starred = 0, False
    while match := TOKEN.match(raw, position):
        position = match.end()
        if match["sign"] == b"*":
            starred = True
            continue
        if word := match["word"]:
            number = int(match["number"]) if match["number"] else None
            if word == b"bin":
                position += max(number or 0, 0)
            _control(document, word.decode("ascii"), number, starred=starred)
        else:
            _literal(document, match)
        starred = False


def _literal(document: Document, match: re.Match[bytes]) -> None:
    """Take in a brace, or characters."""
    if match["brace"] == b"{":
        document.open()
    elif match["brace"]:
        document.close()
    elif match["hex"]:
        document.characters(
            bytes.fromhex(match["hex"].decode("ascii")).decode(document.codec, "replace")
        )
    elif match["text"]:
        document.characters(match["text"].decode(document.codec, "replace"))
    elif match["sign"]:
        document.characters(ESCAPED.get(match["sign"], ""))


def _control(document: Document, word: str, number: int | None, *, starred: bool) -> None:
    """Take in a control word."""
    state = document.state
    if word in DROPPED or (starred and word not in KEPT):
        document.state = replace(state, dropped=True)
    elif word in PLACES:
        document.state = replace(state, place=PLACES[word])
    elif word in MARKS:
        document.state = replace(state, is_mark=True)
    elif word in SIGNS:
        document.characters(SIGNS[word])
    elif word in BREAKS and not state.dropped:
        document.end_paragraph()
    elif word in CONTROLS and not state.dropped:
        CONTROLS[word](document, number)


def _unicode(document: Document, number: int | None) -> None:
    document.skip = 0
    document.add(chr((number or 0) % 0x10000))
    document.skip = document.state.fallback


def _code_page(document: Document, number: int | None) -> None:
    document.codec = f"cp{number}"
    "".encode(document.codec)


def _fallback(document: Document, number: int | None) -> None:
    document.state = replace(document.state, fallback=max(number if number is not None else 1, 0))


def _hidden(document: Document, number: int | None) -> None:
    document.state = replace(document.state, hidden=number != 0)


def _visible(document: Document, number: int | None) -> None:
    document.state = replace(document.state, hidden=False)


def _paragraph(document: Document, number: int | None) -> None:
    document.style, document.outline, document.in_table = 0, None, False


def _style(document: Document, number: int | None) -> None:
    document.style = number or 0


def _outline(document: Document, number: int | None) -> None:
    document.outline = number if number is not None and number < BODY_LEVEL else None


def _in_table(document: Document, number: int | None) -> None:
    document.in_table = True


def _end_cell(document: Document, number: int | None) -> None:
    document.in_table = True
    document.end_paragraph()
    document.flow.cells.append([])


def _end_row(document: Document, number: int | None) -> None:
    document.end_row()


CONTROLS: Mapping[str, Callable[[Document, int | None], None]] = {
    "u": _unicode,
    "uc": _fallback,
    "ansicpg": _code_page,
    "v": _hidden,
    "deleted": _hidden,
    "plain": _visible,
    "pard": _paragraph,
    "s": _style,
    "outlinelevel": _outline,
    "intbl": _in_table,
    "cell": _end_cell,
    "row": _end_row,
}
