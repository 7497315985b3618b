import sys
from pathlib import Path

import pytest

from eval.dataset import Category, Expect, Question, QuestionSet
from eval.peer_process import main
from eval.peers import REPLY, REQUEST, Request, compare_peers
from eval.public import PublicSet, Text
from rag.errors import DatasetError
from rag.settings import Settings

PUBLIC = PublicSet(
    texts=(
        Text("s/1.txt", "Bron över Åvik är 120 meter lång."),
        Text("s/2.txt", "Färjan till Måsskär avgår en gång i timmen."),
        Text("s/3.txt", "Biblioteket i Ekdal har stängt på måndagar."),
    ),
    questions=QuestionSet(
        name="samling.json",
        sha256="e" * 64,
        questions=(
            Question(
                id="s-1",
                question="När avgår färjan till Måsskär?",
                category=Category.FACT,
                expect=Expect.ANSWERABLE,
                evidence=(("en gång i timmen",),),
                documents=("s/2.txt",),
            ),
            Question(
                id="s-2", question="Vad kostar det?", category=Category.ABSENT, expect=Expect.ABSENT
            ),
        ),
    ),
)


def test_a_system_is_measured_in_a_process_of_its_own() -> None:
    pytest.importorskip("rank_bm25")

    [row] = compare_peers(PUBLIC, Settings(), names=["bm25"])

    assert ("bm25", 3) == (row.name, row.pieces)
    assert (1.0, 1) == (row.figures["hit@1"].value, row.figures["hit@1"].n)
    assert 0 < row.latency_p50_ms <= row.latency_p95_ms
    assert row.peak_mb is None or 10 < row.peak_mb < 2_000


def test_an_unknown_system_is_refused_before_anything_is_measured() -> None:
    with pytest.raises(DatasetError, match=r"googel.*motesminne, bm25s"):
        next(iter(compare_peers(PUBLIC, Settings(), names=["bm25", "googel"])))


def test_a_package_that_is_missing_is_what_the_reply_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rank_bm25", None)
    request, reply = tmp_path / "request.json", tmp_path / "reply.json"
    asked = Request(name="bm25", public=PUBLIC, settings=Settings())
    request.write_bytes(REQUEST.dump_json(asked))

    main(request, reply)

    said = REPLY.validate_json(reply.read_bytes())
    assert said.row is None
    assert "motesminne[peers]" in said.problem


def test_a_request_is_read_as_it_was_written() -> None:
    asked = Request(name="bm25", public=PUBLIC, settings=Settings(device="cuda"))

    assert asked == REQUEST.validate_json(REQUEST.dump_json(asked))
