"""Let more meetings be heard when a question asks about several of them."""

import re
from collections import Counter
from collections.abc import Sequence

from rag.results import Hit
from rag.swedish.date_words import MONTHS

# The places that are spread, and the most of them that one meeting gets.
BEST = 10
MOST_A_MEETING = 3

SEVERAL = re.compile(
    r"""\b(?:
      jämför\w* | skillnad\w* | skiljer | respektive         # Jämför förslagen våren och hösten
    | utveckla\w* | utveckling(?:en)? | (?:för)?ändra[dt]s?      # Hur har kötiden utvecklats?
    | steg\sför\ssteg | historik\w* | tidslinje\w*
    | (?:genom|över|under)\s(?:åren|tid)                     # genom åren
    | (?:alla|olika|flera|vilka)\s(?:möten|sammanträden)     # vid vilka möten?
    | compare\w* | changed | developed | over\stime
    | (?:19|20)\d\d\s(?:och|till|and|to)\s(?:19|20)\d\d      # 2023 och 2024
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Jämför förslagen på mötet den 4 mars": one day is one meeting.
DAY = re.compile(
    rf"""\b(?:\d{{4}}-\d{{2}}-\d{{2}} | \d{{1,2}}/\d{{1,2}}
    | \d{{1,2}}\s(?:{"|".join(month[:3] for month in MONTHS)}))""",
    re.VERBOSE | re.IGNORECASE,
)


def asks_of_several(question: str) -> bool:
    """Tell whether *question* can only be answered from more than one meeting.

    >>> asks_of_several("Hur har hyran ändrats?"), asks_of_several("Vad är hyran?")
    (True, False)
    """
    return bool(SEVERAL.search(question)) and len(DAY.findall(question)) != 1


def spread(hits: Sequence[Hit], *, most: int = MOST_A_MEETING) -> list[Hit]:
    """Return *hits* with at most *most* of each meeting among the ten best, if there are others."""
    heard: Counter[str] = Counter()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        meeting = hit.passage.document_id
        fits = len(first) < BEST and heard[meeting] < most
        (first if fits else later).append(hit)
        heard[meeting] += fits
    return first + later
