"""What someone did at a meeting is asked for as the role of who does it."""

import pytest

from rag.understanding.roles import by_role


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("Vem justerade?", "Vem var justerare?"),
        ("Och vem justerade protokollet?", "Och vem var justerare?"),
        ("Vem har justerat protokollet från maj?", "Vem var justerare från maj?"),
        ("Vem ledde styrelsens möte?", "Vem var ordförande på styrelsens möte?"),
        ("Vem förde protokoll?", "Vem var sekreterare?"),
        ("Vem skrev minnesanteckningarna?", "Vem var sekreterare?"),
        ("Vem ledde projektet?", "Vem ledde projektet?"),
        ("Vad justerade styrelsen?", "Vad justerade styrelsen?"),
        ("Vem justerar hyran?", "Vem justerar hyran?"),
    ],
)
def test_deeds_are_roles(asked: str, understood: str) -> None:
    assert understood == by_role(asked)
