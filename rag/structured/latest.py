"""Answer what a matter came to: the newest meeting's decision on it."""

from collections.abc import Iterator, Sequence
from datetime import date

from rag.minutes import Status
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.structured.matters import Matter, decided, matter_key, matters
from rag.swedish.words import fold

# "Hur slutade ärendet om …?"
OF_MATTERS = frozenset("arende arendet slutade blev galler nu fragan".split())
UNADJUSTED = "Beslutet är hämtat ur ett protokoll som inte är justerat."


def latest_decision(inquiry: Inquiry) -> Listed:
    """Return the decisions on the matter asked for, of the newest meeting that decided on it.

    A matter is followed by its registration number when it has one, whatever its title became.
    """
    said = [word for word in inquiry.question.subject if fold(word) not in OF_MATTERS]
    if not said:
        return NOTHING
    found = matters(inquiry, said, holds=lambda item: item.decisions and item.title)
    found += _same_number(inquiry, found)
    if not found:
        return NOTHING
    newest = max(map(_held, found))
    last = [matter for matter in found if _held(matter) == newest]
    is_unadjusted = any(m.document.minutes.status is Status.UNADJUSTED for m in last)
    told = [matter.evidence(decided(matter.item)) for matter in last]
    return Listed(
        evidence=[piece for pieces in told for piece in pieces],
        notes=(UNADJUSTED,) if is_unadjusted else (),
    )


def _held(matter: Matter) -> date:
    day = matter.document.minutes.date
    return day.last if day else date.min


def _same_number(inquiry: Inquiry, found: Sequence[Matter]) -> Iterator[Matter]:
    """Yield what other meetings decided on the matters *found*, by their registration numbers."""
    keys = {matter_key(matter.document, matter.item) for matter in found} - {None}
    hits = [hit for key in keys if key for hit in inquiry.search(key[1])]
    seen = {(matter.document.id, matter.item.span) for matter in found}
    for id_ in dict.fromkeys(hit.passage.document_id for hit in hits):
        document = inquiry.library.document(id_)
        for item in document.minutes.all_items:
            known = matter_key(document, item) in keys and item.decisions
            if known and (id_, item.span) not in seen:
                yield Matter(document=document, item=item, share=1.0)
