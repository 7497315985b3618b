"""Find by when something is to be done, as printed."""

import re

from ingest.header_words import MONTHS, SEASONS
from ingest.phrases import either

_FLAGS = re.VERBOSE | re.IGNORECASE
# "ht" and "vt" would be found in any text.
SHORTEST = 3
_MONTH = rf"(?:{either(name for name in MONTHS if len(name) >= SHORTEST)})\.?"
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?"
_SEASON = rf"(?:{either(name for name in SEASONS if len(name) >= SHORTEST)}|läsåret|terminen)"
_FEAST = (
    r"(?:jul(?:en)?|nyår|påsk(?:en)?|pingst|midsommar|lucia|semestern?|lovet|sportlovet|höstlovet)"
)
_TURN = r"(?:års|månads|kvartals|termins|halvårs)(?:skiftet|starten?|slutet)"
_COUNT = r"(?:en|ett|ett\spar|två|tre|fyra|fem|sex|några|\d{1,2})"
_YEAR = r"(?:\s?[/-]?\s?(?:(?:19|20)\d\d|-\d\d)\b)?"
# 15:e · 3 maj 2025 · den 3:e maj · 3/5 · 3/5-25 · 2025-05-03
_DAY = rf"""(?:(?:{_WEEKDAY}\s)?(?:den\s)?(?:
    (?:\d{{1,2}}(?::?[ae])?|första|sista)\s{_MONTH}{_YEAR}|(?<![\d/-])\d{{1,2}}/\d{{1,2}}(?:[-/\s](?:20)?\d\d)?\b
    |20\d\d-\d\d-\d\d|\d{{1,2}}:?[ae]\b)
    |den\s\d{{1,2}}\b(?!/|\s(?:kr|procent)))"""
_WHEN = r"(?:\s(?:i\s[a-zåäö]{3,10}|den\s\d{1,2}(?:/\d{1,2}|\s[a-zåäö]{3,10})))?"
# "nästa möte" · "kommande nämndsammanträde" · "nästa gång"
_NEXT = (
    r"(?:(?:nästa|nästkommande|kommande)\s(?!år\b)[^\W\d]{2,30}(?:\s(?:möte|sammanträde|träff))?)"
)
# "årsmötet" · "nämndens möte i maj": by then, but not during
_MEETING = rf"""(?:(?:[^\W\d]{{2,30}}s\s(?:möte|sammanträde|stämma|träff)
    |[^\W\d]{{0,20}}(?:mötet|stämman|sammanträdet|träffen)){_WHEN}\b)"""
_WEEK = r"(?:v(?:\.|ecka|eckan)?\s?\d{1,2}\b)"
_WHILE = rf"{_COUNT}\s(?:dag|dygn|veck|månad|år|arbetsdag)[^\W\d]{{0,3}}\b"
_PART = r"(?:(?:i\s)?(?:början|mitten|slutet|utgången)\s(?:av|på)\s)"
_NEAR = r"(?:i\s?morgon|i\s?dag|ikväll|i\skväll|i\seftermiddag|lunch)"
_CLOCK = r"(?:kl\.?|klockan)\s\d{1,2}(?:[.:]\d\d)?"
_SPAN_OF_TIME = rf"""(?:{_PART}?(?:{_MONTH}(?:\smånad)?{_YEAR}|{_SEASON}{_YEAR}
    |(?:nästa\s|innevarande\s)?(?:vecka|år|månad)(?:n|et|en)?\b
    |{_PART}20\d\d|kvartal\s?\d|q[1-4]\b|(?:första|andra|tredje|fjärde)\skvartalet))"""
_TIME = rf"""(?:{_CLOCK}(?:\s(?:på\s)?(?:{_DAY}|{_WEEKDAY}))?
    |{_DAY}(?:\skl\.?\s\d{{1,2}}(?:[.:]\d\d)?)?
    |{_WEEKDAY}\b(?:\snästa\svecka|\s{_WEEK})?|{_WEEK}|{_NEXT}|{_WHILE}|{_TURN}|{_SPAN_OF_TIME}\b
    |{_FEAST}\b|{_NEAR}\b)"""
# senast den 1 mars · till nästa möte · före fredag · deadline: 24 oktober · inom två veckor
STRONG = re.compile(
    rf"""\b(?:(?:senast|deadline|dead-line|klart?|klara|färdigt?)(?:\s?:)?\s
        (?:(?:till|före|innan|inför|på|vid|i|under|inom|om|den)\s)?(?:{_TIME}|{_MEETING}|\d{{1,2}}[.:]\d\d\b)
        |(?:till|före|innan|inför|inom|under|fram\still|t\.?o\.?m\.?|till\soch\smed|tills|lagom\still)\s
        (?:(?:på|efter|om|i|senast)\s)?(?:{_TIME}|(?<!inom\s)(?<!under\s){_MEETING})(?!\s(?:kr|kronor|procent|personer)\b))
    |\b(?:snarast(?:\smöjligt)?|omgående|omedelbart|(?:så\ssnart|så\sfort)\ssom\smöjligt|asap|skyndsamt)\b
    |\b{_WEEK}""",
    _FLAGS,
)
# Not by when but since when, or of what: "flytta från 4 april till 12 april", "upp till 20 år"
NOT_BEFORE = re.compile(r"\b(?:från\s(?:den\s)?\d[^.]{0,25}|upp|sedan|mellan\s.{1,20})\s?$", _FLAGS)
AGE = re.compile(rf"^(?:till|under|inom)\s{_COUNT}\s(?:år|årig)\b", _FLAGS)
# i maj · på fredag · vid nästa möte · den 10/6 · efter sommaren · om två veckor
WEAK = re.compile(
    rf"""\b(?:(?:i|på|under|vid|om|efter)\s(?!{_WHILE}){_TIME}|om\s{_WHILE}|nästa\s{_WEEKDAY}|efter\s{_MEETING}|i\s(?:höst|vår|sommar|vinter|veckan)\b|nästa\s(?:vecka|månad)\b|{_DAY}
    |när\s(?:[^\W\d]+\s){{1,4}}?(?:kommer|kommit|är\s(?:klara?|klart|färdig[at]?|på\splats))\b)""",
    _FLAGS,
)
# What happens that day is not the task: "inbjudan till mötet den 3 maj", "protokollet från i maj"
OF_SOMETHING = re.compile(
    r"""(?:\b[^\W\d]*(?:mötet|möte|träff|träffen|dagen|protokollet|sammanträdet|resan|konferensen|besöket|mässan
    |utbildningen|kursen|festen|stämman|lägret|helgen|kvällen)\s(?:(?:nu|äger\srum|som\sär|är)\s)?
    |\b(?:från|av|per|daterad|beslutade|sedan)\s)$""",
    _FLAGS,
)
# A table's cell that is but a time: "löpande", "v. 8–10"
ONLY = re.compile(
    rf"""(?:(?:senast|deadline|klart?|före|innan|till|inför|inom|under|efter|i|på|vid|om|ca|cirka|fram\still|under)\s){{0,3}}
    (?:{_TIME}|{_MEETING}|snarast|asap|omgående|löpande|fortlöpande|tills\svidare|vid\sbehov|i\s(?:höst|vår|sommar|vinter)|20\d\d
    |\d{{6}}|\d{{8}}|så\s(?:snart|fort)\ssom\smöjligt)(?:\s?[–-]\s?(?:{_TIME}|\d{{1,2}}))?""",
    _FLAGS,
)
LONGEST_BEFORE = 60
# Somebody is told what happens then: "meddelar att den 3 maj är bokad", "att festen hålls i maj"
HAPPENS = re.compile(r"\s(?:är|blir|hålls|var|gäller|passar)\b", _FLAGS)
TOLD = re.compile(
    r"\batt\s[^.;]{0,50}\b(?:är|hålls|vill|blir|sker|har|kommer|finns|börjar|behöver)\b[^.;]{0,50}$",
    _FLAGS,
)
# Of "klart: v. 12" only the week is the time.
READY = re.compile(r"^(?:klart?|klara|färdigt?)\s?:?\s", re.IGNORECASE)


def find_deadline(words: str) -> str | None:
    """Return by when *words* say that something must be ready.

    >>> find_deadline("Bo ringer senast den 15:e."), find_deadline("Bo fyller 20 år i maj")
    ('senast den 15:e', None)
    """
    for match in STRONG.finditer(words):
        before = words[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        if not NOT_BEFORE.search(before) and not AGE.match(match.group()):
            return READY.sub("", _line(match.group()))
    return None


def find_time(words: str) -> str | None:
    """Return when a task is to be done, told less surely: `Bo ringer i maj`.

    >>> find_time("Eva bokar lokal i maj."), find_time("Eva skriver om mötet i maj.")
    ('i maj', None)
    """
    for match in WEAK.finditer(words):
        before = words[max(0, match.start() - LONGEST_BEFORE) : match.start()]
        if HAPPENS.match(words, match.end()) or TOLD.search(before):
            continue
        if not OF_SOMETHING.search(before) and not NOT_BEFORE.search(before):
            return _line(match.group())
    return None


def is_time(words: str) -> bool:
    """Tell whether *words* are but a time, as in a table's cell: `3 maj`, `löpande`.

    >>> is_time("v. 12"), is_time("Eva Ek"), is_time("Till nästa möte")
    (True, False, True)
    """
    return ONLY.fullmatch(words.strip(" .,:*_()")) is not None


def _line(words: str) -> str:
    """Return *words*, which a line's end may part, on one line."""
    return " ".join(words.split()).rstrip(".,")
