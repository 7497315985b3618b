"""What the user did to the lines of a summary, laid over it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.edits import Act, Edit, edit, edited, in_force, is_changeable
from rag.errors import CorrectionError
from rag.minutes import DocumentId, Kind
from rag.results import Citation, Meeting, Statement, Support
from rag.span import Span
from rag.summaries import ActionLine, ItemSummary, Length, Summary, lines

TOLD = "Bryggan lagas för 300 kronor."
DECIDED = "att laga bryggan"
TO_DO = "Bo köper virke."
DAY = "Städdag den 4 maj."
TEXT = f"{TOLD}\n{DECIDED}\n{TO_DO}\n{DAY}"
MARKED = "Alla är glada."


def citation(number: int, quote: str) -> Citation:
    start = TEXT.index(quote)
    return Citation(
        n=number,
        document_id=DocumentId("id"),
        source="maj.txt",
        meeting="Möte",
        date=None,
        item=None,
        page=None,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def statement(text: str, *numbers: int) -> Statement:
    return Statement(text=text, support=Support.SUPPORTED, citations=numbers)


SUMMARY = Summary(
    meeting=Meeting(
        document_id=DocumentId("id"),
        source="maj.txt",
        title="Möte",
        kind=Kind.PROTOKOLL,
        body=None,
        date=None,
        chunks=3,
    ),
    length=Length.NORMAL,
    brief=(statement(TOLD, 1), replace(statement(MARKED), support=Support.UNSUPPORTED)),
    items=(
        ItemSummary(label="§ 2 Bryggan", decisions=(statement(DECIDED, 2),)),
        ItemSummary(
            label="§ 3 Virke", actions=(ActionLine(statement=statement(TO_DO, 3), who="Bo"),)
        ),
    ),
    dates=(statement(DAY, 4),),
    citations=tuple(citation(n, q) for n, q in enumerate((TOLD, DECIDED, TO_DO, DAY), 1)),
    notes=("Utdrag.",),
)
IDS = [line.id for line in lines(SUMMARY)]
TOLD_ID, MARKED_ID, DECIDED_ID, TO_DO_ID, DAY_ID = IDS


def texts(summary: Summary) -> list[str]:
    return [line.statement.text for line in lines(summary)]


def test_a_struck_line_is_gone_and_its_item_when_nothing_is_left_of_it() -> None:
    told = edited(SUMMARY, [edit(SUMMARY, TO_DO_ID, Act.STRUCK)])

    assert [TOLD, MARKED, DECIDED, DAY] == texts(told)
    assert ["§ 2 Bryggan"] == [item.label for item in told.items]


def test_a_changed_line_keeps_its_citation_and_is_supported_while_the_minutes_say_so() -> None:
    told = edited(SUMMARY, [edit(SUMMARY, TOLD_ID, Act.CHANGED, "Lagas för 300 kronor.")])

    [changed, _] = told.brief
    assert ("Lagas för 300 kronor.", (1,), Support.SUPPORTED) == (
        changed.text,
        changed.citations,
        changed.support,
    )
    assert TOLD_ID == lines(told)[0].id
    assert all(Span(0, len(TOLD)).overlaps(carrier.span) for carrier in changed.carriers)


def test_a_changed_line_shows_that_the_minutes_say_otherwise() -> None:
    told = edited(SUMMARY, [edit(SUMMARY, TOLD_ID, Act.CHANGED, "Bryggan lagas för 900 kronor.")])

    [changed, _] = told.brief
    assert changed.support is Support.UNSUPPORTED
    assert "900 kronor" in changed.reason


def test_a_changed_action_keeps_who_is_to_do_it() -> None:
    told = edited(SUMMARY, [edit(SUMMARY, TO_DO_ID, Act.CHANGED, "Virke köps av Bo.")])

    assert [("Virke köps av Bo.", "Bo")] == [(a.statement.text, a.who) for a in told.actions]


def test_a_note_tells_how_much_was_done_by_hand() -> None:
    done = [
        edit(SUMMARY, TOLD_ID, Act.CHANGED, "Bryggan lagas."),
        edit(SUMMARY, DECIDED_ID, Act.ACCEPTED),
        edit(SUMMARY, TO_DO_ID, Act.STRUCK),
        edit(SUMMARY, DAY_ID, Act.STRUCK),
    ]

    told = edited(SUMMARY, done)

    assert (
        "Utdrag.",
        "Bearbetad för hand: 2 rader strukna, 1 rad omskriven, 1 rad godkänd.",
    ) == told.notes


def test_without_edits_a_summary_is_as_it_was_made() -> None:
    assert SUMMARY is edited(SUMMARY, [])


def test_the_same_words_as_before_are_no_change() -> None:
    assert Act.ACCEPTED is edit(SUMMARY, TOLD_ID, Act.CHANGED, f"  {TOLD}\n").act


@pytest.mark.parametrize(
    ("line", "text", "reason"),
    [
        pytest.param(DECIDED_ID, "att riva bryggan", "ordagrant", id="decision"),
        pytest.param(MARKED_ID, "Alla är nöjda.", "saknar källa", id="without source"),
        pytest.param(TOLD_ID, " \n", "tom", id="empty"),
        pytest.param(TOLD_ID, "x" * 3_000, "3000 tecken", id="too long"),
        pytest.param("brief:7-8", "Ja.", "finns inte", id="no such line"),
    ],
)
def test_what_cannot_be_changed_says_why(line: str, text: str, reason: str) -> None:
    with pytest.raises(CorrectionError, match=reason):
        edit(SUMMARY, line, Act.CHANGED, text)


def test_a_decision_and_what_cites_nothing_can_be_struck_but_not_changed() -> None:
    fixed = [line.id for line in lines(SUMMARY) if not is_changeable(line)]
    struck = [edit(SUMMARY, line, Act.STRUCK) for line in fixed]

    assert [MARKED_ID, DECIDED_ID] == fixed
    assert [TOLD, TO_DO, DAY] == texts(edited(SUMMARY, struck))


def test_a_change_that_was_kept_for_a_decision_has_no_effect() -> None:
    kept = replace(edit(SUMMARY, DECIDED_ID, Act.ACCEPTED), act=Act.CHANGED, text="att riva den")

    assert {} == in_force(SUMMARY, [kept])


def test_an_edit_has_no_effect_where_other_words_stand_in_the_same_place() -> None:
    kept = edit(SUMMARY, TOLD_ID, Act.STRUCK)
    first, *others = SUMMARY.citations
    anew = replace(SUMMARY, citations=(replace(first, quote=TOLD.replace("3", "4")), *others))

    assert anew is edited(anew, [kept])


def test_edits_survive_that_the_summary_is_made_anew_in_another_length() -> None:
    kept = [edit(SUMMARY, TO_DO_ID, Act.STRUCK)]
    shorter = replace(SUMMARY, length=Length.SHORT, brief=(), dates=())

    assert [DECIDED] == texts(edited(shorter, kept))


def test_edits_survive_that_a_sentence_moves_to_another_part_and_know_where_it_was() -> None:
    told, _ = SUMMARY.brief
    kept = edit(SUMMARY, TOLD_ID, Act.STRUCK)
    moved = replace(SUMMARY, brief=(), items=(ItemSummary(label="§ 2", statements=(told,)),))

    assert [DAY] == texts(edited(moved, [kept]))
    assert [kept] == list(in_force(moved, [kept]).values())


def test_an_edit_of_one_line_leaves_another_that_cites_the_same_place() -> None:
    told, _ = SUMMARY.brief
    twice = replace(SUMMARY, items=(ItemSummary(label="§ 2", statements=(told,)),))

    assert [TOLD, DAY] == texts(
        edited(twice, [edit(twice, TOLD_ID, Act.STRUCK), edit(twice, MARKED_ID, Act.STRUCK)])
    )


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from([Act.ACCEPTED, Act.STRUCK]))))
def test_exactly_what_is_struck_is_gone(done: list[tuple[str, Act]]) -> None:
    last = dict(done)
    kept = [edit(SUMMARY, line, act) for line, act in last.items()]

    left = [line.id for line in lines(edited(SUMMARY, kept))]

    assert [one for one in IDS if last.get(one) is not Act.STRUCK] == left


def test_an_edit_of_a_line_that_is_not_there_has_no_effect() -> None:
    assert SUMMARY is edited(SUMMARY, [Edit(line="brief:7-8", act=Act.STRUCK)])
