"""The Swedish sentences around cited words: what was not found, and how much was searched."""

from collections.abc import Sequence

from rag.results import Searched, Statement, Status


def answer_text(
    status: Status, statements: Sequence[Statement], missing: Sequence[str], searched: Searched
) -> str:
    """Return the whole answer, each statement with its citation numbers in brackets."""
    body = "\n".join(cited(statement) for statement in statements)
    if status is Status.ANSWERED:
        return body
    if status is Status.PARTIAL:
        return f"{body}\n\n{not_mentioned(missing)}"
    return f"Det framgår inte av protokollen. {extent(searched)}"


def cited(statement: Statement) -> str:
    """Return the statement followed by its citation numbers.

    >>> from rag.results import Support
    >>> cited(Statement(text="Avgiften höjs.", support=Support.SUPPORTED, citations=(1, 3)))
    'Avgiften höjs. [1][3]'
    """
    marks = "".join(f"[{number}]" for number in statement.citations)
    return f"{statement.text} {marks}".strip()


def not_mentioned(missing: Sequence[str]) -> str:
    """Say what the minutes do not speak of.

    >>> not_mentioned(["budget", "2025"])
    'Protokollen nämner inte: budget, 2025.'
    """
    if not missing:
        return "Protokollen svarar bara delvis på frågan."
    return f"Protokollen nämner inte: {', '.join(missing)}."


def extent(searched: Searched) -> str:
    """Say how much was searched.

    >>> extent(Searched(meetings=1, chunks=9))
    '1 möte genomsöktes.'
    """
    if not searched.meetings:
        return "Inget möte finns att söka i."
    return f"{searched.meetings} {'möte' if searched.meetings == 1 else 'möten'} genomsöktes."
