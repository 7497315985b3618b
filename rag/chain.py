"""Offer search and answers to LangChain: a retriever and a Runnable over the same functions."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda

from rag.assistant import Assistant
from rag.results import Answer, Hit


class MinutesRetriever(BaseRetriever):
    """Adapt a search function to LangChain's retriever."""

    search: Callable[..., Sequence[Hit]]
    """Called with the question, and with `filters` and `limit` when given to `invoke`."""

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, **options: Any
    ) -> list[LangChainDocument]:
        return [_to_document(hit) for hit in self.search(query, **options)]


def retriever(assistant: Assistant) -> MinutesRetriever:
    """Return a retriever over the assistant's library."""
    return MinutesRetriever(search=assistant.search)


def answer_chain(assistant: Assistant) -> Runnable[str, Answer]:
    """Return a Runnable from a question to its checked, cited answer."""
    return RunnableLambda(assistant.ask, name="motesminne")


def _to_document(hit: Hit) -> LangChainDocument:
    passage = hit.passage
    return LangChainDocument(
        page_content=passage.text,
        id=str(passage.key),
        metadata={
            "document_id": passage.document_id,
            "source": passage.source,
            "start": passage.span.start,
            "end": passage.span.end,
            "page": passage.page,
            "headings": list(passage.heading_path),
            "score": hit.score,
        },
    )
