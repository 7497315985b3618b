from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import QuestionError
from rag.question import Asks, understand
from rag.words import is_content


class Case(NamedTuple):
    """A question, what it asks for, and words that its subject must and must not have."""

    text: str
    asks: Asks
    subject: str = ""
    not_subject: str = ""


CASES = [
    Case("Vilka deltog på mötet i Tallmora?", Asks.PRESENT, "tallmora", "deltog mötet vilka"),
    Case("Vilka var närvarande den 4 mars?", Asks.PRESENT, "4 mars", "närvarande"),
    Case("Vem närvarade från Bäckinge kommun?", Asks.PRESENT, "bäckinge kommun", "närvarade"),
    Case("Vilka var deltagare på heldagen?", Asks.PRESENT, "heldagen", "deltagare"),
    Case("Who attended the meeting in Tallmora?", Asks.PRESENT, "tallmora", "attended meeting the"),
    Case("Who participated from Lövåsa?", Asks.PRESENT, "lövåsa", "participated"),
    Case("Deltog Alva Rydmark?", Asks.PRESENT, "alva rydmark", "deltog"),
    Case("Vilka var frånvarande?", Asks.ABSENT, "", "frånvarande"),
    Case("Vem var franvarande i mars?", Asks.ABSENT, "mars", "franvarande"),
    Case("Vem hade fått förhinder?", Asks.ABSENT, "", "förhinder"),
    Case("Vilka ledamöter saknades?", Asks.ABSENT, "ledamöter", "saknades"),
    Case("Who was absent in May?", Asks.ABSENT, "may", "absent"),
    Case("Vilka var inbjudna?", Asks.INVITED, "", "inbjudna"),
    Case(
        "Vem var inbjuden från Arbetsförmedlingen?", Asks.INVITED, "arbetsförmedlingen", "inbjuden"
    ),
    Case("Vilka gäster kom till nätverket?", Asks.INVITED, "nätverket", "gäster"),
    Case("Vem ersatte Doris Hallmo?", Asks.SUBSTITUTE, "doris hallmo", "ersatte vem"),
    Case("Vem ersätter Elvira?", Asks.SUBSTITUTE, "elvira", "ersätter"),
    Case("Vem var ersättare för Birger?", Asks.SUBSTITUTE, "birger", "ersättare"),
    Case("Vem vikarierade för Cilla?", Asks.SUBSTITUTE, "cilla", "vikarierade"),
    Case("Who replaced Doris?", Asks.SUBSTITUTE, "doris", "replaced who"),
    Case("Vem var ordförande i mars?", Asks.ROLE, "mars", "vem var"),
    Case("Vem är sekreterare i cykelföreningen?", Asks.ROLE, "cykelföreningen", "vem är"),
    Case("Vilka är justerare?", Asks.ROLE, "", "vilka är"),
    Case("Who is the chair of the board?", Asks.ROLE, "board", "who the"),
    Case("Vad sa ordföranden om bullret?", Asks.PLAIN, "ordföranden bullret", "sa vad"),
    Case("Vad beslutades om skolskjuts?", Asks.DECISION, "skolskjuts", "beslutades vad om"),
    Case(
        "Vilka beslut fattades om badhuset under 2024?",
        Asks.DECISION,
        "badhuset 2024",
        "beslut fattades",
    ),
    Case("Vad bestämdes om medlemsavgiften?", Asks.DECISION, "medlemsavgiften", "bestämdes"),
    Case("Vad blev beslutet i § 12?", Asks.DECISION, "§12", "beslutet blev"),
    Case(
        "Vad beslutade styrelsen om verkstaden?", Asks.DECISION, "styrelsen verkstaden", "beslutade"
    ),
    Case("Vad beslutats om KS 2024/31?", Asks.DECISION, "ks 2024/31", "beslutats"),
    Case("What was decided about wind power?", Asks.DECISION, "wind power", "decided what"),
    Case("Which decisions concern the bath house?", Asks.DECISION, "bath house", "decisions"),
    Case("vad bestamdes om oppettider", Asks.DECISION, "oppettider", "bestamdes"),
    Case("Vem ansvarar för programmet?", Asks.ACTION, "programmet", "ansvarar"),
    Case("Vilka uppdrag fick Folke?", Asks.ACTION, "folke", "uppdrag"),
    Case("Vem fixar verktygen?", Asks.ACTION, "verktygen", "fixar"),
    Case("Vilka uppgifter har Jorun?", Asks.ACTION, "jorun", "uppgifter"),
    Case("Vilka åtgärder planeras mot buller?", Asks.ACTION, "buller", "åtgärder"),
    Case("Who is responsible for the programme?", Asks.ACTION, "programme", "responsible"),
    Case("När hålls nästa möte?", Asks.WHEN, "", "när"),
    Case("Vilken dag börjar den nya skolskjutsen?", Asks.WHEN, "skolskjutsen", "dag"),
    Case("Vilket datum bordlades ärendet?", Asks.WHEN, "ärendet bordlades", "datum"),
    Case("När öppnar badhuset?", Asks.WHEN, "badhuset öppnar", "när"),
    Case("When does the bath house open?", Asks.WHEN, "bath house open", "when"),
    Case("Vad kostar kvällsöppet?", Asks.AMOUNT, "kvällsöppet", "kostar"),
    Case("Hur mycket är medlemsavgiften?", Asks.AMOUNT, "medlemsavgiften", "mycket"),
    Case("Hur många jobbcoacher har Lövåsa?", Asks.AMOUNT, "jobbcoacher lövåsa", "många hur"),
    Case("Hur stort belopp gäller för verktyg?", Asks.AMOUNT, "verktyg", "belopp"),
    Case("How much does the tour cost?", Asks.AMOUNT, "tour", "cost much how"),
    Case("Vad sa kommunerna om ESF?", Asks.PLAIN, "kommunerna esf", "sa vad"),
    Case("Vad diskuterades om språkpraktik?", Asks.PLAIN, "språkpraktik", "diskuterades"),
    Case("Vad tyckte grannarna om vindkraften?", Asks.PLAIN, "grannarna vindkraften", "tyckte"),
    Case("Berätta om Stormhöjden", Asks.PLAIN, "stormhöjden", "berätta"),
    Case("Vad handlade mötet om?", Asks.PLAIN, "", "handlade mötet"),
    Case("Varför bordlades badhuset?", Asks.PLAIN, "badhuset bordlades", "varför"),
    Case("Sammanfatta läget i kommunerna", Asks.PLAIN, "läget kommunerna", "sammanfatta"),
    Case("språkpraktik", Asks.PLAIN, "språkpraktik"),
    Case("Vad sägs om AF?", Asks.PLAIN, "af", "sägs"),
    Case(
        "What did the municipalities say about ESF?", Asks.PLAIN, "municipalities esf", "say what"
    ),
    Case("§ 21", Asks.PLAIN, "§21"),
]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.text) for case in CASES])
def test_what_is_asked_for_is_understood(case: Case) -> None:
    assert case.asks is understand(case.text, max_chars=200).asks


@pytest.mark.parametrize("case", [pytest.param(case, id=case.text) for case in CASES])
def test_the_subject_is_what_an_answer_must_speak_of(case: Case) -> None:
    subject = set(understand(case.text, max_chars=200).subject)

    assert set(case.subject.split()) <= subject
    assert subject.isdisjoint(case.not_subject.split())


@pytest.mark.parametrize("text", ["", "  \n", "?", "…!", "§"])
def test_an_empty_question_is_an_error_with_advice(text: str) -> None:
    with pytest.raises(QuestionError, match="Frågan är tom: skriv vad du vill veta"):
        understand(text, max_chars=99)


def test_a_question_that_is_too_long_is_an_error_with_both_lengths() -> None:
    with pytest.raises(QuestionError, match="12 tecken lång och får vara högst 11"):
        understand("Vad gjordes?", max_chars=11)


def test_white_space_does_not_count() -> None:
    assert "Vad gjordes då?" == understand("  Vad\n gjordes\t då? ", max_chars=15).text


QUESTIONS = st.lists(
    st.sampled_from(
        "vad vem när beslutades om skolskjuts badhuset § 12 2024/31 i Tallmora?".split()
    ),
    min_size=1,
    max_size=9,
).map(lambda chosen: f"Vad {' '.join(chosen)}")


@given(QUESTIONS)
def test_the_case_of_letters_does_not_matter(text: str) -> None:
    one, other = understand(text, max_chars=500), understand(text.upper(), max_chars=500)

    assert (one.asks, one.subject) == (other.asks, other.subject)


@given(QUESTIONS)
def test_the_subject_has_each_word_once_and_no_function_word(text: str) -> None:
    subject = understand(text, max_chars=500).subject

    assert len(set(subject)) == len(subject)
    assert all(map(is_content, subject))
