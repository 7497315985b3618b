"""Find what is to be done after the meeting, by whom and when."""

import re
from collections.abc import Iterable

from ingest.doers import NAME, NAMES, find_doer
from ingest.headings import is_action_heading
from ingest.item_words import (
    ACTION_VERBS,
    ADDED_TASKS,
    DOING_VERBS,
    TASKS,
    TO_BE_DONE,
)
from ingest.passages import Passage, is_fixed_heading
from ingest.patterns import DUE, MENTION
from ingest.phrases import either
from rag.items import Action
from rag.span import Span

_VERBS = either(ACTION_VERBS)
_TASKS = either(TASKS)

# "flytta från 4 april till 12 april": no day to be ready
FROM = re.compile(r"\bfrån\s(?:den\s)?\d[^.]{0,25}$")
# In a list of things to do: "Eva: bokar lokal", "Eva och Bo diskuterar kontrakt", "… (Eva)"
LEADING = re.compile(
    rf"^(?P<who>{NAME}(?:(?:,|\soch)\s(?:{NAME}|någon\sannan)){{0,3}})(?:\s*:|\s[–-]|\s(?=[a-zåäö]+(?:ar|er|år|ir|tt|ka|ska)?\b))"
)
TRAILING = re.compile(rf"\((?P<who>{NAMES})\)\s*\.?$")
# "Hon bokar lokal." · "Vi mailar alla."
UNNAMED = re.compile(rf"^(?:Hon|Han|Vi)\s(?:{_VERBS})\b")
# "Mailar alla om lunchen."
SUBJECTLESS = re.compile(
    rf"^(?:{either(DOING_VERBS)}|lägger\supp)\s(?!vi\b|ni\b|du\b)\S", re.IGNORECASE
)
ADDED = re.compile(rf"^.{{1,100}}?,\s(?:{either(ADDED_TASKS)})\s\S.{{1,60}}$", re.DOTALL)
# "Boka salar" · "Skicka till alla"; no question, and no idea of what might be done
TASK = re.compile(rf"^(?:{_TASKS})\s+\S", re.IGNORECASE)
UNSURE = re.compile(r"\?\W*$|\b(?:kanske|eventuellt)\b", re.IGNORECASE)
IDEA = re.compile(r"\?|\b(?:kanske|kan|kunde|skulle|eventuellt|ev|borde|typ|inte)\b", re.IGNORECASE)
# A box to tick, and whether it is ticked: "[ ] Köpa in krattor", "[x] Ringa Bo"
BOX = re.compile(r"^\[(?:(?P<done>[xX])|\s?)\]\s*")
# "Anmälan ska skickas in senast den 1 mars."
MUST = re.compile(r"\b(?:måste|ska|skall|behöver)\b", re.IGNORECASE)
UNDONE = re.compile(
    rf"^.{{2,60}}?\s(?:måste\s(?:\w+\s){{0,2}}?(?:{either(TO_BE_DONE)})\b"
    rf"|(?:ska|skall|behöver)\s(?:{either(TO_BE_DONE)})\s?\.?$)"
)
# "Kerstin undrar när bänkarna ska lagas." · "Beslut: byten ska vara godkända senast …"
ASKED = re.compile(r"\b(?:när|hur|varför|vad|att|som|undrar|undrade)\b", re.IGNORECASE)
DECIDED = re.compile(r"^\W{0,3}beslut\w*\W{0,3}:", re.IGNORECASE)
# "Mallen skall presenteras 10/6."
DATED = re.compile(
    r"^(?!att\b).{2,80}?\s(?:ska|skall)\s\w+as\s(?:den\s)?\d{1,2}(?:/\d|\s[a-zåäö]{3})"
)
READY_BY = re.compile(r"^(?:senast|innan|före|deadline|till\snästa)\b", re.IGNORECASE)


def find_actions(passages: Iterable[Passage], *, names: frozenset[str]) -> tuple[Action, ...]:
    """Return what is to be done according to *passages*, an item's; *names* as `Known.names`."""
    found = []
    entries = False
    for passage in passages:
        listing = is_action_heading(passage.under)
        entries = listing and (entries or passage.is_point) and not passage.is_heading
        if passage.is_heading or _tells_background(passage.under):
            continue
        listed = listing and (passage.is_point or not entries)
        box = BOX.match(passage.said)
        words = passage.said[box.end() :] if box else passage.said
        done = box and box["done"]
        action = (
            None if done else _action(words, passage.span, listed=listed or bool(box), names=names)
        )
        if action:
            found.append(action)
    return tuple(found)


def _tells_background(heading: str) -> bool:
    """Tell whether what stands under a fixed heading was said or done before the decision."""
    if not heading or is_action_heading(heading):
        return False
    return "beslut" not in heading.split() and heading != "diskussion"


def _action(words: str, span: Span, *, listed: bool, names: frozenset[str]) -> Action | None:
    due = DUE.search(words)
    when = _line(due.group()) if due and not FROM.search(words[: due.start()]) else None
    mentions = list(dict.fromkeys(match["name"] for match in MENTION.finditer(words)))
    if mentions:
        return Action(span=span, who=", ".join(mentions), due=when)
    who = find_doer(words, names)
    if who:
        return Action(span=span, who=_line(who), due=when)
    if listed or _is_task(words, when):
        matches = filter(None, (LEADING.match(words), TRAILING.search(words)))
        doer = next((match["who"] for match in matches if _may_do(match, names)), None)
        return Action(span=span, who=doer, due=when)
    return None


def _line(words: str) -> str:
    """Return *words*, which a line's end may part, on one line."""
    return " ".join(words.split())


def _is_task(words: str, due: str | None) -> bool:
    """Tell whether something is to be done, whoever does it."""
    if UNNAMED.match(words):
        return True
    if TASK.match(words) and not UNSURE.search(words):
        return True
    if IDEA.search(words) or DECIDED.match(words):
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
