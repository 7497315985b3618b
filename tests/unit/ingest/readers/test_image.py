from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from ingest.limits import Limits
from ingest.readers.image import pictures, read
from ingest.source import File
from rag.errors import ReadError


def saved(image: Any, kind: str = "PNG", **options: Any) -> File:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return File(name="m.png", raw=buffer.getvalue())


def grey(width: int = 4, height: int = 2) -> Any:
    return Image.new("L", (width, height), 200)


def test_every_page_of_a_picture_is_still_to_be_interpreted() -> None:
    source = read(saved(grey(), "TIFF", save_all=True, append_images=[grey(), grey()]), Limits())

    assert ((1, 2, 3), "") == (source.pictures, source.text)
    assert [1, 2, 3] == [page.number for page in source.pages]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_page_is_drawn_in_grey(kind: str) -> None:
    [drawn] = pictures(saved(Image.new("RGB", (4, 2)), kind), [1])

    assert drawn is not None
    assert b"P5 4 2 255" == b" ".join(drawn.split()[:4])


def test_what_is_transparent_is_white() -> None:
    [drawn] = pictures(saved(Image.new("RGBA", (1, 1), (0, 0, 0, 0))), [1])

    assert drawn is not None
    assert drawn.endswith(b"\xff")


def test_a_photo_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    [drawn] = pictures(saved(grey(), "JPEG", exif=exif), [1])

    assert drawn is not None
    assert drawn.startswith(b"P5\n2 4\n")


def test_a_damaged_page_is_not_drawn() -> None:
    file = saved(Image.effect_noise((200, 200), 50))

    assert [None] == list(pictures(File(name="m.png", raw=file.raw[:-9_000]), [1]))


@pytest.mark.parametrize(
    ("file", "limits", "said"),
    [
        pytest.param(File(name="m.png", raw=b"\x89PNG"), Limits(), "är skadad eller", id="damaged"),
        pytest.param(
            saved(Image.new("1", (20_000, 20_000))), Limits(), "är en orimligt stor bild", id="bomb"
        ),
        pytest.param(
            saved(grey(), "TIFF", save_all=True, append_images=[grey()]),
            Limits(max_pages=1),
            "har 2 sidor och gränsen är 1",
            id="too many pages",
        ),
    ],
)
def test_a_picture_that_cannot_be_used_is_refused(file: File, limits: Limits, said: str) -> None:
    with pytest.raises(ReadError, match=f"Filen m.png {said}"):
        read(file, limits)
