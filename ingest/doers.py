"""Tell who is to do something: who is given it, takes it on, or stands beside it."""

import re
from itertools import islice

from ingest.header_words import MONTHS
from ingest.item_words import (
    ACTION_VERBS,
    DOING_VERBS,
    NO_TASKS,
    OFFICE_VERBS,
    PASSIVE_TASKS,
    TASKS,
    TELLING_VERBS,
)
from ingest.phrases import either
from ingest.speakers import BETWEEN
from ingest.statement_words import PROPOSERS, SAYING_VERBS, SPEAKERS

_VERBS = either(ACTION_VERBS)
_TASKS = either(TASKS)
NAME = r"[A-ZÅÄÖ][\w'’-]*(?:\s[A-ZÅÄÖ][\w'’-]*){0,3}"
NAMES = rf"{NAME}(?:(?:,\s|\soch\s|/|\s[+&]\s){NAME}){{0,4}}"
_NO_ONE = r"(?:Under|Vid|På|Till|Det|Den|Han|Hon|De|Detta|Efter|Inför|Om|När|Sedan|Hit|Som)\b"

# "Eva får i uppdrag att …" · "Nätverket ombeds boka …" · "Bo ansvarar för att …"
ASSIGNED = re.compile(
    rf"""^(?!{_NO_ONE})(?P<who>[^\W\d_](?:(?!\b(?:som|har|är|att)\b)[^.,:;]){{1,60}}?)\s
    (?:(?:får|fick|ges|gavs|har\sfått)\si\suppdrag|ombeds|ombads|åtar\ssig|åtog\ssig
    |tar\spå\ssig|tog\spå\ssig|ansvarar\sför|uppmanas|uppdras|uppdrogs|lovar\satt|lovade\satt
    |är\sansvariga?\sför|tar\sansvar(?:et)?\sför)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Holmby och Sjövik återkommer."
RETURNS = re.compile(rf"^(?P<who>{NAMES})\s(?:ska\såterkomma|återkommer)\b")
# "att utbildningsnämnden ska se över reglerna"
OBLIGED = re.compile(
    rf"""^(?P<who>[^\W\d_](?:(?!\b(?:som|har|är|att|det|den)\b)[^.,:;]){{1,60}}?)\s
    (?:ska|skall)\s(?:även\s|också\s|därefter\s)?(?:{_TASKS})\b""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands after each "att" of a decision may give somebody a task; of what is told, not.
DECIDED = re.compile(
    r"^(?:(?:och|samt|dels)\s)?att\b|\b(?:beslut|enades|kom\söverens)", re.IGNORECASE
)
CLAUSE = re.compile(r"\batt\s", re.IGNORECASE)
MOST_CLAUSES = 4
# "… uppdrar åt kommundirektören att …" · "att ge Eva i uppdrag att …"
GIVEN = re.compile(
    r"""\b(?:uppdrar|uppdra|uppdrog|uppdrogs|uppdras)\s(?:åt|till)\s(?P<to>[^.,:;]{2,60}?)\satt\b
    |\b(?:uppmanar|uppmana|uppmanade)\s(?P<urged>[^.,:;]{2,60}?)\satt\b
    |\b(?:ge|ger|gav)\s(?P<given>[^.,:;]{2,60}?)\si\suppdrag\b
    |^[A-ZÅÄÖ]\w+\s(?:\w+\s){0,3}?(?:ombeds|ombads)\s(?P<asked>[^\W\d]+(?:n|t|na|a))\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "En förfrågan skickas av Bo Dal."
DONE_BY = re.compile(rf"\b(?:{either(PASSIVE_TASKS)})\b[^.,;]{{0,40}}?\sav\s(?P<who>{NAMES})")
# "Ansvarig: Eva Ek" · "Cykelrensning i vår – Bo ansvarar."
RESPONSIBLE = re.compile(
    rf"\b[Aa]nsvariga?\s*:\s*(?P<who>{NAMES})|(?:^|[–-]\s)(?P<last>{NAME})\sansvarar\.?$"
)
PRONOUNS = frozenset({"han", "hon", "de", "det", "den", "detta", "man"})
# "Viktor frågar Holmby kommun om lokal" · "Affisch, Eva fixar det", when they are known
TAKES_ON = re.compile(
    rf"(?:^|[(,;–-]\s?|^(?:och\s|samt\s)?att\s)(?P<who>{NAMES})"
    rf"\s(?:ska\s(?:också\s|även\s)?\w+a\b(?!\?)|(?:{_VERBS})\b)"
)
# "Lena frågar om bidraget" and "Bo frågar styrelsen när …" say what is asked at the meeting.
ASKS = re.compile(
    rf"^{NAMES}\sfrågar\s(?:om|(?:\S+\s){{0,2}}?(?:hur|när|var|varför|vad|vem|vilken|vilket|vilka))\b"
)
# A name and its task: "Emma: sätt upp sandlåda", "Ola + Magnus: handlar", "Agnes: Maila alla"
TOLD_TO = re.compile(rf"^(?P<who>{NAMES})\s?(?::|\s[–-])\s+(?i:{_TASKS}|{_VERBS})\b")
# "Räkningen, gör Olav" · "Skriva brev, fixar Tess till nästa gång."
DONE_LAST = re.compile(
    rf",\s(?:det\s)?(?:gör|fixar|ordnar|sköter|tar|ansvarar)\s(?P<who>{NAMES})"
    r"(?:\s(?:till|före|innan|senast|inför)\s[^.,]{2,30})?\.?$"
)
# "… firas i maj, och varje medlem ombads skicka ett exempel"
ALSO_ASKED = re.compile(
    r",\soch\s(?P<who>[^.,:;]{2,40}?)\s(?:ombeds|ombads|uppmanas|uppmanades|får\si\suppdrag)\b"
)
# "Hon redovisar svaret i september." · "Bo presenterar planen på nästa möte."
REPORTS_LATER = re.compile(
    rf"^(?P<who>{NAMES}|Hon|Han|De)\s(?:redovisar|presenterar|rapporterar|föredrar)\b[^.]{{1,80}}?"
    rf"\b(?:i\s(?:{either(MONTHS)})|till\shösten|till\svåren|(?:på|vid|till)\snästa\s\w+)\b"
)
# "Kansliet skickar ut inbjudan."
OFFICE = re.compile(
    rf"^(?P<who>(?:(?:Den\s)?(?:Nya|nya|Kommande|Nästa)\s)?[A-ZÅÄÖa-zåäö][\w]+)\s(?:{either(OFFICE_VERBS)}|ska\s(?:också\s|även\s)?(?:{_TASKS}))\b"
)
# "Opera fixar affischer", whoever Opera is; but "Hemsidan skickar" and "Föreningen köper" tell
ANYBODY = re.compile(
    rf"^(?P<who>(?!{_NO_ONE}|Vi\b|Ni\b|Jag\b|Man\b|Alla\b)[A-ZÅÄÖ]\w+(?<!en)(?<!et)(?<!na)(?<!an)(?<!er)(?<!ar))"
    rf"\s(?:{either(DOING_VERBS)})\b"
)
# "Viktor meddelar Opera att …", when Viktor is known
TELLS = re.compile(rf"^(?P<who>[A-ZÅÄÖ][\w-]+)\s(?:{either(TELLING_VERBS)})\s[A-ZÅÄÖ]\w")
# "Annie ritar ägg", by first name only: formal minutes have both names
BY_FIRSTNAME = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w-]+(?:(?:,|\soch)\s[A-ZÅÄÖ][\w-]+){0,4})\s(?P<verb>[a-zåäö]{2,}[aei]r)\s\S"
)


def find_doer(words: str, names: frozenset[str]) -> str | None:
    """Return who does what *words* tell; *names* as `Known.names`."""
    responsible = RESPONSIBLE.search(words)
    if responsible:
        return responsible["who"] or responsible["last"]
    assigned = _assigned(words)
    given = None if assigned else GIVEN.search(words)
    if given:
        return next(value for value in given.groupdict().values() if value).strip()
    if assigned or ASKS.match(words):
        return assigned
    return _takes_on(words, names) or _told_later(words, names)


def _told_later(words: str, names: frozenset[str]) -> str | None:
    """Return who is told to do something after what it is, or to report it later."""
    told = TOLD_TO.match(words) or DONE_LAST.search(words) or REPORTS_LATER.match(words)
    who = told["who"] if told else None
    if who and (who.lower() in PRONOUNS or _from_known(who, names)):
        return who
    asked = ALSO_ASKED.search(words)
    return asked["who"].strip() if asked else None


def _assigned(words: str) -> str | None:
    """Return who is given a task, by the sentence or by one of its `att`-clauses."""
    clauses = (
        []
        if not DECIDED.search(words)
        else [words[att.end() :] for att in islice(CLAUSE.finditer(words), MOST_CLAUSES)]
    )
    found = [ASSIGNED.match(words), RETURNS.match(words)]
    found += [pattern.match(clause) for clause in clauses for pattern in (ASSIGNED, OBLIGED)]
    found.append(DONE_BY.search(words))
    named = (match["who"].strip() for match in found if match)
    return next((who for who in named if who.lower() not in PRONOUNS), None)


def _takes_on(words: str, names: frozenset[str]) -> str | None:
    """Return who of those known, or which office, does something."""
    for match in TAKES_ON.finditer(words):
        who = _from_known(match["who"], names)
        if who:
            return who
    tells, office, anybody = TELLS.match(words), OFFICE.match(words), ANYBODY.match(words)
    if tells and tells["who"].lower() in names:
        return tells["who"]
    first = BY_FIRSTNAME.match(words)
    if first and first["verb"] not in NO_TASKS | SAYING_VERBS and _from_known(first["who"], names):
        return first["who"]
    if office and office["who"].lower().rpartition(" ")[2] in PROPOSERS | SPEAKERS:
        return office["who"]
    return anybody["who"] if anybody else None


def _from_known(who: str, names: frozenset[str]) -> str | None:
    """Return the names from the first known one on: of `Tryckeriet, Olav` only `Olav`."""
    position = 0
    for name in BETWEEN.split(who):
        start = who.index(name, position)
        if name.strip().lower() in names:
            return who[start:].strip()
        position = start + len(name)
    return None
