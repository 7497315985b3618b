"""Read plain text and Markdown as they stand."""

from collections.abc import Mapping
from pathlib import Path

from ingest.decode import REPLACEMENT, decode
from ingest.failure import unreadable
from ingest.source import Source

# How files begin that are often given a text file's name by mistake.
DISGUISES: Mapping[bytes, str] = {
    b"%PDF-": "en PDF; byt ändelsen till .pdf.",
    b"PK\x03\x04": "ett Word-dokument eller ett zip-arkiv; byt ändelsen till rätt sort.",
    b"{\\rtf": "ett RTF-dokument; spara det som .docx i ett ordbehandlingsprogram.",
}


def read(path: Path) -> Source:
    """Return the decoded file."""
    raw = path.read_bytes()
    for beginning, kind in DISGUISES.items():
        if raw.startswith(beginning):
            raise unreadable(path, f"är inte text utan {kind}")
    text = decode(raw)
    if "\0" in text:
        raise unreadable(path, "är ingen textfil; spara den som text i UTF-8 och försök igen.")
    return Source(text=text, warnings=_damage(text))


def _damage(text: str) -> tuple[str, ...]:
    bad = text.count(REPLACEMENT)
    if not bad:
        return ()
    return (f"{bad} tecken kunde inte läsas och visas som {REPLACEMENT}; spara filen i UTF-8.",)
