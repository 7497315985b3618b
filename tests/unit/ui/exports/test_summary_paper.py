"""A summary becomes a paper that can be handed on."""

from dataclasses import replace
from datetime import datetime

from rag.minutes import Kind
from rag.summaries import ItemSummary, Summary
from ui.exports.paper import Bullets, Facts, Heading, Line, Paper, Paragraph, Ruled, Table, numbers
from ui.exports.summary_paper import summary_paper


def headings(paper: Paper) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in paper.blocks if isinstance(block, Heading)]


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_the_paper_is_called_by_body_and_day(summary: Summary, created: datetime) -> None:
    paper = summary_paper(summary, created=created)

    assert "Åvikens roddförening 4 mars 2024" == paper.title
    assert "Sammanfattning av protokoll" == paper.subtitle
    assert ("Mötesminne", "sv-SE") == (paper.author, paper.language)


def test_its_parts_stand_in_order_and_formal_items_last(
    summary: Summary, created: datetime
) -> None:
    assert [
        (1, "I korthet"),
        (1, "Punkt för punkt"),
        (2, "§ 2 Taket på båthuset"),
        (1, "Att göra"),
        (1, "Datum framåt"),
        (1, "Formella punkter"),
    ] == headings(summary_paper(summary, created=created))


def test_the_head_tells_who_came_and_how_many_more(summary: Summary, created: datetime) -> None:
    [facts] = [b for b in summary_paper(summary, created=created).blocks if isinstance(b, Facts)]

    assert {
        "Rubrik": ["Protokoll från styrelsemöte"],
        "Plats": ["Båthuset på Måsskär"],
        "Närvarande": ["Ylva Ekmark, ordförande;", "Tor Blad och 3 till."],
        "Källa": ["styrelsen-mars.pdf"],
    } == {fact.label: texts(fact.lines) for fact in facts.rows}


def test_decisions_are_marked_and_actions_are_a_table(summary: Summary, created: datetime) -> None:
    paper = summary_paper(summary, created=created)
    [decided] = [block for block in paper.blocks if isinstance(block, Ruled)]
    [table] = [block for block in paper.blocks if isinstance(block, Table)]

    assert ("Beslut", ["Styrelsen lägger ett nytt plåttak."]) == (
        decided.label,
        texts(decided.lines),
    )
    assert ("Vad", "Vem", "När", "Punkt") == table.header
    assert [
        [
            "Tor Blad beställer plåt senast den 1 maj.",
            "Tor Blad",
            "senast den 1 maj",
            "§ 2 Taket på båthuset",
        ]
    ] == [texts(row) for row in table.rows]


def test_every_line_of_the_minutes_has_a_note(summary: Summary, created: datetime) -> None:
    paper = summary_paper(summary, created=created)
    lines = [
        line
        for block in paper.blocks
        if isinstance(block, Paragraph | Bullets | Ruled)
        for line in block.lines
    ]

    assert lines
    assert all(line.notes for line in lines)
    assert [1, 2, 3, 4] == list(numbers(paper).values())


def test_the_last_lines_tell_how_it_was_made(summary: Summary, created: datetime) -> None:
    missing, made = summary_paper(summary, created=created).closing

    assert "Sida 4 är oläslig." == missing
    assert made.replace("\N{NO-BREAK SPACE}", " ") == (
        "Framställd av Mötesminne den 22 november 2026. Varje rad har sin källa i protokollet. "
        "Det är ett underlag och ersätter inte det justerade protokollet."
    )


def test_notes_without_headings_become_a_list(summary: Summary, created: datetime) -> None:
    whole = replace(summary.items[1], label="", decisions=(), actions=())
    notes = replace(summary, meeting=replace(summary.meeting, kind=Kind.NOTES), items=(whole,))

    paper = summary_paper(notes, created=created)

    assert (1, "Detta togs upp") in headings(paper)
    assert not [block for block in paper.blocks if isinstance(block, Paragraph)]


def test_an_item_that_only_has_actions_stands_in_their_table(
    summary: Summary, created: datetime
) -> None:
    only = ItemSummary(label="§ 3 Lås", actions=summary.items[1].actions)

    paper = summary_paper(replace(summary, items=(only,)), created=created)

    assert "§ 3 Lås" not in dict(headings(paper)).values()
    assert [block for block in paper.blocks if isinstance(block, Table)]


def test_a_summary_of_nothing_is_a_paper_still(summary: Summary, created: datetime) -> None:
    empty = replace(
        summary, place=None, present=(), brief=(), items=(), dates=(), citations=(), notes=()
    )

    paper = summary_paper(empty, created=created)

    assert [] == headings(paper)
    assert {} == numbers(paper)
