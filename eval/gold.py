"""Read the gold: what a person found in minutes, kept as places and hashes without their text.

Each annotation says where it stood in the text, how many words it has and what they hash to. The
readers and the cleaning may move characters; `anchor` then finds the same words again.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from rag.errors import DatasetError
from rag.span import Span
from rag.swedish.words import fold

GOLD = Path(__file__).parent / "data" / "gold"
"""One JSON file a document."""

WORD = re.compile(r"[^\W_]+")

# How many words more than before a place may have: the cleaning joins words split at a line's end.
RESPLIT = (0, -1, 1, -2, 2)


class Half(StrEnum):
    """What a document may be used for."""

    TUNE = "tune"
    """To find and mend the grammar's errors."""
    REPORT = "report"
    """To measure only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place in a text and the words that stood there."""

    start: int
    end: int
    words: int
    """How many words it has."""
    hash: str
    """SHA-256 of its words, normalised."""
    optional: bool = False
    """True where readers may differ: finding it is no error, missing it neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPerson(Mark):
    """Someone present; words and hash are those of the name."""

    name: str | None = None
    """Only in the project's own, invented minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldAction(Mark):
    """Something to be done, and where the text says by whom and when, nearest to it."""

    who: Mark | None = None
    due: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A fact that a summary should tell."""

    weight: int
    """3 for the essential, 2 for what belongs in a summary, 1 for what is good to have."""
    any: tuple[Mark, ...]
    """Places, each of which tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """What a person found in one document."""

    file: str
    sha256: str
    """Of the file's bytes: another version of the file would need annotations of its own."""
    half: Half
    date: str | None
    """An ISO 8601 day or interval `first/last`; `None` when a reader cannot tell."""
    present: tuple[GoldPerson, ...]
    headings: tuple[Mark, ...]
    decisions: tuple[Mark, ...]
    actions: tuple[GoldAction, ...]
    points: tuple[Point, ...] = ()
    """Empty where nobody has written them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and where it stands."""

    text: str
    span: Span


_FORMAT = TypeAdapter(GoldDocument)


def find_words(text: str) -> list[Word]:
    """Return the words of *text*: runs of letters and digits, without case and diacritics.

    >>> [word.text for word in find_words("## § 4 Ölands _broar_")]
    ['4', 'olands', 'broar']
    """
    return [Word(fold(match[0]), Span(*match.span())) for match in WORD.finditer(text)]


def joined(words: Iterable[Word]) -> str:
    """Return the letters and digits alone: where a word is split or hyphenated is no matter."""
    return "".join(word.text for word in words)


def fingerprint(words: Iterable[Word]) -> str:
    """Return the hash that tells whether two places have the same words."""
    return hashlib.sha256(joined(words).encode()).hexdigest()


def anchor(mark: Mark, text: str, words: Sequence[Word]) -> Span | None:
    """Return where the words of *mark* stand in *text* now: where they did, or else the nearest.

    Args:
        mark: The annotation.
        text: The document as it is read now.
        words: Those of *text*, as `find_words` returns them.
    """
    if fingerprint(find_words(text[mark.start : mark.end])) == mark.hash:
        return Span(mark.start, mark.end)
    nearest = sorted(range(len(words)), key=lambda first: abs(words[first].span.start - mark.start))
    for more in RESPLIT:
        for first in nearest:
            window = words[first : first + mark.words + more]
            if window and fingerprint(window) == mark.hash:
                return Span(window[0].span.start, window[-1].span.end)
    return None


def load_gold(folder: Path = GOLD) -> tuple[GoldDocument, ...]:
    """Return the annotated documents in *folder*, by file name.

    Raises:
        DatasetError: There is none, or one is malformed; the message names it.
    """
    documents = tuple(_load(path) for path in sorted(folder.glob("*.json")))
    if not documents:
        raise DatasetError(f"I {folder} finns inget facit; kontrollera sökvägen.")
    return documents


def dump_gold(document: GoldDocument) -> str:
    """Return *document* as the JSON that `load_gold` reads, an annotation a line."""
    fields = _FORMAT.dump_python(document, mode="json", exclude_defaults=True)
    lines = [f"{json.dumps(name)}: {_dump_field(value)}" for name, value in fields.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _dump_field(value: str | list[dict[str, Any]] | None) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return "[" + ",".join(f"\n {json.dumps(one, ensure_ascii=False)}" for one in value) + "]"


def file_hash(path: Path) -> str:
    """Return the SHA-256 of the file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def locate(document: GoldDocument, folders: Iterable[Path]) -> Path | None:
    """Return the file of *document* in *folders*, the very version that was annotated."""
    paths = (path for folder in folders for path in sorted(folder.rglob(document.file)))
    return next((path for path in paths if file_hash(path) == document.sha256), None)


def _load(path: Path) -> GoldDocument:
    try:
        document = _FORMAT.validate_json(path.read_bytes())
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"])) or "filen"
        raise DatasetError(
            f"Facit {path}: ”{field}” saknas eller har fel form; skriv om filen med eval.annotate."
        ) from error
    if not _is_date(document.date):
        raise DatasetError(
            f"Facit {path}: datum {document.date!r} är varken en dag som 2024-03-04 "
            "eller två med / emellan; rätta det."
        )
    return document


def _is_date(written: str | None) -> bool:
    """Tell whether *written* is nothing, a day or an interval.

    >>> [_is_date(written) for written in (None, "2024-03-04", "2024-03-04/2024-03-05", "hösten")]
    [True, True, True, False]
    """
    try:
        days = [date.fromisoformat(day) for day in (written or "").split("/") if written]
    except ValueError:
        return False
    return len(days) <= 2 and days == sorted(days)  # noqa: PLR2004 - first and last
