"""Compare numbers and amounts with their units, in digits or in words."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from rag.grounding.alignment import Alignment
from rag.grounding.dates import find_dates
from rag.grounding.difference import Difference, belongs_elsewhere
from rag.grounding.text import Text, Token
from rag.span import Span

ONES = "noll - två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton".split()  # noqa: E501
TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()
PARTS = {
    "hälften": Fraction(1, 2), "halva": Fraction(1, 2), "halv": Fraction(1, 2),
    "tredjedel": Fraction(1, 3), "tredjedelar": Fraction(1, 3),
    "fjärdedel": Fraction(1, 4), "fjärdedelar": Fraction(1, 4),
    "femtedel": Fraction(1, 5), "femtedelar": Fraction(1, 5),
    "tiondel": Fraction(1, 10), "tiondelar": Fraction(1, 10),
}  # fmt: skip
SCALES = {
    "hundra": 100, "tusen": 1_000, "tkr": 1_000, "miljon": 10**6, "miljoner": 10**6, "mn": 10**6,
    "mkr": 10**6, "mnkr": 10**6, "msek": 10**6, "mdkr": 10**9, "miljard": 10**9, "miljarder": 10**9,
}  # fmt: skip
UNITS = {
    "kr": "kronor", "kronor": "kronor", "krona": "kronor", "sek": "kronor", "tkr": "kronor",
    "mkr": "kronor", "mnkr": "kronor", "msek": "kronor", "mdkr": "kronor", ":-": "kronor",
    "öre": "öre", "procent": "procent", "%": "procent", "procentenheter": "procentenheter",
    "kvm": "kvadratmeter", "kvadratmeter": "kvadratmeter", "m²": "kvadratmeter",
    "km": "kilometer", "kilometer": "kilometer", "mil": "mil", "meter": "meter", "m": "meter",
    "liter": "liter", "ton": "ton", "kg": "kilo", "kilo": "kilo", "hektar": "hektar",
    "timmar": "timmar", "timme": "timmar", "minuter": "minuter", "dagar": "dagar", "dag": "dagar",
    "veckor": "veckor", "vecka": "veckor", "månader": "månader", "månad": "månader", "år": "år",
    "termin": "terminer", "terminer": "terminer",
}  # fmt: skip


def _spelt() -> dict[str, Fraction]:
    spelt = {word: Fraction(value) for value, word in enumerate(ONES) if word != "-"}
    for place, ten in enumerate(TENS, start=2):
        spelt[ten] = Fraction(place * 10)
        for value, one in enumerate(["en", "två", *ONES[3:10]], start=1):
            spelt[ten + one] = Fraction(place * 10 + value)
    for word in ("hundra", "ett hundra", "etthundra"):
        spelt[word] = Fraction(100)
    return spelt | {"tusen": Fraction(1000), "ettusen": Fraction(1000)}


WORDS = _spelt() | PARTS
WORD = "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = re.compile(
    rf"""(?<![\w§])(?P<digits>\d{{1,3}}(?:[\s.]\d{{3}}){{1,4}}+(?!\d)|\d{{1,15}}+(?!\d))(?:,(?P<decimals>\d{{1,15}}+))?+
        (?!(?!(?:kr|tkr|mkr|mnkr|km|kg|m|st|h)\b)[^\W\d_])
    | (?<!\w)(?P<word>{WORD})(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
AFTER = re.compile(
    r"""\s?(?P<scale>hundra|tusen|tkr|miljone?r?|mn|mkr|mnkr|msek|mdkr|miljarde?r?)(?!\w)\s?
        (?P<money>kr|kronor|sek)?(?!\w)
    | \s?(?P<share>(?:tredje|fjärde|femte|tion)del(?:ar)?)(?!\w)
    | \s?(?P<unit>%|:-|m²|[^\W\d_]+)""",
    re.VERBOSE | re.IGNORECASE,
)
# "§ 45", "KS 2023/145", "punkt 4": what only points somewhere.
REFERENCE = re.compile(r"§+\s?\d+(?:\s?[–-]\s?\d+)?|\b\d{2,4}/\d{2,}\b|\b\d+:\d{3,}\b")
# "3b", "A4", "covid19": no number, and no other word stands for it.
CODE = re.compile(r"[^\W_]*(?:\d[^\W\d_]|[^\W\d_]\d)[^\W_]*")
# Words before a number that turn it round when they change.
TURNED: Mapping[str, frozenset[str]] = {
    word: frozenset(others.split())
    for word, others in {
        "från": "till",
        "till": "från",
        "över": "under högst max",
        "under": "över minst",
        "minst": "högst max under",
        "högst": "minst över",
        "max": "minst över",
        "före": "efter",
        "efter": "före",
    }.items()
}
# Enough to see "inte bidra med mer än " before a number.
LONGEST_LIMIT = 32
DENIED = " inte "
# "mer än 5", "mindre än 5".
LIMIT = re.compile(r"\b(?P<way>mer|fler|högre|längre|mindre|färre|lägre)\sän\s$")
MORE = frozenset("mer fler högre längre".split())


class Number(NamedTuple):
    """A number of a text."""

    span: Span
    value: Fraction
    unit: str
    """What it counts when that is a measure; else nothing."""
    before: str
    """The word before it."""


@lru_cache(maxsize=2_000)
def find_numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of *text* that are no part of a time or a reference.

    >>> [(str(one.value), one.unit) for one in find_numbers("2,1 miljoner kronor till tre av 8")]
    [('2100000', 'kronor'), ('3', ''), ('8', '')]
    """
    taken = [day.span for day in find_dates(text)]
    taken += [Span(*match.span()) for match in REFERENCE.finditer(text)]
    found = []
    for match in NUMBER.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            found.append(_number(text, match, span))
            taken.append(found[-1].span)  # "två tredjedelar" is one number
    return tuple(found)


def _number(text: str, match: re.Match[str], span: Span) -> Number:
    before = _before(text, span.start)
    value, unit = _value(match), ""
    if match["word"] and match["word"].lower() in PARTS:
        return Number(span, value, "andel", before)
    after = AFTER.match(text, span.end)
    if after and after["scale"]:
        scale = after["scale"].lower()
        value *= SCALES[scale]
        unit = "kronor" if after["money"] else UNITS.get(scale, "")
        span = Span(span.start, after.end())
    elif after and after["share"]:
        value, unit = value * PARTS[after["share"].lower()], "andel"
        span = Span(span.start, after.end())
    elif after:
        unit = UNITS.get(after["unit"].lower(), "")
    if unit == "procent":
        value, unit = value / 100, "andel"
    return Number(span, value, unit, before)


def _before(text: str, end: int) -> str:
    """Return the word before *end*, or the one that its limit amounts to."""
    said = text[max(0, end - LONGEST_LIMIT) : end].lower()
    if limit := LIMIT.search(said):
        if limit["way"] in MORE:
            return "högst" if DENIED in said else "över"
        return "minst" if DENIED in said else "under"
    return said.split()[-1] if said.split() else ""


def _value(match: re.Match[str]) -> Fraction:
    if match["word"]:
        return WORDS[match["word"].lower()]
    whole = re.sub(r"\D", "", match["digits"])
    return Fraction(f"{whole}.{match['decimals'] or 0}")


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each number of the statement that the cited words do not give."""
    cited = find_numbers(alignment.cited.text)
    for number in find_numbers(alignment.claim.text):
        said = alignment.claim.text[number.span.start : number.span.end].strip()
        same = [other for other in cited if _agrees(number, other)]
        what = "Beloppet" if number.unit == "kronor" else "Talet"
        if not same:
            if not _is_dated(number, alignment.cited.text):
                yield Difference(f"{what} {_with_unit(said, number)} står inte i det citerade.")
        elif all(other.before in TURNED.get(number.before, ()) for other in same):
            yield Difference(f"Ordet före {said} är ett annat i det citerade.")
        elif _belongs_elsewhere(alignment, number, same, cited):
            yield Difference(f"{what} {said} gäller något annat i det citerade.")
    yield from _other_codes(alignment)


def _other_codes(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each word with a digit in it that the cited words have not."""
    known = {token.word for token in alignment.cited.tokens}
    numbers = find_numbers(alignment.claim.text)
    for token in alignment.claim.tokens:
        is_number = any(number.span.overlaps(token.span) for number in numbers)
        if CODE.fullmatch(token.word) and token.word not in known and not is_number:
            yield Difference(f"”{token.text}” står inte i det citerade.")


def _with_unit(said: str, number: Number) -> str:
    named = number.unit == "kronor" and not said.lower().endswith(("kr", "kronor"))
    return f"{said} {number.unit}" if named else said


def _agrees(number: Number, other: Number) -> bool:
    return number.value == other.value and (
        number.unit == other.unit or not number.unit or not other.unit
    )


def _is_dated(number: Number, text: str) -> bool:
    """Tell whether the number is an hour or a year there: "kl. 18" said as "18"."""
    return any(
        number.value in {day.hour if day.minute == 0 else None, day.year} and day.month is None
        for day in find_dates(text)
    )


def _belongs_elsewhere(
    alignment: Alignment, number: Number, same: list[Number], cited: tuple[Number, ...]
) -> bool:
    claimed_values = {one.value for one in find_numbers(alignment.claim.text)}
    rivals = [
        other for other in cited if other.value not in claimed_values and other.unit == number.unit
    ]
    claimed = _token(alignment.claim, number)
    return claimed is not None and belongs_elsewhere(
        alignment, claimed, _tokens(alignment.cited, same), _tokens(alignment.cited, rivals)
    )


def _token(text: Text, number: Number) -> Token | None:
    return next((token for token in text.tokens if number.span.overlaps(token.span)), None)


def _tokens(text: Text, numbers: list[Number]) -> list[Token]:
    return [token for number in numbers if (token := _token(text, number)) is not None]
