import pytest

from ingest.readers.docx_numbers import Level, Numbering


def numbering(*levels: Level, restarts: dict[tuple[str, int], int] | None = None) -> Numbering:
    return Numbering(
        levels={("a", depth): level for depth, level in enumerate(levels)},
        lists={"1": "a", "2": "a"},
        restarts=restarts or {},
        style_depths={},
    )


PARAGRAPH = Level(format="decimal", text="§ %1", start=94)
POINT = Level(format="decimal", text="%1.%2", start=1)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param(PARAGRAPH, ["§ 94", "§ 95"], id="paragraphs from 94"),
        pytest.param(Level("lowerLetter", "%1)", 26), ["z)", "aa)"], id="letters"),
        pytest.param(Level("upperRoman", "%1.", 4), ["IV.", "V."], id="Roman"),
        pytest.param(Level("decimalZero", "%1", 9), ["09", "10"], id="leading zero"),
        pytest.param(Level("bullet", "\uf0b7", 1), ["-", "-"], id="bullets"),
        pytest.param(Level("none", "", 1), [None, None], id="no mark"),
        pytest.param(Level("chicago", "%1", 1), ["1", "2"], id="unknown format"),
    ],
)
def test_counts_entries(level: Level, expected: list[str | None]) -> None:
    counter = numbering(level)

    assert expected == [counter.mark("1", 0), counter.mark("1", 0)]


def test_begins_inner_numbers_anew_under_each_outer_one() -> None:
    counter = numbering(PARAGRAPH, POINT)

    marks = [counter.mark("1", depth) for depth in (0, 1, 1, 0, 1)]

    assert marks == ["§ 94", "94.1", "94.2", "§ 95", "95.1"]


def test_counts_on_in_lists_that_share_one_definition() -> None:
    counter = numbering(PARAGRAPH)

    assert [counter.mark("1", 0), counter.mark("2", 0)] == ["§ 94", "§ 95"]


def test_restarts_a_list_once_where_the_document_says_so() -> None:
    counter = numbering(PARAGRAPH, restarts={("2", 0): 1})

    marks = [counter.mark(number, 0) for number in ("1", "2", "2")]

    assert marks == ["§ 94", "§ 1", "§ 2"]


def test_gives_no_mark_for_a_list_that_is_not_defined() -> None:
    assert numbering(PARAGRAPH).mark("9", 0) is None
