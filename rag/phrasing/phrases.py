"""The Swedish sentences around cited words: what was not found, and how much was searched."""

from collections.abc import Sequence

from rag.phrasing.coverage import count_of
from rag.results import ActorRow, Searched, Statement, Status, Support, Understood

# Said of sentences that a language model wrote; verbatim ones are always supported.
DOUBTS = {Support.PARTLY: "delvis belagt", Support.UNSUPPORTED: "inte belagt"}


UNATTRIBUTED = "Utan angiven talare"
SILENT = "tog inte upp det, enligt protokollet"


def answer_text(
    status: Status,
    statements: Sequence[Statement],
    missing: Sequence[str],
    searched: Searched,
    *,
    rows: Sequence[ActorRow] = (),
) -> str:
    """Return the whole answer, each statement with its citation numbers in brackets.

    With *rows* the statements stand by who said them.
    """
    body = "\n".join(map(by_actor, rows) if rows else map(cited, statements))
    if status is Status.ANSWERED:
        return body
    if status is Status.PARTIAL:
        return f"{body}\n\n{not_mentioned(missing)}"
    return f"Det framgår inte av protokollen. {extent(searched)}"


def interpreted(understood: Understood) -> str:
    """Say how a question was understood; nothing when it was searched as it stands."""
    parts = []
    if understood.reworded != understood.asked:
        parts.append(f"«{understood.reworded}»")
    parts += [f"{asked} = {also}" for asked, also in understood.abbreviations.items()]
    if understood.limits:
        parts.append(f"bara möten: {', '.join(understood.limits)}")
    if understood.unmet:
        parts.append(f"alla möten, eftersom inget svar finns för {', '.join(understood.unmet)}")
    return f"Tolkat som: {'; '.join(parts)}." if parts else ""


def cited(statement: Statement) -> str:
    """Return the statement followed by its citation numbers, and by its doubt if there is one.

    >>> cited(Statement(text="Avgiften höjs.", support=Support.SUPPORTED, citations=(1, 3)))
    'Avgiften höjs. [1][3]'
    """
    marks = "".join(f"[{number}]" for number in statement.citations)
    return " ".join(filter(None, (statement.text, marks, doubt(statement))))


def doubt(statement: Statement) -> str:
    """Say that a statement is not wholly supported, and why; nothing when it is.

    >>> doubt(Statement(text="Ja.", support=Support.PARTLY, citations=(), reason="Talet saknas."))
    '(delvis belagt: Talet saknas.)'
    """
    if statement.support not in DOUBTS:
        return ""
    return f"({': '.join(filter(None, (DOUBTS[statement.support], statement.reason)))})"


def by_actor(row: ActorRow) -> str:
    """Return who said it on a line of its own, and below it all that was said.

    >>> by_actor(ActorRow(actor="Eva Ek", organisation="Holmby"))
    'Eva Ek (Holmby): tog inte upp det, enligt protokollet'
    """
    if not row.statements:
        return f"{actor_name(row)}: {SILENT}"
    return "\n".join((f"{actor_name(row)}:", *(f"  {cited(said)}" for said in row.statements)))


def actor_name(row: ActorRow) -> str:
    """Return the speaker with the organisation, or that there is none."""
    if row.actor is None:
        return UNATTRIBUTED
    return f"{row.actor} ({row.organisation})" if row.organisation else row.actor


def not_mentioned(missing: Sequence[str]) -> str:
    """Say what the cited places do not speak of; others of the minutes may.

    >>> not_mentioned(["budget", "2025"])
    'Det som citeras nämner inte: budget, 2025.'
    """
    if not missing:
        return "Protokollen svarar bara delvis på frågan."
    return f"Det som citeras nämner inte: {', '.join(missing)}."


def extent(searched: Searched) -> str:
    """Say how much was searched.

    >>> extent(Searched(meetings=1, chunks=9))
    '1 möte genomsöktes.'
    """
    if not searched.meetings:
        return "Inget möte finns att söka i."
    return f"{count_of(searched.meetings)} genomsöktes."
