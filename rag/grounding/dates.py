"""Compare days, months, years, seasons, weekdays and hours."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference, belongs_elsewhere
from rag.grounding.text import Text, Token
from rag.results import Support
from rag.span import Span
from rag.swedish.date_words import MONTHS

NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?)"
WEEKDAYS = "mån tis ons tor fre lör sön".split()
SEASONS = {"vår": "vår", "somm": "sommar", "höst": "höst", "vint": "vinter"}

DATE = re.compile(
    rf"""\b(?P<iso>(?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}}))\b          # 2024-03-04
    | \b(?P<d2>\d{{1,2}})(?::?e|\.)?(?:\s?[–-]\s?\d{{1,2}})?\s(?P<m2>{MONTH})(?!\w)
        (?:\s(?P<y2>\d{{4}})\b)?                                             # 4 mars 2024
    | (?<![\w/.,])(?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})(?:[\s-](?P<y3>20\d{{2}})\b)?(?![\w/])  # 4/3
    | \b(?P<m4>{"|".join(MONTHS)})(?!\w)(?:\s(?P<y4>\d{{4}})\b)?                    # mars 2024
    | \b(?P<season>vår(?:en|as|terminen)?|somm(?:aren|ras|ar)|höst(?:en|as|terminen)?
        |vint(?:ern|ras|er))\b(?:\s(?P<y5>\d{{4}})\b)?                       # hösten 2024
    | \b(?P<weekday>{"|".join(WEEKDAYS)})[a-zåäö]{{0,2}}dag(?:en|ar|arna|s)?\b  # på torsdagen
    | (?:\bkl\.?\s?|\bklockan\s)(?P<h1>\d{{1,2}})(?:[.:](?P<min1>\d{{2}}))?\b  # kl. 18
    | (?<![\d.,:/-])(?P<h2>[0-2]?\d)[.:](?P<min2>[0-5]\d)(?![\d/]|[.,:-]\d)  # 18.05
    | (?<![\d.,:/-])(?P<y6>(?:19|20)\d{{2}})(?![\w/:-]|[.,]\d|\s(?:kr|mil|pers))  # 2024
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Day(NamedTuple):
    """What a text says of a time; what it does not say is `None`."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: str | None = None
    weekday: str | None = None
    hour: int | None = None
    minute: int | None = None

    def said(self) -> dict[str, int | str]:
        """Return what is said by its name."""
        return {
            name: value
            for name, value in self._asdict().items()
            if value is not None and name != "span"
        }


@lru_cache(maxsize=2_000)
def find_dates(text: str) -> tuple[Day, ...]:
    """Return the times that *text* names.

    >>> [day.said() for day in find_dates("den 4 mars 2024, 4/3 och kl. 18")]
    [{'year': 2024, 'month': 3, 'day': 4}, {'month': 3, 'day': 4}, {'hour': 18, 'minute': 0}]
    """
    return tuple(day for match in DATE.finditer(text) if (day := _day(match)) is not None)


def _day(match: re.Match[str]) -> Day | None:
    found = {name.rstrip("123456"): value for name, value in match.groupdict().items() if value}
    month = _month(found.get("m"))
    if "m" in found and month is None:
        return None
    season = found.get("season", "").lower()
    return Day(
        span=Span(*match.span()),
        year=int(found["y"]) if "y" in found else None,
        month=month,
        day=int(found["d"]) if "d" in found else None,
        season=next((name for start, name in SEASONS.items() if season.startswith(start)), None)
        if season
        else None,
        weekday=found["weekday"].lower() if "weekday" in found else None,
        hour=int(found["h"]) if "h" in found else None,
        minute=int(found.get("min", 0)) if "h" in found else None,
    )


def _month(said: str | None) -> int | None:
    if said is None:
        return None
    number = int(said) if said.isdigit() else NUMBERS[said[:3].lower()]
    return number if number in range(1, 13) else None


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each time of the statement that the cited words do not name."""
    cited = find_dates(alignment.cited.text)
    known = find_dates(alignment.context)
    free = list(cited)
    for day in find_dates(alignment.claim.text):
        said = alignment.claim.text[day.span.start : day.span.end]
        same = [other for other in free if _agrees(day, other)]
        if same:
            if _belongs_elsewhere(alignment, day, same, cited):
                yield Difference(f"Tidpunkten {said} gäller något annat i det citerade.")
        elif any(_agrees(day, other) for other in known) or _is_plain_number(alignment, day):
            continue
        elif day.year and any(_agrees(day._replace(year=None), other) for other in free):
            years = {other.year for other in (*cited, *known)}
            if day.year not in years or any(
                other.year not in {None, day.year}
                for other in free
                if _agrees(day._replace(year=None), other)
            ):
                yield Difference(f"Årtalet {day.year} står inte i det citerade.", Support.PARTLY)
        else:
            yield Difference(f"Tidpunkten {said} står inte i det citerade.")


def _agrees(day: Day, other: Day) -> bool:
    """Tell whether *other* says at least what *day* says."""
    return day.said().items() <= other.said().items()


def _is_plain_number(alignment: Alignment, day: Day) -> bool:
    """Tell whether an hour or a year stands among the cited words: "lördagar 10–13"."""
    value = day.hour if day.minute == 0 else day.year if set(day.said()) == {"year"} else None
    return value is not None and any(
        str(value) in re.split(r"\D", token.text) for token in alignment.cited.tokens
    )


def _belongs_elsewhere(
    alignment: Alignment, day: Day, same: list[Day], cited: tuple[Day, ...]
) -> bool:
    kind = set(day.said())
    rivals = [other for other in cited if other not in same and kind <= set(other.said())]
    claimed = _token(alignment.claim, day)
    return claimed is not None and belongs_elsewhere(
        alignment, claimed, _tokens(alignment.cited, same), _tokens(alignment.cited, rivals)
    )


def _token(text: Text, day: Day) -> Token | None:
    return next((token for token in text.tokens if day.span.overlaps(token.span)), None)


def _tokens(text: Text, days: list[Day]) -> list[Token]:
    return [token for day in days if (token := _token(text, day)) is not None]
