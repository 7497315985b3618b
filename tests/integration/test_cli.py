"""The command line asks, searches and summarises a real library."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from command_line import BOATS, INSTRUCTORS, ROOF, SCHOOL, Motesminne, run

ROOF_QUESTION = "Vad kostar ett nytt plåttak?"
STATEMENT = {"text", "support", "reason", "citations", "carriers"}
CITATION = {
    "n",
    "document_id",
    "source",
    "meeting",
    "date",
    "item",
    "page",
    "start",
    "end",
    "quote",
}
HIT = {"document_id", "source", "start", "end", "score", "text"}
ANSWER = [
    "id",
    "question",
    "understood",
    "status",
    "text",
    "statements",
    "actors",
    "citations",
    "hits",
    "missing",
    "searched",
    "model",
    "notes",
    "elapsed_ms",
]
PROGRAM = [sys.executable, "-c", "from ui.cli import main; main()"]


def test_an_answer_shows_what_the_minutes_say_and_where(reader: Motesminne) -> None:
    ran = reader("ask", ROOF_QUESTION)

    assert 0 == ran.status
    assert f"{ROOF} [1]" in ran.out
    [place] = [line for line in ran.out.splitlines() if line.startswith("  [1]")]
    assert place.endswith(
        " Protokoll från styrelsemöte i Åvikens roddförening, 2024-03-04, "
        f"§ 2 Taket på båthuset 🏠 ({BOATS})"
    )
    assert "" == ran.err


def test_an_answer_has_exactly_the_documented_keys(reader: Motesminne) -> None:
    answer = reader("ask", ROOF_QUESTION, "--json").json

    assert ANSWER == list(answer)
    assert answer["statements"]
    assert all(set(statement) == STATEMENT for statement in answer["statements"])
    assert all(set(citation) == CITATION for citation in answer["citations"])
    assert all(set(hit) == HIT for hit in answer["hits"])
    assert {"meetings", "chunks"} == set(answer["searched"])
    assert "answered" == answer["status"]
    assert answer["id"] is None
    assert ROOF == answer["citations"][0]["quote"]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param(ROOF_QUESTION, id="after emoji"),
        pytest.param("Vad beslutade årsmötet om skidspåret?", id="html"),
        pytest.param("Vilka var närvarande i juni 2024?", id="people"),
    ],
)
def test_a_citation_is_a_place_in_the_printed_text(reader: Motesminne, question: str) -> None:
    answer = reader("ask", question, "--json").json
    quotes = [(c["document_id"], c["start"], c["end"], c["quote"]) for c in answer["citations"]]
    passages = [(h["document_id"], h["start"], h["end"], h["text"]) for h in answer["hits"]]
    texts = {
        document: reader("meetings", "show", document, "--text").out
        for document, *_ in (*quotes, *passages)
    }

    assert quotes
    for document, start, end, words in (*quotes, *passages):
        assert words == texts[document][start:end]


def test_what_the_minutes_do_not_say_is_not_found(reader: Motesminne) -> None:
    shown = reader("ask", "Vad kostar elsparkcyklarna?")
    answer = reader("ask", "Vad kostar elsparkcyklarna?", "--json").json

    assert 0 == shown.status
    assert "3 möten genomsöktes" in shown.out
    assert ("not_found", [], []) == (answer["status"], answer["statements"], answer["citations"])


@pytest.mark.parametrize(
    ("options", "meetings"),
    [
        pytest.param([], 3, id="none"),
        pytest.param(["--body", "åvikens RODDFÖRENING"], 2, id="body in any case"),
        pytest.param(["--person", "granfelt"], 1, id="person"),
        pytest.param(["--from", "2024"], 2, id="from a year"),
        pytest.param(["--to", "2024-03"], 2, id="to the end of a month"),
        pytest.param(["--from", "2024-03-05", "--to", "2024-06-10"], 1, id="days"),
        pytest.param(["--body", "Åvikens roddförening", "--to", "2023"], 0, id="nothing left"),
    ],
)
def test_filters_limit_what_is_searched(
    reader: Motesminne, options: list[str], meetings: int
) -> None:
    answer = reader("ask", ROOF_QUESTION, *options, "--json").json

    assert meetings == answer["searched"]["meetings"]


def test_a_question_can_be_put_to_one_meeting(reader: Motesminne) -> None:
    school = _id_of(reader, SCHOOL)

    answer = reader("ask", "Vad beslutade styrelsen?", "--meeting", school[:8], "--json").json

    assert 1 == answer["searched"]["meetings"]
    assert {school} == {hit["document_id"] for hit in answer["hits"]}


def test_a_search_shows_passages_best_first(reader: Motesminne) -> None:
    hits = reader("search", "plåttak", "--json", "--limit", 2).json
    shown = reader("search", "plåttak", "--limit", 1).out

    assert HIT | {"page", "headings", "signals"} == set(hits[0])
    assert [BOATS, "§ 2 Taket på båthuset 🏠"] == [hits[0]["source"], hits[0]["headings"][0]]
    assert hits[0]["score"] >= hits[-1]["score"]
    assert f"{BOATS}:{hits[0]['start']}-{hits[0]['end']}" in shown
    assert ROOF in shown


def test_a_search_limited_to_nothing_says_so(reader: Motesminne) -> None:
    assert "Inga träffar.\n" == reader("search", "plåttak", "--to", "1999").out


def test_a_summary_quotes_decisions_with_their_source(reader: Motesminne) -> None:
    school = _id_of(reader, SCHOOL)

    shown = reader("summarise", school[:6])
    summary = reader("summarise", school[:6], "--json").json

    assert f"  Beslut: {INSTRUCTORS}" in shown.out
    assert SCHOOL == summary["meeting"]["source"]
    decisions = [decision for item in summary["items"] for decision in item["decisions"]]
    cited = {citation["n"]: citation["quote"] for citation in summary["citations"]}
    assert [INSTRUCTORS in cited[decision["citations"][0]] for decision in decisions] == [True]


def test_the_version_is_the_installed_one() -> None:
    assert f"motesminne {version('motesminne')}\n" == run("--version").out


def test_the_library_is_named_before_or_after_the_command(
    filled_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "another"))

    before = run("--library", filled_library, "meetings", "list", "--json").json
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "another"))
    after = run("meetings", "list", "--library", filled_library, "--json").json

    assert 3 == len(before)
    assert before == after


def test_the_installed_program_answers_in_utf8_whatever_the_terminal(filled_library: Path) -> None:
    ran = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, "ask", ROOF_QUESTION, "--json"],
        capture_output=True,
        check=True,
        env=os.environ | {"MOTESMINNE_LIBRARY": str(filled_library), "PYTHONIOENCODING": "latin-1"},
    )

    assert "§ 2 Taket på båthuset 🏠" == json.loads(ran.stdout)["citations"][0]["item"]
    assert b"" == ran.stderr


def test_the_command_line_starts_without_what_it_may_not_need() -> None:
    heavy = "chromadb,eval.runner,ingest.pipeline,langchain_core,rich,streamlit,torch"
    code = f"import sys, ui.cli; print([m for m in {heavy.split(',')} if m in sys.modules])"

    ran = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert "[]\n" == ran.stdout


def _id_of(motesminne: Motesminne, source: str) -> str:
    meetings = motesminne("meetings", "list", "--json").json
    return next(str(m["document_id"]) for m in meetings if m["source"] == source)
