"""Abbreviations are known both ways: those of public life and those of the minutes."""

import pytest

from rag.understanding.shortforms import ShortForms

FORMS = ShortForms({"SOF": "samordnad form", "FK": "fritidskontoret", "Ljb": "Ljusåbygden"})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad sa AF om språkpraktik?", "AF = Arbetsförmedlingen"),
        ("Vad sa AF:s handläggare?", "AF = Arbetsförmedlingen"),
        ("vad sa af om språkpraktik", "AF = Arbetsförmedlingen"),
        ("Vad betyder SOF?", "SOF = samordnad form"),
        ("Vad sa FK?", "FK = fritidskontoret"),
        ("Vad gäller för SoL-ärenden?", "SoL = socialtjänstlagen"),
        ("Vad sa Arbetsförmedlingen?", "arbetsförmedlingen = AF"),
        ("Vad sa Arbetsförmedlingens chef?", "arbetsförmedlingens = AF"),
        ("Vad är en samordnad form?", "samordnad form = SOF"),
        ("Hur går det för barn- och ungdomspsykiatrin?", "barn och ungdomspsykiatrin = BUP"),
        ("Vad sades om solen?", ""),
        ("Är isen is?", ""),
        ("Vad gör de?", ""),
        ("Vad beslutades om skolskjuts?", ""),
    ],
)
def test_the_other_form_is_found(question: str, expected: str) -> None:
    found = FORMS.expansions(question)

    assert expected == ", ".join(f"{one.asked} = {one.also}" for one in found)


def test_the_minutes_own_explanation_goes_first() -> None:
    assert "fritidskontoret" == FORMS.long("fk")
