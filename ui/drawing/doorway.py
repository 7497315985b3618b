"""Draw the small pages before the app: signed out, turned away, and why."""

from ui import strings
from ui.drawing.markup import Html, join, tag, text
from ui.language import current


def page(title: str, sentence: str, *links: tuple[str, str], css: str) -> Html:
    """Draw a page of its own; each of *links* is its words and where it leads."""
    drawn = (tag("a", text(words), href=target, class_="action") for words, target in links)
    head = join(
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", text(f"{title} – {strings.APP}")),
        tag("style", Html(css)),
    )
    main = tag(
        "main",
        tag("p", text(strings.APP)),
        tag("h1", text(title)),
        tag("p", text(sentence)),
        tag("p", *drawn),
    )
    html = tag("html", tag("head", head), tag("body", main), lang=current())
    return Html(f"<!doctype html>{html}")


def missing(sentence: str) -> Html:
    """Draw what stands in the place of something fetched that is not let be seen."""
    return tag("p", text(sentence), class_="missing")


def account(name: str, role: str) -> Html:
    """Draw who has signed in, and what signs out."""
    told = strings.SIGNED_IN_AS.format(name=name)
    button = tag("button", text(strings.SIGN_OUT), type="submit")
    return tag(
        "form",
        tag("span", text(f"{told} ({role})")),
        button,
        method="post",
        action="logga-ut",
        class_="account",
    )
