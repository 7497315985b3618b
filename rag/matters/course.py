"""Answer how a matter has gone: what each meeting said and decided on it, in order of time."""

from collections.abc import Iterator, Sequence

from rag.citing import Evidence
from rag.matters.finding import by_number, by_subject, grouped
from rag.matters.steps import Treated
from rag.matters.timeline import in_time
from rag.structured.inquiry import NOTHING, Inquiry, Listed
from rag.swedish.registration import read_registration
from rag.understanding.references import REGISTRATION

# What is said the first time tells what the matter is; later a sentence tells what is new.
MOST_SAID = 1
MET = (
    "Ärendet har tagits upp på {count} möten i biblioteket; allt om det: "
    "«motesminne summarise --matter '{matter}'»."
)


def course(inquiry: Inquiry) -> Listed:
    """Return what the meetings said and decided on the matter that is asked for.

    A matter without a registration number is known by its headings.
    """
    treated = _treated(inquiry)
    meetings = len({one.document.id for one in treated})
    if meetings <= 1:
        return NOTHING
    matter = _registered(inquiry) or " ".join(inquiry.question.subject)
    return Listed(evidence=list(_told(treated)), notes=(MET.format(count=meetings, matter=matter),))


def _treated(inquiry: Inquiry) -> Sequence[Treated]:
    """Return the items of the matter, in order of time."""
    said = inquiry.question.subject
    number = read_registration(_registered(inquiry))
    if number:
        found = by_number(inquiry.library, number, inquiry.filters)
    elif said:
        found = [one for one in by_subject(inquiry, said) if not one.about]
    else:
        return ()
    groups = grouped(found)
    return sorted(groups[0], key=in_time) if groups else ()


def _registered(inquiry: Inquiry) -> str:
    """Return the registration number that the question names, if any."""
    match = REGISTRATION.search(inquiry.question.text)
    return match.group() if match else ""


def _told(treated: Sequence[Treated]) -> Iterator[Evidence]:
    for number, one in enumerate(treated):
        said = one.said[:MOST_SAID] if number == 0 or not one.decisions else []
        yield from (Evidence(one.document, span) for span in (*said, *one.decisions))
