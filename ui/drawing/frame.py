"""Draw what stands around the answers: the welcome, the empty library, titles and the style."""

from collections.abc import Mapping

from ui import local, strings
from ui.drawing.markup import Html, join, tag, text

ADD_PATH = "lagg-till"


def welcome() -> Html:
    """Draw what the page is for, before the first question."""
    return join(
        tag("h1", text(strings.ASK_TITLE), class_="welcome"),
        tag("p", text(strings.ASK_LEAD), class_="lead"),
    )


def empty() -> Html:
    """Draw what to do when the library is empty."""
    return tag(
        "div",
        tag("h1", text(strings.EMPTY_TITLE), class_="welcome"),
        tag("p", text(strings.EMPTY_LEAD), class_="lead"),
        tag("a", text(strings.EMPTY_BUTTON), href=ADD_PATH, target="_self", class_="action"),
        class_="empty",
    )


def folder_news(count: int) -> Html:
    """Draw how many files wait in the folder watched, with a link to where they are read."""
    told = strings.WATCH_WAITING.format(count=local.count(count, strings.FILE_FORMS))
    link = tag("a", text(strings.WATCH_READ), href=ADD_PATH, target="_self")
    return tag("p", text(f"{told} "), link, class_="lead")


def lead(sentence: str) -> Html:
    """Draw the sentence under a page's title."""
    return tag("p", text(sentence), class_="lead")


def label(title: str) -> Html:
    """Draw a small title over a group."""
    return tag("p", text(title), class_="label")


def choice(path: str, names: Mapping[str, str], chosen: str, *, label: str) -> Html:
    """Draw what can be chosen by links after *path*, the value *chosen* marked.

    Args:
        path: What stands before the value in the links, from the page that they are on.
        names: What each value is called.
        chosen: The value in force.
        label: What is chosen, for those who hear the page.
    """
    marked = {"aria_current": "true"}
    entries = (
        tag(
            "li",
            tag(
                "a",
                text(name),
                href=f"{path}/{value}",
                target="_self",
                **(marked if value == chosen else {}),
            ),
        )
        for value, name in names.items()
    )
    return tag("nav", tag("ul", *entries), class_="choice", aria_label=label)


def page_style(css: str) -> Html:
    """Return the style of the page, with Swedish words where Streamlit has English ones."""
    words = {
        "app": strings.APP,
        "menu": strings.MENU,
        "unexpected": strings.UNEXPECTED,
        "drop": strings.ADD_DROP,
        "too-large": strings.ADD_TOO_LARGE,
        "no-page": strings.NO_PAGE,
        "no-page-advice": strings.NO_PAGE_ADVICE,
        "no-server": strings.NO_SERVER,
        "no-server-advice": strings.NO_SERVER_ADVICE,
    }
    declared = "".join(f"--word-{name}: {_css_string(word)};" for name, word in words.items())
    return tag("style", Html(f":root {{{declared}}}\n{css}"))


def _css_string(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
