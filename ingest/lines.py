"""See a text as its lines: what each says, the mark it bears and where it stands."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.span import Span

# A structural line is shorter; of a longer one only the beginning is looked at.
LONGEST = 2000

MARKS = re.compile(
    r"""(?P<hashes>\#{1,6})?          # "# Rubrik", "##Rubrik"
    \s*
    (?P<bullet>[-*•–·▪◦‣+](?=\s))?    # "- Bo fixar kaffe"
    \s*
    (?:\|\s*)?                        # "| Eva Ek | X |"
    (?P<bold>\*\*(?=[^\s*])|__(?=[^\s_]))?      # "**Närvarande:** …"
    """,
    re.VERBOSE,
)
FRONT_MATTER = re.compile(r"-{3,}$")
LONGEST_FRONT_MATTER = 25
WORDS_END = re.compile(r"(?:\s|\*\*|__|(?<=\s)#+)*$")


class Line(NamedTuple):
    """A line that is not blank; a tuple, since a text may have a million."""

    start: int
    """Its first character that is not white space."""
    end: int
    words: str
    """The line without its marks, at most `LONGEST` characters."""
    words_start: int
    hashes: int
    """The Markdown heading's level; 0 when it is none."""
    bullet: bool
    bold: bool
    """The whole line is emphasised."""
    indent: int
    after_blank: bool
    """It follows a blank line, or begins the text."""

    @property
    def row(self) -> bool:
        """Tell whether it is a row of a table."""
        return " | " in self.words or self.words.endswith("|")

    @property
    def span(self) -> Span:
        """The line without the white space around it."""
        return Span(self.start, self.end)


def split_lines(text: str) -> list[Line]:
    r"""Return the lines of *text* that are not blank.

    >>> [(line.words, line.hashes) for line in split_lines("##Förråd\n\n- Bo fixar")]
    [('Förråd', 2), ('Bo fixar', 0)]
    """
    lines = []
    position = 0
    after_blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            lines.append(_line(raw, stripped, position, after_blank=after_blank))
        after_blank = not stripped
        position += len(raw) + 1
    return lines


def front_matter_end(lines: Sequence[Line]) -> int:
    """Return the first line after a block between two `---`, as some Markdown begins."""
    if not lines or not FRONT_MATTER.match(lines[0].words):
        return 0
    rest = range(1, min(len(lines), LONGEST_FRONT_MATTER))
    return next((i + 1 for i in rest if FRONT_MATTER.match(lines[i].words)), 0)


def _line(raw: str, stripped: str, position: int, *, after_blank: bool) -> Line:
    indent = len(raw) - len(raw.lstrip())
    start = position + indent
    marks = MARKS.match(stripped)
    words = stripped[:LONGEST]
    skipped, hashes, bullet, bold = 0, 0, False, False
    if marks and marks.end():
        skipped = marks.end()
        hashes = len(marks["hashes"] or "")
        bullet = marks["bullet"] is not None
        bold = marks["bold"] is not None and stripped.rstrip(":. ").endswith(("**", "__"))
        words = words[skipped:]
        if hashes or bold:
            words = WORDS_END.sub("", words[-40:]).join((words[:-40], ""))
        if bold:
            words = words.replace("**", "").replace("__", "")
    return Line(
        start, position + indent + len(stripped), words, start + skipped, hashes, bullet, bold,
        indent, after_blank,
    )  # fmt: skip
