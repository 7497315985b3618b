from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import join_pages, split_pages
from ingest.source import Source


@given(st.lists(st.text(max_size=5)))
def test_taking_apart_undoes_joining(texts: list[str]) -> None:
    text, pages = join_pages(texts)

    if texts:
        assert texts == split_pages(Source(text=text, pages=pages))


def test_uses_the_separators_given() -> None:
    assert join_pages(["arbets", "", "mark", "nad"], ["", "-", "\n", "!"])[0] == "arbetsmark\nnad"


def test_takes_a_text_without_pages_for_one() -> None:
    assert split_pages(Source(text="Hej")) == ["Hej"]
