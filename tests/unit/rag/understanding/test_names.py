"""Names are found inflected and without diacritics, and by a part when it tells."""

import pytest

from rag.storing.directory import Known
from rag.understanding.names import Names

NAMES = Names(
    Known(
        people=("Eva Ljungvik", "Eva Dahlros", "Örjan Ståhle", "Siri Mården", "Björn af Ek"),
        organisations=("Lövåsa kommun", "Bäckinge kommun", "Region Ådal", "Arbetsförmedlingen"),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad sa Siri Mården om avgiften?", "Siri Mården"),
        ("Vad sa Siri Mårdens ersättare?", "Siri Mården"),
        ("Vad sa Mården om avgiften?", "Siri Mården"),
        ("vad sa siri mården om avgiften", "Siri Mården"),
        ("vad sa siri marden om avgiften", "Siri Mården"),
        ("Vad sa Orjan Stahle?", "Örjan Ståhle"),
        ("Vad sa Eva Ljungvik?", "Eva Ljungvik"),
        ("Vad sa Eva?", "Eva Ljungvik, Eva Dahlros"),
        ("Såg någon en björn?", ""),
        ("Vad sa kommunen om regionen?", ""),
        ("Vad tyckte Lövåsa om namnet?", "Lövåsa kommun"),
        ("vad tyckte lovasa om namnet", "Lövåsa kommun"),
        ("Vad tyckte Lövåsas och Bäckinges politiker?", "Bäckinge kommun, Lövåsa kommun"),
        ("Vad sa Arbetsförmedlingens chef?", "Arbetsförmedlingen"),
        ("Vad sa Region Ådal?", "Region Ådal"),
        ("Vad beslutades om skolskjuts?", ""),
    ],
)
def test_the_names_of_the_library_are_found(question: str, expected: str) -> None:
    assert expected == ", ".join(NAMES.named(question))


def test_a_first_name_that_many_have_names_none() -> None:
    names = Names(Known(tuple(f"Eva {n}vik" for n in ("Ljung", "Sand", "Ler", "Al")), ()))

    assert () == names.named("Vad sa Eva om avgiften?")
