import pytest

from rag.models.transformer_embedding import trained_prefixes

E5 = ("query: ", "passage: ")


@pytest.mark.parametrize(
    ("name", "prompts", "expected"),
    [
        pytest.param("en/modell", {}, ("", ""), id="nothing known"),
        pytest.param("en/modell", {"query": "", "document": ""}, ("", ""), id="empty prompts"),
        pytest.param(
            "en/modell", {"query": "f: ", "document": "p: "}, ("f: ", "p: "), id="prompts"
        ),
        pytest.param("en/modell", {"query": "f: ", "passage": "p: "}, ("f: ", "p: "), id="passage"),
        pytest.param("en/modell", {"query": "f: ", "document": None}, ("f: ", ""), id="one prompt"),
        pytest.param("intfloat/multilingual-e5-small", {}, E5, id="E5 by name"),
        pytest.param(
            "/modeller/e5-base-v2", {"query": "", "document": ""}, E5, id="E5 in a folder"
        ),
        pytest.param("en/e5-large", {"query": "f: "}, ("f: ", ""), id="its own prompts win"),
        pytest.param(
            "intfloat/multilingual-e5-large-instruct", {}, ("", ""), id="instruct differs"
        ),
        pytest.param("en/cafe5-base", {}, ("", ""), id="a name that only ends so"),
    ],
)
def test_prefixes_are_those_of_the_training(
    name: str, prompts: dict[str, str | None], expected: tuple[str, str]
) -> None:
    assert expected == trained_prefixes(name, prompts)
