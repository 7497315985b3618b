"""Take apart the files that hold other files: archives, and e-mails with attachments."""

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from ingest.formats import Format
from ingest.limits import Limits
from ingest.members import Members
from ingest.source import File

CONTAINERS: Mapping[Format, str] = {
    Format.ARCHIVE: "ingest.readers.archive",
    Format.MAIL: "ingest.readers.mail",
}


class Container(Protocol):
    """A module that takes one format apart."""

    def members(self, file: File, limits: Limits) -> Members:
        """Return what lies in the file; raise `ReadError` when it cannot be opened."""


def unpack(file: File, format_: Format, limits: Limits) -> Members:
    """Return the members of *file*; a file that holds no others has none.

    Raises:
        ReadError: It is damaged, or holds more than may be unpacked.
    """
    if format_ not in CONTAINERS:
        return Members()
    return cast("Container", import_module(CONTAINERS[format_])).members(file, limits)
