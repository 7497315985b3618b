"""Find what is to be done after the meeting, by whom and when."""

import re
from collections.abc import Iterable, Sequence

from ingest.decisions import sub_heading
from ingest.item_words import ACTION_HEADING_PHRASES, ACTION_HEADINGS, ACTION_VERBS
from ingest.lines import Line
from ingest.patterns import DUE, MENTION
from rag.items import Action
from rag.minutes import Person
from rag.sentences import sentences
from rag.span import Span

LONGEST_BEGINNING = 400
LONGEST_HEADING = 80
_VERBS = "|".join(re.escape(verb) for verb in sorted(ACTION_VERBS, key=len, reverse=True))
_NAME = r"[A-ZÅÄÖ][\w'’-]*(?:\s[A-ZÅÄÖ][\w'’-]*){0,3}"

# "Eva får i uppdrag att …" · "Nätverket ombeds boka …" · "Bo ansvarar för att …"
ASSIGNED = re.compile(
    r"""^(?!(?:Under|Vid|På|Till|Det|Den|Han|Hon|De|Detta|Efter|Inför|Om|När|Sedan|Hit)\b)(?P<who>[A-ZÅÄÖ](?:(?!\b(?:som|har|är|att)\b)[^.,:;]){1,60}?)\s
    (?:(?:får|fick|ges|gavs|har\sfått)\si\suppdrag|ombeds|ombads|åtar\ssig|åtog\ssig
    |tar\spå\ssig|tog\spå\ssig|ansvarar\sför\satt|uppmanas)\b""",
    re.VERBOSE,
)
# "Holmby och Sjövik återkommer."
RETURNS = re.compile(rf"^(?P<who>{_NAME}(?:\soch\s{_NAME})?)\s(?:ska\såterkomma|återkommer)\b")
# "… uppdrar åt kommundirektören att …" · "att ge Eva i uppdrag att …"
GIVEN = re.compile(
    r"""\b(?:uppdrar|uppdra|uppdrog)\s(?:åt|till)\s(?P<to>[^.,:;]{2,60}?)\satt\b
    |\b(?:ge|ger|gav)\s(?P<given>[^.,:;]{2,60}?)\si\suppdrag\b
    |^[A-ZÅÄÖ]\w+\s(?:\w+\s){0,3}?(?:ombeds|ombads)\s(?P<asked>[^\W\d]+(?:n|t|na|a))\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ansvarig: Eva Ek" · "Cykelrensning i vår – Bo ansvarar."
RESPONSIBLE = re.compile(
    rf"\b[Aa]nsvariga?\s*:\s*(?P<who>{_NAME}(?:(?:,|\soch)\s{_NAME}){{0,3}})"
    rf"|(?:^|[–-]\s)(?P<last>{_NAME})\sansvarar\.?$"
)
# "flytta från 4 april till 12 april": no day to be ready
FROM = re.compile(r"\bfrån\b[^.]{0,30}$")
PRONOUNS = frozenset({"han", "hon", "de", "det", "den", "detta", "man"})
# In a list of things to do: "Eva: bokar lokal", "Eva och Bo diskuterar kontrakt", "… (Eva)"
LEADING = re.compile(
    rf"^(?P<who>{_NAME}(?:(?:,|\soch)\s(?:{_NAME}|någon\sannan)){{0,3}})(?:\s*:|\s[–-]|\s(?=[a-zåäö]+(?:ar|er|år|ir|tt|ka|ska)?\b))"
)
TRAILING = re.compile(rf"\((?P<who>{_NAME}(?:(?:,|\soch|/)\s?{_NAME}){{0,3}})\)\s*\.?$")
# "Viktor frågar Holmby kommun om lokal", when Viktor is one of those present
TAKES_ON = re.compile(
    rf"^(?P<who>[A-ZÅÄÖ][\w'’-]*(?:\s[A-ZÅÄÖ][\w'’-]*)?(?:\soch\s[A-ZÅÄÖ][\w'’-]*)?)"
    rf"\s(?:ska\s\w+a\b|(?:{_VERBS})\b)"
)


def find_actions(
    text: str,
    own: Span,
    lines: Sequence[Line],
    *,
    title: str,
    names: frozenset[str],
) -> tuple[Action, ...]:
    """Return what is to be done according to *own*, an item's text; *names* as `known_names`."""
    headings = [(line, kind) for line in lines if (kind := _heading_kind(line)) is not None]
    listed = is_action_heading(title)
    background = False
    position = 0
    found = []
    for span in sentences(text, own):
        own_heading = False
        while position < len(headings) and headings[position][0].start <= span.start:
            line, kind = headings[position]
            listed, background = kind == "actions", kind == "background"
            own_heading = span.end <= line.end and ":" not in line.words.rstrip(":")
            position += 1
        words = text[span.start : min(span.end, span.start + LONGEST_BEGINNING)]
        words = words[label_end(words) :]
        if own_heading or background:
            continue
        action = _action(words, span, listed=listed, names=names)
        if action:
            found.append(action)
    return tuple(found)


def label_end(words: str) -> int:
    """Return where `Uppdrag: Bo Dal skickar …` begins in earnest."""
    label, colon, rest = words[: LONGEST_HEADING + 2].partition(":")
    return (
        len(label) + 1 + len(rest) - len(rest.lstrip()) if colon and is_action_heading(label) else 0
    )


def known_names(people: Iterable[Person]) -> frozenset[str]:
    """Return the names, whole and first, of *people*, in lower case."""
    names = set()
    for person in people:
        lowered = person.name.lower()
        names |= {lowered, lowered.split()[0]}
    return frozenset(names)


def is_action_heading(words: str) -> bool:
    """Tell whether *words* head a list of things to do.

    >>> is_action_heading("Att göra:"), is_action_heading("Vad ska göras till nästa möte?")
    (True, True)
    """
    lowered = words[:LONGEST_HEADING].lower().strip(" .:?*")
    return lowered in ACTION_HEADINGS or any(part in lowered for part in ACTION_HEADING_PHRASES)


def _heading_kind(line: Line) -> str | None:
    if len(line.words) <= LONGEST_HEADING * 4:
        label = line.words.split(":", 1)[0]
        if len(label) <= LONGEST_HEADING and is_action_heading(label) and not line.bullet:
            return "actions"
    name = sub_heading(line)
    if name is None:
        return None
    return "decision" if "beslut" in name.split() or name == "diskussion" else "background"


def _action(words: str, span: Span, *, listed: bool, names: frozenset[str]) -> Action | None:
    due = DUE.search(words)
    when = due.group().strip() if due and not FROM.search(words[: due.start()]) else None
    mentions = list(dict.fromkeys(match["name"] for match in MENTION.finditer(words)))
    if mentions:
        return Action(span=span, who=", ".join(mentions), due=when)
    who = _who(words, names)
    if who:
        return Action(span=span, who=who, due=when)
    if listed:
        matches = filter(None, (LEADING.match(words), TRAILING.search(words)))
        doer = next((match["who"] for match in matches if _may_do(match, names)), None)
        return Action(span=span, who=doer, due=when)
    return None


def _may_do(match: re.Match[str], names: frozenset[str]) -> bool:
    """Tell whether the capitalised word is a name, and not the verb that begins a task."""
    who = match["who"].lower()
    return (
        not names
        or who.split()[0].strip(",") in names
        or ":" in match.group()
        or "(" in match.group()
    )


def _who(words: str, names: frozenset[str]) -> str | None:
    responsible = RESPONSIBLE.search(words)
    if responsible:
        return responsible["who"] or responsible["last"]
    assigned = ASSIGNED.match(words) or RETURNS.match(words)
    if assigned and assigned["who"].lower() not in PRONOUNS:
        return assigned["who"].strip()
    given = GIVEN.search(words)
    if given:
        return next(value for value in given.groupdict().values() if value).strip()
    takes_on = TAKES_ON.match(words)
    if takes_on and any(name.strip().lower() in names for name in takes_on["who"].split(" och ")):
        return takes_on["who"]
    return None
