"""Answer who attended, was absent, was invited, substituted or held a role, from the lists."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from math import log

from rag.asks import Asks
from rag.citing import Evidence
from rag.minutes import DocumentId, Person, Presence
from rag.results import Filters, Hit, Meeting, Understood
from rag.searching.meant import meeting_of_best, meetings_meant, speaking_of
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


def _is(presence: Presence) -> "Want":
    return lambda person: person.presence is presence


Want = Callable[[Person], bool]

# What is looked for, and what instead when nobody is that: who was invited spoke there, mostly.
WANTED: Mapping[Asks, tuple[Want, ...]] = {
    Asks.PRESENT: (_is(Presence.PRESENT), _is(Presence.INVITED)),
    Asks.ABSENT: (_is(Presence.ABSENT),),
    Asks.INVITED: (_is(Presence.INVITED),),
    Asks.SUBSTITUTE: (lambda person: person.replaces is not None,),
    Asks.ROLE: (lambda person: bool(person.roles),),
}
# "Var Eva Ek med på mötet?" is answered by the list of the absent too.
OTHERWISE: Mapping[Asks, tuple[Want, ...]] = {
    Asks.PRESENT: WANTED[Asks.ABSENT],
    Asks.ABSENT: WANTED[Asks.PRESENT],
}
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

Entry = tuple[DocumentId, Person]


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
    people = library.people(filters)
    meetings = library.meetings(filters)
    asked = tuple(word for word in question.subject if fold(word) not in OF_ALL)
    named, used = _named(people, asked)
    if question.asks is Asks.ROLE and not named:
        return []
    if asked and meetings_meant(asked, meetings, library.naming(), at_least=1.0):
        named, used = [], set()  # all that is named is a meeting: "Föreningens möte i mars 2024"
    if named and YES_NO.match(question.asked):
        wanted = (*wanted, *OTHERWISE.get(question.asks, ()))
    meant = _wanted(named or people, wanted)
    if question.asks is Asks.ABSENT and not meant:
        # "Vilka saknades på mötet med Tallmora?": those named were there, and tell which it was.
        named, used, meant = [], set(), _wanted(people, wanted) + _stayed_away(people)
    used |= _rest_of_names(question.names, meant)
    others = tuple(word for word in asked if word not in used)
    held = {document for document, _ in meant}
    if others:
        holding = [meeting for meeting in meetings if meeting.document_id in held]
        held = _named_meeting(question, others, library.naming(), holding, hits)
        # Words of the one meeting that is left need not stand in its title.
        if not held and question.limits and len(meetings) == 1:
            held = {meetings[0].document_id}
    elif not named:
        held = meeting_of_best(hits, held)
    documents = {document: library.document(document) for document in held}
    return [Evidence(documents[document], p.span) for document, p in meant if document in held]


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
    found = ([entry for entry in entries if want(entry[1])] for want in wanted)
    return next(filter(None, found), [])


def _stayed_away(people: Sequence[Entry]) -> list[Entry]:
    """Return who was summoned and is not among the present, where no list tells the absent."""
    there = {(d, fold(p.name)) for d, p in people if p.presence is not Presence.SUMMONED}
    telling = {d for d, p in people if p.presence is Presence.PRESENT}
    telling -= {d for d, p in people if p.presence is Presence.ABSENT}
    return [
        (document, person)
        for document, person in _wanted(people, (_is(Presence.SUMMONED),))
        if document in telling and (document, fold(person.name)) not in there
    ]


def _named(people: Sequence[Entry], asked: Sequence[str]) -> tuple[list[Entry], set[str]]:
    """Return the entries that the words *asked* name best, and those words.

    A word that many entries have, such as "kommun", weighs little beside one that few have.
    """
    matches = _matches(people, asked)
    counts = Counter(word for matched in filter(None, matches) for word in matched)
    weights = {word: log((1 + len(people)) / count) for word, count in counts.items()}
    scores = [sum(weights[word] for word in matched) if matched else 0.0 for matched in matches]
    bar = max(scores, default=0.0) * NAMED_AS_WELL
    best = [bool(score) and score >= bar for score in scores]
    return list(compress(people, best)), set().union(*compress(matches, best))


def _rest_of_names(names: Iterable[str], meant: Iterable[Entry]) -> set[str]:
    """Return the words of those *names* that lists have the first name of: "Eva" is Eva Ek."""
    first = {fold(person.name) for _, person in meant if len(words(person.name)) == 1}
    return {word for name in names if fold(name.split()[0]) in first for word in words(name)}


def _matches(people: Sequence[Entry], asked: Sequence[str]) -> list[set[str]]:
    """Return for each entry the words of the question that are words of it.

    The same people come to meeting after meeting: each is compared once.
    """
    known: dict[str, set[str]] = {}
    matched: dict[tuple[str | None, ...], set[str]] = {}
    matches = []
    for _, person in people:
        said = (person.name, person.organisation, person.replaces, *person.roles)
        if said not in matched:
            entry = words(" ".join(filter(None, said)))
            for word in entry:
                if word not in known:
                    known[word] = {other for other in asked if _same(other, word)}
            matched[said] = set().union(*(known[word] for word in entry))
        matches.append(matched[said])
    return matches


def _same(word: str, other: str) -> bool:
    return fold(word) == fold(other) or likeness(word, other) >= SAME_NAME
