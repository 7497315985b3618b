"""Read files in a process of its own, which its parent may stop: `python -m ingest.worker`."""

import os
import pickle
import sys
from contextlib import suppress
from pathlib import PurePath
from typing import BinaryIO

from ingest.failure import unreadable
from ingest.formats import Format
from ingest.interpret import can_interpret
from ingest.limits import MEGABYTE, Limits
from ingest.members import Members
from ingest.read import draft, finish
from ingest.readers import pdf_sheets
from ingest.sheets import Sheet
from ingest.source import File, Source
from ingest.unpack import unpack
from ingest.work import Request, Task, Waiting
from rag.errors import ReadError
from rag.minutes import Minutes

Reply = Source | Members | tuple[Sheet, ...] | bytes | Minutes
"""What can be asked for."""

NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname"})

TOO_MUCH = "kräver mer än {} MB minne att läsa; dela upp den eller höj MOTESMINNE_READ_MEMORY_MB."
TOO_DEEP = "är för djupt nästlad; spara den på nytt som .pdf eller .txt."


def main() -> None:
    """Answer requests until there are no more."""
    requests, replies = sys.stdin.buffer, _replies()
    sys.addaudithook(refuse_network)
    while True:
        try:
            request: Request = pickle.load(requests)  # noqa: S301 - our parent wrote it
        except EOFError:
            return
        _confine(request.limits.memory_bytes)
        _send(replies, _answer(request, replies))


def _answer(request: Request, replies: BinaryIO) -> Reply | ReadError:
    """Return what is asked for, or why it cannot be had."""
    file, limits = request.file, request.limits
    try:
        return _done(request, replies)
    except ReadError as error:
        return error
    except MemoryError:
        return unreadable(file.name, TOO_MUCH.format(limits.memory_bytes // MEGABYTE))
    except RecursionError:
        return unreadable(file.name, TOO_DEEP)


def _done(request: Request, replies: BinaryIO) -> Reply:
    file, limits = request.file, request.limits
    match request.task:
        case Task.READ:
            return _read(file, request.format, limits, replies)
        case Task.UNPACK:
            return unpack(file, request.format, limits)
        case Task.SHEETS:
            return pdf_sheets.sheets(file, request.marked)
        case Task.PICTURE:
            return pdf_sheets.picture(file, request.page)
        case Task.PARSE:
            return _parse(file)


def _read(file: File, format_: Format, limits: Limits, replies: BinaryIO) -> Source:
    source = draft(file, format_, limits)
    if source.pictures and can_interpret(limits):
        _send(replies, Waiting(limits.ocr_timeout_s + limits.timeout_s))
    return finish(file, format_, source, limits)


def _parse(file: File) -> Minutes:
    # It takes memory that most files can do without.
    from ingest.parse import parse_minutes

    return parse_minutes(file.raw.decode("utf-8"), file_name=PurePath(file.name).name)


def _send(replies: BinaryIO, value: object) -> None:
    pickle.dump(value, replies, protocol=pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _replies() -> BinaryIO:
    """Return the way to the parent, and lead away from it what libraries print."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return replies


def refuse_network(event: str, arguments: object) -> None:
    """Stop what asks for another computer, whatever a file has made its library do."""
    if event in NETWORK:
        raise PermissionError(event)


def _confine(memory_bytes: int) -> None:
    """Let this process, and tesseract under it, have no more than so much memory."""
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # the system allows less already, or has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, most))


if __name__ == "__main__":
    main()
