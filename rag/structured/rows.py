"""Set the statements of an answer out by who said them."""

import re
from collections.abc import Iterator, Sequence

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import Document, Presence
from rag.results import ActorRow, Statement, Understood
from rag.span import Span
from rag.structured.asked_of import AskedOf, asked_of
from rag.structured.attribution import Actor, Said, said_in
from rag.swedish.words import words

UNNAMED = "Protokollet namnger inte vem."
# "Vem är rektor?", "Vad heter projektledaren?"
ASKS_NAME = re.compile(
    r"^\W*(?:och\s)?(?:vem\s(?:är|var|blev|blir)|vad\s(?:heter|hette)|what\sis\sthe\sname)\b",
    re.IGNORECASE,
)
# A name in a sentence's midst, or two names in a row.
NAME = re.compile(r"(?<=[^\W\d_][ ,(])[A-ZÅÄÖ][\w-]+|[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+")
BY_ACTOR = frozenset({Asks.ACTORS, Asks.SAID})
# "Alla kommuner tycker …": none of them was silent.
EVERYONE = re.compile(r"^(?:alla|samtliga)\b", re.IGNORECASE)


def actor_rows(
    question: Understood, evidence: Sequence[Evidence], statements: Sequence[Statement]
) -> tuple[ActorRow, ...]:
    """Return a row for each who said any of *statements*, in their order; the rest apart.

    When all were asked for, those who attended and are not said to have spoken follow, empty.
    No rows when nothing is attributed to anyone.
    """
    if question.asks not in BY_ACTOR:
        return ()
    asked, stated = asked_of(question), {statement.text: statement for statement in statements}
    rows: dict[str, tuple[Actor, list[Statement]]] = {}
    alone: list[Statement] = []
    for piece, said in zip(evidence, _said(evidence), strict=True):
        statement = stated[piece.text]
        actors = [actor for one in said for actor in one.actors if asked.admits(actor)]
        for actor in actors:
            told = rows.setdefault(actor.key, (actor, []))[1]
            told += [statement] if statement not in told else []
        alone += [statement] if not actors and statement not in alone else []
    if not rows:
        return ()
    spoken = [_row(actor, told) for actor, told in rows.values()]
    apart = [ActorRow(actor=None, statements=tuple(alone))] if alone else []
    silent = _silent(asked, evidence, [actor for actor, _ in rows.values()])
    return (*spoken, *apart, *silent)


def names_no_one(
    question: Understood, rows: Sequence[ActorRow], statements: Sequence[Statement]
) -> bool:
    """Tell whether "Vem …?" or "Vilken kommun …?" is answered by groups alone: "En kommun".

    Or "Vad heter …?" by no name but those in the question.
    """
    if rows:
        return asked_of(question).one and all(row.is_group for row in rows)
    said = set(words(question.asked))
    names = (name for one in statements for name in NAME.findall(one.text))
    return bool(ASKS_NAME.match(question.asked)) and not any(
        said.isdisjoint(words(name)) for name in names
    )


def _said(evidence: Sequence[Evidence]) -> list[list[Said]]:
    """Return what each piece of *evidence* is a part of; an item is read once."""
    known: dict[tuple[str, Span], list[Said]] = {}
    said = []
    for piece in evidence:
        item = piece.document.item_at(piece.span.start)
        place = (piece.document.id, item.span) if item else None
        if item and place and place not in known:
            known[place] = list(said_in(piece.document, item))
        own = known[place] if place else []
        said.append([one for one in own if one.span.overlaps(piece.span)])
    return said


def _row(actor: Actor, told: Sequence[Statement]) -> ActorRow:
    return ActorRow(
        actor=actor.name,
        organisation=actor.organisation or actor.party,
        is_group=actor.is_group,
        statements=tuple(told),
    )


def _silent(
    asked: AskedOf, evidence: Sequence[Evidence], spoken: Sequence[Actor]
) -> Iterator[ActorRow]:
    """Yield the organisations that attended the meetings cited and said nothing by themselves."""
    if not asked.each or any(a.is_group and EVERYONE.match(a.name) for a in spoken):
        return
    keys = {Actor(name=actor.organisation or actor.name).key for actor in spoken}
    documents = {piece.document.id: piece.document for piece in evidence}
    for document in documents.values():
        for actor in _attending(document):
            if actor.key not in keys and asked.admits(actor):
                keys.add(actor.key)
                yield ActorRow(actor=actor.name)


def _attending(document: Document) -> Iterator[Actor]:
    for person in document.minutes.people:
        if person.presence is Presence.PRESENT and person.organisation:
            yield Actor(name=person.organisation)
