from pathlib import Path

import pytest
from handed import read_by

from ingest.readers import html


def text_of(page: str, folder: Path) -> str:
    path = folder / "sida.html"
    path.write_text(page, encoding="utf-8")
    return read_by(html, path).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            "<h1>Protokoll</h1><h3>§ 4\n Val</h3>", "# Protokoll\n\n### § 4 Val", id="headings"
        ),
        pytest.param("<p>Ett\n  stycke</p><p>Två", "Ett stycke\n\nTvå", id="paragraphs"),
        pytest.param("Eva&nbsp;Ek<br>Bo <b>B</b>ok", "Eva Ek\nBo Bok", id="line breaks"),
        pytest.param("<p>Ett<br><br>Två", "Ett\n\nTvå", id="two breaks are a paragraph"),
        pytest.param("<ul><li>Eva<li>Bo</ul>", "- Eva\n- Bo", id="bullets"),
        pytest.param(
            "<ol start=3><li>att bifalla<li value=7>att avslå<li>x",
            "3. att bifalla\n7. att avslå\n8. x",
            id="numbers",
        ),
        pytest.param(
            "<ul><li>Eva<ol><li>ett</ol><li>Bo</ul>", "- Eva\n  1. ett\n- Bo", id="nested lists"
        ),
        pytest.param(
            "<table><tr><th>Namn<th>Parti<tr><td>Eva Ek<td> S </table>",
            "Namn | Parti\nEva Ek | S",
            id="table",
        ),
        pytest.param(
            "<table><tr><th>Beslutande<td>Eva Ek (S)<br>Bo Bok (M)</table>",
            "Beslutande\n\nEva Ek (S)\nBo Bok (M)",
            id="table as a frame",
        ),
        pytest.param(
            "<table><tr><td>a<table><tr><td>1<td>2</table></table>",
            "a\n\n1 | 2",
            id="nested tables",
        ),
        pytest.param("<pre>Ett\n Två</pre>", "Ett\nTvå", id="preformatted"),
        pytest.param(
            "<nav>Meny</nav><style>p{}</style><script>x</script><p>Beslut<!-- k --> om<button>x",
            "Beslut om",
            id="furniture",
        ),
        pytest.param(
            "<p>Synlig<span hidden>a</span><i style='display: none'>b</i> text",
            "Synlig text",
            id="hidden",
        ),
        pytest.param(
            "<header>Sök</header><main><p>Beslut</main><footer>Kontakt", "Beslut", id="main part"
        ),
        pytest.param(
            "<title>Protokoll 4 mars</title><p>Beslut",
            "# Protokoll 4 mars\n\nBeslut",
            id="title where no heading is",
        ),
        pytest.param("Bara ord", "Bara ord", id="no tags"),
        pytest.param("<td>a<td>b", "a\n\nb", id="cells without a table"),
        pytest.param("<li>Eva", "- Eva", id="entry without a list"),
        pytest.param("<!-- inget -->", "", id="nothing"),
        pytest.param("<?xml version='1.0' encoding='latin-1'?><p>Å", "Å", id="XML declaration"),
    ],
)
def test_keeps_the_structure_of_a_page(tmp_path: Path, page: str, expected: str) -> None:
    assert expected == text_of(page, tmp_path)


def test_reads_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "sida.htm"
    path.write_bytes("<meta charset=iso-8859-1><p>Åtgärd på mötet".encode("latin-1"))

    assert read_by(html, path).text == "Åtgärd på mötet"


def test_reads_deeply_nested_pages(tmp_path: Path) -> None:
    assert text_of("<div>" * 1500 + "Djupt" + "</div>" * 1500, tmp_path) == "Djupt"
