"""Read the texts to train on: folders of .txt, .md, .jsonl and .jsonl.xz files."""

import json
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# The names that collections of texts give to their fields; the first that is filled counts.
TITLE_FIELDS = ("topic", "title", "heading")
PART_OF_FIELDS = ("law",)
SUMMARY_FIELDS = ("summary",)
QUESTION_FIELDS = ("questions", "question")
BODY_FIELDS = ("body", "text", "context")

SUFFIXES = (".txt", ".md", ".jsonl", ".jsonl.xz")

HEADING = re.compile(r"#{1,6}\s+(?P<title>.+)")
BLANK_LINES = re.compile(r"\n\s*\n")
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Paragraphs under one heading; the first section of a text may have none."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text with what its author wrote to name, sum up or question it."""

    title: str = ""
    summary: str = ""
    questions: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All paragraphs, headings left out."""
        return tuple(paragraph for section in self.sections for paragraph in section.paragraphs)


def read_texts(paths: Iterable[Path]) -> Iterator[Text]:
    """Yield the texts of files and folders, in the order of their names."""
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.name.endswith(SUFFIXES):
                yield from _read_file(file)


def _read_file(file: Path) -> Iterator[Text]:
    if file.name.endswith((".txt", ".md")):
        yield plain_text(file.read_text(encoding="utf-8"))
        return
    opener = lzma.open if file.name.endswith(".xz") else open
    with opener(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield record_text(json.loads(line))


def plain_text(text: str) -> Text:
    r"""Return a text whose first line, when it stands alone, is its title.

    >>> plain_text("# Årsmöte\n\nAlla kom.\n\n## Val\n\nBo valdes.").sections[1].heading
    'Val'
    """
    paragraphs = _paragraphs(text)
    rest = paragraphs[1:]
    if not rest or "\n" in paragraphs[0]:
        return Text(sections=_sections(paragraphs))
    return Text(title=paragraphs[0].lstrip("# "), sections=_sections(rest))


def record_text(record: Mapping[str, object]) -> Text:
    r"""Return the text of a JSON record, by the names of its fields.

    >>> record_text({"title": "Val", "body": "Bo valdes.\n\nEva avgick."}).paragraphs
    ('Bo valdes.', 'Eva avgick.')
    """
    titles = [*_lines(record, PART_OF_FIELDS), *_lines(record, TITLE_FIELDS)]
    summary = " ".join(_lines(record, SUMMARY_FIELDS))
    body = "\n\n".join(_lines(record, BODY_FIELDS))
    # Web pages repeat the summary as their first paragraph: learning that would teach nothing.
    paragraphs = [paragraph for paragraph in _paragraphs(body) if paragraph != summary]
    return Text(
        title=" ".join(titles),
        summary=summary,
        questions=tuple(_lines(record, QUESTION_FIELDS)),
        sections=_sections(paragraphs),
    )


def _lines(record: Mapping[str, object], names: Iterable[str]) -> list[str]:
    value = next((record[name] for name in names if record.get(name)), [])
    values = value if isinstance(value, list) else [value]
    return [str(item).replace(SOFT_HYPHEN, "").strip() for item in values]


def _paragraphs(text: str) -> list[str]:
    parts = (part.strip() for part in BLANK_LINES.split(text.replace(SOFT_HYPHEN, "")))
    return [part for part in parts if part]


def _sections(paragraphs: Iterable[str]) -> tuple[Section, ...]:
    grouped: list[tuple[str, list[str]]] = [("", [])]
    for paragraph in paragraphs:
        if heading := HEADING.fullmatch(paragraph):
            grouped.append((heading["title"], []))
        else:
            grouped[-1][1].append(paragraph)
    return tuple(
        Section(heading=heading, paragraphs=tuple(members))
        for heading, members in grouped
        if members
    )
