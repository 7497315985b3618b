"""Put a question that leans on the one before it in full; leave all others as they are."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rag.asks import ATTENDANCE, Asks
from rag.results import Understood
from rag.swedish.words import fold, is_content, words
from rag.understanding import leaning
from rag.understanding.replacing import (
    ACTOR,
    BRACKETS,
    ENDS,
    TOPIC,
    about,
    at_time,
    is_definite,
    places_of,
    time_of,
    year_beside,
)

SPOKEN = frozenset({Asks.SAID, Asks.ACTORS, Asks.VOTE})
# What is asked of a meeting as a whole, whatever was asked of it before.
OF_THE_MEETING = ATTENDANCE | {Asks.ROLE, Asks.NEXT_MEETING, Asks.PLACE, Asks.SUMMARY}

WHO_WAS_THERE = "Vilka var med på mötet?"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A question in full, and what else it takes from the one before it."""

    text: str
    """Carried words stand in brackets at its end."""
    carried: tuple[str, ...] = ()
    """What the question before lent it, in its words."""
    same_meeting: bool = False
    """Whether it is about the meetings that the former answer cites."""
    points: Asks | None = None
    """What is asked of the cited words themselves: who said them, when and where; more."""
    repeats: bool = False
    """Whether it is the question before, with another time or subject."""


def carry_on(
    before: Understood, own: Understood, *, adds: bool, people: Iterable[str] = (), today: date
) -> FollowUp | None:
    """Return the question *own* in full, or nothing when it stands alone.

    Args:
        before: The question before it, as understood.
        own: As it is understood by itself, without the words that open it.
        adds: Whether these words add it to the one before: "och".
        people: Who the former answer names; "hon" is one of them.
        today: What "i fjol" is counted from.
    """
    rest = own.asked.rstrip(ENDS)
    folded = fold(rest)
    if leaning.MORE.match(folded):
        topic = _topic(before, own)
        text = f"Berätta mer{_in_brackets(topic)}"
        return FollowUp(text=text, carried=topic, same_meeting=True, points=Asks.SUMMARY)
    if leaning.WAS_THERE.match(folded):
        return FollowUp(text=WHO_WAS_THERE, same_meeting=True)
    repeated = _repeated(before, own, rest, folded, adds=adds, today=today)
    return repeated or _leaning(before, own, rest, folded, adds=adds, people=tuple(people))


def _repeated(
    before: Understood, own: Understood, rest: str, folded: str, *, adds: bool, today: date
) -> FollowUp | None:
    """Return the question before with the fragment *rest* in its place."""
    prefix = leaning.SAME.match(folded) or (adds and leaning.ABOUT.match(folded))
    then = leaning.THEN.search(folded)
    fragment = rest[prefix.end() if prefix else 0 : then.start() if then else len(rest)].strip()
    if all(map(leaning.is_of_former, filter(is_content, words(fragment)))):
        return None
    fragment = year_beside(before.reworded, fragment, today=today) or fragment
    time = time_of(fragment, today=today)
    is_short = len(words(fragment)) <= leaning.LONGEST_FRAGMENT
    is_clause = not prefix and leaning.CLAUSE.search(folded)
    if not is_short or is_clause or not (adds or prefix or then or time):
        return None
    if time:
        text = at_time(before.reworded, before.asks, fragment, time, today=today)
    else:
        is_actor = before.asks in SPOKEN and bool(own.names or _names_actors(fragment))
        text = about(before.reworded, before.subject, fragment, is_actor=is_actor)
    return FollowUp(text=text, carried=(before.reworded.rstrip(ENDS),), repeats=True)


def _names_actors(fragment: str) -> bool:
    return fold(fragment).endswith(("erna", "arna")) or fragment[:1].isupper()


def _leaning(
    before: Understood,
    own: Understood,
    rest: str,
    folded: str,
    *,
    adds: bool,
    people: tuple[str, ...],
) -> FollowUp | None:
    """Return a whole clause that lacks its subject, with the subject of the question before."""
    points = _points(folded, own)
    is_bare = all(map(leaning.is_of_former, own.subject))
    has_limits = bool(own.limits or own.unmet)
    unbound = bool(leaning.UNBOUND.search(folded))
    is_of_all = bool(leaning.OF_ALL.search(fold(own.reworded))) and not adds
    is_role = _asks_for_a_role(own)
    if is_of_all or not (points or unbound or adds or ((is_bare or is_role) and not has_limits)):
        return None
    topic = _carried(before, own, folded, is_bare=is_bare, unbound=unbound, people=people)
    same_meeting = not has_limits and bool(
        is_bare
        or points
        or is_role
        or (adds and own.asks in OF_THE_MEETING)
        or leaning.THEN_AND_THERE.search(folded)
    )
    if not topic and not same_meeting and not before.limits:
        return None
    return FollowUp(
        text=f"{_capital(rest)}{_in_brackets(topic)}?",
        carried=topic,
        same_meeting=same_meeting,
        points=points,
    )


def _asks_for_a_role(own: Understood) -> bool:
    """Tell whether a question names a role and no more: it is about the meeting at hand."""
    return own.asks is Asks.ROLE and len(own.subject) <= 1


def _points(folded: str, own: Understood) -> Asks | None:
    """Return what *folded* asks of the cited words themselves, if it does."""
    asked = (
        (leaning.WHEN_WAS_IT, Asks.WHEN),
        (leaning.WHERE_WAS_IT, Asks.PLACE),
        (leaning.WHO_SAID_IT, Asks.ACTORS),
    )
    return next((asks for pattern, asks in asked if pattern.search(folded)), None)


def _carried(
    before: Understood,
    own: Understood,
    folded: str,
    *,
    is_bare: bool,
    unbound: bool,
    people: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the words of the question before that *own* lacks."""
    who = _who(before, folded, people)
    if leaning.OWN_TOPIC.search(folded) and not is_bare:
        return who
    if _asks_for_a_role(own) or (own.asks in OF_THE_MEETING and not own.subject):
        return who
    if is_bare or unbound or own.asks in SPOKEN or not _has_own_thing(own):
        return tuple(dict.fromkeys((*who, *_topic(before, own))))
    return who


def _who(before: Understood, folded: str, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom "hon" or "de" in *folded* means."""
    if leaning.PERSON.search(folded):
        return before.names or people
    actor = ACTOR.search(before.reworded) if leaning.PLURAL.search(folded) else None
    return (actor["actor"],) if actor else ()


def _has_own_thing(own: Understood) -> bool:
    """Tell whether a question that only begins with "och" names what it is about."""
    return len(own.subject) > 1 or any(map(is_definite, own.subject))


def _topic(before: Understood, own: Understood) -> tuple[str, ...]:
    """Return what the question before is about, as it is written there, word after word joined."""
    text = before.reworded
    if inside := BRACKETS.search(text):
        said = [part.strip() for part in inside["inside"].split(",")]
    else:
        found = places_of(text, before.subject)
        marked = TOPIC.search(text)
        after = [place for place in found if marked and place[0] >= marked.end()]
        said = [text[start:end] for start, end in _joined(text, after or found)]
    own_words = set(words(own.reworded))
    return tuple(part for part in said if not set(words(part)) <= own_words)


BETWEEN = re.compile(r"\ (?:(?:av|i|på|för|till|med|mellan|och)\ )?")


def _joined(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *places* with those made one that only a small word is between."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and BETWEEN.fullmatch(text[joined[-1][1] : start]):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _in_brackets(said: tuple[str, ...]) -> str:
    return f" ({', '.join(said)})" if said else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
