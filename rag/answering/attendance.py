"""Answer who attended, was absent, was invited, substituted or held a role, from the lists."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import log

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import DocumentId, Person, Presence
from rag.results import Filters, Hit, Meeting, Understood
from rag.searching.meant import meeting_of_best, meetings_meant, speaking_of
from rag.storing.attendance_lists import (
    SUBSTITUTES,
    WITH_ROLES,
    AttendanceLists,
    Entry,
    Want,
    presence,
)
from rag.storing.library import Library
from rag.storing.naming import Naming
from rag.swedish.matching import likeness
from rag.swedish.words import fold, words

# A name or an organisation of the list, as it is inflected in questions: kommun, kommuns.
SAME_NAME = 0.8
# Entries named by words at least this specific, beside the most specific, are meant too.
NAMED_AS_WELL = 0.6
# "Vilka kommuner deltog?" asks for all of them; no one is called so.
OF_ALL = frozenset(
    """kommuner kommunerna organisationer organisationerna myndigheter myndigheterna foretag
    foretagen medlemmar medlemmarna foreningar foreningarna partier partierna ledamoter
    ledamoterna tjanstepersoner tjansteman deltagare deltagarna namn""".split()
)
# The share of the remaining words that the meeting's own title, body and date must speak of.
MEETING_NAMED = 0.5


# What is looked for, and what instead when nobody is that: who was invited spoke there, mostly.
WANTED: Mapping[Asks, tuple[Want, ...]] = {
    Asks.PRESENT: (presence(Presence.PRESENT), presence(Presence.INVITED)),
    Asks.ABSENT: (presence(Presence.ABSENT),),
    Asks.INVITED: (presence(Presence.INVITED),),
    Asks.SUBSTITUTE: (SUBSTITUTES,),
    Asks.ROLE: (WITH_ROLES,),
}
# "Var Eva Ek med på mötet?" is answered by the list of the absent too.
OTHERWISE: Mapping[Asks, tuple[Want, ...]] = {
    Asks.PRESENT: WANTED[Asks.ABSENT],
    Asks.ABSENT: WANTED[Asks.PRESENT],
}
SUMMONED = presence(Presence.SUMMONED)
YES_NO = re.compile(
    r"^\W*(?:och\s)?(?:var|deltog|kom|närvarade|medverkade|saknades|was|did)\b",
    re.IGNORECASE,
)

# "Vilka kom till mötet om badhuset?", "… på träffen med Tallmora?"
MEETING_ABOUT = re.compile(
    r"""(?:m[öo]te|sammantr[äa]de|tr[äa]ff|st[äa]mma|heldag)\w{0,5}\s
    (?:om|kring|angående|rörande|där|när|då|med)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The entries that are looked for, read when it is known of which meetings."""

    documents: Collection[DocumentId]
    of: Callable[[Collection[DocumentId]], list[Entry]]
    """Those of some of the documents."""
    naming: Callable[[Iterable[str]], list[Entry]]
    """Those that have some words, and others."""


def answer_attendance(
    question: Understood, filters: Filters, library: Library, hits: Sequence[Hit]
) -> list[Evidence]:
    """Return the entries of the attendance lists that answer *question*; none when none do.

    The question's subject may name people or organisations; its other words must tell which
    meeting is meant. When it names neither, the meeting of the best hit is taken.
    """
    wanted = WANTED.get(question.asks)
    if wanted is None:
        return []
    lists, meetings = library.lists(filters), library.meetings(filters)
    asked = tuple(word for word in question.subject if fold(word) not in OF_ALL)
    named, used = _named(lists, asked)
    if question.asks is Asks.ROLE and not named:
        return []
    if asked and meetings_meant(asked, meetings, library.naming(), at_least=1.0):
        named, used = [], set()  # all that is named is a meeting: "Föreningens möte i mars 2024"
    if named and YES_NO.match(question.asked):
        wanted = (*wanted, *OTHERWISE.get(question.asks, ()))
    meant = _those(_wanted(named, wanted)) if named else _listed(lists, wanted)
    if question.asks is Asks.ABSENT and not meant.documents:
        # "Vilka saknades på mötet med Tallmora?": those named were there, and tell which it was.
        named, used, meant = [], set(), _those(_away(lists, wanted))
    used |= _rest_of_names(question.names, meant)
    others = tuple(word for word in asked if word not in used)
    held = set(meant.documents)
    if others:
        holding = [meeting for meeting in meetings if meeting.document_id in held]
        held = _named_meeting(question, others, library.naming(), holding, hits)
        # Words of the one meeting that is left need not stand in its title.
        if not held and question.limits and len(meetings) == 1:
            held = {meetings[0].document_id}
    elif not named:
        held = meeting_of_best(hits, held)
    documents = {document: library.document(document) for document in held}
    return [Evidence(documents[document], person.span) for document, person in meant.of(held)]


def _named_meeting(
    question: Understood,
    words: Sequence[str],
    naming: Naming,
    meetings: Sequence[Meeting],
    hits: Sequence[Hit],
) -> set[DocumentId]:
    """Return which of *meetings* the *words* name, or say what was spoken of there."""
    found = meetings_meant(words, meetings, naming, at_least=MEETING_NAMED)
    if found or not MEETING_ABOUT.search(question.asked):
        return found
    held = {meeting.document_id for meeting in meetings}
    return meeting_of_best(speaking_of(words, hits, at_least=MEETING_NAMED), held)


def _wanted(entries: Sequence[Entry], wanted: Sequence[Want]) -> list[Entry]:
    """Return the entries that are what is looked for, or instead of it, when there are none."""
    found = ([entry for entry in entries if want.is_met(entry[1])] for want in wanted)
    return next(filter(None, found), [])


def _those(entries: Sequence[Entry]) -> Meant:
    """Return entries that are read already."""
    return Meant(
        documents={document for document, _ in entries},
        of=lambda documents: [entry for entry in entries if entry[0] in documents],
        naming=lambda _: list(entries),
    )


def _listed(lists: AttendanceLists, wanted: Sequence[Want]) -> Meant:
    """Return whoever in all *lists* is what is looked for, or instead of it."""
    want = next(filter(lists.holding, wanted), wanted[0])
    return Meant(
        documents=lists.holding(want),
        of=lambda documents: _wanted(lists.of(documents), [want]),
        naming=lambda asked: _wanted(lists.saying(lists.like(asked)), [want]),
    )


def _away(lists: AttendanceLists, wanted: Sequence[Want]) -> list[Entry]:
    """Return those who are listed as absent, and who stayed away where no list tells that."""
    held = lists.holding(SUMMONED).union(*map(lists.holding, wanted))
    people = lists.of(held)
    return _wanted(people, wanted) + _stayed_away(people)


def _stayed_away(people: Sequence[Entry]) -> list[Entry]:
    """Return who was summoned and is not among the present, where no list tells the absent."""
    there = {(d, fold(p.name)) for d, p in people if p.presence is not Presence.SUMMONED}
    telling = {d for d, p in people if p.presence is Presence.PRESENT}
    telling -= {d for d, p in people if p.presence is Presence.ABSENT}
    return [
        (document, person)
        for document, person in _wanted(people, [SUMMONED])
        if document in telling and (document, fold(person.name)) not in there
    ]


def _named(lists: AttendanceLists, asked: Sequence[str]) -> tuple[list[Entry], set[str]]:
    """Return the entries that the words *asked* name best, and those words.

    A word that many entries have, such as "kommun", weighs little beside one that few have.
    """
    alike = lists.like(asked)
    matches = _matches([one.person for one in alike], asked)
    counts = Counter[str]()
    for one, matched in zip(alike, matches, strict=True):
        counts.update(dict.fromkeys(matched, one.count))
    weights = {word: log((1 + lists.size) / count) for word, count in counts.items()}
    scores = [sum(weights[word] for word in matched) if matched else 0.0 for matched in matches]
    bar = max(scores, default=0.0) * NAMED_AS_WELL
    best = [bool(score) and score >= bar for score in scores]
    return lists.saying(compress(alike, best)), set().union(*compress(matches, best))


def _rest_of_names(names: Iterable[str], meant: Meant) -> set[str]:
    """Return the words of those *names* that lists have the first name of: "Eva" is Eva Ek."""
    people = meant.naming(name.split()[0] for name in names)
    first = {fold(person.name) for _, person in people if len(words(person.name)) == 1}
    return {word for name in names if fold(name.split()[0]) in first for word in words(name)}


def _matches(people: Iterable[Person], asked: Sequence[str]) -> list[set[str]]:
    """Return for each of *people* the words of the question that are words of the entry."""
    known: dict[str, set[str]] = {}
    matches = []
    for person in people:
        said = (person.name, person.organisation, person.replaces, *person.roles)
        entry = words(" ".join(filter(None, said)))
        for word in entry:
            if word not in known:
                known[word] = {other for other in asked if _same(other, word)}
        matches.append(set[str]().union(*(known[word] for word in entry)))
    return matches


def _same(word: str, other: str) -> bool:
    return fold(word) == fold(other) or likeness(word, other) >= SAME_NAME
