"""A tiny cross-encoder that reads real pairs; slow only because torch loads."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from command_line import Motesminne
from tiny_models import write_embedder, write_reranker

from eval.ablation import with_reranker
from rag.assembling.assembly import build_assistant
from rag.errors import ModelError
from rag.models.pretrained import source_of
from rag.models.reranking import CrossEncoderReranker
from rag.settings import Settings

TEXTS = ["Färjan går en gång i timmen.", "", "Bron målas.", "bro " * 5_000]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reranker(tmp_path_factory.mktemp("modeller") / "omrangordnare")


def load(folder: Path, **values: object) -> CrossEncoderReranker:
    return CrossEncoderReranker(source_of(str(folder), Settings().model_copy(update=values)))


def test_every_text_gets_a_score_between_nought_and_one(model: Path) -> None:
    scores = load(model)("När går färjan?", TEXTS)

    assert (len(TEXTS),) == scores.shape
    assert ((scores > 0) & (scores < 1)).all()
    assert (0,) == load(model)("När går färjan?", []).shape


def test_the_size_of_a_batch_changes_no_score(model: Path) -> None:
    one, many = (load(model, batch_size=size)("När går färjan?", TEXTS) for size in (1, 32))

    np.testing.assert_allclose(one, many, atol=1e-6)


def test_the_best_passages_are_read_and_say_so(model: Path, shared_settings: Settings) -> None:
    settings = shared_settings.model_copy(update={"reranker": str(model), "rerank_top": 2})

    hits = build_assistant(settings).search("badhuset kommunen")

    assert [True, True, False] == [hit.signals["reranker"] > 0 for hit in hits[:3]]


def test_no_model_is_loaded_before_there_is_something_to_read(shared_settings: Settings) -> None:
    settings = shared_settings.model_copy(update={"reranker": "/ingen/modell"})
    assistant = build_assistant(settings)

    assert assistant.meetings()
    with pytest.raises(ModelError, match=r"'/ingen/modell' kan inte .*MOTESMINNE_RERANKER"):
        assistant.search("badhuset")


def test_words_alone_need_no_reranker(shared_settings: Settings) -> None:
    changes = {"reranker": "/ingen/modell", "words_only": True}

    assert build_assistant(shared_settings.model_copy(update=changes)).search("badhuset")


def test_a_name_that_is_not_on_this_machine_is_not_fetched() -> None:
    with pytest.raises(ModelError, match="MOTESMINNE_ALLOW_DOWNLOAD=1"):
        load(Path("ingen/modell"))("När?", TEXTS)


def test_a_model_for_something_else_is_refused(tmp_path: Path) -> None:
    embedder = write_embedder(tmp_path / "inbäddning")
    classifier = write_reranker(tmp_path / "klasser", labels=3)

    with pytest.raises(ModelError, match=r"är tränad till något annat \(BertModel\)"):
        load(embedder)("När?", TEXTS)
    with pytest.raises(ModelError, match="ger 3 tal per textstycke"):
        load(classifier)("När?", TEXTS)


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_damaged_model_is_named(model: Path, tmp_path: Path, name: str) -> None:
    copied = shutil.copytree(model, tmp_path / "skadad")
    content = (copied / name).read_bytes()
    (copied / name).write_bytes(content[: len(content) // 2])

    with pytest.raises(ModelError, match="skadad' kan inte läsas in"):
        load(copied)("När?", TEXTS)


def test_an_absent_reranker_is_one_sentence(
    reader: Motesminne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_RERANKER", "./ingenstans")

    ran = reader("ask", "Vad kostar ett nytt plåttak?")

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("Fel: Omrangordnaren './ingenstans' kan inte läsas in")
    assert 1 == ran.err.count("\n")


def test_a_reranker_is_a_row_of_the_ablation(model: Path, shared_settings: Settings) -> None:
    variant = with_reranker(str(model))

    varied = shared_settings.model_copy(update=dict(variant.changes))

    assert f"Allt, omrangordnat av {model}" == variant.label
    assert varied.weights["reranker"] > 0
    assert not variant.reindexes
