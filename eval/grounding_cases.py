"""Make statements that are known to be true or false of what they cite.

True sentences are taken from minutes. Each is altered in one thing at a time, and cited as it
stands alone or among its neighbours. Faithful statements are the sentences themselves, shortened,
rephrased by rules, and paraphrases written by hand; the latter are altered too.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from eval.alterations import Corpus, Kind, alter, corpus_of
from eval.rephrasing import rephrasings, shortenings
from ingest.files import find_files
from ingest.read import read_source
from rag.errors import ReadError
from rag.swedish.sentences import sentences

PARAPHRASES = Path(__file__).parent / "data" / "paraphrases.jsonl"
FEWEST_WORDS = 5
LARGEST_FILE = 50_000_000

VERBATIM, SHORTENED, REPHRASED, WRITTEN = "ordagrant", "förkortat", "omskrivet", "handskrivet"
PARAPHRASED = "handskrivet, ändrat: "
"""Before the kind of alteration of a paraphrase written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A statement, what it cites, and what was done to it."""

    kind: str
    statement: str
    quote: str
    source: str
    """The true sentence."""
    faithful: bool

    @property
    def for_tuning(self) -> bool:
        """Whether the case may be looked at; the other half is only counted."""
        return hashlib.sha256(self.source.encode()).digest()[0] % 2 == 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A true sentence and those around it."""

    text: str
    around: str


def true_sentences(paths: Sequence[Path]) -> list[Sentence]:
    """Return the sentences of the minutes in *paths*, each once, with their neighbours."""
    found: dict[str, Sentence] = {}
    for file in find_files(paths).files:
        try:
            text = read_source(file, max_bytes=LARGEST_FILE).text
        except ReadError:
            continue  # a scanned sample without text
        said = [" ".join(span.of(text).split()) for span in sentences(text)]
        for place, sentence in enumerate(said):
            if _states(sentence):
                around = "\n".join(said[max(0, place - 1) : place + 2])
                found.setdefault(sentence, Sentence(sentence, around))
    return list(found.values())


def _states(sentence: str) -> bool:
    words = sentence.split()
    return (
        len(words) >= FEWEST_WORDS
        and sum(word[:1].islower() for word in words) * 2 > len(words)
        and not any(mark in sentence for mark in "|<>[]")
    )


def all_cases(said: Sequence[Sentence], *, seed: int) -> Iterator[Case]:
    """Yield every case that is made of *said* and of the paraphrases written by hand."""
    corpus = corpus_of(sentence.text for sentence in said)
    written = list(written_cases())
    yield from altered_cases(said, corpus, seed=seed)
    yield from altered_paraphrases(written, corpus, seed=seed)
    yield from faithful_cases(said, seed=seed)
    yield from written


def altered_cases(said: Sequence[Sentence], corpus: Corpus, *, seed: int) -> Iterator[Case]:
    """Yield each of *said* altered in every way that it can be."""
    for sentence in said:
        for kind in Kind:
            if statement := alter(kind, sentence.text, corpus, seed=seed):
                yield _case(kind, statement, sentence, seed=seed, faithful=False)


def altered_paraphrases(written: Sequence[Case], corpus: Corpus, *, seed: int) -> Iterator[Case]:
    """Yield each paraphrase of *written* altered in every way that it can be."""
    for case in written:
        for kind in Kind:
            if statement := alter(kind, case.statement, corpus, seed=seed):
                yield replace(case, kind=PARAPHRASED + kind, statement=statement, faithful=False)


def faithful_cases(said: Sequence[Sentence], *, seed: int) -> Iterator[Case]:
    """Yield each of *said* as it is, shortened and rephrased."""
    ways: Sequence[tuple[str, Callable[[str], Iterable[str]]]] = (
        (VERBATIM, lambda text: (text,)),
        (SHORTENED, shortenings),
        (REPHRASED, rephrasings),
    )
    for sentence in said:
        for kind, way in ways:
            for statement in way(sentence.text):
                yield _case(kind, statement, sentence, seed=seed, faithful=True)


def written_cases() -> Iterator[Case]:
    """Yield the paraphrases written by hand over the samples."""
    for line in PARAPHRASES.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield Case(
            kind=WRITTEN,
            statement=pair["paraphrase"],
            quote=pair["quote"],
            source=pair["quote"],
            faithful=True,
        )


def _case(kind: str, statement: str, sentence: Sentence, *, seed: int, faithful: bool) -> Case:
    """Cite the sentence alone or, as often, among its neighbours."""
    alone = Random(f"{seed} {sentence.text}").random() < 1 / 2  # noqa: S311
    return Case(
        kind=str(kind),
        statement=statement,
        quote=sentence.text if alone else sentence.around,
        source=sentence.text,
        faithful=faithful,
    )
