"""Say in SQL which documents filters admit."""

from rag.results import Filters
from rag.swedish.words import fold

# Each body's name is folded once, not once a document.
BODIES = "select body from document group by body having casefold(ifnull(body, '')) = casefold(?)"


def where(filters: Filters, *, copies: bool = False) -> tuple[str, list[str]]:
    """Return the SQL condition on `document d` that *filters* mean, and its values.

    Of a meeting with several files one is admitted, unless all *copies* are or the filters name
    the documents themselves.
    """
    clauses, values = ["d.ready = 1"], list[str]()
    if not (copies or filters.meetings):
        clauses.append("d.key not in (select document from same_meeting)")
    if filters.body:
        clauses.append(f"d.body in ({BODIES})")
        values.append(filters.body)
    if filters.person:
        clauses.append("d.key in (select document from person where instr(searchable, ?))")
        values.append(fold(filters.person))
    if filters.kind:
        clauses.append("d.kind = ?")
        values.append(filters.kind)
    if filters.meetings:
        marks = ",".join("?" * len(filters.meetings))
        clauses.append(f"d.id in ({marks})")
        values.extend(filters.meetings)
    if filters.first:
        clauses.append("d.last >= ?")
        values.append(filters.first.isoformat())
    if filters.last:
        clauses.append("d.first <= ?")
        values.append(filters.last.isoformat())
    return " and ".join(clauses), values
