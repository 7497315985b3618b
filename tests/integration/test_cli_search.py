"""`motesminne search` and what it shares with `ask`: filters, options, models that are wrong."""

import shutil
from pathlib import Path

import pytest
from command_line import BOATS, ROOF, SCHOOL, SKIS, Motesminne

from rag.models.embedding import SHIPPED_MODEL

QUESTION = "Vad kostar ett nytt plåttak?"


def files(hits: list[dict[str, str]]) -> set[str]:
    return {Path(hit["source"]).name for hit in hits}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(["--person", "Mira"], {BOATS, SCHOOL}, id="person"),
        pytest.param(["--from", "2024-06"], {SCHOOL}, id="from"),
        pytest.param(["--to", "2023"], {SKIS}, id="to"),
        pytest.param(["--kind", "Protokoll"], {BOATS, SCHOOL, SKIS}, id="kind"),
        pytest.param(["--kind", "text"], set(), id="a kind that none is"),
        pytest.param(["--person", "Tor Blad", "--from", "2024"], {BOATS}, id="two filters"),
    ],
)
def test_filters_limit_a_search(reader: Motesminne, options: list[str], expected: set[str]) -> None:
    hits = reader("search", "styrelsen beslutade avgift spårsläde", "--json", *options).json

    assert expected == files(hits)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--person", "Myra"], "har 'Myra': menade du «Mira Sandvall»", id="person"),
        pytest.param(["--body", "Xyzzy"], "är av organet 'Xyzzy'", id="body"),
        pytest.param(
            ["--kind", "brev"],
            "Sorten 'brev' finns inte: skriv en av protokoll, minnesanteckningar, text.",
            id="kind",
        ),
        pytest.param(["--from", "2024", "--to", "2023"], "är baklänges", id="dates"),
    ],
)
@pytest.mark.parametrize("command", [["ask", QUESTION], ["search", "tak"], ["meetings", "list"]])
def test_a_filter_that_names_nothing_is_said(
    reader: Motesminne, command: list[str], options: list[str], said: str
) -> None:
    ran = reader(*command, *options)

    assert (1, "") == (ran.status, ran.out)
    assert said in ran.err
    assert 1 == ran.err.count("\n")


def test_filters_that_no_meeting_passes_are_not_an_empty_library(reader: Motesminne) -> None:
    ran = reader("meetings", "list", "--from", "2030")

    assert (0, "Inget möte passar alla filtren.\n") == (ran.status, ran.out)


def test_recency_is_seen_when_it_counts(reader: Motesminne) -> None:
    plain, recent = (reader("search", "styrelsen beslutade", *o).out for o in ([], ["--recent"]))
    [first, *_] = reader("search", "styrelsen beslutade", "--recent", "--json").json

    assert "Nyare" not in plain
    assert recent.startswith("Nyare möten väger tyngre.\n\n")
    assert 1.0 == first["signals"]["recency"]
    assert reader("ask", QUESTION, "--recent").out.startswith("Nyare möten väger tyngre.\n\n")


def test_recency_in_the_settings_is_seen_too(
    reader: Motesminne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_RECENCY_WEIGHT", "0.5")

    assert reader("ask", QUESTION).out.startswith("Nyare möten väger tyngre.\n\n")


def test_context_is_what_stands_beside_a_hit(reader: Motesminne) -> None:
    plain = reader("search", "plåttak", "--json").json[0]
    around = reader("search", "plåttak", "--json", "--context").json[0]

    assert {"before", "after"} == set(around) - set(plain)
    assert reader("search", "plåttak", "--context").out


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("och att det", id="stop words"),
        pytest.param("\N{ROWBOAT}", id="emoji"),
        pytest.param('" * ^ : (', id="signs"),
    ],
)
def test_a_search_for_nothing_finds_nothing(reader: Motesminne, question: str) -> None:
    assert "Inga träffar.\n" == reader("search", question).out


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("12345", id="digits"),
        pytest.param('" * ^ : ( AND', id="query language"),
        pytest.param("Was kostet das neue Dach?", id="another language"),
        pytest.param("och att det", id="stop words"),
        pytest.param("document:1 OR chunk:*", id="fields of the index"),
    ],
)
def test_a_strange_question_gets_an_answer_or_none(reader: Motesminne, question: str) -> None:
    ran = reader("ask", question, "--json")

    assert (0, "") == (ran.status, ran.err)
    assert ran.json["status"] in {"answered", "partial", "not_found"}


def test_words_alone_are_used_only_when_told_to(
    reader: Motesminne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_EMBEDDING_MODEL", "./ingenstans")
    refused = reader("ask", QUESTION)
    monkeypatch.setenv("MOTESMINNE_WORDS_ONLY", "1")
    answered = reader("ask", QUESTION, "--json")

    assert "Språkmodellen './ingenstans'" in refused.err
    assert refused.err.endswith("sök med bara orden så länge med MOTESMINNE_WORDS_ONLY=1.\n")
    assert 1 == refused.err.count("\n")
    assert ROOF in answered.json["text"]


@pytest.mark.embedded  # a copy of a library has all indexes made anew on a server
def test_a_model_of_another_dimension_overwrites_nothing(
    writer: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reader_sees(writer)
    Path("ny.txt").write_text("Protokoll\n\n§ 1 Bänken\nBänken lagas.\n", encoding="utf-8")
    monkeypatch.setenv("MOTESMINNE_EMBEDDING_DIMENSION", "64")

    for arguments in (["search", "tak"], ["ingest", "ny.txt"]):
        ran = writer(*arguments)
        assert 1 == ran.status
        assert "/256, men inställningen är" in ran.err
        assert "MOTESMINNE_WORDS_ONLY=1" in ran.err

    monkeypatch.delenv("MOTESMINNE_EMBEDDING_DIMENSION")
    assert before == reader_sees(writer)
    assert 0 == writer("ingest", "ny.txt").status
    assert 0 == writer("doctor").status


def test_a_damaged_model_overwrites_nothing(
    writer: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reader_sees(writer)
    model = shutil.copytree(SHIPPED_MODEL, tmp_path / "modell")
    (model / "model.safetensors").write_bytes(b"trasig")
    monkeypatch.setenv("MOTESMINNE_EMBEDDING_MODEL", str(model))

    for arguments in (["search", "tak"], ["ingest", "."], ["doctor", "--rebuild"]):
        ran = writer(*arguments)
        assert 1 == ran.status
        assert "är skadad" in ran.err

    monkeypatch.delenv("MOTESMINNE_EMBEDDING_MODEL")
    assert before == reader_sees(writer)
    assert 0 == writer("doctor").status


def test_vectors_cut_short_are_rebuilt_and_searched(
    writer: Motesminne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_EMBEDDING_DIMENSION", "64")

    assert 0 == writer("doctor", "--rebuild").status
    assert "plåttak" in writer("search", "plåttak", "--json").json[0]["text"]


def reader_sees(command: Motesminne) -> object:
    return command("meetings", "list", "--json").json, command("search", "tak", "--json").json
