"""LangChain's rim on a real library: a retriever and an answer that compose with `|`."""

from datetime import date
from pathlib import Path

import pytest
from fakes import MINUTES
from langchain_core.documents import Document
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompt_values import PromptValue
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import RunnableLambda, RunnablePassthrough

from rag.assistant import Assistant
from rag.chain import answer_chain, retriever
from rag.errors import QuestionError
from rag.results import Answer, Filters, Status

MARCH, MAY, NETWORK, CYCLES = MINUTES
QUESTION = "Vad beslutades om vindkraft på Stormhöjden?"


def sources(documents: list[Document]) -> list[str]:
    return [Path(document.metadata["source"]).name for document in documents]


def test_the_retriever_finds_what_the_search_finds(assistant: Assistant) -> None:
    documents = retriever(assistant).invoke(QUESTION)

    hits = assistant.search(QUESTION)
    assert [hit.passage.text for hit in hits] == [document.page_content for document in documents]
    assert MAY == sources(documents)[0]


def test_a_retrieved_document_can_be_cited(assistant: Assistant) -> None:
    for document in retriever(assistant).invoke(QUESTION):
        place, name = document.metadata, Path(document.metadata["source"]).name

        assert MINUTES[name][place["start"] : place["end"]] == document.page_content
        assert 0 <= place["score"] <= 1 + 1e-6


def test_filters_and_limit_are_handed_on(assistant: Assistant) -> None:
    found = retriever(assistant).invoke(QUESTION, filters=Filters(last=date(2023, 12, 31)), limit=2)

    assert [CYCLES] * 2 == sources(found)


def test_the_retriever_works_in_batches(assistant: Assistant) -> None:
    vindkraft, avgift = retriever(assistant).batch([QUESTION, "medlemsavgift för cyklister"])

    assert (MAY, CYCLES) == (sources(vindkraft)[0], sources(avgift)[0])


def test_the_retriever_composes_with_a_prompt_and_a_model(assistant: Assistant) -> None:
    asked: list[str] = []

    def record(prompt: PromptValue) -> PromptValue:
        asked.append(prompt.to_string())
        return prompt

    def joined(documents: list[Document]) -> str:
        return "\n\n".join(document.page_content for document in documents)

    model = GenericFakeChatModel(messages=iter([AIMessage("Ansökan avstyrktes.")]))
    chain = (
        {"context": retriever(assistant) | joined, "question": RunnablePassthrough()}
        | ChatPromptTemplate.from_template("{context}\n\nFråga: {question}")
        | RunnableLambda(record)
        | model
        | StrOutputParser()
    )

    assert "Ansökan avstyrktes." == chain.invoke(QUESTION)
    assert "att avstyrka ansökan" in asked[0]
    assert QUESTION in asked[0]


def test_an_answer_from_the_chain_is_the_assistants(assistant: Assistant) -> None:
    answer = answer_chain(assistant).invoke(QUESTION)

    assert isinstance(answer, Answer)
    assert assistant.ask(QUESTION).statements == answer.statements
    assert any("avstyrka" in statement.text for statement in answer.statements)


def test_the_answer_chain_composes(assistant: Assistant) -> None:
    chain = answer_chain(assistant) | (lambda answer: answer.status)

    assert Status.NOT_FOUND is not chain.invoke(QUESTION)


def test_the_answer_chain_streams_one_whole_checked_answer(assistant: Assistant) -> None:
    [answer] = answer_chain(assistant).stream(QUESTION)

    assert QUESTION == answer.question


def test_an_error_passes_through_the_chain(assistant: Assistant) -> None:
    with pytest.raises(QuestionError, match="Frågan är tom"):
        answer_chain(assistant).invoke("  ")
