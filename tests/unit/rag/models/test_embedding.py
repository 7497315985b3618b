import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from rag.errors import EmbeddingError
from rag.models.embedding import SHIPPED_MODEL, load_embedder
from rag.models.static_embedding import StaticEmbedder, is_static_model
from rag.settings import Settings

SENTENCE = "Nämnden beslutar att skolskjutsarna ska upphandlas på nytt."


@cache
def shipped() -> StaticEmbedder:
    return StaticEmbedder.load(SHIPPED_MODEL)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the shipped model, to be damaged or changed."""
    return Path(shutil.copytree(SHIPPED_MODEL, tmp_path / "modell"))


def _settings(**values: object) -> Settings:
    return Settings.model_validate(values)


@pytest.mark.parametrize("method", ["embed_passages", "embed_questions"])
def test_vectors_have_length_one(method: str) -> None:
    vectors = getattr(shipped(), method)([SENTENCE, "Å", "§ 45", "2024-03-04"])

    assert (4, shipped().dimension) == vectors.shape
    assert np.float32 == vectors.dtype
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\t", id="white space"),
        pytest.param("\N{GRINNING FACE}", id="a sign unknown to the model"),
    ],
)
def test_a_text_without_known_words_gives_a_row_of_zeros(text: str) -> None:
    vectors = shipped().embed_passages([SENTENCE, text])

    assert vectors[0].any()
    assert not vectors[1].any()


def test_no_texts_give_no_rows() -> None:
    assert (0, shipped().dimension) == shipped().embed_passages([]).shape


@given(st.lists(st.text(max_size=60), max_size=5))
def test_a_vector_depends_on_its_own_text_alone(texts: list[str]) -> None:
    together = shipped().embed_passages(texts)

    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_array_equal(vector, shipped().embed_passages([text])[0])


def test_loading_twice_gives_the_same_vectors_and_identity() -> None:
    again = load_embedder(_settings())

    assert shipped().identity == again.identity
    np.testing.assert_array_equal(
        shipped().embed_questions([SENTENCE]), again.embed_questions([SENTENCE])
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("rad", "råd", id="å is not a"),
        pytest.param("halla", "hälla", id="ä is not a"),
        pytest.param("hor", "hör", id="ö is not o"),
    ],
)
def test_swedish_letters_are_kept_apart(one: str, other: str) -> None:
    first, second = shipped().embed_passages([one, other])

    assert first @ second < 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Årsmötet", "ÅRSMÖTET", id="case"),
        pytest.param("Årsmötet", "A\u030arsmo\u0308tet", id="composed letters"),
        pytest.param("Årsmötet", "Års\u00admötet", id="soft hyphen"),
    ],
)
def test_ways_of_writing_the_same_word_are_one(one: str, other: str) -> None:
    first, second = shipped().embed_passages([one, other])

    np.testing.assert_array_equal(first, second)


def test_what_is_meant_lies_nearer_than_what_is_not() -> None:
    question = shipped().embed_questions(["Hur blir det med bussarna till skolan?"])[0]
    right, wrong = shipped().embed_passages([SENTENCE, "Revisorn läste upp årets bokslut."])

    assert question @ right > question @ wrong


def test_a_text_has_one_vector_for_each_known_token() -> None:
    vectors = shipped().token_vectors("val av ordförande \N{GRINNING FACE}")

    assert (3, shipped().dimension) == vectors.shape


def test_an_empty_text_has_no_token_vectors() -> None:
    assert (0, shipped().dimension) == shipped().token_vectors("").shape


def test_a_common_word_weighs_less_than_a_rare_one() -> None:
    common, rare = shipped().token_vectors("och detaljplan")

    assert np.linalg.norm(common) < np.linalg.norm(rare)


def test_each_prefix_changes_the_identity() -> None:
    names = [
        shipped().identity,
        load_embedder(_settings(query_prefix="fråga: ")).identity,
        load_embedder(_settings(passage_prefix="fråga: ")).identity,
        load_embedder(_settings(query_prefix="a", passage_prefix="b")).identity,
    ]

    assert len(names) == len(set(names))


def test_a_cut_vector_begins_as_the_whole_one_and_has_length_one() -> None:
    cut = load_embedder(_settings(embedding_dimension=64))
    texts = [SENTENCE, "", "Å"]

    whole = shipped().embed_questions(texts)[:, :64]
    lengths = np.linalg.norm(whole, axis=1, keepdims=True)

    assert 64 == cut.dimension
    np.testing.assert_allclose(
        whole / np.where(lengths > 0, lengths, 1), cut.embed_questions(texts), atol=1e-6
    )


def test_another_dimension_is_another_identity() -> None:
    whole = load_embedder(_settings(embedding_dimension=shipped().dimension))

    assert shipped().identity == whole.identity
    assert shipped().identity != load_embedder(_settings(embedding_dimension=64)).identity


def test_more_numbers_than_the_model_has_are_an_error() -> None:
    with pytest.raises(EmbeddingError, match="MOTESMINNE_EMBEDDING_DIMENSION=10000"):
        load_embedder(_settings(embedding_dimension=10_000))


def test_a_prefix_of_several_lines_can_be_written_in_one() -> None:
    written = _settings(query_prefix=r"Instruct: Hitta protokollet.\nQuery: ")

    assert "Instruct: Hitta protokollet.\nQuery: " == written.query_prefix


def test_prefixes_are_put_before_filled_texts_alone() -> None:
    prefixed = load_embedder(_settings(query_prefix="fråga: "))

    np.testing.assert_array_equal(
        shipped().embed_questions(["fråga: budget"]), prefixed.embed_questions(["budget"])
    )
    np.testing.assert_array_equal(
        shipped().embed_passages(["budget"]), prefixed.embed_passages(["budget"])
    )
    assert not prefixed.embed_questions([""]).any()


def test_other_weights_are_another_identity(copied: Path) -> None:
    same = StaticEmbedder.load(copied).identity
    weights = bytearray((copied / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (copied / "model.safetensors").write_bytes(weights)

    assert same != StaticEmbedder.load(copied).identity


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()

    with pytest.raises(EmbeddingError, match=name):
        load_embedder(_settings(embedding_model=str(copied)))


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("kept", [0, 7, 5000])
def test_a_damaged_file_is_an_error(copied: Path, name: str, kept: int) -> None:
    (copied / name).write_bytes((copied / name).read_bytes()[:kept])

    with pytest.raises(EmbeddingError, match="skadad"):
        load_embedder(_settings(embedding_model=str(copied)))


@pytest.mark.parametrize(
    "tensors",
    [
        pytest.param({"other": np.zeros((40_000, 4))}, id="no table"),
        pytest.param({"embedding.weight": np.zeros(40_000)}, id="no rows"),
        pytest.param({"embedding.weight": np.zeros((9, 4))}, id="too few rows"),
    ],
)
def test_weights_that_do_not_fit_are_an_error(
    copied: Path, tensors: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]
) -> None:
    save_file(tensors, copied / "model.safetensors")

    with pytest.raises(EmbeddingError, match="skadad"):
        load_embedder(_settings(embedding_model=str(copied)))


def test_a_plain_table_is_read_too(copied: Path) -> None:
    rows = Tokenizer.from_file(str(copied / "tokenizer.json")).get_vocab_size()
    table = np.random.default_rng(1).normal(size=(rows, 8)).astype(np.float16)
    save_file({"embedding.weight": table}, copied / "model.safetensors")

    embedder = load_embedder(_settings(embedding_model=str(copied)))

    assert isinstance(embedder, StaticEmbedder)
    assert embedder.embed_passages([SENTENCE]).shape == (1, 8)


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        pytest.param('[{"type": "a.b.StaticEmbedding"}]', True, id="static"),
        pytest.param('[{"type": "a.Transformer"}, {"type": "a.Pooling"}]', False, id="transformer"),
        pytest.param('[{"type": "a.StaticEmbedding"}, {"type": "a.Dense"}]', False, id="more"),
        pytest.param("{", False, id="no JSON"),
        pytest.param('["StaticEmbedding"]', False, id="other JSON"),
    ],
)
def test_static_models_are_told_by_their_modules(
    tmp_path: Path,
    modules: str,
    expected: bool,  # noqa: FBT001 - a table's column
) -> None:
    (tmp_path / "modules.json").write_text(modules)

    assert expected == is_static_model(tmp_path)


def test_a_folder_without_modules_is_no_static_model(tmp_path: Path) -> None:
    assert not is_static_model(tmp_path)


def test_the_shipped_model_is_small_and_described() -> None:
    files = [file for file in SHIPPED_MODEL.iterdir() if file.is_file()]

    assert sum(file.stat().st_size for file in files) < 10_000_000
    assert "MODEL_CARD.md" in {file.name for file in files}
    assert is_static_model(SHIPPED_MODEL)


def test_the_shipped_model_needs_no_torch() -> None:
    code = (
        "import sys; from rag.models.embedding import load_embedder;"
        "from rag.settings import Settings;"
        "load_embedder(Settings()).embed_questions(['budget']);"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert result.stdout == "[]\n"
