"""Invented minutes full of words that stand in no others, and where such words are left behind."""

import json
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ingest.pipeline import ingest
from rag.access import EVERYTHING
from rag.indexing.lexical import WordIndex
from rag.minutes import DocumentId
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library
from rag.storing.rebuilding import index_rows
from rag.storing.store import Store
from rag.swedish.words import fold, ngrams, stem
from rag.swedish.words import words as text_words

SYLLABLES = (
    "bax dilm fyr gosk hulv jarn kvip lom mysk norv pilt rauk skrem tolp vind yxa zel".split()
)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")

TEXT = """Protokoll från {0}nämnden i {1}
Datum: {date}
Plats: {2}salen

Närvarande: {3} {4} (ordförande), Alva Nordin

§ 1 {5} vid {6}
Bron över {7} är trasig. Nämnden har frågat {8} om {9}, som kostar {number} kronor.
Arbetsgruppen för {10} ({short}) träffas i mars.
Beslut: Nämnden beslutade att laga {11}.
{3} {4} får i uppdrag att ringa {8} senast den 1 april."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """Minutes and the words that only they have."""

    name: str
    text: str
    words: tuple[str, ...]

    @property
    def question(self) -> str:
        """What only they answer."""
        return f"Vad beslutades om {self.words[11]}?"


def odd_minutes(count: int, *, seed: int = 1) -> list[Odd]:
    """Return *count* minutes, the first held in 2010, one a month; no seed has another's words."""
    chance, taken = random.Random(seed), set[str]()  # noqa: S311 - no secret
    own = "".join(SYLLABLES[int(digit, 16)] for digit in f"{seed:x}")
    return [_odd(number, chance, taken, own) for number in range(count)]


def _odd(number: int, chance: random.Random, taken: set[str], own: str) -> Odd:
    words: list[str] = []
    while len(words) < 13:
        word = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
        if not any(word[:8] in other or other[:8] in word for other in taken):
            taken.add(word)
            words.append(word + own)
    date = f"{2010 + number // 12}-{number % 12 + 1:02}-04"
    text = TEXT.format(
        *words, date=date, number=chance.randrange(10**6), short=words[12][:5].upper()
    )
    return Odd(name=f"{words[12]}.txt", text=text, words=tuple(words))


def take(store: Store, folder: Path, odd: Sequence[Odd]) -> dict[str, DocumentId]:
    """Ingest *odd* from files in *folder*; return the ids by name."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in odd:
        (folder / one.name).write_text(one.text, encoding="utf-8")
    paths = [folder / one.name for one in odd]
    ingest(paths, store, settings=Settings(library=store.directory))
    located = {one.name: store.library.located(str(folder / one.name)) for one in odd}
    return {name: found for name, found in located.items() if found}


def in_bytes(directory: Path, words: Sequence[str]) -> list[str]:
    """Return which of *words*, in whatever case and encoding, stand in which files' bytes."""
    forms = {
        form.encode(encoding): word
        for word in words
        for form in (word, word.lower(), word.upper(), fold(word.lower()))
        for encoding in ENCODINGS
    }
    return [
        f"{path.relative_to(directory)}: {word}"
        for path in sorted(directory.rglob("*"))
        if path.is_file()
        for content in [path.read_bytes() + str(path).encode()]
        for form, word in forms.items()
        if form in content
    ]


def in_tables(directory: Path, words: Sequence[str]) -> list[str]:
    """Return which of *words* SQLite reads in which tables, in the library's file or Chroma's."""
    lowered = [word.lower() for word in words]
    return [
        f"{file.name} {table}: {word}"
        for file in (*directory.glob("*.sqlite"), *directory.glob("vectors*/*.sqlite3"))
        for table, row in _rows(file)
        for word in lowered
        if word in row
    ]


def _rows(file: Path) -> Iterator[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = connection.execute("select name from sqlite_master where type = 'table'")
        for (table,) in tables.fetchall():
            for row in connection.execute(f'select * from "{table}"'):  # noqa: S608 - SQLite's own names
                yield table, repr(row).lower()


def in_word_index(directory: Path, words: Sequence[str], *, grams: bool = True) -> list[str]:
    """Return which terms of *words* the word index has, and which of its files it does not use.

    Its terms are packed so that no search of bytes would find them: it is asked for each. What was
    replaced or cut off, and not yet cleared away, may have the same *grams*, never the same stems.
    """
    searcher = WordIndex.open(directory / "words")._index.searcher()
    documents = Library(Database.open(directory, EVERYTHING)).keyed_documents()
    kept = _terms(text for _, _, text in index_rows(documents))
    wanted = _terms(words) - kept
    held = [
        f"{field}: {term}"
        for field, term in sorted(wanted)
        if (grams or field == "stems") and searcher.doc_freq(field, term)
    ]
    meta = json.loads((directory / "words" / "meta.json").read_text(encoding="utf-8"))
    used = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    loose = [
        path.name
        for path in (directory / "words").iterdir()
        if not path.name.startswith((".", "meta.json")) and path.name.split(".")[0] not in used
    ]
    return held + (loose if grams else [])


def _terms(texts: Iterable[str]) -> set[tuple[str, str]]:
    """Return what the words of *texts* are indexed as, by field."""
    found = {word for text in texts for word in text_words(text)}
    grams = {("ngrams", gram) for word in found for gram in ngrams(fold(word))}
    return grams | {("stems", stem(word)) for word in found}


def traces(directory: Path, words: Sequence[str], *, grams: bool = True) -> list[str]:
    """Return all that is left of *words* in a library's files."""
    return [
        *in_bytes(directory, words),
        *in_tables(directory, words),
        *in_word_index(directory, words, grams=grams),
    ]
