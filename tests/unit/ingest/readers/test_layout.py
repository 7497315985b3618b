from ingest.readers.layout import Block, Part, entry, heading, lay_out, row


def paragraph(text: str) -> Block:
    return Block(Part.PARAGRAPH, text)


def test_parts_all_but_entries_and_rows_with_a_blank_line() -> None:
    blocks = [
        heading("Beslut", level=2),
        paragraph("Nämnden beslutar"),
        entry("att bifalla", mark="1."),
        entry("att avslå", mark="a)", depth=1),
        *row([[paragraph("Ja")], [paragraph("5")]]),
        *row([[paragraph("Nej")], []]),
        paragraph("Slut"),
    ]

    assert lay_out(blocks) == (
        "## Beslut\n\nNämnden beslutar\n\n1. att bifalla\n  a) att avslå\n\nJa | 5\n\nNej\n\nSlut"
    )


def test_keeps_empty_cells_before_the_last() -> None:
    cells = [[paragraph("Eva Ek")], [], [paragraph("X")]]

    assert [block.text for block in row(cells)] == ["Eva Ek |  | X"]


def test_gives_no_heading_more_marks_than_markdown_has() -> None:
    assert heading("Djup", level=9).text == "###### Djup"
