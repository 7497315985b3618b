"""Open what is packed with zip, unless it is made to fill the memory."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from ingest.failure import unreadable
from ingest.source import File

# No minutes, and no archive of them that one reads in one go, hold or unpack to more.
MOST_MEMBERS = 5_000
MOST_BYTES = 300_000_000

DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)
"""What zipfile raises when a file is damaged or packed in a way that it does not know."""


def open_zip(file: File) -> ZipFile:
    """Open the package that *file* is.

    Raises:
        ReadError: It holds more than anybody means to read.
        BadZipFile: It is damaged.
    """
    end = file.raw.rfind(b"PK\x05\x06")
    if end >= 0 and struct.unpack_from("<H", file.raw, end + 10)[0] > MOST_MEMBERS:
        raise unreadable(file.name, f"innehåller fler än {MOST_MEMBERS} filer; dela upp den.")
    package = ZipFile(BytesIO(file.raw))
    if sum(member.file_size for member in package.infolist()) > MOST_BYTES:
        raise unreadable(
            file.name,
            f"är orimligt stor uppackad (mer än {MOST_BYTES // 1_000_000} MB); dela upp den.",
        )
    return package
