"""Find what is to be done after the meeting, by whom and when."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.clauses import split_clauses
from ingest.deadlines import find_deadline, find_time, is_time
from ingest.doers import NAME, NAMES, ONLY_RESPONSIBLE, find_doer
from ingest.headings import is_action_heading
from ingest.item_words import (
    ACTION_VERBS,
    ADDED_TASKS,
    DOING_VERBS,
    TASK_LABELS,
    TASKS,
    TO_BE_DONE,
)
from ingest.owners import is_known_owner, is_owner
from ingest.passages import Passage, is_fixed_heading
from ingest.patterns import MENTION
from ingest.phrases import either
from ingest.subjects import HABIT
from rag.items import Action
from rag.span import Span

_VERBS = either(ACTION_VERBS)
_TASKS = either(TASKS)

# In a list of things to do: "Eva: bokar lokal", "Eva och Bo diskuterar kontrakt", "… (Eva)"
LEADING = re.compile(
    rf"^(?P<who>{NAME}(?:(?:,|\soch)\s(?:{NAME}|någon\sannan)){{0,3}})(?:\s*:|\s[–-]|\s(?=[a-zåäö]+(?:ar|er|år|ir|tt|ka|ska)?\b))"
)
TRAILING = re.compile(rf"\((?P<who>{NAMES})\)\s*\.?$")
# "ringa elektrikern (Eva, senast 3/5)" · "… /Eva" · "… – Eva" · "kontakta banken, Bo, 15 april"
BESIDE = re.compile(
    r"(?:\((?P<inside>[^()]{2,80})\)|(?:\s/\s?|\s[–—-]\s|,\s|\s:\s)(?P<last>[^/–—():]{2,60}))\s*\.?$"
)
# "Hon bokar lokal." · "Vi mailar alla."
UNNAMED = re.compile(rf"^(?P<who>Hon|Han|Vi|Jag)\s(?:{_VERBS})\b")
PERSON = re.compile(NAME)
PRONOUN = re.compile(r"^(?:hon|han)$", re.IGNORECASE)
# "Mailar alla om lunchen."
SUBJECTLESS = re.compile(
    rf"^(?:{either(DOING_VERBS)}|lägger\supp)\s(?!vi\b|ni\b|du\b)\S", re.IGNORECASE
)
ADDED = re.compile(rf"^.{{1,100}}?,\s(?:{either(ADDED_TASKS)})\s\S.{{1,60}}$", re.DOTALL)
# "Boka salar" · "Skicka till alla"; no question, and no idea of what might be done
TASK = re.compile(rf"^(?:{_TASKS})\s+\S", re.IGNORECASE)
UNSURE = re.compile(r"\?\W*$|\b(?:kanske|eventuellt)\b", re.IGNORECASE)
IDEA = re.compile(r"\?|\b(?:kanske|kan|kunde|skulle|eventuellt|ev|borde|typ|inte)\b", re.IGNORECASE)
# A box to tick, ticked or not: "[ ] Köpa in krattor", "[x] Ringa Bo", "☐ Hyra släp"
BOX = re.compile(r"^(?:\[[xX✓✔\s]?\]|[☐☑☒✅□])\s*")
# "AP1: Eva bokar lokal" · "TODO boka lokal" · "Uppdrag till Eva: se över rutinen"
LABEL = re.compile(
    rf"""^(?:(?:{either(TASK_LABELS)})(?:\s?\#?\d{{1,3}})?
    (?:\s(?:till|inför|åt|för)\s(?P<to>[^:.;]{{2,40}}))?\s?(?:[:*]{{1,3}}|\s[–-])\s*
    |(?P<bare>(?-i:TODO|AP)\s))(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)
# "→ Bo mailar alla" · "**Eva** bokar lokal"
ARROW = re.compile(r"^(?:(?:→|➔|➜|➤|►|⇒|-{1,2}>|=>)\s*|\*{1,2}(?=\w)|_{2}(?=\w))")
# "Anmälan ska skickas in senast den 1 mars."
MUST = re.compile(r"\b(?:måste|ska|skall|behöver)\b", re.IGNORECASE)
UNDONE = re.compile(
    rf"""^(?:.{{2,60}}?\s)?(?:måste\s(?:\w+\s){{0,2}}?(?:{either(TO_BE_DONE)})\b
    |(?:ska|skall|behöver)\s(?:{either(TO_BE_DONE)})
    (?:\s(?:i|till|före|innan|senast|inför|på|om)\s[^.]{{2,40}})?\s?\.?$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Måste boka lokal." · "Ska fråga Bo om nyckeln" · "Någon behöver ringa banken"
MUST_DO = re.compile(
    rf"""^(?:(?:(?P<who>Vi|Jag)|Någon)\s)?(?:ska|skall|måste|behöver)\s(?:(?:också|även|nog|bara|då)\s)?
    (?:{_TASKS})\s(?!(?:vi|ni|det|hen)\b)\S""",
    re.VERBOSE | re.IGNORECASE,
)
# "Kerstin undrar när bänkarna ska lagas." · "Beslut: byten ska vara godkända senast …"
ASKED = re.compile(r"\b(?:när|hur|varför|vad|att|som|undrar|undrade)\b", re.IGNORECASE)
DECIDED = re.compile(r"^\W{0,3}beslut\w*\W{0,3}:", re.IGNORECASE)
# "Mallen skall presenteras 10/6."
DATED = re.compile(
    r"^(?!att\b).{2,80}?\s(?:ska|skall)\s\w+as\s(?:den\s)?\d{1,2}(?:/\d|\s[a-zåäö]{3})"
)
# "Nämnden beslutar att bordlägga ärendet till nästa möte." is nobody's task.
POSTPONED = re.compile(
    r"^(?:[^.:;]{1,60}\sbeslut(?:ar|ade|at)\s)?att\s(?:bordlägga|återremittera|skjuta\supp)\b"
    r"(?![^.]{0,200}\buppdra)",
    re.IGNORECASE,
)
READY_BY = re.compile(r"^(?:senast|innan|före|deadline|till\snästa)\b", re.IGNORECASE)


def find_actions(passages: Iterable[Passage], *, names: frozenset[str]) -> tuple[Action, ...]:
    """Return what is to be done according to *passages*, an item's; *names* as `Known.names`."""
    found = []
    entries = False
    person: str | None = None
    for passage in passages:
        listing = is_action_heading(passage.under)
        entries = listing and (entries or passage.is_point) and not passage.is_heading
        if passage.is_heading or _tells_background(passage.under):
            continue
        listed = listing and (passage.is_point or not entries)
        box = BOX.match(passage.said)
        words = passage.said[box.end() :] if box else passage.said
        offset = passage.span.start + len(passage.words) - len(words)
        for said, span in _clauses(words, Span(passage.span.start, passage.span.end), offset):
            if POSTPONED.match(said):
                continue
            action = _action(said, span, listed=listed or bool(box), names=names)
            found += [_told_of(action, person)] if action else []
        person = _person(words, names) or (None if listed else person)
    return tuple(found)


def _clauses(words: str, whole: Span, offset: int) -> list[tuple[str, Span]]:
    """Return the clauses of a decision, which each may give a task, or else the *whole*."""
    parts = split_clauses(words, Span(0, len(words)))
    if len(parts) == 1:
        return [(words, whole)]
    ends = [*(offset + part.end for part in parts[:-1]), whole.end]
    starts = [whole.start, *(offset + part.start for part in parts[1:])]
    return [
        (part.of(words), Span(start, end))
        for part, start, end in zip(parts, starts, ends, strict=True)
    ]


def _told_of(action: Action, person: str | None) -> Action:
    """Return *action* with the name of the *person* told of before it, when it says `hon`."""
    if person and action.who and PRONOUN.match(action.who):
        return replace(action, who=person)
    return action


def _person(words: str, names: frozenset[str]) -> str | None:
    """Return whom `hon` in the next sentence means: the only one named, or who begins this one."""
    named = [(match.start(), match.group()) for match in PERSON.finditer(words)]
    known = [(start, name) for start, name in named if name.lower() in names]
    if known and (known[0][0] == 0 or len({name for _, name in known}) == 1):
        return known[0][1]
    return None


def _tells_background(heading: str) -> bool:
    """Tell whether what stands under a fixed heading was said or done before the decision."""
    if not heading or is_action_heading(heading):
        return False
    return "beslut" not in heading.split() and heading != "diskussion"


def _action(words: str, span: Span, *, listed: bool, names: frozenset[str]) -> Action | None:
    label = LABEL.match(words)
    said = ARROW.sub("", words[label.end() :] if label else words).replace("**", "")
    due = find_deadline(words)
    who = _doer(said, label["to"] if label else None, names)
    mentions = dict.fromkeys(match["name"] for match in MENTION.finditer(words))
    # Without a colon "TODO" may head what follows, unless it says when.
    headed = label and label["bare"] and not (due or find_time(words))
    labelled = label and not headed and not UNSURE.search(said)
    if mentions:
        who = ", ".join(mentions)
    elif not who and (listed or labelled or _is_task(said, due)):
        who = _beside(said, names)
    elif not who or (ONLY_RESPONSIBLE.match(said) and not listed):
        return None
    return Action(span=span, who=_line(who) if who else None, due=due or find_time(words))


def _doer(said: str, given: str | None, names: frozenset[str]) -> str | None:
    """Return who does what is *said*, or whom the label before it names."""
    if given and (is_owner(given, names) or not is_time(f"till {given}")):
        return given
    return find_doer(DECIDED.sub("", said).strip(), names)


def _beside(said: str, names: frozenset[str]) -> str | None:
    """Return whose name stands before or after a task that does not say who does it."""
    matches = filter(None, (LEADING.match(said), TRAILING.search(said)))
    named = next((match["who"] for match in matches if _may_do(match, names)), None)
    if named:
        return named
    unnamed = UNNAMED.match(said) or MUST_DO.match(said)
    if unnamed and unnamed["who"]:
        return unnamed["who"]
    beside = BESIDE.search(said)
    parts = (beside["inside"] or beside["last"]).split(",") if beside else []
    owners = [part.strip() for part in parts if is_known_owner(part.strip(), names)]
    return ", ".join(owners) or None


def _line(words: str) -> str:
    """Return *words*, which a line's end may part, on one line."""
    return " ".join(words.split())


def _is_task(words: str, due: str | None) -> bool:
    """Tell whether something is to be done, whoever does it."""
    if UNNAMED.match(words) or (MUST_DO.match(words) and not UNSURE.search(words)):
        return True
    if TASK.match(words) and not UNSURE.search(words):
        return True
    if IDEA.search(words) or DECIDED.match(words) or HABIT.search(words):
        return False
    due_in_time = () if ASKED.search(words) else (UNDONE, DATED)
    begun = any(pattern.match(words) for pattern in (SUBJECTLESS, ADDED, *due_in_time))
    return bool(begun or (due and READY_BY.match(due) and MUST.search(words)))


def _may_do(match: re.Match[str], names: frozenset[str]) -> bool:
    """Tell whether the capitalised word is a name, and not the verb that begins a task."""
    who = match["who"].lower()
    return (
        (not names and not TASK.match(match.string))
        or who.split()[0].strip(",") in names
        or (":" in match.group() and not is_fixed_heading(match["who"]))
        or "(" in match.group()
    )
