"""Build the sample minutes that need a program: Word, PDF, and a scanned PDF.

The sources are `tools/samples/<body>/<name>.md`, one paragraph a line, and the results
`ingest/samples/<body>/<name>.<format>`. Marks at the start of a line: `#` to `###` headings,
`- ` and `1. ` list entries, `| a | b |` table rows, `|| a || b` two columns without rules,
`[page]` a new page, and `¬` inside a word a place where it may be broken. Between `---` lines
stand the page header and footer: a source that has a footer becomes a PDF, with `scan:` one
that is an image only, and any other a Word file.

Needs reportlab, python-docx, pypdfium2, pillow and numpy: `python tools/make_samples.py`.
"""

import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from scan import scanned

SOURCES = Path(__file__).parent / "samples"
RESULTS = Path(__file__).parent.parent / "ingest" / "samples"

# Points; an A4 page is 595 by 842.
WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP, BOTTOM = 70, 70, 760, 80
SECOND_COLUMN = 220
HEADING_SIZES = {1: 17.0, 2: 13.0, 3: 11.0}
REGULAR, BOLD = "Times-Roman", "Times-Bold"

MARK = re.compile(
    r"(?P<heading>\#{1,3})\s | (?:-|\d{1,2}\.)\s | (?P<columns>\|\|) | (?P<row>\|)",
    re.VERBOSE,
)
# The same bytes on every run: files carry this time, not the time they were made.
MADE = datetime(2024, 12, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A source file: its settings and its lines."""

    lines: tuple[str, ...]
    headers: tuple[str, ...] = ()
    footer: str = ""
    size: float = 11.0
    scan: bool = False


def read_sample(path: Path) -> Sample:
    """Read a source and its settings."""
    _, settings, text = path.read_text(encoding="utf-8").split("---\n", 2)
    pairs = [line.split(": ", 1) for line in settings.splitlines()]
    single = dict(pairs)
    return Sample(
        lines=tuple(text.strip().splitlines()),
        headers=tuple(value for key, value in pairs if key == "header"),
        footer=single.get("footer", ""),
        size=float(single.get("size", "11")),
        scan="scan" in single,
    )


def split_cells(line: str, mark: str) -> list[str]:
    """Return the cells of a table row or of a line in columns."""
    return [cell.strip() for cell in line.strip().removeprefix(mark).removesuffix(mark).split(mark)]


@dataclass(slots=True)
class Paper:
    """A PDF under way: pages of placed words."""

    sample: Sample
    pages: list[list[tuple[float, float, str, float, str]]] = field(default_factory=lambda: [[]])
    y: float = TOP

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self.pages.append([])
        self.y = TOP

    def advance(self, height: float) -> None:
        """Move down, to the next page if this one is full."""
        if self.y - height < BOTTOM:
            self.new_page()
        self.y -= height

    def put(self, x: float, text: str, size: float, font: str = REGULAR) -> None:
        """Place *text* on the current line."""
        self.pages[-1].append((x, self.y, text, size, font))

    def add(self, line: str) -> None:
        """Add one source line."""
        match = MARK.match(line)
        if line == "[page]":
            self.new_page()
        elif match and match["columns"]:
            self._add_cells(split_cells(line, "||"), (LEFT, SECOND_COLUMN))
        elif match and match["row"]:
            cells = split_cells(line, "|")
            step = (WIDTH - LEFT - RIGHT) / (len(cells) + 1)
            self._add_cells(cells, (LEFT, *(LEFT + step * n for n in range(2, len(cells) + 1))))
        elif match and match["heading"]:
            size = HEADING_SIZES[len(match["heading"])]
            if self.y < BOTTOM + 3 * size:
                self.new_page()
            self.y -= size * 0.7
            self._add_wrapped(line[match.end() :], LEFT, size, BOLD)
        elif match:
            self._add_wrapped(line[match.end() :], LEFT + 18, self.sample.size, mark=match.group())
        elif line:
            self._add_wrapped(line, LEFT, self.sample.size)
        else:
            self.y -= self.sample.size * 0.6

    def _add_cells(self, cells: list[str], columns: tuple[float, ...]) -> None:
        self.advance(self.sample.size * 1.35)
        for x, cell in zip(columns, cells, strict=False):
            self.put(x, cell, self.sample.size)

    def _add_wrapped(
        self, text: str, x: float, size: float, font: str = REGULAR, mark: str = ""
    ) -> None:
        for number, line in enumerate(wrap(text, WIDTH - RIGHT - x, font, size)):
            self.advance(size * 1.35)
            if mark and not number:
                self.put(x - 14, "•" if mark == "- " else mark.strip(), size)
            self.put(x, line, size, font)


def wrap(text: str, width: float, font: str, size: float) -> list[str]:
    """Break *text* into lines; a word is broken at `¬` when a part of it fits."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    def fits(line: str) -> bool:
        return bool(stringWidth(line, font, size) <= width)

    lines = [""]
    for word in text.split():
        whole = f"{lines[-1]} {word.replace('¬', '')}".strip()
        head, _, tail = word.partition("¬")
        broken = f"{lines[-1]} {head}-".strip()
        if fits(whole):
            lines[-1] = whole
        elif tail and fits(broken):
            lines[-1] = broken
            lines.append(tail)
        else:
            lines.append(word.replace("¬", ""))
    return lines


def draw_margin(canvas: Any, y: float, text: str, page: int, pages: int) -> None:
    """Draw a line of a page's header or footer: what is left of `||`, and what is right."""
    left, _, right = text.format(page=page, pages=pages).partition("||")
    canvas.setFont(REGULAR, 9)
    canvas.drawString(LEFT, y, left.strip())
    canvas.drawRightString(WIDTH - RIGHT, y, right.strip())


def make_pdf(sample: Sample) -> bytes:
    """Return *sample* as a PDF with text."""
    from reportlab.pdfgen.canvas import Canvas

    paper = Paper(sample)
    for line in sample.lines:
        paper.add(line)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    for number, page in enumerate(paper.pages, start=1):
        for n, header in enumerate(sample.headers):
            draw_margin(canvas, HEIGHT - 30 - 13 * n, header, number, len(paper.pages))
        for x, y, text, size, font in page:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        draw_margin(canvas, 45, sample.footer, number, len(paper.pages))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def make_docx(sample: Sample) -> bytes:
    """Return *sample* as a Word file with real headings, lists and tables."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = MADE
    document.sections[0].header.paragraphs[0].text = " ".join(sample.headers)
    table = None
    for line in sample.lines:
        match = MARK.match(line)
        if match and match["row"]:
            cells = split_cells(line, "|")
            table = table or document.add_table(rows=0, cols=len(cells), style="Table Grid")
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
            continue
        table = None
        if match and match["heading"]:
            document.add_heading(line[match.end() :], len(match["heading"]))
        else:
            style = {"-": "List Bullet", None: "Normal"}.get(match and match.group()[0])
            document.add_paragraph(line[match.end() if match else 0 :], style or "List Number")
    file = BytesIO()
    document.save(file)
    return _with_fixed_times(file)


def _with_fixed_times(packed: BytesIO) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(entry))
    return file.getvalue()


def make(path: Path) -> Path:
    """Build one sample from its source and return where it lies."""
    sample = read_sample(path)
    suffix, content = (".pdf", make_pdf(sample)) if sample.footer else (".docx", make_docx(sample))
    result = (RESULTS / path.relative_to(SOURCES)).with_suffix(suffix)
    result.parent.mkdir(parents=True, exist_ok=True)
    result.write_bytes(scanned(content) if sample.scan else content)
    return result


if __name__ == "__main__":
    for source in sorted(SOURCES.rglob("*.md")):
        print(made := make(source), made.stat().st_size)
