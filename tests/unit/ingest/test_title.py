import pytest

from ingest.lines import split_lines
from ingest.title import kind_of, read_title, title_words
from rag.minutes import Kind


@pytest.mark.parametrize(
    ("text", "title", "body", "organisation"),
    [
        pytest.param(
            "Sammanträdesprotokoll  Sida 1(3)\n2024-03-04\n"
            "Kommunstyrelsen\n\nPlats och tid: Sal A\n",
            "Sammanträdesprotokoll, Kommunstyrelsen",
            "Kommunstyrelsen",
            None,
            id="kind, then body",
        ),
        pytest.param(
            "HOLMBY KOMMUN\nKOMMUNSTYRELSEN\nSAMMANTRÄDESPROTOKOLL\nSammanträdesdatum 2024-03-04\n",
            "Sammanträdesprotokoll, Kommunstyrelsen",
            "Kommunstyrelsen",
            "HOLMBY KOMMUN",
            id="capitals, body first",
        ),
        pytest.param(
            "Holmby kommun | SAMMANTRÄDESPROTOKOLL\nSocialnämnden | Sammanträdesdatum 2024-03-04\n",
            "Sammanträdesprotokoll, Socialnämnden",
            "Socialnämnden",
            "Holmby kommun",
            id="two columns",
        ),
        pytest.param(
            "HOLMBY KOMMUN\nNämnden för kultur och\nlivslångt lärande\n"
            "SAMMANTRÄDESPROTOKOLL\nSammanträdesdatum 2024-03-04\n",
            "Sammanträdesprotokoll, Nämnden för kultur och livslångt lärande",
            "Nämnden för kultur och livslångt lärande",
            "HOLMBY KOMMUN",
            id="a name on two lines",
        ),
        pytest.param(
            "SAMMANTRÄDESPROTOKOLL\nNämnden för kultur, fritid och idrott, Holmby kommun\n"
            "2024-03-05\n",
            "Sammanträdesprotokoll, Nämnden för kultur, fritid och idrott, Holmby kommun",
            "Nämnden för kultur, fritid och idrott",
            "Holmby kommun",
            id="a name with commas",
        ),
        pytest.param(
            "#Mötesprotokoll\n##Kod & Kaffe\n##2017-02-01\n\n##Kallade\nEva Ek, Bo Dal\n",
            "Mötesprotokoll Kod & Kaffe",
            "Kod & Kaffe",
            None,
            id="markdown headings",
        ),
        pytest.param(
            "# Mötesprotokoll Kod & Kaffe\n\n## 15 April 2021\n\n## Kallade\n\n- Eva Ek\n",
            "Mötesprotokoll Kod & Kaffe",
            "Kod & Kaffe",
            None,
            id="one markdown heading",
        ),
        pytest.param(
            "## Minnesanteckningar\n\nFörda vid enskilda medlemsmöten\n\nTid: Hösten 2024\n",
            "Minnesanteckningar förda vid enskilda medlemsmöten",
            None,
            None,
            id="the second line goes on",
        ),
        pytest.param(
            "Minnesanteckningar\nBibliotekens nätverk, Region Sjövik\nTid: Våren 2024\n",
            "Minnesanteckningar, Bibliotekens nätverk, Region Sjövik",
            "Bibliotekens nätverk",
            "Region Sjövik",
            id="body and organisation on one line",
        ),
        pytest.param(
            "Styrelsemöte Föreningen Tuvan\n\n18 januari 2023\n\nNärvarande: Eva Ek, Bo Dal\n",
            "Styrelsemöte Föreningen Tuvan",
            "Föreningen Tuvan",
            None,
            id="no word for the kind",
        ),
        pytest.param(
            "PROTOKOLL NR 5/2024\n\nMöte med sektionens styrelse den 26-27 januari 2024\n",
            "PROTOKOLL NR 5/2024, Möte med sektionens styrelse",
            "sektionens styrelse",
            None,
            id="numbered protokoll",
        ),
        pytest.param(
            "Protokoll från direktionen 2024-03-04\n\nNärvarande: Eva Ek, Bo Dal\n",
            "Protokoll från direktionen",
            "direktionen",
            None,
            id="all in one line",
        ),
        pytest.param(
            "Sida 1 av 4\n\nMINNESANTECKNINGAR\n\nNÄRVARANDE\n\nEva Ek, Holmby\n",
            "Minnesanteckningar",
            None,
            None,
            id="nothing but the kind",
        ),
        pytest.param(
            "Holmby kommun | SAMMANTRÄDESPROTOKOLL | 1 (6)\nSammanträdesdatum\n2024-03-04\n"
            "Kommunstyrelsen\nPlats och tid\nSal A\n",
            "Sammanträdesprotokoll, Kommunstyrelsen",
            "Kommunstyrelsen",
            "Holmby kommun",
            id="the body below the date",
        ),
        pytest.param(
            "Plats och tid | Sal A, kl. 13–15\nJusterare | Bo Dal\n\n# Barnnämnden\n\n"
            "Sammanträdesprotokoll 2024-03-04\n\n## § 1 Öppnande\n",
            "Sammanträdesprotokoll, Barnnämnden",
            "Barnnämnden",
            None,
            id="below a table of facts",
        ),
        pytest.param(
            "Bostads AB Furan\nOrg.nr 556000-0000\n\n# STYRELSEPROTOKOLL nr 3\n\n"
            "Datum: 2024-03-04\n",
            "STYRELSEPROTOKOLL nr 3, Bostads AB Furan",
            "Bostads AB Furan",
            "Bostads AB Furan",
            id="a company's number",
        ),
        pytest.param(
            "Protokoll nr 7\nStyrelsemöte i Ekbackens teaterförening\n2024-03-04, Kulturhuset\n",
            "Protokoll nr 7, Styrelsemöte i Ekbackens teaterförening",
            "Ekbackens teaterförening",
            None,
            id="the meeting's line names the body",
        ),
    ],
)
def test_the_top_says_what_the_text_is(
    text: str, title: str, body: str | None, organisation: str | None
) -> None:
    found = read_title(split_lines(text), frozenset(), file_name="x.txt")

    assert (title, body, organisation) == (found.text, found.body, found.organisation)


@pytest.mark.parametrize(
    ("text", "file_name", "expected"),
    [
        pytest.param("Protokoll", "x.md", Kind.PROTOKOLL, id="word"),
        pytest.param("Mötesanteckningar", "x.md", Kind.NOTES, id="notes"),
        pytest.param("Kallelse", "x.md", Kind.OTHER, id="other"),
        pytest.param("Holmby", "minnesanteckningar.md", Kind.NOTES, id="file name"),
    ],
)
def test_the_kind_is_named_by_the_top_or_the_file(
    text: str, file_name: str, expected: Kind
) -> None:
    assert expected is read_title(split_lines(text), frozenset(), file_name=file_name).kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sida 1(3)", ""),
        ("3 (41)", ""),
        ("Måndagen den 4 mars 2024", ""),
        ("{DATUM}", ""),
        ("Protokoll (2024-03-04)", "Protokoll"),
        ("Budget 2024", "Budget 2024"),
    ],
)
def test_page_numbers_and_dates_are_no_title(words: str, expected: str) -> None:
    assert expected == title_words(words)


def test_a_text_without_a_title_is_called_by_its_file() -> None:
    assert (
        "styrelsemote 170201"
        == read_title([], frozenset(), file_name="styrelsemote_170201.md").text
    )


def test_prose_names_no_kind() -> None:
    assert kind_of("Årsbudget") is None
