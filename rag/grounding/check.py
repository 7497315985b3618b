"""Check a statement against the words it cites; used when answering and when evaluating."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rag.grounding import (
    actors,
    copying,
    coverage,
    dates,
    modality,
    names,
    negation,
    numbers,
    opposites,
    quantifiers,
    verbs,
)
from rag.grounding.alignment import Alignment, align
from rag.grounding.difference import Difference
from rag.grounding.text import read
from rag.results import Support
from rag.span import Span

SPACE = re.compile(r"\s+")
# A word or a number is cut, when what is cited is only a part of it: 200 000, 12,5, 2024-03-04.
CUT_BEFORE = re.compile(r"\w\w$|\d[\s.,:/-]\d$")
CUT_AFTER = re.compile(r"\w\w|\d[\s.,:/-]\d")

ASPECTS: Sequence[Callable[[Alignment], Iterator[Difference]]] = (
    numbers.differences,
    dates.differences,
    names.differences,
    actors.differences,
    verbs.differences,
    opposites.differences,
    modality.differences,
    negation.differences,
    quantifiers.differences,
    copying.differences,
    coverage.differences,
)
"""In the order in which their reasons are told."""

RANK = (Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)
NOTHING = "Inget är citerat."
# Longer texts are no single statements: only verbatim ones are supported.
LONGEST = 2_000
TOO_LONG = "Påståendet är för långt för att prövas."
# Two supporting words with no more than this between them are shown as one run.
GAP = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words of one quote that carry a statement."""

    quote: int
    """Which of the quotes, from 0."""
    span: Span
    """Where in the quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounding:
    """How far a statement is carried, why not further, and by which words."""

    support: Support
    reason: str = ""
    """One short Swedish sentence; empty when the statement is supported."""
    words: tuple[Cited, ...] = ()


def check(statement: str, quotes: Iterable[str], *, context: str = "") -> Support:
    r"""Tell how far *quotes* carry *statement*; see `ground`.

    >>> check("Avgiften höjs.", ["Styrelsen beslutade: Avgiften\nhöjs."])
    <Support.SUPPORTED: 'supported'>
    >>> check("Avgiften höjs till 300 kronor.", ["Avgiften höjs till 200 kronor."])
    <Support.UNSUPPORTED: 'unsupported'>
    """
    return ground(statement, list(quotes), context=context).support


def ground(statement: str, quotes: Sequence[str], *, context: str = "") -> Grounding:
    """Return how far *quotes* carry *statement*, the reason, and the words that carry it.

    Verbatim words are supported. Other words are supported when every aspect agrees with what one
    quote says, or what all say together. *context* is what goes with the quotes without being
    cited, such as the meeting's name and date: a statement may take names and years from it.

    >>> ground("Avgiften höjs till 300 kronor.", ["Avgiften höjs till 200 kronor."]).reason
    'Beloppet 300 kronor står inte i det citerade.'
    """
    said = " ".join(statement.split())
    for number, quote in enumerate(quotes):
        if said and (place := _verbatim(said, quote)):
            return Grounding(support=Support.SUPPORTED, words=(Cited(quote=number, span=place),))
    if len(said) > LONGEST:
        return Grounding(support=Support.UNSUPPORTED, reason=TOO_LONG)
    best = Grounding(support=Support.UNSUPPORTED, reason=NOTHING)
    if not any(quote.strip() for quote in quotes):
        return best
    together = [range(len(quotes))] if len(quotes) > 1 else []
    for numbers_ in (*together, *([n] for n in range(len(quotes)))):
        found = _ground_in(said, [(n, quotes[n]) for n in numbers_], context)
        if best.reason == NOTHING or RANK.index(found.support) > RANK.index(best.support):
            best = found
        if best.support is Support.SUPPORTED:
            break
    return best


def _ground_in(said: str, quotes: Sequence[tuple[int, str]], context: str) -> Grounding:
    alignment = align(read(said), read("\n\n".join(quote for _, quote in quotes)), context=context)
    worst: Difference | None = None
    for aspect in ASPECTS:
        for difference in aspect(alignment):
            if worst is None or RANK.index(difference.support) < RANK.index(worst.support):
                worst = difference
    return Grounding(
        support=worst.support if worst else Support.SUPPORTED,
        reason=worst.reason if worst else "",
        words=tuple(_cited(alignment, quotes)),
    )


def _cited(alignment: Alignment, quotes: Sequence[tuple[int, str]]) -> Iterator[Cited]:
    """Yield the runs of cited words that the statement stands for, each in its quote."""
    linked = {t.place: t for c in alignment.claim.tokens for t in alignment.linked(c)}
    start = 0
    for number, quote in quotes:
        area = Span(start, start + len(quote))
        runs: list[Span] = []
        for _, token in sorted(linked.items()):
            if not area.overlaps(token.span):
                continue
            span = Span(token.span.start - start, token.span.end - start)
            if runs and span.start - runs[-1].end <= GAP:
                runs[-1] = Span(runs[-1].start, span.end)
            else:
                runs.append(span)
        yield from (Cited(quote=number, span=run) for run in runs)
        start = area.end + len("\n\n")


def _verbatim(said: str, quote: str) -> Span | None:
    """Return where *said* is whole words and numbers of *quote*: "20" is not in "200 000"."""
    start = -1
    line = SPACE.sub(" ", quote)
    while (start := line.find(said, start + 1)) >= 0:
        end = start + len(said)
        if not (
            CUT_BEFORE.search(line[max(0, start - 2) : start + 1]) or CUT_AFTER.match(line, end - 1)
        ):
            if len(line) == len(quote):  # no white space was shortened
                return Span(start, end)
            return Span(_place(quote, start), _place(quote, end - 1) + 1)
    return None


def _place(quote: str, index: int) -> int:
    """Return the index in *quote* of a character of its single-spaced form."""
    shortened = 0
    for run in SPACE.finditer(quote):
        if run.start() - shortened >= index:
            break
        shortened += run.end() - run.start() - 1
    return index + shortened
