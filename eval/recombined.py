"""Make minutes of any number by recombining sentences: for measuring speed and memory.

What they say is nonsense, but words and vectors are spread as in real texts; each passage keeps
mostly to one text, as an item keeps to one matter.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from rag.items import Item
from rag.minutes import (
    Chunk,
    ChunkKind,
    Document,
    DocumentId,
    Kind,
    MeetingDate,
    Minutes,
    Person,
    Presence,
)
from rag.span import Span

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
SHORTEST_SENTENCE = 25

# Of the texts, so many are kept for questions: what is asked is not to stand there word for word.
HELD_OUT = 20
# Of the sentences of a passage, so many come from somewhere else.
STRANGERS = 0.2
PASSAGE_CHARACTERS = (200, 1_000)
MEETING_ITEMS = (8, 24)
QUESTION_WORDS = (3, 12)
PEOPLE = 10

BODIES = tuple(
    f"{body} i {place}"
    for place in ("Alvsund", "Brohult", "Cedertorp", "Dalfors", "Ekliden", "Furuvik", "Granby")
    for body in ("Kommunstyrelsen", "Kulturnämnden", "Socialnämnden", "Nätverket", "Direktionen")
)
KINDS = (Kind.PROTOKOLL, Kind.PROTOKOLL, Kind.NOTES)
FIRST_DAY = date(2005, 1, 10)
DAYS = 7_300

_FIRST = "Alva Bodil Cedric Dagny Egil Fanny Gillis Hedda Ivar Jorun Klas Linnéa Mauritz Nanna"
_FRONTS = "Ahl Bro Ceder Dunk Ek Fager Gran Höv Isak Jung Karl Lind".split()
_BACKS = "gård din fjäll mark ö säter ding sten ström kvist".split()
FIRST_NAMES = _FIRST.split()
LAST_NAMES = [front + back for front in _FRONTS for back in _BACKS]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of some texts, by text."""

    said: Sequence[Sequence[str]]
    asked: Sequence[str]
    """Those of the texts held out for questions."""


def sentences_of(texts: Iterable[str]) -> Sentences:
    """Divide *texts* into sentences; those of every twentieth text are for questions.

    >>> sentences_of(["Rummet ska målas om i sommar. Badet hålls stängt hela vintern."]).asked
    ['Rummet ska målas om i sommar.', 'Badet hålls stängt hela vintern.']
    """
    divided = [found for text in texts if (found := _sentences(text))]
    asked = [sentence for found in divided[::HELD_OUT] for sentence in found]
    return Sentences([found for i, found in enumerate(divided) if i % HELD_OUT] or divided, asked)


def _sentences(text: str) -> list[str]:
    parts = (" ".join(part.split()) for part in SENTENCE_END.split(text))
    return [part for part in parts if SHORTEST_SENTENCE <= len(part) <= PASSAGE_CHARACTERS[1]]


def recombined_questions(sentences: Sentences, number: int, *, seed: int = 1) -> list[str]:
    """Return *number* questions of 3 to 12 words in a row, common ones among them."""
    random = Random(seed)  # noqa: S311 - nothing is secret here
    questions = []
    for _ in range(number):
        words = random.choice(sentences.asked).split()
        length = random.randint(*QUESTION_WORDS)
        start = random.randint(0, max(0, len(words) - length))
        questions.append(" ".join(words[start : start + length]))
    return questions


def recombined_minutes(sentences: Sentences, *, seed: int = 1) -> Iterator[Document]:
    """Yield meetings without end, parsed and chunked; the same ones for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing is secret here
    for number in count():
        yield _meeting(random, sentences, number)


def _meeting(random: Random, sentences: Sentences, number: int) -> Document:
    body, day = random.choice(BODIES), FIRST_DAY + timedelta(days=random.randrange(DAYS))
    lines, people, items = [f"Protokoll {body} {day}", "Närvarande"], list[Person](), list[Item]()
    for _ in range(PEOPLE):
        name = f"{random.choice(FIRST_NAMES)} {random.choice(LAST_NAMES)}"
        people.append(Person(name=name, presence=Presence.PRESENT, span=_end(lines, name)))
        lines.append(name)
    for item in range(1, random.randint(*MEETING_ITEMS) + 1):
        said = _passage(random, sentences)
        title = " ".join(random.choice(said).split()[:4]).rstrip(".,")
        heading = f"§ {item} {title}"
        whole = _end(lines, text := f"{heading}\n{' '.join(said)}")
        place = Span(whole.start, whole.start + len(heading))
        items.append(Item(span=whole, heading=place, title=title, number=f"§ {item}"))
        lines.append(text)
    minutes = Minutes(
        kind=KINDS[number % len(KINDS)],
        title=lines[0],
        body=body,
        date=MeetingDate(first=day, last=day),
        people=tuple(people),
        attendance=Span(0, people[-1].span.end),
        items=tuple(items),
    )
    return _document("\n".join(lines), minutes, f"{number:07}.md")


def _passage(random: Random, sentences: Sentences) -> list[str]:
    own = random.choice(sentences.said)
    start, wanted = random.randrange(len(own)), random.randint(*PASSAGE_CHARACTERS)
    said, length = list[str](), 0
    while length < wanted:
        stranger = random.random() < STRANGERS
        source = random.choice(sentences.said) if stranger else own
        place = random.randrange(len(source)) if stranger else (start + len(said)) % len(source)
        said.append(source[place])
        length += len(said[-1])
    return said


def _end(lines: Sequence[str], text: str) -> Span:
    start = sum(map(len, lines)) + len(lines)
    return Span(start, start + len(text))


def _document(text: str, minutes: Minutes, name: str) -> Document:
    attendance = minutes.attendance or Span(0, 0)
    spoken = (
        Chunk(span=item.span, kind=ChunkKind.ITEM, heading_path=(item.label,))
        for item in minutes.items
    )
    return Document(
        id=DocumentId(hashlib.sha256(name.encode()).hexdigest()),
        source=name,
        location=name,
        text=text,
        minutes=minutes,
        chunks=(Chunk(span=attendance, kind=ChunkKind.ATTENDANCE), *spoken),
    )
