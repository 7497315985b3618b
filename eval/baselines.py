"""Choose sentences of a text by well-known simple means, for comparing summaries with.

* lead: the first.
* random: any, by a seed.
* TextRank (Mihalcea & Tarau 2004), LexRank (Erkan & Radev 2004): as `sumy` does them, with our
  words and stems.
* oracle: those that make most points a word, again and again; no method can see the points.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from random import Random
from typing import Any

from eval.summary_gold import Expected, Shown
from rag.minutes import Document
from rag.span import Span
from rag.swedish.sentences import sentences
from rag.swedish.words import STOP_WORDS, stem, words

SEEDS = range(10)

Ranking = Callable[[Document, Sequence[Span]], Iterator[Span]]
"""Yield the sentences of a document, the best first."""


def bodies(document: Document) -> list[Span]:
    """Return the sentences of *document*: headings and the list of those attending left out."""
    minutes = document.minutes
    outside = [item.heading for item in minutes.items]
    outside += [minutes.attendance] if minutes.attendance else []
    found = sentences(document.text)
    return [span for span in found if not any(span.overlaps(other) for other in outside)]


def lead(_: Document, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences as they stand."""
    yield from spans


def at_random(_: Document, spans: Sequence[Span], *, seed: int) -> Iterator[Span]:
    """Yield the sentences in an order that *seed* gives."""
    yield from Random(seed).sample(spans, len(spans))  # noqa: S311 - nothing is secret here


def by_sumy(document: Document, spans: Sequence[Span], *, method: str) -> Iterator[Span]:
    """Yield the sentences as a summariser of sumy ranks them: `text_rank` or `lex_rank`."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    listed = [Sentence(span.of(document.text), _Words()) for span in spans]
    model = ObjectDocumentModel([Paragraph(listed)])
    summarise = _summariser(method)
    places = {id(one): span for one, span in zip(listed, spans, strict=True)}
    seen: set[Span] = set()
    for count in range(1, len(listed) + 1):
        for one in summarise(model, count):
            if (span := places[id(one)]) not in seen:
                seen.add(span)
                yield span


def _summariser(method: str) -> Any:
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    made = {"text_rank": TextRankSummarizer, "lex_rank": LexRankSummarizer}[method](stem)
    made.stop_words = STOP_WORDS
    return made


class _Words:
    """What sumy calls a tokenizer; its own would want data that must be downloaded."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(words(text))


RANKINGS: Mapping[str, Sequence[Ranking]] = {
    "De första": [lead],
    "Slumpvis": [partial(at_random, seed=seed) for seed in SEEDS],
    "TextRank": [partial(by_sumy, method="text_rank")],
    "LexRank": [partial(by_sumy, method="lex_rank")],
}
"""The baselines by what users read; of several rankings the mean counts."""


def extract(document: Document, rank: Ranking, *, most: int) -> list[Span]:
    """Return the best sentences that *most* words hold, the best first."""
    return fitting(rank(document, bodies(document)), document, most=most)


def fitting(spans: Iterable[Span], document: Document, *, most: int) -> list[Span]:
    """Return the first of *spans*, as many as *most* words hold."""
    chosen: list[Span] = []
    for span in spans:
        most -= len(span.of(document.text).split())
        if most < 0:
            break
        chosen.append(span)
    return chosen


def oracle(expected: Expected, *, most: int) -> list[Span]:
    """Return the sentences that make most points a word, as many as *most* words hold."""
    text = expected.document.text
    waiting = {span: Shown(text, [span]) for span in bodies(expected.document)}
    size = {span: max(1, len(span.of(text).split())) for span in waiting}
    left = list(expected.points)
    chosen: list[Span] = []
    while left:
        gains = {
            span: sum(point.weight for point in left if point.is_made(shown)) / size[span]
            for span, shown in waiting.items()
            if size[span] <= most
        }
        best = max(gains, key=lambda span: gains[span], default=None)
        if best is None or not gains[best]:
            break
        left = [point for point in left if not point.is_made(waiting[best])]
        chosen.append(best)
        most -= size[best]
        del waiting[best]
    return chosen
