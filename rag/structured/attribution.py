"""Tell who is said to have said, moved or dissented what, by the name that the minutes know."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.items import Item, Statement
from rag.minutes import Document, Person
from rag.span import Span
from rag.swedish.sentences import sentences
from rag.swedish.words import fold, is_content, words

# "Åmosund och Skäringe", "Eva Ek, Bo Dal och Fia Gren"
JOINED = re.compile(r",\s+|\s+och\s+")
# Where a name at the beginning of a sentence may end: "Eva Ek (S) vill …", "Holmby kommun kan …".
BREAK = re.compile(r"(?:\s\([A-ZÅÄÖ]{1,3}\))?\s(?=[a-zåäö])")
LONGEST_NAME = 80
# "Några kommuner har fått utbildning.", "De flesta av medlemmarna är nöjda."
GROUP = re.compile(
    r"""(?:alla|samtliga|flera|några|många|vissa|de\sflesta|de\sandra|ett\spar|en|två|tre|fyra|fem)
    (?:\sav(?:\sde)?)?\s(?:\w+\s)?
    (?:kommun(?:er|erna)?|medlem(?:mar|marna)?|deltagar(?:e|na)|ledam(?:ot|öter|öterna))(?=\s[a-zåäö])""",
    re.VERBOSE | re.IGNORECASE,
)
# "Enligt Holmby kommun är avgiften hög.", "Avgiften är hög, enligt Holmby kommun."
ACCORDING = re.compile(r"Enligt\s")
ENDS_ACCORDING = re.compile(r",?\senligt\s(?P<name>[^\W\d_][^.,;:]{1,60})[.]?\s*$")
NAMES_KEPT = 10_000
# Words of many organisations' names, which tell none of them.
GENERIC = frozenset("kommun kommuns kommunen stad stads".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who speaks: a person, an organisation, a party or a group."""

    name: str
    """A person's whole name, if the list of those attending has it; else as printed."""
    organisation: str | None = None
    """Of a person, by the list of those attending."""
    party: str | None = None
    """Of a person, its letters."""
    is_group: bool = False
    """True for several or unnamed speakers: `Flera kommuner`."""

    @property
    def key(self) -> str:
        """What its names have in common, however it is printed: `Ekvik`, `Ekviks kommun`."""
        if self.is_group:
            return fold(self.name)
        telling = [fold(w).removesuffix("s") for w in words(self.name) if fold(w) not in GENERIC]
        return " ".join(telling) or fold(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A place in the minutes and who it attributes to."""

    span: Span
    actors: tuple[Actor, ...]


def said_in(document: Document, item: Item) -> Iterator[Said]:
    """Yield what *item* attributes to someone, in the order of the text."""
    people = document.minutes.people
    told = [Said(span=s.span, actors=_speakers(s, people)) for s in item.statements]
    told += [Said(span=p.span, actors=_each(p.who, people)) for p in item.proposals]
    told += [Said(span=r.span, actors=_each(r.who, people)) for r in item.reservations]
    told += _begun_by(document, item, [one.span for one in told])
    yield from sorted(filter(lambda one: one.actors, told), key=lambda one: one.span.start)


def _begun_by(document: Document, item: Item, taken: Sequence[Span]) -> Iterator[Said]:
    """Yield the other sentences that begin with a group or one who attended: `Holmby kan tänka …`.

    What the minutes say that someone did, is or has is what is known of where they stand.
    """
    people = document.minutes.people
    known = _attending(people)
    decided = [decision.span for decision in item.decisions]
    others = (*taken, *decided, item.heading)
    for span in sentences(document.text, item.span):
        sentence = _from_source(span.of(document.text))
        name, group = _first_name(sentence, known), GROUP.match(sentence)
        if (name or group) and not any(map(span.overlaps, others)):
            actor = Actor(name=_capital(group[0]), is_group=True) if group else _actor(name, people)
            yield Said(span=span, actors=(actor,))


def _from_source(sentence: str) -> str:
    """Return *sentence* from whom it is according to, at its beginning or its end.

    >>> _from_source("Enligt Holmby är avgiften hög."), _from_source("Badet är kallt.")
    ('Holmby är avgiften hög.', 'Badet är kallt.')
    >>> _from_source("Avgiften är hög, enligt Holmby kommun.")
    'Holmby kommun säger det.'
    """
    if begins := ACCORDING.match(sentence):
        return sentence[begins.end() :]
    ends = ENDS_ACCORDING.search(sentence[-LONGEST_NAME:])
    return f"{ends['name']} säger det." if ends else sentence


def _attending(people: Sequence[Person]) -> frozenset[str]:
    names = [person.name for person in people if " " in person.name]
    organisations = [person.organisation for person in people if person.organisation]
    return frozenset((*names, *organisations, *(name.split()[0] for name in names)))


def _first_name(sentence: str, known: frozenset[str]) -> str:
    """Return the longest name in *known* that *sentence* begins with, before a small letter, or "".

    >>> _first_name("Holmby kommun kan tänka sig ett bad.", frozenset({"Holmby", "Holmby kommun"}))
    'Holmby kommun'
    >>> _first_name("Holmbys budget är klar.", frozenset({"Holmby"}))
    ''
    """
    for end in reversed(list(BREAK.finditer(sentence[:LONGEST_NAME]))):
        name = " ".join(sentence[: end.start()].split())
        if name in known:
            return name
    return ""


def _speakers(statement: Statement, people: Sequence[Person]) -> tuple[Actor, ...]:
    if statement.is_group:
        return (Actor(name=_capital(statement.speaker), is_group=True),)
    return _each(JOINED.split(statement.speaker), people)


def _each(printed: Iterable[str], people: Sequence[Person]) -> tuple[Actor, ...]:
    """Return those that are *printed*; of people all that their list knows of them."""
    return tuple(_actor(name, people) for name in printed if name)


def _actor(name: str, people: Sequence[Person]) -> Actor:
    person = _person(name, people)
    if person is None:
        return Actor(name=_capital(name))
    return Actor(name=person.name, organisation=person.organisation, party=person.party)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _person(name: str, people: Sequence[Person]) -> Person | None:
    """Return the one person of the list that *name*, whole or a part of it, can be."""
    asked = _telling(name)
    found = [person for person in people if asked and asked <= _telling(person.name)]
    return found[0] if len({person.name for person in found}) == 1 else None


@lru_cache(NAMES_KEPT)
def _telling(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words(name) if is_content(word))
