"""Build HTML and Markdown into which text can only enter escaped."""

import re
from html import escape
from typing import NewType

from ui.language import Language, current
from ui.said import said

Html = NewType("Html", str)
"""HTML that is safe to draw; plain text becomes it by `text` alone."""

# Everything that CommonMark or Streamlit's labels (`:red[…]`, `:smile:`, `$…$`) could act on;
# CommonMark lets a backslash make any ASCII punctuation literal.
PUNCTUATION = re.compile(r"""[!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]""")
WHITE_SPACE = re.compile(r"\s+")


def text(value: str) -> Html:
    """Return *value* as HTML that shows exactly it.

    >>> text("Mat & <b>dryck</b>")
    'Mat &amp; &lt;b&gt;dryck&lt;/b&gt;'
    """
    return Html(escape(value))


def swedish(value: str) -> Html:
    """Return *value*, Swedish whatever language the page has, as HTML that tells so.

    >>> swedish("Budget"), tag("p", **in_swedish())
    ('Budget', '<p></p>')
    """
    return tag("span", text(value), **in_swedish()) if in_swedish() else text(value)


def in_swedish() -> dict[str, str]:
    """Return what tells of an element that its text is Swedish, where the page is not."""
    return {} if current() is Language.SWEDISH else {"lang": Language.SWEDISH}


def told(sentence: str) -> Html:
    """Return a sentence made in Swedish where its fact was known, in the reader's language.

    One that is not known in it is told to be Swedish.
    """
    other = said(sentence)
    return swedish(sentence) if other == sentence else text(other)


def tag(name: str, /, *children: Html, **attributes: str) -> Html:
    """Return an element; `class_` and `data_open` stand for `class` and `data-open`.

    >>> tag("button", text("1"), class_="cite", data_open="a:1:2")
    '<button class="cite" data-open="a:1:2">1</button>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{written}>{''.join(children)}</{name}>")


def join(*parts: Html) -> Html:
    """Return *parts* after each other."""
    return Html("".join(parts))


NOTHING = Html("")


def literal(value: str) -> str:
    r"""Return *value* as one line of Markdown that shows exactly it.

    >>> print(literal("*Val* av :red[ordförande]"))
    \*Val\* av \:red\[ordförande\]
    """
    return PUNCTUATION.sub(r"\\\g<0>", WHITE_SPACE.sub(" ", value).strip())
