"""How much reading one file may cost."""

from dataclasses import dataclass

from rag.settings import Settings

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file, or a member of one, may cost before it is refused."""

    max_bytes: int = 100 * MEGABYTE
    max_pages: int = 2_000
    timeout_s: float = 60.0
    """For reading; the interpretation of pictures has its own time."""
    memory_bytes: int = 2_000 * MEGABYTE
    ocr: bool = True
    """Whether pictures of text are interpreted, where tesseract is installed."""
    ocr_timeout_s: float = 600.0


def limits_of(settings: Settings) -> Limits:
    """Return the limits that *settings* set."""
    return Limits(
        max_bytes=settings.max_file_mb * MEGABYTE,
        max_pages=settings.max_pages,
        timeout_s=settings.read_timeout_s,
        memory_bytes=settings.read_memory_mb * MEGABYTE,
        ocr=settings.ocr == "auto",
        ocr_timeout_s=settings.ocr_timeout_s,
    )
