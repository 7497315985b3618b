import pytest

from ingest.links import find_links
from rag.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Se https://ekvik.example/a?b=1.", ["https://ekvik.example/a?b=1"], id="https"
        ),
        pytest.param("(www.navet.se/bilder)", ["www.navet.se/bilder"], id="brackets"),
        pytest.param("[Bilder](https://navet.se/b) här", ["https://navet.se/b"], id="Markdown"),
        pytest.param("<https://navet.se>", ["https://navet.se"], id="angles"),
        pytest.param("Anmälan på navet.se/dag, tack", ["navet.se/dag"], id="without www"),
        pytest.param("https://x.example/a_(b)", ["https://x.example/a_(b)"], id="its own bracket"),
        pytest.param("anna@navet.se", [], id="e-mail"),
        pytest.param("Mötet slutar.Se bilaga 1.2", [], id="no address"),
    ],
)
def test_web_addresses_are_found(text: str, expected: list[str]) -> None:
    assert expected == [link.of(text) for link in find_links(text, Span(0, len(text)))]
