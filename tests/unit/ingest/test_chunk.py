import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.chunk import LIMIT, WHOLE, chunk_minutes
from ingest.parse import parse_minutes
from rag.minutes import Chunk, ChunkKind
from rag.span import Page, Span

SENTENCE = "Nämnden gick igenom läget och tog del av förvaltningens rapport om arbetet. "
TEXTS = st.one_of(
    st.text(alphabet="§ 12\n#-|,.:()åattABeslut", max_size=300),
    st.lists(
        st.sampled_from(
            (
                "§ 1 Val",
                "§ 2 Taxa",
                "§ 2.1 Vatten",
                "# Protokoll",
                "## Närvarande",
                "Närvarande: Eva Ek, Bo Dal",
                "- Cia Ask",
                "",
                SENTENCE * 3,
                SENTENCE * 30,
                "x" * 2500,
                "ord " * 600,
            )
        ),
        max_size=12,
    ).map("\n".join),
)


def chunks(text: str, pages: tuple[Page, ...] = ()) -> tuple[Chunk, ...]:
    return chunk_minutes(text, parse_minutes(text, file_name="x.md"), pages)


@given(TEXTS)
def test_every_character_but_white_space_lies_in_exactly_one_chunk(text: str) -> None:
    found = chunks(text)
    covered = [index for chunk in found for index in range(chunk.span.start, chunk.span.end)]

    assert len(set(covered)) == len(covered)
    assert all(text[index].isspace() for index in set(range(len(text))) - set(covered))


@given(TEXTS)
def test_chunks_are_trimmed_in_order_and_never_too_long(text: str) -> None:
    found = chunks(text)

    assert sorted(found, key=lambda chunk: chunk.span.start) == list(found)
    for chunk in found:
        said = chunk.span.of(text)
        assert said == said.strip() != ""
        assert len(said) <= LIMIT


@given(TEXTS)
def test_no_chunk_reaches_across_items(text: str) -> None:
    items = parse_minutes(text, file_name="x.md").items
    starts = {item.span.start for item in items if item.level == 1}
    for chunk in chunks(text):
        assert not any(chunk.span.start < start < chunk.span.end for start in starts)


def test_an_item_is_one_chunk_with_its_label() -> None:
    text = "# Protokoll\n\n## § 1 Val\n\nBo valdes.\n\n## § 2 Taxa\n\nBifall.\n"
    found = chunks(text)

    assert [ChunkKind.TEXT, ChunkKind.ITEM, ChunkKind.ITEM] == [chunk.kind for chunk in found]
    assert [(), ("§ 1 Val",), ("§ 2 Taxa",)] == [chunk.heading_path for chunk in found]
    assert "## § 1 Val\n\nBo valdes." == found[1].span.of(text)


def test_a_long_item_is_divided_at_sentences() -> None:
    text = "§ 1 Val\n" + SENTENCE * 40 + "\n§ 2 Slut\nInget.\n"
    parts = [chunk for chunk in chunks(text) if chunk.heading_path == ("§ 1 Val",)]

    assert len(parts) > 2
    assert all(600 <= len(part.span.of(text)) <= WHOLE for part in parts)
    assert all(part.span.of(text).endswith(".") for part in parts)


def test_a_long_item_is_divided_at_paragraphs_rather_than_within_them() -> None:
    paragraph = SENTENCE * 9
    text = f"§ 1 Val\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n\n§ 2 Slut\n\nInget.\n"
    parts = [chunk.span.of(text) for chunk in chunks(text) if chunk.heading_path == ("§ 1 Val",)]

    assert [f"§ 1 Val\n\n{paragraph}".strip(), paragraph.strip(), paragraph.strip()] == parts


def test_items_within_a_long_item_have_its_label_before_their_own() -> None:
    text = f"§ 1 Val\n{SENTENCE * 12}\n§ 1.1 Ordförande\n{SENTENCE * 12}\n§ 2 Slut\nInget.\n"

    assert {("§ 1 Val",), ("§ 1 Val", "§ 1.1 Ordförande"), ("§ 2 Slut",)} == {
        chunk.heading_path for chunk in chunks(text)
    }


def test_the_lists_of_people_are_a_chunk_of_their_own() -> None:
    text = "Protokoll\n\nNärvarande:\nEva Ek\nBo Dal\n\n1. Öppnande\n\nText.\n\n2. Slut\n\nText.\n"
    found = chunks(text)

    assert ["Närvarande:\nEva Ek\nBo Dal"] == [
        chunk.span.of(text) for chunk in found if chunk.kind is ChunkKind.ATTENDANCE
    ]


def test_a_text_without_items_is_divided_at_paragraphs() -> None:
    text = "\n\n".join([SENTENCE * 8] * 5)

    assert 5 == len(chunks(text))
    assert {ChunkKind.TEXT} == {chunk.kind for chunk in chunks(text)}


def test_a_chunk_has_the_page_that_it_starts_on() -> None:
    text = "§ 1 Val\nBo valdes.\n§ 2 Slut\nInget.\n"
    second = text.index("§ 2")
    pages = (
        Page(number=1, span=Span(0, second)),
        Page(number=2, span=Span(second, len(text))),
    )

    assert [1, 2] == [chunk.page for chunk in chunks(text, pages)]


@pytest.mark.parametrize("text", ["", " \n\n \t"])
def test_nothing_has_no_chunks(text: str) -> None:
    assert () == chunks(text)


def test_a_long_items_decisions_are_a_chunk_of_their_own() -> None:
    talk = "Förvaltningen redogjorde utförligt för ärendet och dess bakgrund. " * 12
    text = (
        f"# Protokoll\n\n## § 1 Bryggan\n\n{talk}\n\n### Beslut\n\nNämnden beslutar\n\n"
        f"att bryggan rustas upp,\n\natt arbetet är klart i maj.\n\n### Bakgrund\n\n{talk}\n"
    )
    minutes = parse_minutes(text, file_name="a.md")
    [decided] = [c for c in chunk_minutes(text, minutes, ()) if c.kind is ChunkKind.DECISION]
    assert ("att bryggan rustas upp,", "att arbetet är klart i maj.") == (
        decided.span.of(text).splitlines()[0],
        decided.span.of(text).splitlines()[-1],
    )
