import sys
from pathlib import Path

import pytest

from eval.peer_systems import PEERS
from eval.public import Text
from rag.errors import MissingExtraError
from rag.settings import Settings

TEXTS = [
    Text("s/1.txt", "Bron över Åvik är 120 meter lång. Den målas om vart sjunde år."),
    Text("s/2.txt", "Färjan till Måsskär avgår en gång i timmen. Den tar sju bilar."),
    Text("s/3.txt", "Biblioteket i Ekdal har stängt på måndagar. Böcker lämnas i luckan."),
]
# The others load a transformer, which takes seconds.
LIGHT = {"motesminne": "eval", "bm25": "rank_bm25", "bm25s": "bm25s"}


@pytest.mark.parametrize("name", LIGHT)
def test_a_system_finds_the_text_that_a_question_quotes(name: str, tmp_path: Path) -> None:
    pytest.importorskip(LIGHT[name])
    system = PEERS[name].make(Settings())

    assert system.index(TEXTS, tmp_path) == 3
    assert "s/2.txt" == system.rank("Hur ofta avgår färjan till Måsskär?", limit=50)[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", PEERS.keys() - LIGHT.keys())
def test_a_transformer_does_too(name: str, tmp_path: Path) -> None:
    pytest.importorskip("langchain_chroma")
    system = PEERS[name].make(Settings())

    assert system.index(TEXTS, tmp_path) == 3
    assert "s/2.txt" == system.rank("Hur ofta avgår färjan till Måsskär?", limit=3)[0]


@pytest.mark.parametrize(
    ("name", "package"),
    [("bm25", "rank_bm25"), ("bm25s", "bm25s"), ("langchain", "langchain_chroma")],
)
def test_a_missing_package_names_itself_and_the_extra(
    name: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtraError, match=rf"{package}.*motesminne\[peers\]"):
        PEERS[name].make(Settings())
