"""Alter one thing in a true sentence, so that it no longer says what its source says.

A way of altering knows only the sentence and what the others speak of, not how it is checked.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from eval.alteration_words import (
    APPROVING,
    CONTRARY,
    FINITE,
    MODALS,
    MONTHS,
    NO_ACTOR,
    NUMBER_WORDS,
    OUTCOMES,
    QUANTIFIERS,
    SEASONS,
    WEEKDAYS,
)


class Kind(StrEnum):
    """What is altered."""

    NUMBER = "tal"
    DATE = "datum"
    NAME = "namn"
    NEGATION = "nekande"
    QUANTIFIER = "mängdord"
    DECISION = "beslutsverb"
    ACTOR = "aktör"
    MODALITY = "modalitet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """What replacements are taken from."""

    names: tuple[str, ...]
    actors: tuple[str, ...]


# The sentence altered, or `None` where there is nothing to alter.
Alter = Callable[[str, Random, Corpus], str | None]


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = _any(MONTHS)
DATE = re.compile(
    rf"""\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b            # 2024-03-04
    | \b(?P<day>\d{{1,2}})(?=\s(?:{MONTH})\b)            # den 4 mars
    | \b(?P<month>{MONTH})\b                             # i mars, mars 2024
    | (?<=den\s)(?P<short>\d{{1,2}}/\d{{1,2}})\b         # den 4/3
    | \b(?P<weekday>{_any(WEEKDAYS)})(?=\b|en\b)         # på torsdag, torsdagen
    | \b(?P<season>{_any(SEASONS)})(?=\s\d{{4}})         # hösten 2024""",
    re.VERBOSE | re.IGNORECASE,
)
# The values that each part of a date in digits may take.
PARTS: Mapping[str, Sequence[tuple[int, int]]] = {
    "iso": ((2015, 2030), (1, 12), (1, 28)),
    "short": ((1, 28), (1, 12)),
    "day": ((1, 28),),
}
SEPARATORS = {"iso": "-", "short": "/"}
TABLES = {"month": MONTHS, "weekday": WEEKDAYS, "season": SEASONS}

# A number that is no part of a date, an hour, a paragraph, a reference or a link.
NUMBER = re.compile(
    rf"""(?<![\w§/:.,-])(?<!§\s)(?<!kl\.\s)(?<!den\s)
    (?P<digits>\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+(?:,\d+)?)
    (?![\w/:-]|[.,]\d|\s(?:{MONTH})\b)
    | \b(?P<word>{_any(NUMBER_WORDS)})\b""",
    re.VERBOSE | re.IGNORECASE,
)
NAMED = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)*"
NAME = re.compile(rf"(?<=[\w,;:–)] ){NAMED}(?: {NAMED})*")
FINITE_VERB = re.compile(rf"\b(?:{_any(FINITE)})\b")
# "Region Ekvik", "Ekviks kommun", "Eva Ek (S)", when a verb follows.
ACTOR = re.compile(
    rf"(?P<actor>{NAMED}(?: {NAMED})*(?: kommun)?(?: \([A-Z]{{1,2}}\))?)(?= (?:{_any(FINITE)})\b)"
)
QUANTIFIER = re.compile(rf"\b(?:{_any(QUANTIFIERS)})\b", re.IGNORECASE)
FORMS = {form: (row, place) for row in OUTCOMES for place, form in enumerate(row)}
DECISION = re.compile(rf"\b(?:{_any([*FORMS, *CONTRARY])})\b", re.IGNORECASE)
MODAL = re.compile(rf"\b(?:{_any(MODALS)})\b")
NEGATED = (
    (re.compile(r"\s(?:inte|ej|icke)\b"), ""),
    (re.compile(r"\baldrig\b", re.IGNORECASE), "alltid"),
    (re.compile(r"\bingen\b", re.IGNORECASE), "en"),
    (re.compile(r"\binget\b", re.IGNORECASE), "ett"),
    (re.compile(r"\binga\b", re.IGNORECASE), "flera"),
)


def corpus_of(sentences: Iterable[str]) -> Corpus:
    """Return the names and the actors that *sentences* speak of."""
    names: dict[str, None] = {}
    actors: dict[str, None] = {}
    for sentence in sentences:
        found = NAME.findall(sentence)
        names.update(dict.fromkeys(name for name in found if name.split()[0] not in NO_ACTOR))
        if actor := _actor_of(sentence):
            actors[actor["actor"]] = None
    return Corpus(names=tuple(names), actors=tuple(actors))


def alter(kind: Kind, sentence: str, corpus: Corpus, *, seed: int) -> str | None:
    """Return *sentence* with one thing of *kind* altered, the same for the same *seed*.

    >>> alter(Kind.NEGATION, "Avgiften höjs inte.", corpus_of([]), seed=1)
    'Avgiften höjs.'
    """
    random = Random(f"{seed} {kind} {sentence}")  # noqa: S311 - nothing is secret here
    altered = WAYS[kind](sentence, random, corpus)
    return altered if altered and altered.casefold() != sentence.casefold() else None


def _number(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(NUMBER, sentence, random)
    if found is None:
        return None
    if found["word"]:
        return _put(sentence, found, _other(NUMBER_WORDS, found["word"], random))
    change = random.choice((_other_digit, _ten_times, _larger))
    return _put(sentence, found, change(found["digits"], random))


def _other_digit(digits: str, random: Random) -> str:
    place = random.choice([n for n, character in enumerate(digits) if character.isdigit()])
    return digits[:place] + _other("123456789", digits[place], random) + digits[place + 1 :]


def _ten_times(digits: str, random: Random) -> str:
    return digits.replace(",", "") if "," in digits else f"{digits.replace(' ', '')}0"


def _larger(digits: str, random: Random) -> str:
    whole, comma, decimals = digits.partition(",")
    larger = int(re.sub(r"\s", "", whole)) + random.randint(1, 9)
    return f"{larger:,}".replace(",", " " if re.search(r"\s", whole) else "") + comma + decimals


def _date(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(DATE, sentence, random)
    if found is None:
        return None
    form, said = str(found.lastgroup), found.group()
    if form in TABLES:
        return _put(sentence, found, _other(TABLES[form], said, random))
    separator = SEPARATORS.get(form)
    parts = said.split(separator) if separator else [said]
    place = random.randrange(len(parts))
    first, last = PARTS[form][place]
    value = random.choice([n for n in range(first, last + 1) if n != int(parts[place])])
    parts[place] = str(value).zfill(len(parts[place]) if form == "iso" else 1)
    return _put(sentence, found, (separator or "").join(parts))


def _name(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(NAME, sentence, random)
    if found is None:
        return None
    said = found.group()
    others = [
        name
        for name in corpus.names
        if name not in sentence
        and len(name.split()) == len(said.split())
        and name.endswith("s") == said.endswith("s")
        and not (said.startswith(name) or name.startswith(said))
    ]
    return _put(sentence, found, random.choice(others)) if others else None


def _negation(sentence: str, random: Random, corpus: Corpus) -> str | None:
    for pattern, instead in NEGATED:
        if found := pattern.search(sentence):
            return _put(sentence, found, instead)
    verb = FINITE_VERB.search(sentence)
    return f"{sentence[: verb.end()]} inte{sentence[verb.end() :]}" if verb else None


def _quantifier(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(QUANTIFIER, sentence, random)
    if found is None:
        return None
    return _put(sentence, found, random.choice(QUANTIFIERS[found.group().lower()]))


def _decision(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(DECISION, sentence, random)
    if found is None:
        return None
    said = found.group().lower()
    if said in CONTRARY:
        return _put(sentence, found, CONTRARY[said])
    row, place = FORMS[said]
    others = [other for other in OUTCOMES if not {other[0], row[0]} <= APPROVING and other != row]
    return _put(sentence, found, random.choice(others)[place])


def _actor(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _actor_of(sentence)
    others = [actor for actor in corpus.actors if actor.split()[0] not in sentence]
    return _put(sentence, found, random.choice(others)) if found and others else None


def _actor_of(sentence: str) -> re.Match[str] | None:
    found = ACTOR.match(sentence)
    return None if found is None or found["actor"].split()[0] in NO_ACTOR else found


def _modality(sentence: str, random: Random, corpus: Corpus) -> str | None:
    found = _pick(MODAL, sentence, random)
    return _put(sentence, found, random.choice(MODALS[found.group()])) if found else None


WAYS: Mapping[Kind, Alter] = {
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.NAME: _name,
    Kind.NEGATION: _negation,
    Kind.QUANTIFIER: _quantifier,
    Kind.DECISION: _decision,
    Kind.ACTOR: _actor,
    Kind.MODALITY: _modality,
}


def _pick(pattern: re.Pattern[str], sentence: str, random: Random) -> re.Match[str] | None:
    found = list(pattern.finditer(sentence))
    return random.choice(found) if found else None


def _other(table: Sequence[str], said: str, random: Random) -> str:
    return random.choice([word for word in table if word != said.lower()])


def _put(sentence: str, found: re.Match[str], instead: str) -> str:
    if found.group()[:1].isupper():
        instead = instead[:1].upper() + instead[1:]
    return sentence[: found.start()] + instead + sentence[found.end() :]
