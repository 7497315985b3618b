"""Interpret pictures of pages with tesseract, when it is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache, reduce

TESSERACT = "tesseract"
SWEDISH = "swe"

# Dots per inch: what tesseract is made for, and what a page is drawn with.
DPI = 300
# An A3 page at 400 dots per inch has 31 million.
MOST_PIXELS = 100_000_000

PAGE_TIMEOUT_S = 60.0

# § is read as &, $, 8 or S, alone or doubled, before an item's number: `& 14 Val`, `$& 3 Bokslut`,
# `8 45 Budget`, `88 51–58`. A digit or a letter needs a space after it: `81` may be a number.
SECTION = re.compile(r"^(?:[&$]{1,2}8?\s?|[8S]\s)(?=\d{1,3}[.:]?\s+[A-ZÅÄÖ])", re.MULTILINE)
# Within a line, of presence: `&& 51–58`, `ej & 97`.
SECTIONS = re.compile(r"(?<=[\s(])[&$]{2}\s?(?=\d{1,3}\s?[-–]\s?\d)")
NOT_SECTION = re.compile(r"(?<=\bej )[&$]\s(?=\d)")
# `Eva Ek (5)`: after two capitalised words the party S.
PARTY = re.compile(r"\b([A-ZÅÄÖ][\w-]{1,40} [A-ZÅÄÖ][\w-]{1,40} )\(5\)")
# `« att anta anbudet`: a bullet.
BULLET = re.compile(r"^[«»](?=\s)", re.MULTILINE)

MENDED: tuple[Callable[[str], str], ...] = (
    lambda text: SECTION.sub("§ ", text),
    lambda text: SECTIONS.sub("§§ ", text),
    lambda text: NOT_SECTION.sub("§ ", text),
    lambda text: PARTY.sub(r"\1(S)", text),
    lambda text: BULLET.sub("•", text),
)


def is_installed() -> bool:
    """Tell whether pictures can be interpreted on this machine."""
    return shutil.which(TESSERACT) is not None


@cache
def knows_swedish() -> bool:
    """Tell whether tesseract has its Swedish data; without, it loses å, ä and ö."""
    listed = subprocess.run(  # noqa: S603 - fixed words
        [TESSERACT, "--list-langs"], capture_output=True, check=False, encoding="utf-8"
    )
    return SWEDISH in listed.stdout.split()


def interpret(picture: bytes, *, timeout_s: float) -> str | None:
    """Return the text in a *picture* of a page, or `None` if it took too long or failed."""
    language = ["-l", SWEDISH] if knows_swedish() else []
    try:
        done = subprocess.run(  # noqa: S603 - fixed words; the picture goes in as data
            [TESSERACT, "stdin", "stdout", *language, "--dpi", str(DPI)],
            input=picture,
            capture_output=True,
            check=True,
            timeout=min(timeout_s, PAGE_TIMEOUT_S),
            # Several threads a page take longer than one; pages are interpreted side by side.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return mend(done.stdout.decode("utf-8", "replace"))


def mend(text: str) -> str:
    """Put right the signs that are misread every time.

    >>> mend("$ 71 Upphandling")
    '§ 71 Upphandling'
    """
    return reduce(lambda value, step: step(value), MENDED, text.replace("\f", "")).strip()
