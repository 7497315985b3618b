"""Read a picture of text, page by page: nothing until it is interpreted."""

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from ingest.failure import too_many_pages, unreadable
from ingest.limits import Limits
from ingest.pages import join_pages
from ingest.readers.ocr import MOST_PIXELS
from ingest.source import File, Source

TOO_LARGE = "är en orimligt stor bild; spara den i lägre upplösning."
DAMAGED = "är skadad eller ingen bild; skanna eller spara den på nytt."

# What Pillow lets through when a picture's lists of values, or its pixels, are damaged.
DAMAGE = (
    OSError,
    EOFError,
    SyntaxError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    struct.error,
)


def read(file: File, limits: Limits) -> Source:
    """Return the picture's pages, all still to be interpreted."""
    with _opened(file) as image:
        try:
            count = getattr(image, "n_frames", 1)
        except DAMAGE as error:
            raise unreadable(file.name, DAMAGED) from error
        if image.width * image.height > MOST_PIXELS:
            raise unreadable(file.name, TOO_LARGE)
    if count > limits.max_pages:
        raise too_many_pages(file.name, count, limits.max_pages)
    text, pages = join_pages([""] * count)
    return Source(text=text, pages=pages, pictures=tuple(range(1, count + 1)))


def pictures(file: File, numbers: Sequence[int]) -> Iterator[bytes | None]:
    """Yield each of the pages *numbers* as a picture, or `None` if it is damaged or too large."""
    with _opened(file) as image:
        for number in numbers:
            yield _picture(image, number)


def _picture(image: Any, number: int) -> bytes | None:
    from PIL import ImageOps

    try:
        image.seek(number - 1)
        if image.width * image.height > MOST_PIXELS:
            return None
        grey = ImageOps.exif_transpose(_on_white(image)).convert("L")
        written = BytesIO()
        grey.save(written, "PPM")
        return written.getvalue()
    except DAMAGE:
        return None


def _on_white(image: Any) -> Any:
    """Return *image* on white paper: what is transparent would become black."""
    from PIL import Image

    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    clear = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)


@contextmanager
def _opened(file: File) -> Iterator[Any]:
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        # Warns of pictures that are refused here by their size.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(BytesIO(file.raw), formats=("PNG", "JPEG", "TIFF"))
        except DAMAGE as error:
            raise unreadable(file.name, DAMAGED) from error
        except Image.DecompressionBombError as error:
            raise unreadable(file.name, TOO_LARGE) from error
        with image:
            yield image
