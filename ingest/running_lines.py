"""Drop the lines that a paged document repeats at the top or bottom of its pages."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from ingest.decoration import is_decoration

# How far from the edge of a page a header or footer can reach, in lines with text.
EDGE = 6

# A paragraph on one line is no header.
LONGEST = 200

NUMBER = re.compile(r"\d+")
# Columns may part otherwise on another page.
SPACES = re.compile(r"[\s|]+")

# What opens an item or a part of one, and may well stand first on most pages: `§ 94 Bokslut`,
# `- Eva Ek`, `Dnr KS 2023/145`, `Kommunstyrelsens beslut`, `Byalaget beslutar`, `Sammanfattning`.
HEADING = re.compile(
    r"""\s*(?:§ | [-*•–]\s+[^\W\d_] | dnr\b | diarienummer\b | ärende | att\s
        | (?:\w+\s){0,3}\w*?(?:beslut\w{0,8} | förslag | yrkanden? | sammanfattning | reservation
            | bakgrund | votering | omröstning | jäv | protokollsanteckning)\s*:?\s*$)""",
    re.VERBOSE | re.IGNORECASE,
)

# A running line stands on more than half of the pages, and on most of those between the first and
# the last that have it. `Ekonomiavdelningen`, to whom decisions are sent, may well end every other
# page.
MOST = 0.5
DENSE = 0.8

# No page has a number with more digits.
PAGE_DIGITS = 4


def drop_running_lines(pages: Sequence[str]) -> list[str]:
    r"""Return *pages* without page numbers and lines that repeat at their edges.

    A line repeats when more than half of the pages have it, or have it but for a number that grows
    with the pages. What else it says may be said nowhere but there: which body met, and when. So a
    header stays where it first stands, and a footer where it last does; there they break no
    sentence.

    >>> drop_running_lines(["Byalaget\n1 (2)\nHej", "Byalaget\n2 (2)\ndå"])
    ['Byalaget\nHej', 'då']
    """
    lines = [page.split("\n") for page in pages]
    is_running = _recognise(lines)
    seen: set[str] = set()
    headers = [_header(page, n, is_running) for n, page in enumerate(lines)]
    footers = [_footer(page, n, is_running, headers[n]) for n, page in enumerate(lines)]
    dropped = [_repeated(page, found, seen) for page, found in zip(lines, headers, strict=True)]
    for n in reversed(range(len(lines))):
        dropped[n] |= _repeated(lines[n], footers[n], seen)
    return [
        "\n".join(line for i, line in enumerate(page) if i not in dropped[n])
        for n, page in enumerate(lines)
    ]


Key = tuple[str, int, int]
IsRunning = Callable[[str, int], bool]


def _recognise(pages: Sequence[Sequence[str]]) -> IsRunning:
    """Return a test of whether a line, standing at the edge of page *n*, is a running line."""
    places: dict[Key, list[int]] = defaultdict(list)
    written = [n for n, page in enumerate(pages) if any(line.strip() for line in page)]
    for place, n in enumerate(written):
        for key in {key for i in _edge(pages[n]) for key in _keys(pages[n][i], n)}:
            places[key].append(place)
    running = {key for key, found in places.items() if _is_regular(found, len(written))}

    def is_running(line: str, n: int) -> bool:
        if len(line) > LONGEST:
            return False
        decoration = is_decoration(line)
        if decoration and str(n + 1) in NUMBER.findall(line):
            return True
        if HEADING.match(line) and not decoration:
            return False
        return any(key in running for key in _keys(line, n))

    return is_running


def _is_regular(places: Sequence[int], pages: int) -> bool:
    """Tell whether a line that stands on the pages *places* does so by design."""
    stretch = places[-1] - places[0] + 1
    return 1 < len(places) > pages * MOST and len(places) >= DENSE * stretch


def _keys(line: str, n: int) -> Iterator[Key]:
    """Yield what the line would share with its like on other pages.

    The line itself; and, for each of its numbers, the line without numbers and how far that number
    is ahead of page *n*, which is the same on all pages if it is the page's.
    """
    if len(line) > LONGEST:
        return
    text = SPACES.sub(" ", line).strip()
    yield text, -1, 0
    bare = NUMBER.sub("#", text)
    for position, match in enumerate(NUMBER.finditer(text)):
        if len(match.group()) <= PAGE_DIGITS:
            yield bare, position, int(match.group()) - n


def _edge(page: Sequence[str]) -> list[int]:
    """Return the indices of the lines near the top and the bottom of *page*."""
    written = [i for i, line in enumerate(page) if line.strip()]
    return [*written[:EDGE], *written[max(EDGE, len(written) - EDGE) :]]


def _header(page: Sequence[str], n: int, is_running: IsRunning) -> list[int]:
    """Return the indices of the running lines at the top of page *n*."""
    written = [i for i, line in enumerate(page) if line.strip()]
    return list(takewhile(lambda i: is_running(page[i], n), written[:EDGE]))


def _footer(page: Sequence[str], n: int, is_running: IsRunning, header: list[int]) -> list[int]:
    """Return the indices of the running lines at the bottom of page *n*."""
    written = [i for i, line in enumerate(page) if line.strip()][len(header) :]
    return list(takewhile(lambda i: is_running(page[i], n), reversed(written[-EDGE:])))


def _repeated(page: Sequence[str], found: list[int], seen: set[str]) -> set[int]:
    """Return the *found* lines that say nothing new, and note in *seen* what the others say."""
    said = {i: NUMBER.sub("#", page[i].strip()) for i in found}
    repeated = {i for i in found if said[i] in seen or is_decoration(page[i])}
    seen.update(said.values())
    return repeated
