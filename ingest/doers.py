"""Tell who is to do something: who is given it, takes it on, or stands beside it."""

import re
from itertools import islice

from ingest.deadlines import find_deadline
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
from ingest.subjects import HABIT, is_outsider, takes_on
from rag.swedish.known_words import is_known

_VERBS = either(ACTION_VERBS)
_TASKS = either(TASKS)
NAME = r"[A-ZÅÄÖ][\w'’-]*(?:\s[A-ZÅÄÖ][\w'’-]*){0,3}"
NAMES = rf"{NAME}(?:(?:,\s|\soch\s|/|\s[+&]\s){NAME}){{0,4}}"
_NO_ONE = r"(?:Under|Vid|På|Till|Det|Den|Han|Hon|De|Detta|Efter|Inför|Om|När|Sedan|Hit|Som)\b"

# "Eva får i uppdrag att …" · "Nätverket ombeds boka …" · "Bo ansvarar för att …"
ASSIGNED = re.compile(
    rf"""^(?!{_NO_ONE})(?P<who>[^\W\d_](?:(?!\b(?:som|har|är|att)\b)[^.,:;]){{1,60}}?)\s
    (?:(?:får|fick|ges|gavs|gavs|har\sfått|har\sgetts)\s(?:även\s|också\s|därför\s)?
       (?:(?:i|till)\s(?:uppdrag|uppgift|ansvar)|(?:uppdraget|uppgiften|ansvaret)\s(?:att|för))
    |ombeds|ombads|åtar\ssig|åtog\ssig|har\såtagit\ssig|tar\spå\ssig|tog\spå\ssig|ansvarar\sför
    |uppmanas|uppmanades|uppdras|uppdrogs|lovar\satt|lovade\satt|erbjuder\ssig\satt|erbjöd\ssig\satt
    |är\sansvariga?\sför|har\sansvar(?:et)?\sför|tar\sansvar(?:et)?\sför|tog\sansvar(?:et)?\sför
    |(?:tilldelas|tilldelades|utses|utsågs|utsetts|valdes|väljs)\s(?:(?:uppgiften|uppdraget)\satt|att\s(?!justera|leda\smöte|föra|jämte|vara)))\b""",
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
    r"^(?:(?:och|samt|dels)\s)?att\b|\b(?:beslut|beslöt|bestäm|enades|kom\söverens)", re.IGNORECASE
)
CLAUSE = re.compile(r"\batt\s", re.IGNORECASE)
MOST_CLAUSES = 4
# "… uppdrar åt kommundirektören att …" · "att ge Eva i uppdrag att …"
GIVEN = re.compile(
    r"""\b(?:uppdrar|uppdra|uppdrog|uppdrogs|uppdras)\s(?:åt|till)\s(?P<to>[^.,:;]{2,60}?)\satt\b
    |\b(?:uppmanar|uppmana|uppmanade)\s(?P<urged>[^.,:;]{2,60}?)\satt\b
    |\b(?:ge|ger|gav)\s(?P<given>[^.,:;]{2,60}?)\si\s(?:uppdrag|uppgift)\b
    |\b(?:åligger|åläggs|ålades)\s(?P<bound>[^.,:;]{2,60}?)\satt\b
    |\b(?:uppdrag|uppgift|ansvar|fråga|ärende)(?:et|en|n)?\b[^.:;]{0,80}?\s(?:ges|gavs|går|gick|lämnas|lämnades|läggs|lades|överlämnas|överlåts|överläts|delegeras|delegerades)
       \s(?:på|åt|till)\s(?P<passed>[^.,:;\s]{2,30}(?:\s[^.,:;\s]{2,30}){0,3}?)(?=\satt\b|\sför\b|[.,;]|$)
    |^[A-ZÅÄÖ]\w+\s(?:\w+\s){0,3}?(?:ombeds|ombads)\s(?P<asked>[^\W\d]+(?:n|t|na|a))\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Mötet beslutar … att Sven tar reda på reglerna", whoever Sven is
DECIDED_DOER = re.compile(rf"^(?P<who>{NAMES})\s(?:{_VERBS})\b")
# "Mötet beslutar att ålägga styrelsen uppgiften att …"
BURDENED = re.compile(
    r"(?:\b|att)(?:lägger|lägga|lade|ålägger|ålägga|ålade)\s(?:på\s)?(?P<who>[^.,:;]{2,60}?)"
    r"\s(?:uppgiften|uppdraget|ansvaret|att)\b",
    re.IGNORECASE,
)
# "En förfrågan skickas av Bo Dal." · "Protokollet skickas ut av sekreteraren inom en vecka."
DONE_BY = re.compile(
    rf"""\b(?:{either(PASSIVE_TASKS)})\b[^.,;]{{0,40}}?\sav\s
    (?P<who>{NAMES}|[a-zåäö]*(?:ordföranden?|sekreteraren|kassören|kansliet|styrelsen|gruppen|chefen|direktören|ledaren))\b""",
    re.VERBOSE,
)
# "Ansvarig: Eva Ek" · "Cykelrensning i vår – Bo ansvarar."
RESPONSIBLE = re.compile(
    rf"""\b[Aa]nsv(?:ariga?|\.)?\s*:\s*(?P<who>{NAMES})|(?:^|[–-]\s)(?P<last>{NAME})\sansvarar\.?$
    |(?:[,(]\s?|\s[–-]\s)ansv(?:ariga?|\.)\s(?:är\s)?(?P<beside>{NAMES})
    |^[Aa]nsvariga?\sför\s[^.:;]{{2,60}}?\s(?:är|blir|utses)\s(?P<named>{NAMES})""",
    re.VERBOSE,
)
# All that it says is who presents the item, or whose it is: "Ansvarig: Eva Ek"
ONLY_RESPONSIBLE = re.compile(r"^ansv(?:ariga?|\.)?\s*:\s*[^.:;]{2,80}$", re.IGNORECASE)
PRONOUNS = frozenset({"han", "hon", "de", "det", "den", "detta", "man"})
# "Viktor frågar Holmby kommun om lokal" · "Affisch, Eva fixar det", when they are known
TAKES_ON = re.compile(
    rf"(?:^|[(,;–-]\s?|\b(?:men|så)\s|^(?:och\s|samt\s)?att\s)(?P<who>{NAMES})"
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
    rf"^(?P<who>(?!{_NO_ONE}|Vi\b|Ni\b|Jag\b|Man\b|Alla\b)[A-ZÅÄÖ]\w+)"
    rf"\s(?:{either(DOING_VERBS)})\b"
)
NOUN_ENDINGS = ("en", "et", "na", "an", "er", "ar")
# "Viktor meddelar Opera att …", when Viktor is known
TELLS = re.compile(rf"^(?P<who>[A-ZÅÄÖ][\w-]+)\s(?:{either(TELLING_VERBS)})\s[A-ZÅÄÖ]\w")
# "Annie ritar ägg", by first name only: formal minutes have both names
BY_FIRSTNAME = re.compile(
    r"""^(?P<who>[A-ZÅÄÖ][\w-]+(?:(?:,|\soch)\s[A-ZÅÄÖ][\w-]+){0,4})
    \s(?P<verb>[a-zåäö]{2,}[aei]r|tar(?!\s(?:upp|ordet|plats|del|emot|slut|tid|över|paus|till|åt|det)\b))\s\S""",
    re.VERBOSE,
)


def find_doer(words: str, names: frozenset[str]) -> str | None:
    """Return who does what *words* tell; *names* as `Known.names`."""
    responsible = RESPONSIBLE.search(words)
    if responsible:
        return next(value for value in responsible.groupdict().values() if value)
    assigned = _assigned(words, names)
    given = None if assigned else GIVEN.search(words)
    if given:
        return next(value for value in given.groupdict().values() if value).strip()
    if assigned or ASKS.match(words):
        return assigned
    if HABIT.search(words):
        return None
    return takes_on(words, names) or _takes_on(words, names) or _told_later(words, names)


def _told_later(words: str, names: frozenset[str]) -> str | None:
    """Return who is told to do something after what it is, or to report it later."""
    told = TOLD_TO.match(words) or DONE_LAST.search(words) or REPORTS_LATER.match(words)
    who = told["who"] if told else None
    if who and (who.lower() in PRONOUNS or _from_known(who, names)):
        return who
    asked = ALSO_ASKED.search(words)
    return asked["who"].strip() if asked else None


def _assigned(words: str, names: frozenset[str]) -> str | None:
    """Return who is given a task, by the sentence or by one of its `att`-clauses."""
    clauses = (
        []
        if not DECIDED.search(words)
        else [words[att.end() :] for att in islice(CLAUSE.finditer(words), MOST_CLAUSES)]
    )
    found = [ASSIGNED.match(words), RETURNS.match(words)]
    found += [
        pattern.match(clause) for clause in clauses for pattern in (ASSIGNED, OBLIGED, DECIDED_DOER)
    ]
    found += [DONE_BY.search(words), BURDENED.search(words) if DECIDED.search(words) else None]
    named = [match["who"].strip() for match in found if match and not _stands(match)]
    named += filter(None, (takes_on(clause, names, decided=True) for clause in clauses))
    return next((who for who in named if who.lower() not in PRONOUNS), None)


def _stands(match: re.Match[str]) -> bool:
    """Tell whether somebody's standing duty or offer is told of: `Skolan ansvarar för eleverna`."""
    said, told = match.group().lower(), match.string
    if "ansvar" in said and HABIT.search(told):
        return True
    kept = "ansvar" in said or "erbj" in said
    return kept and is_outsider(match["who"]) and not find_deadline(told)


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
    return anybody["who"] if anybody and _may_be_name(anybody["who"]) else None


def _may_be_name(word: str) -> bool:
    """Tell whether *word*, which ends as `Hemsidan` does, may be a name all the same."""
    return not word.endswith(NOUN_ENDINGS) or not is_known(word.lower())


def _from_known(who: str, names: frozenset[str]) -> str | None:
    """Return the names from the first known one on: of `Tryckeriet, Olav` only `Olav`."""
    position = 0
    for name in BETWEEN.split(who):
        start = who.index(name, position)
        if name.strip().lower() in names:
            return who[start:].strip()
        position = start + len(name)
    return None
