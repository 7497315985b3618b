"""Draw the small buttons that do something without leaving the page, with their signs."""

from collections.abc import Mapping

from ui.drawing.markup import Html, join, tag, text

# Signs on a field of 16 by 16.
SIGNS: Mapping[str, str] = {
    "copy": "M5.5 5.5h7.5v7.5H5.5zM3 10.5V3h7.5",
    "link": "M6.5 9.5l3-3M7 4.8l1.2-1.2a2.9 2.9 0 0 1 4.2 4.2L11.2 9"
    "M9 11.2l-1.2 1.2a2.9 2.9 0 0 1-4.2-4.2L4.8 7",
    "thumb": "M5 7.2l2.5-4.6c1 0 1.6.8 1.4 1.7l-.5 2.3h3.5c.8 0 1.4.8 1.2 1.5l-1 3.9"
    "c-.2.7-.8 1.1-1.4 1.1H5zM5 7.2H2.8v5.9H5",
    "again": "M13 8a5 5 0 1 1-1.6-3.7M13 2.6v2.9h-2.9",
    "save": "M4.5 2.8h7v10.6L8 10.6l-3.5 2.8z",
    "close": "M4 4l8 8M12 4l-8 8",
    "pencil": "M3 13l.7-3L10.6 3.1l2.3 2.3L6 12.3z",
    "bin": "M3.5 4.5h9M6.5 4.3V3h3v1.3M4.7 4.7l.5 8.3h5.6l.5-8.3",
}


def sign(name: str, class_: str = "") -> Html:
    """Draw a sign, which says nothing to who does not see it."""
    path = tag("path", d=SIGNS[name])
    shape = {"class_": class_} if class_ else {}
    return tag("svg", path, viewBox="0 0 16 16", aria_hidden="true", **shape)


def tool(name: str, label: str, **attributes: str) -> Html:
    """Draw a button with a sign and its label."""
    content = join(sign(name), tag("span", text(label), class_="label"))
    return tag("button", content, type="button", class_="tool", **attributes)


def bare(name: str, label: str, class_: str = "", **attributes: str) -> Html:
    """Draw a button with a sign alone; the label is told to who does not see it, or points."""
    names = {"aria_label": label, "title": label}
    content = join(sign(name, class_), tag("span", class_="label"))
    return tag("button", content, type="button", class_="tool", **names, **attributes)
