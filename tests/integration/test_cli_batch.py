"""The command line answers a file of questions."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from command_line import ROOF, Motesminne

ROOF_QUESTION = "Vad kostar ett nytt plåttak?"


def test_answers_keep_the_order_and_the_ids_of_the_questions(
    reader: Motesminne, tmp_path: Path
) -> None:
    asked = _write(
        tmp_path,
        [
            {"id": "ö-2", "question": "Vad beslutades om rodskolan?"},
            {"id": 1, "question": ROOF_QUESTION},
            {"id": "ö-2", "question": "Vad kostar elsparkcyklarna?"},
        ],
    )

    ran = reader("ask", "--input", asked, "--output", tmp_path / "svar.jsonl")

    answers = _read(tmp_path / "svar.jsonl")
    assert (0, "", "") == (ran.status, ran.out, ran.err)
    assert ["ö-2", 1, "ö-2"] == [answer["id"] for answer in answers]
    assert ["answered", "answered", "not_found"] == [answer["status"] for answer in answers]
    assert ROOF == answers[1]["citations"][0]["quote"]


def test_answers_come_on_standard_output_when_no_file_is_named(
    reader: Motesminne, tmp_path: Path
) -> None:
    asked = _write(tmp_path, [{"id": "a", "question": ROOF_QUESTION}])
    alone = reader("ask", ROOF_QUESTION, "--json").json

    line = reader("ask", "--input", asked).json

    assert list(alone) == list(line)
    assert alone["citations"] == line["citations"]


def test_a_question_that_follows_another_leans_on_its_answer(
    reader: Motesminne, tmp_path: Path
) -> None:
    asked = _write(
        tmp_path,
        [
            {"id": 1, "question": ROOF_QUESTION},
            {"id": 2, "question": "Och när var det?", "follows": 1},
            {"id": 3, "question": "Och när var det?"},
        ],
    )

    ran = reader("ask", "--input", asked)

    _, after, alone = (json.loads(line)["understood"] for line in ran.out.splitlines())
    assert ["samma möte (4 mars 2024)"] == after["carried"][-1:]
    assert [] == alone["carried"]


def test_a_question_can_follow_only_an_earlier_one(reader: Motesminne, tmp_path: Path) -> None:
    asked = _write(tmp_path, [{"id": 1, "question": ROOF_QUESTION, "follows": "2"}])

    ran = reader("ask", "--input", asked)

    assert 0 != ran.status
    assert "rad 1: frågan följer på '2', som inte står tidigare" in ran.err


@pytest.mark.parametrize(
    ("filters", "meetings"),
    [
        pytest.param({}, 3, id="none"),
        pytest.param({"body": "Åvikens roddförening"}, 2, id="body"),
        pytest.param({"person": "Tor Blad"}, 2, id="person"),
        pytest.param({"from": "2023-02-02"}, 2, id="from"),
        pytest.param({"to": "2023"}, 1, id="to"),
        pytest.param({"from": "2024-03", "to": "2024-03"}, 1, id="a month"),
        pytest.param({"person": None, "meeting": None}, 3, id="null"),
    ],
)
def test_each_question_has_its_own_filters(
    reader: Motesminne, tmp_path: Path, filters: Mapping[str, str], meetings: int
) -> None:
    asked = _write(
        tmp_path,
        [
            {"id": "with", "question": ROOF_QUESTION, "filters": filters},
            {"id": "without", "question": ROOF_QUESTION},
        ],
    )

    ran = reader("ask", "--input", asked)

    searched = [json.loads(line)["searched"]["meetings"] for line in ran.out.splitlines()]
    assert [meetings, 3] == searched


def test_a_question_can_be_put_to_one_meeting(reader: Motesminne, tmp_path: Path) -> None:
    document = reader("meetings", "list", "--json").json[0]["document_id"]
    asked = _write(
        tmp_path,
        [{"id": "a", "question": ROOF_QUESTION, "filters": {"meeting": document[:10]}}],
    )

    answer = reader("ask", "--input", asked).json

    assert {document} == {hit["document_id"] for hit in answer["hits"]}


def test_a_question_that_cannot_be_asked_does_not_stop_the_others(
    reader: Motesminne, tmp_path: Path
) -> None:
    asked = _write(
        tmp_path,
        [
            {"id": "empty", "question": "  "},
            {"id": "long", "question": "a" * 20_000},
            {"id": "good", "question": ROOF_QUESTION},
        ],
    )

    ran = reader("ask", "--input", asked, "--output", tmp_path / "svar.jsonl")

    empty, long, good = _read(tmp_path / "svar.jsonl")
    assert 1 == ran.status
    assert "2 av 3 frågor kunde inte ställas; se «error».\n" == ran.err
    assert {"id", "question", "error"} == set(empty)
    assert "Frågan är tom" in empty["error"]
    assert "Frågan är 20000 tecken lång" in long["error"]
    assert "answered" == good["status"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param("{", "inte giltig JSON vid tecken 2", id="no JSON"),
        pytest.param("[]", "«raden» ska vara ett JSON-objekt", id="no object"),
        pytest.param('{"question": "Vad?"}', "fältet «id» saknas", id="no id"),
        pytest.param('{"id": true, "question": "Vad?"}', "«id» har ett värde", id="odd id"),
        pytest.param('{"id": 1}', "fältet «question» saknas", id="no question"),
        pytest.param('{"id": 1, "question": 2}', "«question» ska vara en sträng", id="number"),
        pytest.param(
            '{"id": 1, "question": "Vad?", "filters": {"frm": "2024"}}',
            "fältet «filters.frm» finns inte",
            id="unknown filter",
        ),
        pytest.param(
            '{"id": 1, "question": "Vad?", "filters": {"from": "i våras"}}',
            "Datumet 'i våras' kan inte läsas",
            id="bad date",
        ),
        pytest.param(
            '{"id": 1, "question": "Vad?", "filters": {"meeting": "zz"}}',
            "Inget möte i biblioteket har ett id som börjar med 'zz'",
            id="unknown meeting",
        ),
        pytest.param(
            r'{"id": 1, "question": "Vad? \ud800"}', "«question» har ett värde", id="half a letter"
        ),
    ],
)
def test_a_bad_line_is_named_by_number_and_nothing_is_written(
    reader: Motesminne, tmp_path: Path, line: str, said: str
) -> None:
    asked, answers = tmp_path / "frågor.jsonl", tmp_path / "svar.jsonl"
    asked.write_text(f'{{"id": 1, "question": "Vad?"}}\n\n{line}\n', encoding="utf-8")
    answers.write_text("gamla svar", encoding="utf-8")

    ran = reader("ask", "--input", asked, "--output", answers)

    assert 1 == ran.status
    assert ran.err.startswith(f"Fel: {asked}, rad 3: {said}")
    assert "gamla svar" == answers.read_text(encoding="utf-8")
    assert {asked, answers} == set(tmp_path.iterdir())


def test_a_line_is_ended_by_a_newline_alone(reader: Motesminne, tmp_path: Path) -> None:
    asked = tmp_path / "frågor.jsonl"
    asked.write_bytes('\ufeff{"id": 1, "question": "Vad kostar\u2028taket?"}\r\n\r\n'.encode())

    assert 0 == reader("ask", "--input", asked).status


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "kan inte läsas (No such file or directory)", id="absent"),
        pytest.param(b"\n \n", "har inga frågor", id="empty"),
        pytest.param("räkor".encode("latin-1"), "är inte UTF-8", id="Latin-1"),
    ],
)
def test_a_file_that_holds_no_questions_is_refused(
    reader: Motesminne, tmp_path: Path, content: bytes | None, said: str
) -> None:
    asked = tmp_path / "frågor.jsonl"
    if content is not None:
        asked.write_bytes(content)

    ran = reader("ask", "--input", asked)

    assert 1 == ran.status
    assert ran.err.startswith(f"Fel: Frågefilen {asked} {said}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param([], "Ange antingen en fråga eller --input FIL.", id="neither"),
        pytest.param(["Vad?", "--input", "f"], "Ange antingen en fråga eller --input", id="both"),
        pytest.param(["Vad?", "--output", "f"], "--output hör ihop med --input", id="output alone"),
        pytest.param(["--input", "f", "--to", "2024"], "Med --input står filtren", id="filters"),
    ],
)
def test_arguments_that_do_not_go_together_are_refused(
    reader: Motesminne, arguments: list[str], said: str
) -> None:
    ran = reader("ask", *arguments)

    assert 1 == ran.status
    assert said in ran.err


def test_answers_that_cannot_be_written_are_an_error(reader: Motesminne, tmp_path: Path) -> None:
    asked = _write(tmp_path, [{"id": 1, "question": ROOF_QUESTION}])

    ran = reader("ask", "--input", asked, "--output", tmp_path / "saknas" / "svar.jsonl")

    assert 1 == ran.status
    assert "svar.jsonl kan inte skrivas" in ran.err


def _write(folder: Path, questions: Sequence[Mapping[str, Any]]) -> Path:
    path = folder / "frågor.jsonl"
    lines = (json.dumps(question, ensure_ascii=False) + "\n" for question in questions)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
