"""Know the words for times: months, seasons, parts of years, and the forms they stand in."""

import re
from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        """januari jan | februari feb | mars | april apr | maj | juni | juli | augusti aug
        | september sept sep | oktober okt | november nov | december dec""".split("|"),
        start=1,
    )
    for name in names.split()
}
# From and to which month: as wide as anyone means, since a filter that is too narrow loses answers.
SEASONS: Mapping[str, tuple[int, int]] = {
    "varen": (1, 6),
    "varterminen": (1, 6),
    "vartermin": (1, 6),
    "sommaren": (6, 8),
    "hosten": (8, 12),
    "host": (8, 12),
    "hostterminen": (8, 12),
    "hosttermin": (8, 12),
}
# "var" is a verb but in "vårmötet".
ONLY_OF_MEETINGS: Mapping[str, tuple[int, int]] = {"var": (1, 6)}
PARTS: Mapping[str, tuple[int, int]] = {
    "forsta halvaret": (1, 6),
    "andra halvaret": (7, 12),
    "forsta kvartalet": (1, 3),
    "andra kvartalet": (4, 6),
    "tredje kvartalet": (7, 9),
    "fjarde kvartalet": (10, 12),
    "kvartal 1": (1, 3),
    "kvartal 2": (4, 6),
    "kvartal 3": (7, 9),
    "kvartal 4": (10, 12),
    "borjan av aret": (1, 4),
    "slutet av aret": (9, 12),
}
# Years before this one: "i fjol".
YEARS_AGO: Mapping[str, int] = {
    "i ar": 0,
    "detta ar": 0,
    "det har aret": 0,
    "innevarande ar": 0,
    "forra aret": 1,
    "i fjol": 1,
    "fjolaret": 1,
    "forrforra aret": 2,
    "i forrfjol": 2,
    "aret innan forra": 2,
}
# The newest such season that has begun: "i höstas".
LAST_SEASON: Mapping[str, tuple[int, int]] = {
    "i hostas": (8, 12),
    "i varas": (1, 6),
    "i somras": (6, 8),
}
MONTHS_AGO: Mapping[str, int] = {"den har manaden": 0, "forra manaden": 1}


def _any(names: Mapping[str, object]) -> str:
    return "|".join(sorted(names, key=len, reverse=True)).replace(" ", r"\ ")


YEAR = r"(?:19|20)\d\d"
MEETING = r"(?:mote[nt]?|sammantrade[nt]?|stamman?|traff(?:en)?|protokoll(?:et)?)"
# A time named by itself; what stands before it and between two of them is read afterwards.
POINT = re.compile(
    rf"""(?<![\w/:])(?<!\D-)(?:
      (?P<iso>{YEAR}-\d\d-\d\d)                                             # 2024-03-04
    | (?P<iso_month>{YEAR}-(?:0[1-9]|1[0-2]))                                       # 2024-03
    | (?P<day>\d\d?)(?::?e)?\ (?P<month>{_any(MONTHS)})\.?                   # 4 mars 2024
      (?:,?\ (?P<day_year>{YEAR}))?
    | (?P<slash_day>\d\d?)/(?P<slash_month>\d\d?)(?:[/\ -](?P<slash_year>{YEAR}))?      # 4/3 2024
    | (?P<only_month>{_any(MONTHS)})(?:manad)?
      (?:\ (?P<month_year>{YEAR})|\ (?P<month_ago>{_any(YEARS_AGO)}))?
    | (?P<season>{_any(SEASONS)}|(?:{_any(ONLY_OF_MEETINGS)})(?={MEETING}\b))
      (?:\ (?P<season_year>{YEAR})|\ (?P<season_ago>{_any(YEARS_AGO)}))?
    | (?P<part>{_any(PARTS)})(?:\ (?:av\ |ar\ )?(?P<part_year>{YEAR}))?
    | (?P<years_ago>{_any(YEARS_AGO)})
    | (?P<last_season>{_any(LAST_SEASON)})
    | (?P<months_ago>{_any(MONTHS_AGO)})
    | (?:de[nt]?\ )?senaste\ (?P<span>(?:\d\d?|tva|tre|fyra|fem|sex|tolv)?)
      \ ?(?P<unit>aren?t?|manad(?:en|erna)?)
    | (?P<year>{YEAR})
    )(?:(?![\w/:]|-(?!{YEAR})\d)|(?=s?\ ?{MEETING}\b))              # marsmötet, höstens möte""",
    re.VERBOSE,
)
# The days of a leap year: what is longer has both its ends already.
LONGEST_POINT = 366
NUMBERS = {"": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "tolv": 12}
# Between two times that are the ends of one.
BETWEEN = re.compile(
    r"^(?:\ ?[-\N{EN DASH}]\ ?|\ (?:och|till|tom|t\.o\.m\.?|t\ o\ m|till\ och\ med)\ (?:den\ )?)$"
)
# Between a part of a year and its year: "höstmötet 2019", "mötet i mars år 2024"
OF_YEAR = re.compile(rf"^s?\ ?{MEETING}\ (?:ar\ |i\ |fran\ |under\ )?$")
STARTS = re.compile(r"\b(?:mellan|fran|fran\ och\ med|fr\.?o\.?m\.?)\ (?:den\ |ar\ )?$")
DAY_FOLLOWS = re.compile(r"\b(?:den|motet|mote|sammantradet|traffen|protokollet)\ $")
SINCE = re.compile(
    r"\b(?:sedan|(?P<after>efter)|fran\ och\ med|fr\.?o\.?m\.?|alltsedan)\ (?:den\ |ar\ |i\ )?$"
)
UNTIL = re.compile(
    r"\b(?:(?P<before>fore|innan)|till\ och\ med|t\.?o\.?m\.?|fram\ till)\ (?:den\ |ar\ |i\ )?$"
)
