"""Text enters HTML and Markdown only escaped."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ui.drawing.markup import tag, text


class Reader(HTMLParser):
    """Collect what a browser would see: elements, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.shown = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= dict(attrs)

    def handle_data(self, data: str) -> None:
        self.shown += data


# A browser replaces NUL and reads a carriage return as a newline.
ANY = st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]))


@given(ANY, ANY)
def test_whatever_the_text_a_browser_shows_it_and_runs_nothing(shown: str, quote: str) -> None:
    read = Reader(tag("p", text(shown), data_quote=quote))

    assert read.elements == ["p"]
    assert shown == read.shown
    assert {"data-quote": quote} == read.attributes
