"""Measure how fast files are read and understood, by format, and print it as a Markdown table.

python -m eval.reading_bench                invented minutes in every format
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from markupsafe import escape

from eval.invented import invented_minutes
from ingest.chunk import chunk_minutes
from ingest.formats import Format, recognise
from ingest.limits import Limits
from ingest.parse import parse_minutes
from ingest.reading import Reading
from ingest.source import File

# The least that a package of each format holds; the paragraphs go where the braces are.
OPEN_XML = "http://schemas.openxmlformats.org"
OFFICE = f"{OPEN_XML}/officeDocument/2006/relationships/officeDocument"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
DOCX = {
    "[Content_Types].xml": f'<Types xmlns="{OPEN_XML}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    f'+xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OPEN_XML}/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{OPEN_XML}/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>",
}
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": f'<x xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0">'
    "<office:text>{}</office:text></x>",
}

A4 = (595, 842)
MARGIN = 60
LINE = 14
LINES_A_PAGE = 50
LINE_LENGTH = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What was measured of one format."""

    format: str
    files: int
    pages: int
    """0 where there are none."""
    read_s: float
    understood_s: float
    """From the text to chunks."""
    target: str = ""


def bench(documents: int) -> list[Row]:
    """Measure the reading of so many invented minutes in each format."""
    texts = list(invented_minutes(documents, seed=documents))
    with Reading(Limits()) as reading:
        reading.read(File(name="start.html", raw=b"<html><p>Start"), Format.HTML)
        return [_row(name, texts, write, reading) for name, write in WRITERS.items()]


def _row(
    name: str,
    texts: Sequence[tuple[str, str]],
    write: Callable[[str], bytes],
    reading: Reading,
) -> Row:
    files = [File(name=f"{title}.{name}", raw=write(text)) for title, text in texts]
    reading.read(files[0], recognise(files[0]))  # the reader's library loads now
    begun = time.perf_counter()
    sources = [reading.read(file, recognise(file)) for file in files]
    read = time.perf_counter()
    for file, source in zip(files, sources, strict=True):
        minutes = parse_minutes(source.text, file_name=file.name)
        chunk_minutes(source.text, minutes, source.pages)
    understood = time.perf_counter()
    return Row(
        format=name,
        files=len(files),
        pages=sum(len(source.pages) for source in sources),
        read_s=read - begun,
        understood_s=understood - read,
        target=TARGETS.get(name, ""),
    )


def _pdf(text: str) -> bytes:
    """Return *text* as a PDF with a text layer, written without any library."""
    lines = [line[i : i + LINE_LENGTH] for line in text.split("\n") for i in _starts(line)]
    pages = [lines[i : i + LINES_A_PAGE] for i in range(0, len(lines), LINES_A_PAGE)]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *(part for n, page in enumerate(pages) for part in _page(page, 5 + 2 * n)),
    ]
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def _starts(line: str) -> range:
    return range(0, max(len(line), 1), LINE_LENGTH)


def _page(lines: Sequence[str], contents: int) -> Iterator[bytes]:
    width, height = A4
    shown = "\n".join(f"({_escaped(line)}) '" for line in lines)
    stream = f"BT /F 10 Tf {LINE} TL {MARGIN} {height - MARGIN} Td\n{shown}\nET".encode("cp1252")
    yield (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {contents} 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>"
    ).encode()
    yield b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _docx(text: str) -> bytes:
    written = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in text.split("\n\n"))
    return _package({name: part.format(written) for name, part in DOCX.items()})


def _odt(text: str) -> bytes:
    written = "".join(f"<text:p>{escape(p)}</text:p>" for p in text.split("\n\n"))
    return _package({name: part.format(written) for name, part in ODT.items()})


def _package(members: Mapping[str, str]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return written.getvalue()


def _rtf(text: str) -> bytes:
    written = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)
    return ("{\\rtf1\\ansi " + written.replace("\n\n", "\\par\n") + "}").encode("ascii")


def _html(text: str) -> bytes:
    return ("<!doctype html>" + "".join(f"<p>{p}</p>" for p in text.split("\n\n"))).encode()


def _eml(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Protokoll"
    message.set_content(text)
    return message.as_bytes()


WRITERS: Mapping[str, Callable[[str], bytes]] = {
    "md": str.encode,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
    "rtf": _rtf,
    "eml": _eml,
}

TARGETS = {"pdf": "100 sidor/s", "md": "500 på 10 s"}


def table(rows: Sequence[Row]) -> str:
    """Return *rows* as a Markdown table."""
    head = ("Format", "Filer", "Sidor", "Läst", "Filer/s", "Sidor/s", "Tolkat", "Mål")
    body = [
        (
            row.format,
            f"{row.files}",
            f"{row.pages or ''}",
            f"{row.read_s:.2f} s",
            f"{row.files / row.read_s:.0f}",
            f"{row.pages / row.read_s:.0f}" if row.pages else "",
            f"{row.understood_s:.2f} s",
            row.target,
        )
        for row in rows
    ]
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    options = parser.parse_args(arguments)
    sys.stdout.write(table(bench(options.documents)) + "\n")


if __name__ == "__main__":
    main()
