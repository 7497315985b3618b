"""English questions become Swedish words, and Swedish ones stay as they are."""

from collections.abc import Iterable

import pytest

from rag.swedish.tables import load_table
from rag.understanding.english import is_english, translate

ENGLISH = """
What was decided about the dog park? | vad beslutade om hundrastgård
Who attended the meeting in March 2024? | vem deltog möte i mars 2024
When is the next meeting? | när nästa möte
How much does the school transport cost? | hur mycket skolskjuts kostar
How many pupils get school transport? | hur många elev få skolskjuts
What did the municipal executive board say about land? | vad kommunstyrelsen sade om mark
Who replaced Siri Mården? | vem ersatte Siri Mården
Why was the construction start delayed? | varför byggstart försenat
Which municipalities signed the letter of intent? | vilka kommuner undertecknat avsiktsförklaring
What is the rent of the workshop in 2024? | vad hyra workshop i 2024
Where will the roundabout be built? | var rondell byggdes
Summarise the meeting in May | Summarise möte i maj
What happened on 4 May 2024? | vad hände på 4 maj 2024
May the members use the hall? | May ledamöter använda sal
Who may apply for grants? | vem may ansöka för bidrag
Is the library open in the evenings? | bibliotek öppnar i kväll
What are the opening hours? | vad öppettider
Tell me about unemployment among young people | om arbetslöshet among unga
What were the reasons for the cuts? | vad anledning för nedskärningar
What did Lövåsa's politicians think about noise? | vad Lövåsa's politiker tyckte om buller
Has the board planned new cycle paths? | styrelsen planerad nya cykelväg
dog park | hundrastgård
wind power | vindkraft
Which companies stopped recruiting? | vilka företag stoppa rekrytera
"""
SWEDISH = """
Vad beslutades om hundrastgården?
vad kostar det
Vad sa AF om Steget in?
Vem är ordförande?
skolskjuts
budget 2024
projektet Drop-in
vem ersatter doris
Nar oppnar badhuset?
Hur gick det för Team Work in Progress?
ESF
Man in i hall
"""


def unknown(words: Iterable[str]) -> list[str]:
    return [word for word in words if word == "hundpark"]


@pytest.mark.parametrize(
    ("question", "swedish"),
    [
        pytest.param(*(part.strip() for part in line.split("|")), id=line.split("|")[0].strip())
        for line in ENGLISH.strip().split("\n")
    ],
)
def test_an_english_question_is_told_and_translated(question: str, swedish: str) -> None:
    assert is_english(question)
    assert swedish == translate(question, unknown).text


@pytest.mark.parametrize("question", SWEDISH.strip().split("\n"))
def test_a_swedish_question_is_not_english(question: str) -> None:
    assert not is_english(question)


def test_the_word_that_the_library_has_goes_first_and_the_others_beside_it() -> None:
    def lacks(words: Iterable[str]) -> list[str]:
        return [word for word in words if word == "hundrastgård"]

    found = translate("the dog park", lacks)

    assert ("hundpark", {"hundpark": ("hundrastgård",)}) == (found.text, found.others)


def test_the_table_has_clean_words() -> None:
    table = load_table("english").pairs("words")

    assert 800 < len(table)
    assert all(
        word == word.strip().lower() and said == said.strip() for word, said in table.items()
    )
    assert all(len(word.split()) <= 3 for word in table)
