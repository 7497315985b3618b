"""Find the abbreviations that a text explains: `Arbetsförmedlingen (AF)`."""

import re
from collections.abc import Iterator

from ingest.people_words import PARTIES
from rag.minutes import Abbreviation
from rag.span import Span

# Short forms have two capitals at least: AF, DUA, SoL, FoU, KS/AU
SHORT = re.compile(r"\((?P<short>[A-ZÅÄÖ][\w&/-]{1,9})\)")
# The other way round: AF, and Arbetsförmedlingen in brackets.
EXPLAINED = re.compile(
    r"\b(?P<short>[A-ZÅÄÖ][\w&]{1,9})\s\((?P<long>[A-ZÅÄÖ]?[^\W\d][^()\n]{3,80})\)"
)
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# A long form has at most so many words more than the short one has letters.
EXTRA_WORDS = 4
LONGEST_LONG = 120
SENTENCE_END = re.compile(r"[.!?:;()\n|]\s*")


def find_abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Return each abbreviation that *text* explains, once.

    >>> [(a.short, a.long) for a in find_abbreviations("Arbetsförmedlingen (AF) deltar.")]
    [('AF', 'Arbetsförmedlingen')]
    """
    found: dict[str, Abbreviation] = {}
    for abbreviation in (*_in_brackets(text), *_before_brackets(text)):
        found.setdefault(abbreviation.short, abbreviation)
    return tuple(sorted(found.values(), key=lambda a: a.span.start))


def _in_brackets(text: str) -> Iterator[Abbreviation]:
    for match in SHORT.finditer(text):
        short = match["short"]
        if not _is_short(short) or short.lower() in PARTIES:
            continue
        begin = max(0, match.start() - LONGEST_LONG)
        before = SENTENCE_END.split(text[begin : match.start()])[-1]
        start = _long_start(short, before)
        if start is not None:
            span = Span(match.start() - len(before) + start, match.end())
            yield Abbreviation(short=short, long=" ".join(before[start:].split()), span=span)


def _before_brackets(text: str) -> Iterator[Abbreviation]:
    for match in EXPLAINED.finditer(text):
        short, long = match["short"], match["long"].strip()
        if _is_short(short) and _long_start(short, long) == 0:
            yield Abbreviation(short=short, long=long, span=Span(*match.span()))


def _is_short(short: str) -> bool:
    return sum(character.isupper() for character in short) > 1


def _long_start(short: str, before: str) -> int | None:
    """Return where the words begin in *before* whose letters, in order, make *short*.

    The first letter begins a word, and every word but small ones lends a letter.
    """
    letters = [character.lower() for character in short if character.isalnum()]
    words = list(WORD.finditer(before))
    for count in range(1, min(len(words), len(letters) + EXTRA_WORDS) + 1):
        chosen = words[-count:]
        if chosen[0].group()[0].lower() == letters[0] and _fits(letters, chosen):
            return chosen[0].start()
    return None


def _fits(letters: list[str], words: list[re.Match[str]]) -> bool:
    """Tell whether *letters* stand in order in *words*, from the first letter of the first."""
    position = 0
    lent = 0
    for match in words:
        word = match.group().lower()
        if position < len(letters) and word[0] == letters[position]:
            lent += 1
            position += 1
            rest = word[1:]
        elif match.group()[0].isupper():
            return False
        else:
            continue
        place = 0
        while position < len(letters) and (place := rest.find(letters[position], place) + 1):
            if any(w.group()[0].lower() == letters[position] for w in words[lent:]):
                break
            position += 1
    return position == len(letters)
