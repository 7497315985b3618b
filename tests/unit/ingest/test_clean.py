import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.clean import CHARACTERS, clean
from ingest.pages import join_pages
from ingest.source import Source

# What the steps look at, so that chance finds their corners, and any other character.
LETTERS = st.sampled_from(list("aåöAÖ1§.,:;|#-–• \n\t\r\f\x0b\x85\xa0\xad¨˚´\u0308\u200bﬁ\ufeff\0"))
WORDS = st.sampled_from(
    [
        "nämnden",
        "Beslut",
        "arbets-",
        "och",
        "att",
        "AF-",
        "Sida 3 (4)",
        "\n\n",
        "\n",
        " ",
        "¨",
        "2.",
        "\x85",
    ]
)
TEXTS = st.lists(LETTERS | WORDS | st.characters(), max_size=40).map("".join)


def cleaned(text: str) -> str:
    return clean(Source(text=text)).text


def cleaned_pages(*texts: str) -> list[str]:
    text, pages = join_pages(texts)
    source = clean(Source(text=text, pages=pages))
    return [page.span.of(source.text) for page in source.pages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc\x0bd\x85e", "a\nb\nc\nd\ne", id="ends of lines"),
        pytest.param("10\xa0000\u202fkr", "10 000 kr", id="odd spaces"),
        pytest.param("\ufeffsam\u200bråd\u200e", "samråd", id="zero-width characters"),
        pytest.param("be\x07slut\ud800", "beslut", id="control characters and half ones"),
        pytest.param("e\u2011post", "e-post", id="odd hyphens"),
        pytest.param("\uf0b7 Eva", "• Eva", id="bullets of symbol fonts"),
        pytest.param("A\u030arsmo\u0308te", "Årsmöte", id="letters in parts"),
        pytest.param("ﬁnansiering, oﬃciell", "finansiering, officiell", id="ligatures"),
        pytest.param("˚Arsm¨otet, Andr´e", "Årsmötet, André", id="accents before letters"),
        pytest.param("§ 9 Ovrigt ¨", "§ 9 Övrigt", id="accent read after its line"),
        pytest.param("Vi´s förslag", "Vi´s förslag", id="accent for an apostrophe"),
        pytest.param("för\xadvalt\xadning", "förvaltning", id="soft hyphens"),
        pytest.param("för\xad\nvaltning", "förvaltning", id="soft hyphen at the end of a line"),
        pytest.param("Eva  \nBo\t\n", "Eva\nBo", id="space at the end of a line"),
        pytest.param("\n\nEva\n\n \n\nBo\n\n", "Eva\n\nBo", id="blank lines"),
        pytest.param("  - Eva", "  - Eva", id="indentation stays"),
    ],
)
def test_repairs_characters(text: str, expected: str) -> None:
    assert expected == cleaned(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("arbetsmark-\nnaden", "arbetsmarknaden", id="divided"),
        pytest.param("SOF-möteshand-\nlingar", "SOF-möteshandlingar", id="divided after a hyphen"),
        pytest.param("AF-\nkontor", "AF-kontor", id="abbreviation"),
        pytest.param("Sven-\nErik", "Sven-Erik", id="name"),
        pytest.param("e-\npost", "e-post", id="single letter"),
        pytest.param("70-\ntalet", "70-talet", id="number before"),
        pytest.param("2024-\n2026", "2024-2026", id="years"),
        pytest.param("www.byn.example/om-\noss", "www.byn.example/om-oss", id="address"),
        pytest.param("barn-\noch ungdom", "barn-\noch ungdom", id="rest of the word to come"),
        pytest.param("Paus -\nsedan", "Paus -\nsedan", id="dash"),
        pytest.param("12:15-\n2. Val", "12:15-\n2. Val", id="item after a dash"),
        pytest.param("- Eva\n- Bo", "- Eva\n- Bo", id="list"),
    ],
)
def test_joins_divided_words_and_keeps_real_hyphens(text: str, expected: str) -> None:
    assert expected == cleaned(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "föreslog att även anordna\n\n\nmöten i varje kommun",
            "föreslog att även anordna\nmöten i varje kommun", id="broken sentence",
        ),
        pytest.param("Vi är överens.\n\nmen inte du", "Vi är överens.\n\nmen inte du", id="stop"),
        pytest.param("Vi är överens\n\nMen inte du", "Vi är överens\n\nMen inte du", id="capital"),
        pytest.param("Närvarande var\n\neva ek", "Närvarande var\n\neva ek", id="few words"),
        pytest.param("# Möte om vägar\n\nvi ses", "# Möte om vägar\n\nvi ses", id="heading"),
        pytest.param("a | b | c\n\nvi ses", "a | b | c\n\nvi ses", id="table row"),
        pytest.param(
            "Nämnden beslutar enhälligt\n\natt bifalla",
            "Nämnden beslutar enhälligt\n\natt bifalla", id="clause of a decision",
        ),
        pytest.param("Tre punkter finns\n\na) vägar", "Tre punkter finns\n\na) vägar", id="list"),
    ],
)  # fmt: skip
def test_closes_the_gap_within_a_sentence(text: str, expected: str) -> None:
    assert expected == cleaned(text)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(("Ett.", "Två."), "Ett.\n\nTvå.", id="paragraphs"),
        pytest.param(
            ("Vi vill att alla", "möten hålls"), "Vi vill att alla\nmöten hålls", id="sentence"
        ),
        pytest.param(("arbetsmark-", "naden växer"), "arbetsmarknaden växer", id="word"),
        pytest.param(("barn-", "och ungdom"), "barn-\n\noch ungdom", id="rest of the word to come"),
        pytest.param(("", "Två", ""), "Två", id="empty pages"),
    ],
)
def test_mends_what_a_page_break_parts(pages: tuple[str, ...], expected: str) -> None:
    text, places = join_pages(pages)

    assert expected == clean(Source(text=text, pages=places)).text


def test_drops_headers_before_it_mends_the_sentence_around_them() -> None:
    pages = [
        f"Byalaget\nSida {number} (3)\n{text}\nJusterandes signatur"
        for number, text in enumerate(["Vi vill att alla", "möten hålls på", "kvällen."], start=1)
    ]

    assert cleaned_pages(*pages) == ["Byalaget\nVi vill att alla", "möten hålls på", "kvällen."]


def test_keeps_the_warnings() -> None:
    assert clean(Source(text="Hej", warnings=("Sida 3",))).warnings == ("Sida 3",)


@given(TEXTS)
def test_cleaning_again_changes_nothing(text: str) -> None:
    once = cleaned(text)

    assert once == cleaned(once)


@given(TEXTS)
@example("a\xad\u0308")
def test_leaves_only_newlines_as_ends_of_lines(text: str) -> None:
    once = cleaned(text)

    assert once.split("\n") == (once.splitlines() or [""])
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode("utf-8").decode("utf-8") == once


@given(st.lists(TEXTS, max_size=6))
def test_keeps_each_page_in_order_within_the_text(texts: list[str]) -> None:
    text, pages = join_pages(texts)

    source = clean(Source(text=text, pages=pages))

    edges = [edge for page in source.pages for edge in (page.span.start, page.span.end)]
    assert [page.number for page in source.pages] == [page.number for page in pages]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(source.text) for edge in edges)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_gives_every_letter_to_a_page(texts: list[str]) -> None:
    text, pages = join_pages(texts)

    source = clean(Source(text=text, pages=pages))

    within = "".join(page.span.of(source.text) for page in source.pages)
    assert "".join(within.split()) == "".join(source.text.split())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 2_000_000, id="one line"),
        pytest.param(" " * 2_000_000 + "x", id="spaces"),
        pytest.param("arbets-\n" * 50_000, id="hyphens"),
        pytest.param("vi går vidare här\n\n" * 30_000, id="broken paragraphs"),
        pytest.param("\xad \n" * 50_000, id="soft hyphens"),
    ],
)
@pytest.mark.timeout(5)
def test_takes_time_in_proportion_to_the_text(text: str) -> None:
    assert len(cleaned(text)) <= len(text)


def test_every_step_leaves_clean_text_alone() -> None:
    text = "# Möte\n\n- Åsa Ek – ”ja”\n- Bo-Göran\n\n§ 4 Val | 5 €"

    assert {text} == {step(text) for step in CHARACTERS}
