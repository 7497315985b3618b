"""Tell in the reader's language a sentence that was made in Swedish where its fact was known.

What answers and what reads files make sentences of what they find: notes, warnings, errors. The
English table knows the frequent ones (`ui.texts.english.told`); others are told as they are.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter
from typing import TypeVar

from rag.swedish.date_words import MONTHS
from ui import strings

# 4 mars 2024
MONTH = re.compile(rf"(?<=\d\ )(?:{'|'.join(MONTHS)})(?=\ \d{{4}})", re.VERBOSE)
# What sentences call that which they say of others.
SENTENCES = {"reason", "sentences"}
# .doc, .odt eller .rtf
CHOICES = {"formats", "near"}
OR = " eller "
# 99,5 %, 1,3 MB
DECIMAL = re.compile(r"(?<=\d),(?=\d{1,3}\s(?:%|MB|kB|s\b))")

Told = TypeVar("Told")


def said(sentence: str) -> str:
    """Return *sentence* in the reader's language, or as it is when it is not a known one."""
    known = known_as(strings.TOLD, sentence)
    if known is None:
        return sentence
    other, found = known
    return other.format(**{name: _value(name, value) for name, value in found.items()})


def _value(name: str, value: str) -> str:
    """Return what stands in a sentence where it has *name*; some of that is a sentence itself."""
    if name in SENTENCES:
        return said(value)
    if name in CHOICES:
        others, _, last = value.rpartition(OR)
        return f"{others} {strings.OR} {last}" if others else value
    return _figures(value)


def _figures(value: str) -> str:
    """Return *value* with its dates and decimals in the reader's language."""
    months = strings.DATE_WORDS.months
    dated = MONTH.sub(lambda found: months[MONTHS.index(found.group())], value)
    return DECIMAL.sub(strings.DECIMAL_MARK, dated)


def known_as(templates: Mapping[str, Told], sentence: str) -> tuple[Told, Mapping[str, str]] | None:
    """Return what the first template of *sentence* stands for, and what it has names for."""
    for template, told in templates.items():
        if (found := values(template, sentence)) is not None:
            return told, found
    return None


def values(template: str, sentence: str) -> Mapping[str, str] | None:
    """Return what stands in *sentence* where *template* has names; `None` when it is another one.

    >>> values("Sida {page} av {all}.", "Sida 3 av 9.")
    {'page': '3', 'all': '9'}
    """
    opening, *parts = _parts(template)
    if not sentence.startswith(opening[1]):
        return None
    found, at = dict[str, str](), len(opening[1])
    for number, (name, following) in enumerate(parts, start=1):
        is_last = number == len(parts)
        end = len(sentence) - len(following) if is_last else sentence.find(following, at)
        if end < at or not sentence.startswith(following, end):
            return None
        found[name] = sentence[at:end]
        at = end + len(following)
    return found if at == len(sentence) else None


@cache
def _parts(template: str) -> Sequence[tuple[str, str]]:
    """Return each name of *template* with the words that follow it, first those before any."""
    found, name = list[tuple[str, str]](), ""
    for words, following, _, _ in Formatter().parse(template):
        found.append((name, words))
        name = following or ""
    return [*found, (name, "")] if name else found
