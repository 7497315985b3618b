"""Rank chunks by their words, as BM25 over stems and over character n-grams in tantivy.

Stems find inflected words, n-grams find parts of compounds and forgive misspellings; on Swedish
question sets n-grams alone beat stems, and the two together beat either (docs/retrieval.md).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Self

import tantivy

from rag.errors import LibraryError
from rag.many import give_way
from rag.minutes import ChunkKey, DocumentKey
from rag.swedish.words import fold, is_content, ngrams, stem, words

# Terms in more than this share of a large index cost most of the time and tell almost nothing.
COMMON_SHARE = 0.1
# … but in a small one, even a word of the subject may be in a tenth of the chunks.
SMALL_INDEX = 20_000

# Within more documents than these, many of what ranks best anywhere are within them: so many times
# as many are ranked first, which is several times faster than asking for the documents themselves.
WIDE = 1_000
DEEPER = 8

# Most words of a text have been met before: remembering them makes indexing twice as fast.
WORDS_KEPT = 50_000

WRITER_HEAP_BYTES = 64_000_000
FIELDS = ("stems", "ngrams")

Found = tuple[float, tantivy.DocAddress]

Row = tuple[DocumentKey, ChunkKey, str]
"""A chunk's document, the chunk, and the text to be found."""


class WordIndex:
    """The words of all chunks in one directory; one writer at a time, many readers."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index

    @classmethod
    def open(cls, directory: Path) -> Self:
        """Open the index in *directory*, making an empty one when there is none.

        Raises:
            LibraryError: the directory cannot be used, or the index is damaged.
        """
        try:
            directory.mkdir(parents=True, exist_ok=True)
            index = tantivy.Index(_schema(), path=str(directory))
        except (OSError, ValueError) as error:
            raise LibraryError(
                f"Ordregistret i {directory} kan inte öppnas ({error}): "
                "bygg om det med «motesminne doctor --rebuild»."
            ) from error
        as_split = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("spaces", as_split)
        return cls(index)

    def update(self, added: Iterable[Row], removed: Iterable[DocumentKey] = ()) -> None:
        """Add chunk texts and forget documents, in one commit."""
        writer = self._writer()
        for document in removed:
            writer.delete_documents_by_term("document", document)
        self._commit(writer, added)

    def replace(self, rows: Iterable[Row]) -> None:
        """Hold *rows* and nothing else, in one commit; no word of anything else stays in a file."""
        writer = self._writer()
        writer.delete_all_documents()
        self._commit(writer, rows)

    def _writer(self) -> tantivy.IndexWriter:
        writer = self._index.writer(WRITER_HEAP_BYTES, 1)
        # Who was killed while removing left a file of the name that the next one wants to write.
        writer.garbage_collect_files()
        return writer

    def _commit(self, writer: tantivy.IndexWriter, added: Iterable[Row]) -> None:
        try:
            for document, chunk, text in added:
                row = tantivy.Document(document=document, chunk=chunk, **_terms(text))
                writer.add_document(row)
                give_way()
            writer.commit()
        except ValueError as error:  # so it says that its own thread could not write
            raise OSError(str(error)) from error
        writer.wait_merging_threads()
        self.reload()

    def reload(self) -> None:
        """See what other processes have committed."""
        self._index.reload()

    def __len__(self) -> int:
        return int(self._index.searcher().num_docs)

    def rarity(self, asked: Iterable[str]) -> dict[str, float]:
        """Return the inverse document frequency of each word *asked* for, as BM25 has it."""
        searcher = self._index.searcher()
        total = searcher.num_docs
        found = {word: self._count(searcher, stem(word)) for word in asked}
        return {word: log(1 + (total - n + 0.5) / (n + 0.5)) for word, n in found.items()}

    def unknown(self, asked: Iterable[str]) -> list[str]:
        """Return those of the words *asked* for that no chunk has in any inflection."""
        searcher = self._index.searcher()
        return [word for word in asked if not self._count(searcher, stem(word))]

    def _count(self, searcher: tantivy.Searcher, root: str) -> int:
        """Return how many chunks have the stem *root*."""
        return int(searcher.doc_freq("stems", root))

    def holding(self, asked: Iterable[str], *, limit: int) -> list[DocumentKey] | None:
        """Return the documents with any of the words *asked* for; `None` at over *limit* chunks."""
        searcher = self._index.searcher()
        roots = {stem(word) for word in asked}
        if sum(searcher.doc_freq("stems", root) for root in roots) > limit:
            return None
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._index.schema, "stems", root))
            for root in roots
        ]
        found = searcher.search(tantivy.Query.boolean_query(clauses), limit, count=False).hits
        keys = searcher.fast_field_values("document", [address for _, address in found])
        return [DocumentKey(key) for key in {int(key or 0) for key in keys}]

    def like(self, word: str, *, slips: int, limit: int) -> list[ChunkKey]:
        """Return some chunks with words whose stems differ from that of *word* in few letters.

        Args:
            word: In lower case.
            slips: How many letters may be added, dropped, changed or swapped; at most 2.
            limit: How many chunks at most.
        """
        searcher = self._index.searcher()
        query = self._reach(
            tantivy.Query.fuzzy_term_query(self._index.schema, "stems", stem(word), slips)
        )
        found = searcher.search(query, limit, count=False).hits
        chunks = searcher.fast_field_values("chunk", [address for _, address in found])
        return [ChunkKey(int(chunk or 0)) for chunk in chunks]

    def _reach(self, query: tantivy.Query) -> tantivy.Query:
        """Return *query* in all that can be found here."""
        return query

    def rank(
        self, question: str, *, limit: int, documents: Collection[DocumentKey] | None = None
    ) -> Mapping[str, Mapping[ChunkKey, float]]:
        """Return for each field the BM25 scores of the *limit* best chunks in *documents*."""
        searcher = self._index.searcher()
        within = None if documents is None else frozenset(documents)
        return {
            field: self._rank(searcher, field, terms, limit=limit, within=within)
            for field, terms in _terms(question).items()
        }

    def _rank(
        self,
        searcher: tantivy.Searcher,
        field: str,
        terms: str,
        *,
        limit: int,
        within: frozenset[DocumentKey] | None,
    ) -> dict[ChunkKey, float]:
        total = searcher.num_docs
        most = total if total < SMALL_INDEX else total * COMMON_SHARE
        clauses = [
            (tantivy.Occur.Should, self._term(field, term, count))
            for term, count in Counter(terms.split()).items()
            if 0 < searcher.doc_freq(field, term) <= most
        ]
        if not clauses:
            return {}
        query = tantivy.Query.boolean_query(clauses)
        if within is None:
            found = searcher.search(query, limit, count=False).hits
        else:
            found = self._best_within(within, searcher, query, limit)
        chunks = searcher.fast_field_values("chunk", [address for _, address in found])
        return {
            ChunkKey(int(chunk or 0)): score
            for chunk, (score, _) in zip(chunks, found, strict=True)
            if score > 0
        }

    def _best_within(
        self,
        documents: frozenset[DocumentKey],
        searcher: tantivy.Searcher,
        query: tantivy.Query,
        limit: int,
    ) -> list[Found]:
        """Return the *limit* best of *documents*, the same however they are searched."""
        if len(documents) > WIDE:
            best = searcher.search(query, DEEPER * limit, count=False).hits
            held = searcher.fast_field_values("document", [address for _, address in best])
            admitted = [hit for hit, key in zip(best, held, strict=True) if key in documents]
            if len(admitted) >= limit or len(best) < DEEPER * limit:
                return admitted[:limit]
        only = of_documents(self._index.schema, query, documents)
        return searcher.search(only, limit, count=False).hits

    def _term(self, field: str, term: str, count: int) -> tantivy.Query:
        query = tantivy.Query.term_query(self._index.schema, field, term, "freq")
        return tantivy.Query.boost_query(query, float(count)) if count > 1 else query


def of_documents(
    schema: tantivy.Schema, query: tantivy.Query, documents: Iterable[DocumentKey]
) -> tantivy.Query:
    """Return *query* within *documents*, which count nothing in its scores."""
    only = tantivy.Query.term_set_query(schema, "document", list(documents))
    clauses = [query, tantivy.Query.const_score_query(only, 0.0)]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, clause) for clause in clauses])


def _terms(text: str) -> dict[str, str]:
    """Return for each field the terms of *text*, with a space between them."""
    found = [terms for word in words(text) if (terms := _terms_of(word))]
    return {
        "stems": " ".join([own for own, _ in found]),
        "ngrams": " ".join([grams for _, grams in found]),
    }


@lru_cache(WORDS_KEPT)
def _terms_of(word: str) -> tuple[str, str] | None:
    """Return the stem and the n-grams of *word*, nothing when it says nothing."""
    return (stem(word), " ".join(ngrams(fold(word)))) if is_content(word) else None


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("document", indexed=True, fast=True)
    builder.add_integer_field("chunk", fast=True)
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="spaces", index_option="freq")
    return builder.build()
