"""Find the web addresses in a text."""

import re

from rag.span import Span

# https://ekvik.example/protokoll · www.holmby.example · navet.se/kalender; no address for e-mail
LINK = re.compile(
    r"""(?<![\w@./-])(?:https?://[^\s<>"|]{3,}+
    |www\.[^\s<>"|]{4,}+
    |(?:[a-z0-9åäö-]{1,63}\.){1,4}(?:se|nu|org|com|net|eu|io|info)\b(?![\w@-]|\.\w)(?:/[^\s<>"|]*+)?)""",
    re.VERBOSE,
)
# What ends the sentence, or the Markdown link, that an address stands in.
AFTER = ".,;:!?)]}»”’'\"*_"


def find_links(text: str, within: Span) -> tuple[Span, ...]:
    """Return the places of the web addresses in *within*.

    >>> text = "Se www.navet.se/bilder (lösenord: mail@navet.se)."
    >>> [link.of(text) for link in find_links(text, Span(0, len(text)))]
    ['www.navet.se/bilder']
    """
    return tuple(
        Span(match.start(), match.start() + len(_trimmed(match.group())))
        for match in LINK.finditer(text, within.start, within.end)
    )


def _trimmed(address: str) -> str:
    """Leave out what ends the sentence; a bracket stays that the address itself opens."""
    trimmed = address.split("](", 1)[0].rstrip(AFTER)
    closed = address.startswith(trimmed + ")") and trimmed.count("(") > trimmed.count(")")
    return trimmed + ")" if closed else trimmed
