from pathlib import Path

import pytest

from rag.errors import WordsError
from rag.swedish.tables import SHIPPED, Table, load_table, merged_table

NAMES = sorted(file.stem for file in SHIPPED.glob("*.toml"))


def with_own(folder: Path, name: str, text: str) -> Table:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return merged_table(name, own=folder)


@pytest.mark.parametrize("name", NAMES)
def test_each_shipped_table_holds_words_by_lists_or_explanations(name: str) -> None:
    for entry in load_table(name).entries.values():
        words = entry if isinstance(entry, list) else [*entry, *entry.values()]
        for word in words:
            assert all(part.strip() for part in ([word] if isinstance(word, str) else word))


def test_own_words_are_added_to_a_list(tmp_path: Path) -> None:
    table = with_own(tmp_path, "people", 'roles = ["Bygdekoordinator"]\n')

    assert {"bygdekoordinator", "ordförande"} <= table.words("roles")


def test_own_words_are_added_to_a_list_under_a_fixed_name(tmp_path: Path) -> None:
    table = with_own(tmp_path, "people", '[presence]\npresent = ["på plats i ladan"]\n')

    assert table.grouped("presence")["på plats i ladan"] == "present"
    assert table.grouped("presence")["frånvarande"] == "absent"


def test_an_own_explanation_replaces_the_shipped_one(tmp_path: Path) -> None:
    table = with_own(tmp_path, "abbreviations", '[abbreviations]\n"AF" = "Arkivförbundet"\n')

    assert table.exact("abbreviations")["AF"] == "Arkivförbundet"
    assert table.exact("abbreviations")["KF"] == "kommunfullmäktige"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('roles = [\n"rektor"\nx', "rad 3", id="no TOML"),
        pytest.param('rolles = ["rektor"]', "rolles, som inte finns", id="unknown key"),
        pytest.param('roles = "rektor"', "roles vara en lista", id="no list"),
        pytest.param('roles = [" "]', "roles vara en lista", id="empty word"),
        pytest.param('[presence]\nhere = ["x"]', "listan presence.here", id="unknown list"),
        pytest.param(
            "[signatories]\n'vid ritbordet' = 3", "signatories.vid ritbordet", id="number"
        ),
        pytest.param("presence = 1", "[presence]", id="no table"),
    ],
)
def test_a_malformed_table_is_refused_by_file_and_key(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(WordsError) as caught:
        with_own(tmp_path, "people", text)

    assert said in str(caught.value)
    assert str(tmp_path / "people.toml") in str(caught.value)


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_bytes('roles = ["köksmästare"]'.encode("latin-1"))

    with pytest.raises(WordsError, match="UTF-8"):
        merged_table("people", own=tmp_path)


def test_a_file_that_adds_to_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "poeple.toml").touch()

    with pytest.raises(WordsError, match="ska heta abbreviations"):
        merged_table("people", own=tmp_path)


def test_an_absent_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordsError, match="MOTESMINNE_WORDS"):
        merged_table("people", own=tmp_path / "nowhere")
