"""How much reading one file may cost."""

from dataclasses import dataclass

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
