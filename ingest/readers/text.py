"""Read plain text and Markdown as they stand."""

from ingest.decode import REPLACEMENT, decode
from ingest.failure import unreadable
from ingest.limits import Limits
from ingest.source import File, Source


def read(file: File, limits: Limits) -> Source:
    """Return the decoded file."""
    text = decode(file.raw)
    if "\0" in text:
        raise unreadable(file.name, "är ingen textfil; spara den som text i UTF-8 och försök igen.")
    return Source(text=text, warnings=damage(text))


def damage(text: str) -> tuple[str, ...]:
    """Return a warning of the characters that could not be decoded, if there are any."""
    bad = text.count(REPLACEMENT)
    if not bad:
        return ()
    return (f"{bad} tecken kunde inte läsas och visas som {REPLACEMENT}; spara filen i UTF-8.",)
