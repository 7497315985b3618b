"""Name the forms of Swedish dates, one pattern for each."""

import re

from ingest.header_words import MONTHS, SEASONS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_SEASON = "(?:" + "|".join(sorted(SEASONS, key=len, reverse=True)) + ")"
_YEAR = r"(?:(?:19|20)\d\d)(?!\d)"
_TO = r"\s{0,2}(?:--|[-–—/]|\btill\b|\boch\b)\s{0,2}"
_FLAGS = re.VERBOSE | re.IGNORECASE

# 2024-03-04, 2024-03-04--05, 2024-03-04 – 2024-03-05, 2024/03/04; not 2024-03-04 – 13.00
ISO = re.compile(
    rf"""(?<![\d/])(?P<year>{_YEAR})(?P<sep>[-–/.])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)
    (?:{_TO}(?:(?P<year2>{_YEAR})-)?(?:(?P<month2>\d\d)-)?(?P<day2>\d\d)(?!\d|[.:]\d|-\d))?""",
    _FLAGS,
)
# 20240304, as some write it on a line of its own
COMPACT = re.compile(
    r"(?<![\d/-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\d/-])", _FLAGS
)
# 12.03.2024
DOTTED = re.compile(
    rf"(?<![\d.])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>{_YEAR})(?![.\d])", _FLAGS
)
# 24-03-04, 240304: the year first, as in "Styrelsemöte 240304"; not 940829-0931, a person's number
SHORT = re.compile(
    r"(?<![\d/.:-])(?P<year>\d\d)(?P<sep>-?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?![\d/:-]|\.\d|\s?(?:kr|st)\b)",
    _FLAGS,
)
# 4 mars 2024, den 4:e mars -24, 4–5 mars 2024, 28 februari – 1 mars 2024; the year may be absent
DAY_MONTH = re.compile(
    rf"""(?<![\d.,:/-])
    (?:(?P<day1>\d{{1,2}})(?::?[ae])?(?:\s(?P<month1>{_MONTH})(?:\s(?P<year1>{_YEAR}))?)?{_TO}
        (?:den\s)?)?
    (?P<day>\d{{1,2}})(?::?[ae]|\.)?\s{{0,2}}(?P<month>{_MONTH})
    (?:(?:,?\s{{1,2}}|\s?[-'’])(?P<year>{_YEAR}|(?<=[-'’])\d\d(?!\d)))?""",
    _FLAGS,
)
# 4/3 2024, 4/3-24, 10/6; not 2023/145, 1/2024
SLASH = re.compile(
    rf"""(?<![\d/.,:-])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/]*\d{{3}})(?!\d)
    (?:[\s/-]{{1,2}}(?P<year>{_YEAR}|(?<=[-/])\d\d(?!\d)))?""",
    _FLAGS,
)
# v. 12 2024, vecka 29
WEEK = re.compile(
    rf"\b(?:v\.|vecka|v)\s?(?P<week>\d{{1,2}})(?!\d|[.:/-]\d)(?:,?\s(?P<year>{_YEAR}))?", _FLAGS
)
# mars 2024; not what remains of the impossible 30 februari 2024
MONTH_YEAR = re.compile(rf"(?<!\d)(?<!\d\s)\b(?P<month>{_MONTH})\s{{1,2}}(?P<year>{_YEAR})", _FLAGS)
# Hösten 2024, vt 2023, vintern 2023/24
SEASON = re.compile(
    rf"""\b(?P<season>{_SEASON})(?:en)?\s?[-–]?\s?(?P<year>{_YEAR})
    (?:[/–-](?P<year2>(?:20)?\d\d)(?!\d))?""",
    _FLAGS,
)
# No date is without a figure, but for a season: most lines need be looked at no further.
MAY_DATE = re.compile(r"\d|våren|sommaren|hösten|vintern|terminen", re.IGNORECASE)
# Without a year only the definite forms: "vår" is also "our".
BARE_SEASON = re.compile(
    r"\b(?P<season>våren|sommaren|hösten|vintern|vårterminen|höstterminen)\b", _FLAGS
)
YEAR = re.compile(rf"(?<![\d/:.,-]){_YEAR}(?![\d/:,-]|\.\d)")

# In a file's name: 2024-03-04, 20240304, 240304, 2024_03_04; or only 2024-03, 2024
NAME_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d|\d\d)(?P<sep>[-_.]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
)
NAME_MONTH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.](?P<month>\d\d)(?!\d)")
NAME_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")
