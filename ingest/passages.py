"""See an item's text as sentences and list entries, each under its fixed heading."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ingest.headings import OWNED_NOTE, is_action_heading, is_sub_heading
from ingest.item_words import DECISION_HEADINGS
from ingest.lines import Line
from ingest.statement_words import NOTE_HEADINGS, PROPOSAL_HEADINGS, RESERVATION_HEADINGS
from rag.span import Span
from rag.swedish.sentences import WRAPPED_LINE, sentences

# Only the beginning of a sentence says what it is; a text may be one sentence of 10 MB.
LONGEST_BEGINNING = 400
LONGEST_LABEL = 80
# Words of a heading that ends with a full stop; more are a sentence.
LONGEST_STOPPED = 2
# What stands before a point of a list, and before anything that begins a line.
LIST_MARK = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–·▪◦‣+]|\d{1,3}[.)]|[a-zåäö][.)])[ \t]+$")
LINE_START = re.compile(r"(?:^|\n)[ \t#>|*_]*$")
LONGEST_MARK = 20
# "att höja avgiften" · "**att** höja avgiften"
ATT = re.compile(r"^[*_]{0,3}(?:(?:samt|dels|och)\s+)?att[*_]{0,3}\s", re.IGNORECASE)
TELLING_TITLES = DECISION_HEADINGS | PROPOSAL_HEADINGS | RESERVATION_HEADINGS | NOTE_HEADINGS
# A column of headings: "Beslut          Nämnden beslutar att …"
BESIDE = re.compile(r"^(?P<label>[^|\t:]{2,40}?)(?:\s*\|\s*(?=[^|]{20,}$)|\t+|\s{3,})(?=\S)")
SENTENCE_ENDS = (".", "!", "?", ":", ";")
LABEL_EDGES = " .:*_?"
LABEL_MARKS = ":*_ \t\n"


class Passage(NamedTuple):
    """A sentence or a list entry; a tuple, since a text may have a million."""

    span: Span
    words: str
    """Its beginning, at most `LONGEST_BEGINNING` characters."""
    heading: str | None
    """The fixed heading that it stands under, as printed: `Yrkanden`."""
    listed: bool
    """It is an entry of a list."""
    is_heading: bool
    """It is that heading, and says nothing else."""
    label: int
    """Where its own words begin: after the heading's in `Yrkanden: Eva yrkar …`."""

    @property
    def under(self) -> str:
        """The heading in lower case, without whose note it is; empty when there is none."""
        heading = (self.heading or "").lower()
        note = OWNED_NOTE.match(heading)
        return note["head"] if note else heading

    @property
    def noted_by(self) -> str:
        """Whose note or reservation the heading says that it is, as printed."""
        note = OWNED_NOTE.match(self.heading or "")
        return note["owner"] if note else ""

    @property
    def said(self) -> str:
        """Its own words."""
        return self.words[self.label :]

    @property
    def is_point(self) -> bool:
        """Tell whether it is one of several: a list entry or an `att`-clause."""
        return self.listed or bool(ATT.match(self.words))


class _Section(NamedTuple):
    """A line that is a fixed heading, begins with one, or ends what stands under the last."""

    line: Line
    heading: str | None
    inline: bool
    """What stands under it goes on from the same line."""
    beside: int | None = None
    """Where that begins, when it stands in a column of its own."""


def read_passages(
    text: str,
    own: Span,
    lines: Sequence[Line],
    *,
    title: str,
    ends: Callable[[Line], bool] = lambda _: False,
) -> list[Passage]:
    r"""Return the passages of *own*, an item's text below its heading, whose lines are *lines*.

    A line for which *ends* is true stands under no fixed heading, nor does what follows it.

    >>> from ingest.lines import split_lines
    >>> text = "Yrkanden\nBo yrkar bifall.\nFörslag: höj avgiften.\nAlla talade."
    >>> found = read_passages(text, Span(0, len(text)), split_lines(text), title="Taxa")
    >>> [(p.under, p.said) for p in found if not p.is_heading]
    [('yrkanden', 'Bo yrkar bifall.'), ('förslag', 'höj avgiften.'), ('', 'Alla talade.')]
    """
    return list(_passages(text, own, list(_sections(lines, ends)), title))


def label_of(line: Line) -> str | None:
    """Return the fixed heading that *line* is, or begins with before a colon."""
    words = line.words
    if line.bullet or len(words) > LONGEST_LABEL * 4:
        return None
    beside = BESIDE.match(words)
    if beside and is_fixed_heading(beside["label"]):
        return beside["label"].strip(LABEL_EDGES)
    label = words.split(":", 1)[0] if ":" in words[:LONGEST_LABEL] else words
    sentence = label.endswith(".") and len(label.split()) > LONGEST_STOPPED
    label = label.strip(LABEL_EDGES)
    return label if is_fixed_heading(label) and not sentence else None


def is_fixed_heading(words: str) -> bool:
    """Tell whether *words* head a part of an item, or a list of things to do."""
    return len(words) <= LONGEST_LABEL and (is_sub_heading(words) or is_action_heading(words))


def _sections(lines: Sequence[Line], ends: Callable[[Line], bool]) -> Iterator[_Section]:
    above: Line | None = None
    for line in lines:
        label = None if above and _goes_on(above, line) else label_of(line)
        above = line
        if ends(line):
            yield _Section(line, None, inline=False)
        elif label is not None:
            beside = BESIDE.match(line.words)
            if beside and beside["label"].strip(LABEL_EDGES) == label:
                yield _Section(line, label, inline=True, beside=line.words_start + beside.end())
                continue
            rest = line.words.partition(":")[2].strip(LABEL_EDGES)
            yield _Section(line, label, inline=bool(rest))


def _goes_on(above: Line, line: Line) -> bool:
    """Tell whether *line* is the rest of a sentence: `… tog upp flera av ⏎ kommunernas förslag`."""
    if line.after_blank or line.hashes or line.bold:
        return False
    wrapped = len(above.words) >= WRAPPED_LINE and not above.words.endswith(SENTENCE_ENDS)
    return wrapped or line.words[:1].islower()


def _passages(text: str, own: Span, sections: Sequence[_Section], title: str) -> Iterator[Passage]:
    heading = title if _may_be_heading(title) else None
    section: _Section | None = None
    position = 0
    for sentence in sentences(text, own):
        span, fresh = sentence, False
        while position < len(sections) and sections[position].line.start <= span.start:
            section = sections[position]
            heading, fresh = section.heading, True
            position += 1
        beside = section.beside if section and fresh else None
        if beside is not None and span.start < beside < span.end:
            span = Span(beside, span.end)
        words = text[span.start : min(span.end, span.start + LONGEST_BEGINNING)]
        before = text[max(own.start, span.start - LONGEST_MARK) : span.start]
        listed = bool(LIST_MARK.search(before))
        if section and section.inline and not (fresh or listed or ATT.match(words)):
            heading = None if LINE_START.search(before) else heading
        label = is_heading = 0
        if section and fresh and heading is not None and section.beside is None:
            is_heading = not section.inline and span.end <= section.line.end
            label = 0 if is_heading else _label_end(words, section.line.end - span.start)
        yield Passage(span, words, heading, listed, bool(is_heading), label)


def _may_be_heading(title: str) -> bool:
    """Tell whether an item's title says what its sentences are; `Information` does not."""
    lowered = title.lower().strip(LABEL_EDGES)
    return lowered in TELLING_TITLES or (len(title) <= LONGEST_LABEL and is_action_heading(title))


def _label_end(words: str, line_end: int) -> int:
    """Return where `Uppdrag: Bo Dal skickar …` begins in earnest; or on the line below."""
    label, colon, _ = words[: LONGEST_LABEL + 2].partition(":")
    own = words[len(label) + 1 :] if colon and len(label) < line_end else words[line_end:]
    return len(words) - len(own.lstrip(LABEL_MARKS))
