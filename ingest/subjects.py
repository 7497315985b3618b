"""Tell who does something from the order of a sentence: its subject, its verb, its day."""

import re
from typing import NamedTuple

from ingest.deadlines import find_deadline, find_time
from ingest.item_words import (
    ACTION_VERBS,
    DECISION_VERBS,
    GIVEN_TASKS,
    NO_TASKS,
    OUTSIDERS,
    STANDING_VERBS,
    TASKS,
)
from ingest.owners import ALL, is_office, is_owner
from ingest.phrases import either
from ingest.statement_words import MOVING_VERBS, PROPOSING_VERBS, SAYING_VERBS

MOST_WORDS = 8
"""Of a subject."""
MOST_BEFORE = 9
"""Words before the verb of `Senast den 15:e skickar alla …`."""
LONGEST = 200
# "Eva Ek (S) tar med sig frågan" · "Eva Ek, Holmby, skickar underlaget"
ASIDE = re.compile(r"\s\([^()]{1,30}\)|,\s(?!och\b)[^,.:;]{2,40},(?=\s[a-zåäö]+r\b)")
VERB = re.compile(r"[a-zåäö]{1,}r|ska|skall|måste")
MODAL = re.compile(r"(?:ska|skall|måste|kommer\satt)\s(?:\w+\s){0,2}?(?=\w+\b)")
# What a sentence may begin with before its verb and subject: "Därefter skickar Eva ut …"
OPENS = re.compile(
    r"""^(?:därefter|sedan|därför|dessutom|även|också|samtidigt|efter|till|inför|före|innan|under|vid|på|i|för|med|av
    |senast|snarast|om|där|nu|istället|utöver)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What is done again and again, or was, is no task.
HABIT = re.compile(
    r"""\b(?:varje\s(?:år|månad|vecka|termin|dag|gång|kvartal|vår|höst)|årligen|årsvis|månatligen|regelbundet|ofta
    |oftast|alltid|vanligtvis|normalt|sällan|ibland|enligt\slag(?:en)?|numera|för\snärvarande
    |sedan\s(?:tidigare|länge|\d{4})|brukar|hittills)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Due on a day, and not only during a time
FIRM = re.compile(r"^(?!under\b)", re.IGNORECASE)
LATEST = re.compile(
    r"^(?:senast|deadline|före|innan|snarast|omgående|inför|så\ss?nart)\b", re.IGNORECASE
)
DOUBT = re.compile(r"\?|\b(?:inte|ej|kanske|eventuellt|borde|kunde|skulle)\b", re.IGNORECASE)
CLAUSE = re.compile(r"\batt\b", re.IGNORECASE)
# "Eva Ek (S) tar upp frågan om belysning", at the meeting
RAISES = re.compile(r"(?:tar\supp|pratar|svarar\spå|frågar|delar|lyfter)\b")
_ACTS = re.compile(rf"(?:{either(ACTION_VERBS)})\b")
_TASKS = re.compile(rf"(?:{either(TASKS | GIVEN_TASKS)})\b")
SAID = SAYING_VERBS | MOVING_VERBS | PROPOSING_VERBS
IDLE = NO_TASKS | DECISION_VERBS | MOVING_VERBS | PROPOSING_VERBS | STANDING_VERBS


# What all do is mostly just told: "Vi spelar spel till klockan tio"
EVERYBODY = frozenset({"vi", "alla", "samtliga", "jag", "deltagarna", "medlemmarna"})


class Subject(NamedTuple):
    """Who does what a sentence tells."""

    who: str
    verb: str
    rest: str
    """What follows the verb, without the subject when that stands after it."""


def find_subject(words: str, names: frozenset[str]) -> Subject | None:
    """Return who does what *words* tell, when it is somebody that can be given a task.

    >>> find_subject("Senast fredag skickar Eva Ek ut listan.", frozenset())
    Subject(who='Eva Ek', verb='skickar', rest='ut listan.')
    """
    said = ASIDE.sub("", " ".join(words[:LONGEST].split())).split()
    for end in range(min(MOST_WORDS, len(said) - 1), 0, -1):
        who = " ".join(said[:end])
        if VERB.fullmatch(said[end]) and is_owner(who, names) and not who.endswith(","):
            return Subject(who.strip(" *:"), said[end], " ".join(said[end + 1 :]))
    return _inverted(said, names) if OPENS.match(words) else None


def _inverted(said: list[str], names: frozenset[str]) -> Subject | None:
    """Return the subject that stands after its verb: `Till nästa möte tar Cia fram ett förslag`."""
    for verb in range(1, min(MOST_BEFORE, len(said) - 1)):
        if not VERB.fullmatch(said[verb]):
            continue
        for end in range(min(verb + 1 + MOST_WORDS, len(said)), verb + 1, -1):
            who = " ".join(said[verb + 1 : end])
            if is_owner(who, names) and not who.endswith(","):
                return Subject(who.strip(" .*:"), said[verb], " ".join(said[end:]))
    return None


def takes_on(words: str, names: frozenset[str], *, decided: bool = False) -> str | None:
    """Return who takes on the task that *words* tell of; *decided* when they are a clause of that.

    >>> takes_on("Presidiet bereder frågan till nästa möte.", frozenset())
    'Presidiet'
    >>> takes_on("Presidiet bereder frågan.", frozenset()) is None
    True
    """
    found = None if DOUBT.search(words) or HABIT.search(words) else find_subject(words, names)
    if found is None:
        return None
    phrase = f"{found.verb} {found.rest}"
    modal = MODAL.match(phrase)
    acts = bool(_TASKS.match(phrase, modal.end()) if modal else _ACTS.match(phrase))
    due = find_deadline(words)
    if is_outsider(found.who):
        by_then = find_time(words) or (due and LATEST.match(due))
        return found.who if acts and (decided or by_then) else None
    if acts and (decided or due or _is_person(found.who, names)):
        return found.who if due or not RAISES.match(phrase) else None
    return found.who if due and _is_firm(found, due) else None


def is_outsider(who: str) -> bool:
    """Tell whether *who* is no part of the body that met: what they do is mostly just told."""
    said = who.lower().split()
    return said[0] not in ALL and (said[0] == "region" or said[-1].endswith(OUTSIDERS))


def _is_person(who: str, names: frozenset[str]) -> bool:
    return not is_office(who) and is_owner(who, names)


def _is_firm(found: Subject, due: str) -> bool:
    """Tell whether somebody does something by a day, whatever it is."""
    if found.verb in {"ska", "skall", "måste"} or found.rest.startswith("att "):
        return bool(FIRM.match(due)) and not found.rest.startswith("vara ")
    if found.verb in SAID:
        return bool(LATEST.match(due)) and not CLAUSE.search(found.rest)
    everybody = found.who.lower() in EVERYBODY
    return found.verb not in IDLE and bool((LATEST if everybody else FIRM).match(due))
