"""Read registration numbers, which are printed in many ways, as one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# KS 2023/145 · KS/2023:145 · KS2023-145 · Dnr KS 2023-00145 · 2023/145 · KS 2023.145-3 · 145/2023
WRITTEN = re.compile(
    r"""^\W*
    (?:(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|ärende|diarium)\b[.:]?\s*)?
    (?:(?P<series>[^\W\d_]{1,8})[\s/.:-]{0,3})?
    (?:(?P<year>(?:19|20)\d\d)\s?[/:.-]\s?(?P<number>\d{1,6})
    |(?P<number_first>\d{1,5})/(?P<year_last>(?:19|20)\d\d)
    |(?P<short_year>\d\d)/(?P<short_number>\d{1,6}))
    (?:[.:-]\d{1,4})?                                   # the document within the matter
    \W*$""",
    re.VERBOSE | re.IGNORECASE,
)
CENTURY = 2000
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A matter's number in a register."""

    series: str
    """The register's letters, in capitals: `KS`; empty when they are not printed."""
    year: int
    number: int

    def __str__(self) -> str:
        """Return the number as it is mostly printed."""
        return f"{self.series} {self.matter}".strip()

    @property
    def matter(self) -> str:
        """The year and the number, which its register's letters may be printed with or not."""
        return f"{self.year}/{self.number}"

    def is_printed(self, written: str | None) -> bool:
        """Tell whether *written* is a number, in whatever form, that may be this one."""
        own = read_registration(written or "")
        return own is not None and own.may_be(self)

    def may_be(self, other: "Registration") -> bool:
        """Tell whether the two are one number, when either may lack the register's letters."""
        same = (self.year, self.number) == (other.year, other.number)
        return same and (self.series == other.series or not (self.series and other.series))


def read_registration(written: str) -> Registration | None:
    """Return the number that the whole of *written* is, or nothing.

    >>> forms = "KS 2023/145", "KS/2023:145", "dnr KS 2023-00145", "ks2023-145"
    >>> [str(read_registration(form)) for form in forms] == ["KS 2023/145"] * 4
    True
    >>> read_registration("skolskjuts")
    """
    match = WRITTEN.match(written) if len(written) <= LONGEST else None
    if match is None:
        return None
    short = match["short_year"]
    year = match["year"] or match["year_last"] or CENTURY + int(short)
    number = match["number"] or match["number_first"] or match["short_number"]
    return Registration(series=(match["series"] or "").upper(), year=int(year), number=int(number))


def most_telling(printed: Iterable[str | None]) -> str | None:
    """Return a matter's number, with its register's letters if any of *printed* has them.

    >>> most_telling(["2023/145", None, "dnr KS 2023-145"])
    'KS 2023/145'
    """
    read = filter(None, (read_registration(one or "") for one in printed))
    found = sorted(read, key=lambda number: not number.series)
    return str(found[0]) if found else None
