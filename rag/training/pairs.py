"""Make training pairs: a short text and the passage it belongs to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from rag.swedish.sentences import sentences
from rag.training.texts import Text

# Passages of about the size of an agenda item's text.
PASSAGE_CHARS = 700
LONGEST_PASSAGE_CHARS = 1_600
# More than the model reads of a passage; the rest of a long text is wasted work.
LONGEST_BODY_CHARS = 4_000

FEWEST_WORDS = 4
FEWEST_SENTENCES = 3
LONGEST_SENTENCE_CHARS = 400


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together: what one could ask with, and what should be found."""

    query: str
    passage: str


def make_pairs(texts: Iterable[Text], *, seed: int) -> list[Pair]:
    """Return the pairs of all texts, shuffled; the same seed gives the same pairs."""
    random = Random(seed)  # noqa: S311 - a repeatable draw, no secret
    pairs = [pair for text in texts for pair in text_pairs(text, random)]
    random.shuffle(pairs)
    return pairs


def text_pairs(text: Text, random: Random) -> Iterator[Pair]:
    """Yield title → body, summary → body, question → body, heading → section, sentence → rest."""
    body = "\n".join(text.paragraphs)[:LONGEST_BODY_CHARS]
    if body:
        queries = (text.title, text.summary, *text.questions)
        yield from (Pair(query, body) for query in queries if query)
    for section in text.sections:
        if section.heading:
            yield Pair(section.heading, "\n".join(section.paragraphs)[:LONGEST_BODY_CHARS])
    for passage in passages(text):
        yield from _cloze(passage, random)


def passages(text: Text) -> Iterator[str]:
    """Yield runs of paragraphs of one section, each about a passage long."""
    for section in text.sections:
        held = ""
        for paragraph in section.paragraphs:
            held = f"{held}\n{paragraph}" if held else paragraph
            if len(held) >= PASSAGE_CHARS:
                yield held[:LONGEST_PASSAGE_CHARS]
                held = ""
        if held:
            yield held


def _cloze(passage: str, random: Random) -> Iterator[Pair]:
    """Yield one sentence of the passage with the others, if there are enough of them."""
    spans = sentences(passage)
    if len(spans) < FEWEST_SENTENCES:
        return
    chosen = random.choice(spans)
    sentence = chosen.of(passage)
    if len(sentence.split()) >= FEWEST_WORDS and len(sentence) <= LONGEST_SENTENCE_CHARS:
        yield Pair(sentence, f"{passage[: chosen.start]} {passage[chosen.end :]}".strip())
