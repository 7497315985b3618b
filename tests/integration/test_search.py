"""Searches of a real library: its legs, its filters, its options, and what is no question."""

from datetime import date

import numpy as np
import pytest
from fakes import HashEmbedder, homes_of
from numpy.typing import NDArray

from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.errors import EmbeddingError
from rag.results import Filters, Hit
from rag.searching.search import Reader, Search
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.library import Library


def varied(settings: Settings, **values: object) -> Assistant:
    return build_assistant(settings.model_copy(update=values))


FILTERS = [
    pytest.param(Filters(body="kommunstyrelsen"), id="body"),
    pytest.param(Filters(person="Elvira"), id="person"),
    pytest.param(Filters(first=date(2024, 5, 1)), id="from"),
    pytest.param(Filters(last=date(2023, 12, 31)), id="to"),
    pytest.param(Filters(body="kommunstyrelsen", last=date(2024, 3, 31)), id="two together"),
]
LEGS = [
    pytest.param(["ngram_weight", "vector_weight", "token_weight"], id="stems"),
    pytest.param(["stem_weight", "vector_weight", "token_weight"], id="n-grams"),
    pytest.param(["stem_weight", "ngram_weight", "token_weight"], id="vectors"),
]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("off", LEGS)
def test_filters_are_exact_in_every_leg(
    shared_settings: Settings, off: list[str], filters: Filters
) -> None:
    leg = varied(shared_settings, **dict.fromkeys(off, 0.0))
    admitted = {meeting.document_id for meeting in leg.meetings(filters)}

    everything = leg.search("kommunen mötet avgift badhuset plats", limit=1000)
    found = leg.search("kommunen mötet avgift badhuset plats", filters=filters, limit=1000)

    kept = [h.passage.key for h in everything if h.passage.document_id in admitted]
    assert set(kept) == {hit.passage.key for hit in found}


NO_QUESTIONS = [
    pytest.param("och att det som", id="stop words"),
    pytest.param("\N{GRINNING FACE} \N{ROWBOAT}", id="emoji"),
    pytest.param('" * ^ : (', id="signs of a query language"),
    pytest.param("[a-z]+$ \\d{3}?", id="a regular expression"),
    pytest.param("skolskjuts AND (badhuset OR NOT avgift)^2", id="a query"),
    pytest.param("document:1", id="a field of the index"),
    pytest.param("2024", id="digits"),
    pytest.param("Was kostet der Schulbus?", id="another language"),
    pytest.param("学校の予算は", id="another script"),
    pytest.param("\x00", id="a zero"),
]


@pytest.mark.parametrize("question", NO_QUESTIONS)
def test_whatever_is_searched_hits_are_sensible_or_none(
    assistant: Assistant, question: str
) -> None:
    hits = assistant.search(question)

    assert all(0 < hit.score <= 1 for hit in hits)
    assert sorted(hits, key=lambda hit: -hit.score) == hits


@pytest.mark.parametrize("question", ["ö" * 20_000, "skolskjuts badhuset " * 1_000])
def test_the_engine_takes_twenty_thousand_characters(
    library: tuple[Library, Indexes], question: str
) -> None:
    weights = {"stems": 0.1, "ngrams": 0.4}

    hits = Search(*library, HashEmbedder(), weights=weights)(question)

    assert ("badhuset" in question) == bool(hits)


@pytest.mark.parametrize("question", ["och att det som", '" * ^ : (', "!?", "\N{ROWBOAT}"])
def test_what_names_nothing_finds_nothing(assistant: Assistant, question: str) -> None:
    assert [] == assistant.search(question)


def test_signs_of_a_query_language_change_nothing(assistant: Assistant) -> None:
    plain = assistant.search("skolskjuts badhuset")
    signed = assistant.search('"skolskjuts"* AND (badhuset^):')

    assert [hit.passage.key for hit in plain] == [hit.passage.key for hit in signed]


def test_newer_meetings_come_first_only_when_asked(shared_settings: Settings) -> None:
    plain = varied(shared_settings).search("badhusets öppettider")
    recent = varied(shared_settings, recency_weight=999.0).search("badhusets öppettider")

    assert all("recency" not in hit.signals for hit in plain)
    assert 1.0 == recent[0].signals["recency"]
    scores = [hit.signals["recency"] for hit in recent]
    assert sorted(scores, reverse=True) == scores


def test_words_alone_ask_no_model(shared_settings: Settings) -> None:
    hits = varied(shared_settings, words_only=True, embedding_model="/ingen/modell").search("tur")

    assert {"stems", "ngrams"} == set(hits[0].signals)


def test_words_alone_answer_too(shared_settings: Settings) -> None:
    words = varied(shared_settings, words_only=True, embedding_model="/ingen/modell")

    answer = words.ask("Vad beslutades om vindkraft på Stormhöjden?")
    summary = words.summarise(words.meetings()[0].document_id)

    assert "avstyrka" in answer.text
    assert summary.items


def test_without_its_model_a_search_stops_and_tells_of_words_alone(
    shared_settings: Settings,
) -> None:
    with pytest.raises(EmbeddingError, match=r"/ingen/modell.*MOTESMINNE_WORDS_ONLY=1"):
        varied(shared_settings, embedding_model="/ingen/modell")


def neighbours(assistant: Assistant, words: str) -> list[Hit]:
    return assistant.search(words, limit=1000, neighbours=True)


def test_neighbours_stand_beside_the_hit_in_its_item(assistant: Assistant) -> None:
    hits = neighbours(assistant, "kommunen badhuset skolskjuts avgift")

    for hit in hits:
        for other in filter(None, (hit.before, hit.after)):
            assert hit.passage.document_id == other.document_id
            assert hit.passage.heading_path == other.heading_path
        assert hit.before is None or hit.before.span.end <= hit.passage.span.start
        assert hit.after is None or hit.passage.span.end <= hit.after.span.start


def test_a_search_tells_of_no_neighbours_unless_asked(assistant: Assistant) -> None:
    assert all(h.before is h.after is None for h in assistant.search("kommunen", limit=1000))


class Backwards:
    """Prefer what stands last; note what was read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, question: str, texts: list[str]) -> NDArray[np.float32]:
        self.read = list(texts)
        return np.linspace(0, 1, len(texts), dtype=np.float32)


@pytest.fixture
def library(shared_settings: Settings) -> tuple[Library, Indexes]:
    database = Database.open(shared_settings.library, EVERYTHING)
    return Library(database), Indexes(
        shared_settings.library, database, HashEmbedder(), homes=homes_of(database)
    )


def test_a_reader_reads_only_the_best_and_reorders_them(library: tuple[Library, Indexes]) -> None:
    weights = {"stems": 0.1, "ngrams": 0.4, "reranker": 9.0}
    reader = Backwards()
    plain = Search(*library, HashEmbedder(), weights=weights)("badhuset tur kommunen")
    readers = [Reader(leg="reranker", compare=reader, top=3)]

    hits = Search(*library, HashEmbedder(), weights=weights, readers=readers)(
        "badhuset tur kommunen"
    )

    assert [hit.passage.indexed for hit in plain[:3]] == reader.read
    assert [hit.passage.key for hit in plain[2:0:-1]] == [hit.passage.key for hit in hits[:2]]
    assert [1.0, 0.5] == [hit.signals["reranker"] for hit in hits[:2]]


def test_a_reader_without_weight_reads_nothing(library: tuple[Library, Indexes]) -> None:
    reader = Backwards()
    readers = [Reader(leg="reranker", compare=reader)]

    Search(*library, HashEmbedder(), weights={"ngrams": 1.0}, readers=readers)("badhuset")

    assert [] == reader.read
