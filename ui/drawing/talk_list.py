"""Draw a visitor's conversations as a list to search, open, rename and remove."""

from collections.abc import Iterable
from datetime import datetime

from rag.storing.turns import Conversation
from ui import local, strings
from ui.drawing.markup import Html, join, tag, text
from ui.drawing.meeting import notice
from ui.drawing.tools import bare

RENAME, REMOVE = "rename", "remove"


def talks(kept: Iterable[Conversation], current: str) -> Html:
    """Draw the *kept* conversations, the *current* one marked."""
    rows = [_row(one, number, is_current=one.id == current) for number, one in enumerate(kept)]
    lead = tag("p", text(strings.TALKS_LEAD), class_="details")
    if not rows:
        return join(notice(strings.TALKS_NONE), lead)
    search = tag(
        "input",
        type="search",
        data_seek="",
        placeholder=strings.TALKS_SEARCH,
        aria_label=strings.TALKS_SEARCH,
    )
    return join(search, tag("ul", *rows, class_="talks"), lead)


def _row(one: Conversation, number: int, *, is_current: bool) -> Html:
    day = datetime.fromisoformat(one.changed).astimezone().date()
    details = strings.TALK_DETAILS.format(
        day=local.date_text(day, day),
        count=local.count(len(one.questions), strings.QUESTION_FORMS),
    )
    fold = f"name-{number}"
    opened = tag(
        "button",
        text(one.name),
        tag("span", text(details), class_="details"),
        type="button",
        class_="open",
        data_open=one.id,
        aria_label=strings.TALK_OPEN.format(name=one.name),
        **({"aria_current": "true"} if is_current else {}),
    )
    remove = bare(
        "bin",
        strings.TALK_REMOVE,
        data_act=REMOVE,
        data_text=one.id,
        data_sure=strings.TALK_REMOVE_SURE,
    )
    rename = bare("pencil", strings.TALK_RENAME, data_unfold=fold, aria_expanded="false")
    return tag(
        "li",
        tag("div", opened, rename, remove, class_="talk"),
        _naming(one, fold),
        data_find=" ".join((one.name, *one.questions)).lower(),
    )


def _naming(one: Conversation, fold: str) -> Html:
    field = tag(
        "input",
        type="text",
        name="name",
        value=one.name,
        maxlength="80",
        aria_label=strings.TALK_NAME,
    )
    save = tag("button", text(strings.TALK_SAVE), type="submit", class_="tool send")
    cancel = tag("button", text(strings.CANCEL), type="button", class_="tool", data_unfold=fold)
    return tag(
        "form",
        field,
        tag("div", save, cancel, class_="form-tools"),
        class_="naming",
        data_act=RENAME,
        data_of=one.id,
        data_fold=fold,
        hidden="",
    )
