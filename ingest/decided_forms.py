"""Find the words by which a sentence decides without saying who does: `Dagordningen godkändes`."""

import re

from ingest.item_words import MATTERS, PASSIVE_DECISIONS, SETTLED, WE_DECIDE
from ingest.phrases import either

_PASSIVES = either(PASSIVE_DECISIONS)
# "Interpellationen anses därmed besvarad." · "Mötet ansåg sig behörigen utlyst."
CONSIDERED = (
    r"(?:anses|ansågs|anser\ssig|ansåg\ssig|förklaras|förklarades)\s(?:\w+\s){0,3}?"
    r"(?:besvarad[et]?|besvarat|utlyst)"
)
# "Eva Ek blir kassör med 12 röster."
ELECTED = r"blir\s[^.]{2,60}?\smed\s(?:\d{1,3}\s(?:röster|för)|acklamation)"
# "Ansvarsfrihet gavs styrelsen." · "Styrelsen får mandat att teckna avtal."
GRANTED = (
    r"(?:ansvarsfrihet|mandat|fullmakt)\s(?:ges|gavs|lämnas|lämnades)"
    r"|(?:får|fick|ges|gavs)\s(?:mandat|fullmakt)"
)
# "Förslaget gick igenom." · "Motionen röstades ned." · "Ärendet utgår."
VOTED = (
    rf"(?:{either(MATTERS)})\s(?:gick\sigenom|går\sigenom|föll|faller|röst(?:as|ades)\sne[dr])"
    r"|(?:ärendet|punkten)\s(?:utgår|utgick)"
)
# "Bo Dal valdes till justerare." · "Dagordningen godkändes." · "Det beslutades att …"
PASSIVE = re.compile(
    rf"""\b(?:(?:{_PASSIVES})(?!\s(?:kunna|vara|bli|ha|få|komma|öka|minska|leda|behöva|bero)\b)
    |(?:lades|läggs)\still\shandlingarna|{CONSIDERED}|{ELECTED}|{GRANTED}|{VOTED}
    |beslut\s(?:togs|fattades)(?=\som\b|\s*$))(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Oförändrat arvode, att fördela inom styrelsen, beslutades."
LAST = re.compile(r",\sbeslutades\.?$", re.IGNORECASE)
# "Enhälligt beslut att höja avgiften" · "Att justera protokollet valdes Bo Dal."
# "Protokollet godkänt och lagt till handlingarna." · "Dagordningen godkänd"
OPENING = re.compile(
    rf"""^(?:(?:enhälligt|enigt)\sbeslut\s(?:att|om)\b
    |(?:man|alla|samtliga|medlemmarna)\s(?:beslutade|beslöt|bestämde|röstade\s(?:för|ja))\b
    |att\s[^,.]{{2,80}}?\s(?:valdes|väljs|utsågs|utses)\s(?-i:[A-ZÅÄÖ])
    |(?:[^\W\d]+\s)?[^\W\d]+(?:en|et|n|t|na)\s(?:{either(SETTLED)})(?:\s(?:och|med|utan|enligt|till|av|i|efter|för)\b[^.]{{0,80}})?\.?$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Vi flyttar städdagen till den 4 maj."; but "Vi flyttar ofta på bänkarna"
OURS = re.compile(rf"^Vi\s(?:{either(WE_DECIDE)})\s\S", re.IGNORECASE)
HABIT = re.compile(
    r"\?|\b(?:ofta|oftast|alltid|brukar|vanligtvis|normalt|varje|ibland|gärna|kanske|redan|om|så\sfort)\b",
    re.IGNORECASE,
)
# Told of another meeting: "Protokollet från den 3 mars godkänt den 7 april", "i fjol"
EARLIER = re.compile(r"\b(?:(?:19|20)\d\d|tidigare|i\sfjol|förra\såret)\b", re.IGNORECASE)
# All that is said of a proposal: "Bifall." · "Enhälligt avslag"
OUTCOME_ALONE = re.compile(
    r"^(?:enhälligt\s)?(?:bifall(?:es|s)?|avslag|bordläggning|återremiss)\s?[.!]?$", re.IGNORECASE
)


def decides_without_body(words: str) -> bool:
    """Tell whether a sentence decides by how it begins: `Dagordningen godkänd`, `Vi flyttar …`.

    >>> decides_without_body("Vi ställer in festen."), decides_without_body("Vi flyttar ofta.")
    (True, False)
    """
    ours = OURS.match(words) and not HABIT.search(words)
    return bool(ours or (OPENING.match(words) and not EARLIER.search(words)))
