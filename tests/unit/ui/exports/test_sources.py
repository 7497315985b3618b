"""Where a line comes from, as a reader of the paper is told."""

from dataclasses import replace

import pytest

from rag.results import Citation, Statement, Support
from ui.exports.sources import Sources
from ui.local import NO_BREAK_SPACE

FIRST = 4
PLACE = "Protokoll från styrelsemöte 2024-03-04, § 2 Taket på båthuset, s. 2 (styrelsen-mars.pdf)"


def said(text: str, *cited: int, support: Support = Support.SUPPORTED) -> Statement:
    return Statement(text=text, support=support, citations=cited)


def notes(sources: Sources, statement: Statement, **how: bool) -> list[str]:
    line = sources.line(statement, listed=how.get("listed", False))
    return [note.text.replace(NO_BREAK_SPACE, " ") for note in line.notes]


def test_a_verbatim_line_names_its_place(citations: tuple[Citation, ...]) -> None:
    assert [PLACE] == notes(Sources(citations), said(citations[3].quote, FIRST))


def test_a_meeting_can_be_called_by_its_body(citations: tuple[Citation, ...]) -> None:
    sources = Sources(citations, {citations[0].document_id: "Roddarna"})

    [note] = notes(sources, said(citations[3].quote, FIRST))

    assert note.startswith("Roddarna 2024-03-04, § 2")


def test_a_line_in_other_words_is_followed_by_the_quote(citations: tuple[Citation, ...]) -> None:
    expected = f"{PLACE}: ”Taket på båthuset läcker sedan i höstas.”"

    assert [expected] == notes(Sources(citations), said("Taket är otätt.", FIRST))


def test_a_place_that_is_a_whole_file_is_followed_by_the_quote(
    citations: tuple[Citation, ...],
) -> None:
    vague = replace(citations[3], item=None, page=None, date="2024-09-01/2024-11-30")
    statement = said(vague.quote, FIRST)

    [told] = notes(Sources([vague]), statement)

    assert told == (
        "Protokoll från styrelsemöte hösten 2024 (styrelsen-mars.pdf): "
        "”Taket på båthuset läcker sedan i höstas.”"
    )
    assert ["Protokoll från styrelsemöte hösten 2024 (styrelsen-mars.pdf)"] == notes(
        Sources([vague]), statement, listed=True
    )


def test_a_long_quote_is_cut_at_a_word(citations: tuple[Citation, ...]) -> None:
    long = replace(citations[3], quote="Taket läcker och läcker. " * 40)

    [note] = notes(Sources([long]), said("Det läcker.", FIRST))

    quote = note.removeprefix(PLACE)
    assert 150 < len(quote) < 170
    assert quote.endswith(" …”")


def test_sentences_of_one_place_share_a_note(citations: tuple[Citation, ...]) -> None:
    sources = Sources(citations)

    lines = [sources.line(said(citations[n - 1].quote, n)) for n in (4, 5)]

    assert lines[0].notes == lines[1].notes


@pytest.mark.parametrize(
    ("text", "label", "under", "expected"),
    [
        pytest.param("Beslut: bifall", "", "Beslut", "bifall", id="label above"),
        pytest.param("Beslut: bifall", "Beslut", "", "bifall", id="label before"),
        pytest.param("att köpa: plåt", "", "Beslut", "att köpa: plåt", id="another colon"),
        pytest.param("[x] Tor köper", "", "", "Tor köper", id="tick box"),
        pytest.param("[1] Tor köper", "", "", "[1] Tor köper", id="no tick box"),
    ],
)
def test_labels_and_boxes_are_not_said_twice(
    text: str, label: str, under: str, expected: str
) -> None:
    assert expected == Sources([]).line(said(text), label=label, under=under).text


def test_a_doubtful_line_says_so() -> None:
    doubtful = said("Taket är grönt.", support=Support.PARTLY)

    assert "Taket är grönt. (delvis belagt)" == Sources([]).line(doubtful).text
