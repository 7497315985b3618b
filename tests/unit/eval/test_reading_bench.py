"""Reading is measured in every format that minutes are written in."""

import pytest

from eval.invented import invented_minutes
from eval.reading_bench import WRITERS, bench, main, table
from ingest.formats import recognise
from ingest.limits import Limits
from ingest.read import read_file
from ingest.source import File


def test_each_format_has_a_row() -> None:
    rows = bench(2)

    assert list(WRITERS) == [row.format for row in rows]
    assert {"pdf"} == {row.format for row in rows if row.pages}
    assert len(rows) + 2 == len(table(rows).splitlines())


@pytest.mark.parametrize("name", WRITERS)
def test_what_is_read_is_what_was_written(name: str) -> None:
    [(_, text)] = invented_minutes(1)
    file = File(name=f"m.{name}", raw=WRITERS[name](text))

    read = read_file(file, recognise(file), Limits()).text

    words = [word for word in text.split() if word.isalpha()]
    assert set(words) <= set(read.split()) | {""} or name == "pdf"
    assert words[-1] in read


def test_the_table_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--documents", "1"])

    assert capsys.readouterr().out.startswith("| Format | Filer | Sidor |")
