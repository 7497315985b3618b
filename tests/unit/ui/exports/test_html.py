"""A paper as a page that needs nothing else."""

from dataclasses import replace

from lxml import html as parser

from ui.exports.html import html
from ui.exports.paper import Heading, Paper


def test_the_page_has_headings_landmarks_and_its_language(paper: Paper) -> None:
    page = parser.document_fromstring(html(paper))

    assert "sv-SE" == page.get("lang")
    assert "Styrelsen 4 mars 2024" == page.findtext(".//title")
    assert ["Styrelsen 4 mars 2024"] == [h.text for h in page.iter("h1")]
    assert ["I korthet", "Källor"] == [h.text for h in page.iter("h2")]
    assert ["§ 2 Taket"] == [h.text for h in page.iter("h3")]
    assert all(len(list(page.iter(name))) == 1 for name in ("header", "main", "footer"))


def test_marks_and_notes_link_to_each_other(paper: Paper) -> None:
    page = parser.document_fromstring(html(paper))
    ids = page.xpath("//@id")
    links = page.xpath("//a/@href[starts-with(., '#')]")

    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert ["not-1", "not-2"] == page.xpath("//section[@role='doc-endnotes']//li/@id")


def test_the_table_has_a_header_row_and_the_decision_a_label(paper: Paper) -> None:
    page = parser.document_fromstring(html(paper))

    assert ["Vad", "Vem"] == page.xpath("//thead//th[@scope='col']/text()")
    assert 2 == len(page.xpath("//tbody/tr"))
    assert ["Beslut"] == page.xpath("//section[@class='ruled']/@aria-label")


def test_nothing_is_fetched_and_no_word_is_markup(paper: Paper) -> None:
    evil = replace(paper, title="<script>x</script>", blocks=(Heading(text="</h2><img src=x>"),))
    page = parser.document_fromstring(html(evil))

    assert not page.xpath("//script | //img | //link | //*[@src]")
    assert "url(" not in html(paper)
    assert "<script>x</script>" == page.findtext(".//h1")


def test_addresses_are_links_without_the_full_stop(paper: Paper) -> None:
    page = parser.document_fromstring(html(paper))

    assert ["https://plat.example/a_b"] == page.xpath("//p/a/@href")
