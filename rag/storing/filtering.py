"""Tell a filter that names nothing in the library from one that admits no meeting."""

from collections.abc import Iterable
from difflib import get_close_matches

from rag.errors import FilterError, any_of
from rag.results import Filters
from rag.storing.library import Library
from rag.swedish.words import fold

SUGGESTIONS = 3
# As alike as the standard library takes for a slip of the pen.
ALIKE = 0.6


def require_known(filters: Filters, library: Library) -> None:
    """Do nothing when the body and the person of *filters* are in *library*, or when it is empty.

    Raises:
        FilterError: one of them is in none of its meetings; the nearest names are offered.
    """
    if filters.body and not library.keys(Filters(body=filters.body)):
        bodies = {meeting.body for meeting in library.meetings()}
        _offer(f"Inget möte i biblioteket är av organet {filters.body!r}", filters.body, bodies)
    if filters.person and not library.keys(Filters(person=filters.person)):
        people = [person for _, person in library.people(Filters())]
        names = {name for person in people for name in (person.name, person.organisation)}
        _offer(f"Ingen närvarolista i biblioteket har {filters.person!r}", filters.person, names)


def _offer(problem: str, asked: str, known: Iterable[str | None]) -> None:
    names = sorted({name for name in known if name})
    if near := nearest(asked, names):
        raise FilterError(f"{problem}: menade du {_choice(near)}?")
    if names:
        raise FilterError(f"{problem}: där finns till exempel {_choice(names[:SUGGESTIONS])}.")


def _choice(names: Iterable[str]) -> str:
    return any_of(f"«{name}»" for name in names)


def nearest(asked: str, known: Iterable[str]) -> list[str]:
    """Return those of the *known* names that are most like *asked*, in whole or by a word.

    >>> nearest("byggnämden", ["Byggnadsnämnden", "Kommunstyrelsen"])
    ['Byggnadsnämnden']
    >>> nearest("Elenor", ["Elinor Kvist", "Tor Blad"])
    ['Elinor Kvist']
    """
    names: dict[str, str] = {}
    for name in sorted(known):
        for part in (name, *name.split()):
            names.setdefault(fold(part), name)
    alike = get_close_matches(fold(asked), names, n=SUGGESTIONS * 2, cutoff=ALIKE)
    return list(dict.fromkeys(names[part] for part in alike))[:SUGGESTIONS]
