"""Divide minutes into chunks: an item, or parts of a long one, each with its heading path."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.items import Item
from rag.minutes import Chunk, ChunkKind, Minutes
from rag.span import Page, Span
from rag.swedish.sentences import sentences

# Characters. An item up to WHOLE stays whole; a longer one is divided into parts that end at a
# paragraph once they hold LEAST, at a sentence before MOST, and never exceed LIMIT.
WHOLE = 1200
LEAST = 600
MOST = 1000
LIMIT = 2000
# A last part shorter than this joins the one before it.
TAIL = 250
# Decisions this near one another are read together.
SAME_RUN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Region:
    """A stretch of the text that no chunk crosses the border of."""

    span: Span
    kind: ChunkKind
    path: tuple[str, ...] = ()


def chunk_minutes(text: str, minutes: Minutes, pages: tuple[Page, ...]) -> tuple[Chunk, ...]:
    """Return the chunks of *text*: every character but white space lies in exactly one."""
    starts = [page.span.start for page in pages]
    return tuple(
        Chunk(
            span=span,
            kind=region.kind,
            heading_path=region.path,
            page=_page(span.start, starts, pages),
        )
        for region in _regions(text, minutes)
        for span in _parts(text, region.span)
    )


def _page(offset: int, starts: Sequence[int], pages: Sequence[Page]) -> int | None:
    position = bisect_right(starts, offset) - 1
    return pages[position].number if position >= 0 else None


def _regions(text: str, minutes: Minutes) -> Iterator[_Region]:
    """Yield what precedes the items, and the items, with the lists of people cut out."""
    attendance = minutes.attendance
    for region in _item_regions(text, minutes):
        if attendance is None or not region.span.overlaps(attendance):
            yield region
            continue
        before = Span(region.span.start, max(region.span.start, attendance.start))
        after = Span(min(region.span.end, attendance.end), region.span.end)
        yield _Region(span=before, kind=region.kind, path=region.path)
        yield _Region(
            span=Span(before.end, after.start), kind=ChunkKind.ATTENDANCE, path=region.path
        )
        yield _Region(span=after, kind=region.kind, path=region.path)


def _item_regions(text: str, minutes: Minutes) -> Iterator[_Region]:
    items = minutes.items
    first = items[0].span.start if items else len(text)
    yield _Region(span=Span(0, first), kind=ChunkKind.TEXT)
    whole_until = -1
    around: list[Item] = []
    for position, item in enumerate(items):
        del around[item.level - 1 :]
        around.append(item)
        if item.span.start < whole_until:
            continue
        path = tuple(outer.label for outer in around)
        following = items[position + 1].span.start if position + 1 < len(items) else len(text)
        if item.span.end - item.span.start <= WHOLE:
            whole_until = item.span.end
            yield _Region(span=item.span, kind=ChunkKind.ITEM, path=path)
        else:
            own = _Region(span=Span(item.span.start, following), kind=ChunkKind.ITEM, path=path)
            yield from _with_decisions(own, [decision.span for decision in item.decisions])


def _with_decisions(region: _Region, decisions: Sequence[Span]) -> Iterator[_Region]:
    """Yield a long item's region with each run of its *decisions* cut out.

    What is too short to stand alone beside them, such as a heading, goes with them.
    """
    start, end = region.span.start, region.span.end
    for run in _runs(decisions):
        first = run.start if run.start - start >= TAIL else start
        last = run.end if end - run.end >= TAIL else end
        yield _Region(span=Span(start, first), kind=region.kind, path=region.path)
        yield _Region(span=Span(first, last), kind=ChunkKind.DECISION, path=region.path)
        start = last
    yield _Region(span=Span(start, end), kind=region.kind, path=region.path)


def _runs(spans: Sequence[Span]) -> list[Span]:
    runs: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if runs and span.start - runs[-1].end <= SAME_RUN:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return runs


def _parts(text: str, region: Span) -> Iterator[Span]:
    """Yield the parts of a region, trimmed of white space."""
    whole = _trim(text, region)
    if whole.end - whole.start <= WHOLE:
        if whole.end > whole.start:
            yield whole
        return
    start = whole.start
    pieces = list(_pieces(text, whole))
    for position, piece in enumerate(pieces):
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if following is None:
            yield _trim(text, Span(start, whole.end))
        elif _ends_here(text, Span(start, piece.end), following, whole.end):
            yield _trim(text, Span(start, piece.end))
            start = piece.end


def _ends_here(text: str, part: Span, following: Span, end: int) -> bool:
    """Tell whether *part* is long enough to end before the piece *following*."""
    length = part.end - part.start
    if end - part.end < TAIL and end - part.start <= WHOLE:
        return False
    said = text[following.start : following.end].lstrip()
    begins = text[following.start : following.end - len(said)]
    paragraph = "\n" in begins and not said[:1].islower()
    if following.end - part.start > MOST:
        return not (length < TAIL and following.end - part.start <= WHOLE)
    return paragraph and length >= LEAST


def _pieces(text: str, whole: Span) -> Iterator[Span]:
    """Yield sentences with the marks before them, without gaps; long ones cut at white space."""
    start = whole.start
    for sentence in sentences(text, whole):
        yield from _cut(text, Span(start, sentence.end))
        start = sentence.end
    if text[start : whole.end].strip():
        yield from _cut(text, Span(start, whole.end))


def _cut(text: str, piece: Span) -> Iterator[Span]:
    start = piece.start
    while piece.end - start > MOST:
        cut = max(text.rfind(" ", start + LEAST, start + MOST), start + LEAST)
        newline = text.rfind("\n", start + LEAST, start + MOST)
        cut = max(cut, newline)
        cut = cut if text[cut].isspace() else start + MOST
        yield Span(start, cut)
        start = cut
    yield Span(start, piece.end)


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
