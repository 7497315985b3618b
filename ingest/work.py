"""What the process that reads is asked, and what it answers before it is done."""

from dataclasses import dataclass
from enum import Enum, auto

from ingest.formats import Format
from ingest.limits import Limits
from ingest.sheets import Marked
from ingest.source import File


class Task(Enum):
    """What to do with a file."""

    READ = auto()
    UNPACK = auto()
    SHEETS = auto()
    PICTURE = auto()
    PARSE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One file's turn."""

    task: Task
    file: File
    format: Format
    limits: Limits
    marked: tuple[Marked, ...] = ()
    """The words to be found on the sheets."""
    page: int = 0
    """The page to be drawn."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """There are pictures to interpret, which takes longer."""

    seconds: float
