"""Choose which lines are the headings of agenda items."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ingest.header_words import BODY_LABELS, DATE_LABELS, PLACE_LABELS, TIME_LABELS
from ingest.headings import LONGEST_HEADING, Heading, clean_title, is_sub_heading
from ingest.item_words import CONTENTS_HEADINGS
from ingest.lines import Line
from ingest.names import full_names
from ingest.numbering import appendix_headings, numbered_headings, section_headings
from ingest.patterns import NUMBERED, SECTION
from ingest.rosters import labelled, roster_heading, signatory
from ingest.title import title_words

HEADER_LABELS = DATE_LABELS | TIME_LABELS | PLACE_LABELS | BODY_LABELS

LONGEST_STANDALONE = 60
# Such a line with text directly below it is hardly the beginning of a paragraph.
SHORT = 40
# One unnumbered heading of its sort may be chance; two are a system.
ENOUGH = 2


def find_outline(
    lines: Sequence[Line], *, title: frozenset[int], held: frozenset[int]
) -> list[Heading]:
    """Return the headings of items; *title* and *held* are lines of the title and of lists."""
    outside = [
        index
        for index, line in enumerate(lines)
        if index not in title and (index not in held or line.words.startswith("§"))
    ]
    sections = section_headings(lines, outside)
    marked = [h for h in _marked(lines, outside) if not _is_header(lines, h.first)]
    if len(sections) < ENOUGH:
        marked = _without_sub_headings(marked)
        if len(marked) >= ENOUGH:
            return marked
    numbered = numbered_headings(lines, outside)
    if len(sections) * ENOUGH > len(numbered):
        return _with_appendices(lines, _with_marked(lines, sections, marked))
    if numbered:
        return _with_appendices(lines, numbered)
    alone = [index for index in outside if _may_stand_alone(lines[index])]
    systems = (_capitals, _emphasised, _standalone)
    outlines = (list(_standing_alone(lines, alone, system)) for system in systems)
    chosen = next((outline for outline in outlines if len(outline) >= ENOUGH), marked)
    return chosen or list(_standing_alone(lines, alone, _fixed))


def _with_appendices(lines: Sequence[Line], outline: Sequence[Heading]) -> list[Heading]:
    return [*outline, *appendix_headings(lines, outline[-1].last)]


def _marked(lines: Sequence[Line], outside: Sequence[int]) -> Iterator[Heading]:
    """Yield Markdown's headings, with the number that their words may begin with."""
    for index in outside:
        line = lines[index]
        if not line.hashes or not line.words:
            continue
        words = line.words[:LONGEST_HEADING]
        section = SECTION.match(words)
        match = section or NUMBERED.match(words)
        number = match["number"].strip() if match else None
        title = clean_title(match["title"] if match and match["title"] else words) or words
        yield Heading(
            first=index,
            last=index,
            title=title,
            number=f"§ {number}" if section else number,
            depth=line.hashes,
        )


def _is_header(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a Markdown heading belongs to the meeting's header: a date, `Närvarande`."""
    line = lines[index]
    below = lines[index + 1].words if index + 1 < len(lines) else ""
    return bool(
        roster_heading(line)
        or (signatory(line) and full_names(below) > 1)
        or labelled(line.words, HEADER_LABELS)
        or not title_words(line.words)
        or line.words.lower().strip(" :") in CONTENTS_HEADINGS
    )


def _without_sub_headings(marked: Sequence[Heading]) -> list[Heading]:
    """Leave out fixed sub-headings that lie under another heading, or beside numbered ones."""
    numbered = sum(heading.number is not None for heading in marked) * 2 > len(marked)
    kept: list[Heading] = []
    above = 0
    for heading in marked:
        fixed = heading.number is None and is_sub_heading(heading.title)
        if fixed and (numbered or 0 < above < heading.depth):
            continue
        above = above if fixed else heading.depth
        kept.append(heading)
    return kept


def _with_marked(
    lines: Sequence[Line], sections: Sequence[Heading], marked: Sequence[Heading]
) -> list[Heading]:
    """Put the Markdown headings that are no fixed sub-headings among the sections."""
    taken = {index for h in sections for index in range(h.first, h.last + 1)}
    others = [h for h in marked if h.first not in taken and not is_sub_heading(h.title)]
    above = 0
    merged = []
    for heading in sorted([*sections, *others], key=lambda h: h.first):
        hashes = lines[heading.first].hashes
        if heading.first not in taken:
            above = hashes
            merged.append(heading)
        else:
            base = hashes - 1 if hashes else above
            merged.append(replace(heading, depth=base + heading.depth))
    return merged


_System = Callable[[Sequence[Line], int], bool]


def _standing_alone(
    lines: Sequence[Line], alone: Sequence[int], system: _System
) -> Iterator[Heading]:
    """Yield the lines of *alone* that *system* takes for headings."""
    for index in alone:
        if system(lines, index):
            title = clean_title(lines[index].words.rstrip(" :"))
            yield Heading(first=index, last=index, title=title)


def _may_stand_alone(line: Line) -> bool:
    words = line.words
    return (
        len(words) <= LONGEST_STANDALONE
        and not (line.bullet or line.row)
        and any(character.isalpha() for character in words)
        and bool(title_words(words))
        and not (roster_heading(line) or signatory(line) or labelled(words))
    )


def _capitals(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    letters = sum(character.isalpha() for character in line.words)
    return line.words.isupper() and letters > 3 and not _ends_sentence(line)  # noqa: PLR2004


def _emphasised(lines: Sequence[Line], index: int) -> bool:
    return lines[index].bold


def _standalone(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a short line without a full stop has its text below it."""
    line = lines[index]
    if not line.words[0].isupper() or _ends_sentence(line) or full_names(line.words) > 1:
        return False
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.words[:1].islower() or not _begins(lines, index):
        return False
    if line.after_blank and not below.after_blank and len(line.words) <= SHORT:
        return True
    length = len(below.words)
    sentence = below.words.endswith(".") and length > len(line.words)
    return not below.bullet and (sentence or length > LONGEST_STANDALONE)


def _fixed(lines: Sequence[Line], index: int) -> bool:
    return is_sub_heading(lines[index].words) and _begins(lines, index)


def _begins(lines: Sequence[Line], index: int) -> bool:
    """Tell whether no sentence runs on from the line above."""
    line = lines[index]
    above = lines[index - 1] if index else None
    paragraph = line.after_blank or above is None or above.words.endswith((".", "!", "?"))
    return paragraph and not line.words[0].islower()


def _ends_sentence(line: Line) -> bool:
    return line.words.endswith((".", ",", ";", ":", "!"))
