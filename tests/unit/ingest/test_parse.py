import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse import parse_minutes
from rag.items import Item, Located
from rag.minutes import Kind, Minutes
from rag.span import Span

STRUCTURE = st.text(alphabet="§ 12\n#-|,.:()åattABeslut", max_size=200)
LINES = st.lists(
    st.sampled_from(
        (
            "§ 1 Val",
            "§ 2 Taxa",
            "§ 2.1 Vatten",
            "1. Öppnande",
            "2. Slut",
            "a. Ordförande",
            "# Protokoll",
            "## Närvarande",
            "### Beslut",
            "Närvarande:",
            "Eva Ek, Bo Dal",
            "- Cia Ask (S)",
            "Kommunstyrelsen | Dnr KS 2023/1",
            "Beslut: bifall",
            "Mötet beslutar",
            "att köpa kaffe",
            "@Bo fixar",
            "Yrkanden",
            "Eva Ek (S) yrkar",
            "Bo Dal (M) yrkar bifall till förslaget, att köpa kaffe och att sälja te.",
            "Ja: 24 Nej: 17",
            "Ledamot | Ja | Nej",
            "Eva Ek | X |",
            "Bo Dal | | X",
            "Reservation",
            "Mot beslutet reserverar sig Eva Ek (S) och Bo Dal (M).",
            "Flera kommuner föreslog fler möten. Därefter berättade Eva Ek om läget.",
            "Se https://navet.example/bilder.",
            "Arbetsförmedlingen (AF)",
            "2024-03-04",
            "",
            "EKONOMI",
            "En lång mening om allt som hände på mötet och som slutar med en punkt till sist.",
        )
    ),
    max_size=25,
).map("\n".join)


def held(item: Item) -> list[Span]:
    """Return the places of all that an item holds."""
    told: tuple[Located, ...] = (
        *item.decisions,
        *item.actions,
        *item.proposals,
        *item.votes,
        *item.reservations,
        *item.statements,
    )
    return [*(found.span for found in told), *item.links]


def spans(minutes: Minutes) -> list[Span]:
    found = [person.span for person in minutes.people]
    found += [abbreviation.span for abbreviation in minutes.abbreviations]
    found += [minutes.attendance] if minutes.attendance else []
    found += [minutes.date.span] if minutes.date and minutes.date.span else []
    for item in minutes.items:
        found += [item.span, item.heading]
    unheaded = [minutes.unheaded] if minutes.unheaded else []
    for item in (*minutes.items, *unheaded):
        found += held(item)
    return found


@given(st.one_of(STRUCTURE, LINES, st.text(max_size=100)))
def test_any_text_parses_and_every_span_lies_in_it(text: str) -> None:
    for span in spans(parse_minutes(text, file_name="x.md")):
        assert 0 <= span.start < span.end <= len(text)


@given(st.one_of(STRUCTURE, LINES))
def test_at_each_level_the_items_partition_what_holds_them(text: str) -> None:
    items = parse_minutes(text, file_name="x.md").items
    whole = Span(items[0].span.start, len(text)) if items else Span(0, 0)
    around = [whole]
    position = [whole.start]
    for item in items:
        while item.level < len(around):
            assert position.pop() == around.pop().end
        assert item.level == len(around)
        assert item.span.start == position[-1] or item.level > 1
        position[-1] = item.span.end
        around.append(item.span)
        position.append(item.span.end)
        assert item.span.end <= around[-2].end
        assert item.heading.start == item.span.start


@given(LINES)
def test_all_that_an_item_holds_lies_in_it_below_its_heading(text: str) -> None:
    for item in parse_minutes(text, file_name="x.md").items:
        for span in held(item):
            assert item.heading.end <= span.start
            assert span.end <= item.span.end


@given(LINES)
def test_parsing_is_deterministic(text: str) -> None:
    assert parse_minutes(text, file_name="x.md") == parse_minutes(text, file_name="x.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Protokoll\n\n§ 1 Val\nBo valdes.\n", Kind.PROTOKOLL, id="named"),
        pytest.param("Minnesanteckningar\n\nText.\n", Kind.NOTES, id="notes"),
        pytest.param(
            "Styrelsemöte\n\nNärvarande: Eva Ek, Bo Dal\n\n1. Val\n\n"
            "Mötet beslutar att välja Bo.\n\n"
            "2. Slut\n\nMötet slutar.\n",
            Kind.PROTOKOLL,
            id="they met and decided",
        ),
        pytest.param(
            "Nätverksträff\n\nNärvarande: Eva Ek, Bo Dal\n\nVi talade om läget.\n",
            Kind.NOTES,
            id="they met",
        ),
        pytest.param("# Handbok\n\n## Start\n\nText.\n", Kind.OTHER, id="neither"),
    ],
)
def test_the_kind_is_named_or_shown_by_the_form(text: str, expected: Kind) -> None:
    assert expected is parse_minutes(text, file_name="x.md").kind


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 300_000, id="one word"),
        pytest.param("." * 300_000, id="full stops"),
        pytest.param("Eva Ek, " * 40_000, id="one line of names"),
        pytest.param("Närvarande: " * 25_000, id="one line of labels"),
        pytest.param(
            ("Eva Ek berättade om läget i Holmby kommun. " * 5 + "\n\n") * 1_400, id="prose"
        ),
        pytest.param("att höja, " * 30_000, id="one line of clauses"),
        pytest.param("Mötet beslutar att höja och att " + "att " * 60_000, id="clauses of nothing"),
        pytest.param("Eva Ek (S), " * 25_000 + "yrkar bifall", id="one line of movers"),
        pytest.param("Eva Ek (S) yrkar\n" * 4_000, id="leads"),
        pytest.param("Yrkanden\nReservation\nBeslut\n" * 2_500, id="fixed headings"),
        pytest.param("Ja: 24 Nej: 17 " * 20_000, id="one line of counts"),
        pytest.param("Ledamot | Ja | Nej\n" * 4_000, id="heads of tables"),
        pytest.param(
            "Närvarande: Eva Ek, Bo Dal\n\n§ 1 Bryggan\n" + "Närvarande | Frånvarande\n" * 4_000,
            id="heads of lists after the first",
        ),
        pytest.param("Ledamot | Ja | Nej\n" + "Eva Ek | X |\n" * 5_000, id="a long table"),
        pytest.param("Reservation\n" + "Eva Ek (S)\n" * 5_000, id="a list that dissents"),
        pytest.param("Flera kommuner och " * 15_000, id="one line of groups"),
        pytest.param("https://" * 40_000, id="one address"),
        pytest.param("www.a." * 50_000, id="one host"),
        pytest.param("".join(f"§ {n} Ärende\nText om det.\n" for n in range(6_000)), id="items"),
    ],
)
def test_a_large_text_takes_no_longer_than_it_should(text: str) -> None:
    start = time.process_time()
    parse_minutes(text, file_name="x.txt")

    assert time.process_time() - start < 4
