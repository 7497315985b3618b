import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.ocr import mend


@pytest.mark.parametrize(
    ("misread", "expected"),
    [
        pytest.param("& 14 Val av justerare", "§ 14 Val av justerare", id="&"),
        pytest.param("$ 71 Upphandling", "§ 71 Upphandling", id="$"),
        pytest.param("$& 3 Bokslut", "§ 3 Bokslut", id="$&"),
        pytest.param("$3 Bokslut", "§ 3 Bokslut", id="no space"),
        pytest.param("8 45 Budget", "§ 45 Budget", id="8"),
        pytest.param("S 45. Ökat anslag", "§ 45. Ökat anslag", id="S"),
        pytest.param("Bo Bok (M), && 51–58", "Bo Bok (M), §§ 51–58", id="several"),
        pytest.param("Bo Bok (M), ej & 97", "Bo Bok (M), ej § 97", id="not one"),
        pytest.param("Eva Ek (5), Bo Bok (M)", "Eva Ek (S), Bo Bok (M)", id="party"),
        pytest.param("« att anta anbudet", "• att anta anbudet", id="bullet"),
        pytest.param("8 stolar köps", "8 stolar köps", id="a number of things"),
        pytest.param("81 Stolar", "81 Stolar", id="a number"),
        pytest.param("Bilaga (5)", "Bilaga (5)", id="an appendix"),
        pytest.param("Ek & Bok AB", "Ek & Bok AB", id="a company"),
        pytest.param("kostar $ 45 styck", "kostar $ 45 styck", id="dollars"),
    ],
)
def test_mends_signs_that_are_misread(misread: str, expected: str) -> None:
    assert expected == mend(misread)


@given(st.text(alphabet="§&$8S 14Ab\n(5)"))
def test_mends_any_text_once(text: str) -> None:
    once = mend(text)

    assert once.count("\n") == text.strip().count("\n")
