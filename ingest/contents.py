"""Fill an item with what it holds: decisions, actions, proposals, votes, statements and so on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.action_records import find_task_records
from ingest.action_tables import find_task_tables, table_actions
from ingest.actions import find_actions
from ingest.decisions import ends_telling, find_decisions
from ingest.elections import find_elections
from ingest.items import OutlinedItem
from ingest.lines import Line
from ingest.links import find_links
from ingest.passages import Passage, read_passages
from ingest.proposals import find_proposals
from ingest.reservations import find_reservations
from ingest.speakers import Known
from ingest.statements import find_statements
from ingest.vote_tables import find_vote_tables
from ingest.votes import find_votes
from rag.items import Action, Decision, Item, Located
from rag.span import Span


def fill_item(text: str, outlined: OutlinedItem, lines: Sequence[Line], known: Known) -> Item:
    """Return the item with what its own text, without that of deeper items, holds."""
    own_lines = lines[outlined.first : outlined.end]
    if not own_lines:
        return outlined.item
    own = Span(own_lines[0].start, own_lines[-1].end)
    passages = read_passages(
        text,
        own,
        own_lines,
        title=outlined.item.title,
        ends=lambda line: ends_telling(line, known.body),
    )
    names = known.names
    decisions = _decisions(text, passages, outlined.item.title, known)
    decided = [decision.span for decision in decisions]
    actions = _actions(own_lines, passages, names)
    proposals = find_proposals(passages, names=names, decided=decided)
    # A table whose result a sentence tells too is no other vote.
    votes = find_votes(text, passages, names=names) or find_vote_tables(text, own_lines)
    reservations = find_reservations(passages, names=names)
    taken: tuple[Located, ...] = (*decisions, *actions, *proposals, *votes, *reservations)
    statements = find_statements(
        passages, names=names | known.organisations, taken=[found.span for found in taken]
    )
    return replace(
        outlined.item,
        decisions=decisions,
        actions=actions,
        proposals=proposals,
        votes=votes,
        reservations=reservations,
        statements=statements,
        links=find_links(text, own),
    )


def _decisions(
    text: str, passages: Sequence[Passage], title: str, known: Known
) -> tuple[Decision, ...]:
    decisions = find_decisions(text, passages, body=known.body)
    elections = find_elections(passages, title=title, taken=[one.span for one in decisions])
    return tuple(sorted((*decisions, *elections), key=lambda one: one.span.start))


def _actions(
    lines: Sequence[Line], passages: Sequence[Passage], names: frozenset[str]
) -> tuple[Action, ...]:
    """Return what the sentences and the tables of an item say is to be done."""
    found = (*find_task_tables(lines, names=names), *find_task_records(lines, names=names))
    tables = sorted(found, key=lambda one: one.span.start)
    ends = [table.span.end for table in tables]
    told = []
    for action in find_actions(passages, names=names):
        table = bisect_right(ends, action.span.start)
        if table == len(tables) or not action.span.overlaps(tables[table].span):
            told.append(action)
    return tuple(sorted((*told, *table_actions(tables)), key=lambda one: one.span.start))


def fill_unheaded(
    text: str, lines: Sequence[Line], attendance: Span | None, known: Known
) -> Item | None:
    """Return what a text without headings holds, before or after its list of those attending."""
    held = attendance or Span(0, 0)
    after = bisect_left(lines, held.end, key=lambda line: line.start)
    before = bisect_left(lines, held.start, key=lambda line: line.start)
    first, end = (after, len(lines)) if len(lines) - after >= before else (0, before)
    if first == end:
        return None
    start = lines[first].start
    item = Item(span=Span(start, lines[end - 1].end), heading=Span(start, start), title="")
    return fill_item(text, OutlinedItem(item=item, first=first, end=end), lines, known)
