import pytest

from rag.swedish.registration import Registration, read_registration

MATTER = Registration(series="KS", year=2023, number=145)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("KS 2023/145", id="as mostly printed"),
        pytest.param("KS/2023:145", id="slash and colon"),
        pytest.param("Dnr KS 2023-00145", id="label and zeros"),
        pytest.param("ks2023-145", id="small letters, no space"),
        pytest.param("Diarienummer: KS-2023.145", id="label, dash and stop"),
        pytest.param("KS 2023/145-3", id="with the document's number"),
        pytest.param("(KS 145/2023)", id="number first"),
    ],
)
def test_a_registration_number_is_one_however_it_is_written(written: str) -> None:
    assert read_registration(written) == MATTER


@pytest.mark.parametrize("written", ["skolskjuts", "2023", "§ 45", "KS", "", "2023-03-14 kl. 9"])
def test_other_words_are_no_registration_number(written: str) -> None:
    assert read_registration(written) is None


@pytest.mark.parametrize("other", ["2023/145", "KS 2023-145"])
def test_the_letters_of_the_register_may_be_left_out(other: str) -> None:
    number = read_registration(other)
    assert number is not None
    assert MATTER.may_be(number)


@pytest.mark.parametrize("other", ["BUN 2023/145", "KS 2023/146", "KS 2022/145"])
def test_another_register_year_or_number_is_another_matter(other: str) -> None:
    number = read_registration(other)
    assert number is not None
    assert not MATTER.may_be(number)
