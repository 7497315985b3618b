"""Whole questions: what is searched, about what, within which meetings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from three_bodies import DOCUMENTS, Ask

from rag.asks import Asks
from rag.errors import QuestionError
from rag.minutes import DocumentId
from rag.phrasing.phrases import interpreted
from rag.results import Filters
from rag.swedish.words import is_content
from rag.understanding.understand import Understander

KS_MARCH, KS_MAY, AUTUMN, CLUB = (document.id for document in DOCUMENTS)
NAMES = {KS_MARCH: "KS mars", KS_MAY: "KS maj", AUTUMN: "hösten", CLUB: "klubben"}


def _shown(filters: Filters) -> str:
    parts = [
        filters.body,
        f"från {filters.first}" if filters.first else None,
        f"till {filters.last}" if filters.last else None,
        *(NAMES[meeting] for meeting in sorted(filters.meetings)),
    ]
    return ", ".join(filter(None, parts))


LIMITED = """
Vad beslutades i mars 2024? | från 2024-03-01, till 2024-03-31
Vad beslutades om badhuset i mars 2024? | från 2024-03-01, till 2024-03-31
Varför bordlades badhuset i mars 2024? | från 2024-03-01, till 2024-03-31
Vad diskuterades om badhuset under 2024? | från 2024-01-01, till 2024-12-31
Vad beslutades om badhuset under 2024? | från 2024-01-01, till 2024-12-31
Vad sa kommunerna om SOF hösten 2024? | från 2024-08-01, till 2024-12-31
Vad har beslutats om badhuset sedan 2023? | från 2023-01-01
Vilka beslut fattades förra året? | från 2024-01-01, till 2024-12-31
Vilka var närvarande den 4 mars 2024? | från 2024-03-04, till 2024-03-04
Vem var ordförande 2024? | från 2024-01-01, till 2024-12-31
Vad handlade mötet den 6 maj 2024 om? | från 2024-05-06, till 2024-05-06
Vad kostade färgen enligt protokollet från mars 2024? | från 2024-03-01, till 2024-03-31
Vad står om badhuset på mötet i maj 2024? | från 2024-05-01, till 2024-05-31
Sammanfatta mötet den 4 mars 2024 | från 2024-03-04, till 2024-03-04
Vad beslutades i mars? | KS mars
Vad sades på marsmötet om badhuset? | KS mars
Vilka deltog den 6 maj? | KS maj
Vad beslutades i mars och i maj? | KS mars, KS maj
Vad beslutades på senaste mötet? | hösten
Vad sades om SOF på senaste mötet? | hösten
Vad beslutades på kommunstyrelsens senaste möte? | Kommunstyrelsen, KS maj
Vad beslutades på kommunstyrelsens möte? | Kommunstyrelsen
Vad sades vid kommunstyrelsens möte i mars 2024? | Kommunstyrelsen, från 2024-03-01, till 2024-03-31
Vad togs upp på mötet med kommunstyrelsen? |
Vad togs upp på mötet i kommunstyrelsen? | Kommunstyrelsen
Vad sades på cykelklubbens årsmöte? | Cykelklubben Ekern
Vad står i KS protokoll om badhuset? | Kommunstyrelsen
Vad sades på nätverksträffen? | Nätverket Arbete i Ådalsbygden
Vad beslutades i § 12? | KS mars
Vad beslutades i ärendet KS 2024/144? | KS maj
Vad beslutades om dnr 2024-144? | KS maj
What was decided in March 2024? | från 2024-03-01, till 2024-03-31
What was said at the latest meeting? | hösten
Vad beslutades om badhuset? |
Vad beslutade kommunstyrelsen om badhuset? |
Vad beslutades om budgeten för 2024? |
Vad bestämdes om arvodet från 2024? |
Hur många feriejobb fanns sommaren 2024? |
Vad sades om feriejobben sommaren 2024? |
När öppnar badhuset 2024? |
Vilken dag är årsmötet 2024? |
Vad kostade hyran 2023? |
Vad ska göras till mars? |
Vad beslutades om simhallen till hösten 2024? |
Vad sa Siri Mården om SOF? |
Vad är det senaste beslutet om badhuset? |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(*(part.strip() for part in line.split("|")), id=line.split("|")[0].strip())
        for line in LIMITED.strip().split("\n")
    ],
)
def test_meetings_are_limited_only_where_it_is_certain(
    ask: Ask, question: str, expected: str
) -> None:
    assert expected == _shown(ask(question).filters)


# What is searched, and the words that an answer must speak of.
SEARCHED = """
Vad beslutades om skolskjuts? | Vad beslutades om skolskjuts? | skolskjuts
Vad sades om hundrastgarden? | Vad sades om hundrastgården? | hundrastgården
vad sades om badhuest i oregard | vad sades om badhuset i öregård | badhuset öregård
Vad kostar simmhallen i Amosund? | Vad kostar simhallen i Åmosund? | simhallen åmosund
Vad sades om kompasen? | Vad sades om kompassen? | kompassen
Vad kostar skol skjuts? | Vad kostar skolskjuts? | skolskjuts
Hur många ferie jobb fanns? | Hur många feriejobb fanns? | feriejobb
Vad står i paragraf 12 om KS2024-131? | Vad står i § 12 om KS 2024/131? | §12 ks 2024/131
Vad sa AF om SOF? | Vad sa AF om SOF? Arbetsförmedlingen samordnad form | af sof
Vad är arbetsmarknadsenheten? | Vad är arbetsmarknadsenheten? AME | arbetsmarknadsenheten
What was decided about the dog park? | vad beslutade om hundrastgård hundpark | hundrastgård
What does the swimming pool cost? | vad simhall kostar bassäng kostnad kostade | simhall
Vad beslutades om badhuset i mars 2024? | Vad beslutades om badhuset i mars 2024? | badhuset
Vilka deltog på nätverksträffen? | Vilka deltog på nätverksträffen? |
Vad sa kommunerna om badhuset? | Vad sa kommunerna om badhuset? | kommunerna badhuset
Hur har hyran utvecklats sedan 2020? | Hur har hyran utvecklats sedan 2020? | hyran
Vad betyder SOF? | Vad betyder SOF? samordnad form | sof
Varför stängs badhuset? | Varför stängs badhuset? | stängs badhuset
När träffas nätverket nästa gång? | När träffas nätverket nästa gång? | nätverket
Vad blev det slutliga beslutet om badhuset? | Vad blev det slutliga beslutet om badhuset? | badhuset
"""


@pytest.mark.parametrize(
    ("question", "searched", "subject"),
    [
        pytest.param(*(part.strip() for part in line.split("|")), id=line.split("|")[0].strip())
        for line in SEARCHED.strip().split("\n")
    ],
)
def test_the_minutes_words_are_searched(
    ask: Ask, question: str, searched: str, subject: str
) -> None:
    understood = ask(question)

    assert (searched, subject) == (understood.text, " ".join(understood.subject))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Vad beslutades om skolskjuts?", ""),
        ("Vad sades om kompasen?", "Tolkat som: «Vad sades om kompassen?»."),
        ("Vad sa AF?", "Tolkat som: AF = Arbetsförmedlingen."),
        ("Vad beslutades i mars 2024?", "Tolkat som: bara möten: mars 2024."),
        ("Vad beslutades i fjol?", "Tolkat som: bara möten: 2024."),
        (
            "Vad beslutades på kommunstyrelsens senaste möte?",
            "Tolkat som: bara möten: Kommunstyrelsen, senaste mötet, 6 maj 2024.",
        ),
        (
            "Vad beslutades i mars 2021?",
            "Tolkat som: alla möten, eftersom inget svar finns för mars 2021.",
        ),
    ],
)
def test_what_was_understood_is_said(ask: Ask, question: str, line: str) -> None:
    assert line == interpreted(ask(question))


@pytest.mark.parametrize(
    ("question", "asked", "expected"),
    [
        pytest.param(
            "Vad beslutades i mars 2024?",
            Filters(first=date(2024, 5, 1)),
            Filters(),
            id="a day wins over a period",
        ),
        pytest.param(
            "Vad beslutades på kommunstyrelsens möte i maj 2024?",
            Filters(body="Cykelklubben Ekern"),
            Filters(),
            id="a body wins, and the period that it leaves empty is not met",
        ),
        pytest.param(
            "Vad beslutades på senaste mötet?",
            Filters(body="Kommunstyrelsen"),
            Filters(meetings=(KS_MAY,)),
            id="the latest meeting of the body asked for",
        ),
        pytest.param(
            "Vad beslutades på senaste mötet i mars?",
            Filters(meetings=(CLUB,)),
            Filters(),
            id="a meeting wins over all",
        ),
        pytest.param(
            "Vad beslutades i mars 2024?",
            Filters(body="Kommunstyrelsen"),
            Filters(first=date(2024, 3, 1), last=date(2024, 3, 31)),
            id="what the user does not say is read",
        ),
    ],
)
def test_the_users_own_filters_win(
    ask: Ask, question: str, asked: Filters, expected: Filters
) -> None:
    assert expected == ask(question, asked).filters


@pytest.mark.parametrize(
    ("question", "unmet"),
    [
        ("Vad beslutades i mars 2021?", ("mars 2021",)),
        ("Vad beslutades i juli?", ("juli",)),
        ("Vad beslutades om KS 1999/77?", ("KS 1999/77",)),
        ("Vad beslutades i § 977?", ("§ 977",)),
        (
            "Vad beslutades på kommunstyrelsens möte i oktober 2023?",
            ("Kommunstyrelsen", "oktober 2023"),
        ),
    ],
)
def test_what_no_meeting_is_limits_nothing_and_is_said(
    ask: Ask, question: str, unmet: tuple[str, ...]
) -> None:
    understood = ask(question)

    assert (Filters(), unmet) == (understood.filters, understood.unmet)


def test_what_stands_for_a_word_is_known(ask: Ask) -> None:
    assert {"sof": (("samordnad", "form"),)} == ask("Vad sades om SOF?").others
    assert (("skolskjuts", "riktlinjer"),) == ask("skolskjutsriktlinjer").others.get(
        "skolskjutsriktlinjer"
    )


def test_the_people_and_organisations_named_are_known(ask: Ask) -> None:
    assert ("Siri Mården", "Lövåsa kommun") == ask("Vad sa Siri Marden från Lovasa?").names


def test_english_is_told(ask: Ask) -> None:
    understood = ask("Who attended the meeting in March 2024?")

    assert (True, Asks.PRESENT) == (understood.translated, understood.asks)


@pytest.mark.parametrize("text", ["", "  \n", "?", "…!", "§"])
def test_an_empty_question_is_an_error_with_advice(ask: Ask, text: str) -> None:
    with pytest.raises(QuestionError, match="Frågan är tom: skriv vad du vill veta"):
        ask(text)


def test_a_question_that_is_too_long_is_an_error_with_both_lengths(ask: Ask) -> None:
    with pytest.raises(QuestionError, match="301 tecken lång och får vara högst 300"):
        ask("a" * 301)


def test_white_space_does_not_count(ask: Ask) -> None:
    assert "Vad gjordes då?" == ask("  Vad\n gjordes\t då? ").asked


WORDS = "vad vem beslutades om skolskjuts badhuset § 12 2024/131 i mars 2024 Åmosund the dog af"


@given(st.lists(st.sampled_from(WORDS.split()), min_size=2, max_size=9).map(" ".join))
def test_any_words_are_understood(understander: Understander, text: str) -> None:
    understood = understander(f"Vad {text}", today=date(2025, 2, 10))

    assert len(set(understood.subject)) == len(understood.subject)
    assert all(map(is_content, understood.subject))
    assert set(understood.filters.meetings) <= {DocumentId(document.id) for document in DOCUMENTS}


@given(st.text(min_size=1, max_size=100).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_is_understood(understander: Understander, text: str) -> None:
    understander(text, today=date(2025, 2, 10))
