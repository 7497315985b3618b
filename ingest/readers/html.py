"""Read the text of a web page, its headings, lists and tables kept."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from ingest.limits import Limits
from ingest.readers import text
from ingest.readers.layout import Block, Part, entry, heading, lay_out, row
from ingest.source import File, Source

DROPPED = frozenset(
    """
    script style nav noscript template head svg math iframe object audio video canvas
    button input select textarea option datalist
    """.split()
)
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form header hr html legend main p pre section summary table tbody tfoot thead
    h1 h2 h3 h4 h5 h6 ul ol li tr td th
    """.split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Stands for <br> until the white space of the source is gone.
BREAK = "\0"
BLANK_LINES = re.compile(r"\n{3,}")

# Python turns no more than 4,300 into a number; no list has a billion entries.
DIGITS = 9


@dataclass(slots=True)
class _List:
    """A list that is being read; `number` is its next entry's, if its entries are numbered."""

    number: int | None
    mark: str | None = None
    """The mark of the current entry until its text has come."""


@dataclass(slots=True)
class _Flow:
    """The blocks of the page, or of a table's cell, and the text that is no block yet."""

    blocks: list[Block] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    level: int = 0
    """That of the heading being read; 0 outside."""

    def close(self) -> None:
        """Make a block of the text that has come since the last one."""
        lines = "".join(self.inline).split(BREAK)
        found = BLANK_LINES.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
        self.inline.clear()
        if not found:
            return
        current = self.lists[-1] if self.lists else None
        if self.level:
            self.blocks.append(heading(found, level=self.level))
        elif current is not None and current.mark is not None:
            self.blocks.append(entry(found, mark=current.mark, depth=len(self.lists) - 1))
            current.mark = None
        else:
            self.blocks += [Block(Part.PARAGRAPH, part) for part in found.split("\n\n")]


@dataclass(slots=True)
class _Page:
    """What has been read: the page's flow, then those of the cells around this place."""

    flows: list[_Flow] = field(default_factory=lambda: [_Flow()])
    rows: list[list[list[Block]]] = field(default_factory=list)

    def start(self, element: Any, tag: str) -> None:
        """Take in the beginning of an element."""
        flow = self.flows[-1]
        if tag in BLOCKS:
            flow.close()
        if tag in {"ul", "ol"}:
            flow.lists.append(_List(_whole(element.get("start"), 1) if tag == "ol" else None))
        elif tag == "li":
            _number_entry(flow, element)
        elif tag == "br":
            flow.inline.append(BREAK)
        elif tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.flows.append(_Flow())
        elif _is_heading(tag):
            flow.level = int(tag[1])
        self.add(element, element.text)

    def end(self, tag: str) -> None:
        """Take in the end of an element."""
        flow = self.flows[-1]
        if tag in BLOCKS:
            flow.close()
        if tag in {"ul", "ol"} and flow.lists:
            flow.lists.pop()
        elif tag in {"td", "th"}:
            cell = self.flows.pop().blocks
            if self.rows:
                self.rows[-1].append(cell)
            else:  # a cell outside any row
                self.flows[-1].blocks += cell
        elif tag == "tr":
            flow.blocks += row(self.rows.pop())
        elif _is_heading(tag):
            flow.level = 0

    def add(self, parent: Any, words: str | None) -> None:
        """Take in text within *parent*."""
        if words:
            kept = words.replace("\n", BREAK) if parent.tag == "pre" else words
            self.flows[-1].inline.append(kept)


def read(file: File, limits: Limits) -> Source:
    """Return the text of the page, or of its main part if it is marked."""
    source = text.read(file, limits)
    return replace(source, text=page_text(source.text))


def page_text(html: str) -> str:
    r"""Return what a reader of the page sees, laid out.

    >>> page_text("<h1>Möte</h1><script>ut()</script><ul><li>Eva Ek<li>Bo Bok</ul>")
    '# Möte\n\n- Eva Ek\n- Bo Bok'
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, no_network=True)
    root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    return "" if root is None else lay_out(_titled(root, _blocks(_main(root))))


def _blocks(root: Any) -> list[Block]:
    """Return the blocks of an element, walking the tree without recursion: pages nest deeply."""
    from lxml import etree

    page = _Page()
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    skipped = None
    for event, element in walk:
        if event == "start" and _is_dropped(element):
            walk.skip_subtree()
            skipped = element
        elif event == "start":
            page.start(element, element.tag)
        elif event == "end" and element is not skipped:
            page.end(element.tag)
        if event != "start" and element is not root:
            page.add(element.getparent(), element.tail)
    page.flows[0].close()
    return page.flows[0].blocks


def _main(root: Any) -> Any:
    """Return the element that the page marks as its main part, or the whole page."""
    marked = root.xpath("//main | //*[@role='main']")
    return marked[0] if len(marked) == 1 else root


def _titled(root: Any, blocks: list[Block]) -> list[Block]:
    """Return the blocks under the page's title, if no heading is among them."""
    title = " ".join((root.findtext(".//title") or "").split())
    if not title or any(block.part is Part.HEADING for block in blocks):
        return blocks
    return [heading(title, level=1), *blocks]


def _number_entry(flow: _Flow, element: Any) -> None:
    if not flow.lists:  # an entry outside any list
        flow.inline.append("- ")
        return
    current = flow.lists[-1]
    if current.number is None:
        current.mark = "-"
        return
    number = _whole(element.get("value"), current.number)
    current.mark, current.number = f"{number}.", number + 1


def _whole(value: str | None, default: int) -> int:
    return int(value[:DIGITS]) if value and value.isascii() and value.isdigit() else default


def _is_heading(tag: str) -> bool:
    return tag in HEADINGS


def _is_dropped(element: Any) -> bool:
    return (
        element.tag in DROPPED
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(HIDDEN_STYLE.search(element.get("style", "")))
    )
