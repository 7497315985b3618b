"""Tell from a sentence's own words that something is carried out, or that it is not yet."""

import re
from functools import lru_cache

_FLAGS = re.VERBOSE | re.IGNORECASE
_READY = r"""(?:klar[at]?|klart|färdig[at]?|färdigställ[dt]a?|slutför[dt]a?|genomför[dt]a?
    |utför[dt]a?|åtgärda[dt]e?|avklara[dt]e?|avsluta[dt]e?|avbocka[dt]e?|verkställ[dt]a?|levererad?e?|levererat
    |lös[t]a?|fixa[dt]e?|ordna[dt]e?|på\splats|i\sdrift|i\sbruk|i\shamn)"""
# One of these stands in all that DONE and REPORTED find: the quick way past most of a text.
MAY_BE_DONE = re.compile(
    r"""klar|färdig|slutför|genomför|utför|åtgärd|bocka|avslut|verkställ|lever|lös|fixa|ordna|plats|drift
    |bruk|hamn|skickat|gjort|lämnat|redovisa|fullgjort|visa|status|bokat|bokad|beställt""",
    re.VERBOSE,
)
# What minutes say of what is carried out.
DONE = re.compile(
    rf"""
    \b(?:är|var|blev|blivit|varit|finns)\s(?:nu\s|redan\s|helt\s|äntligen\s){{0,2}}{_READY}\b
    | \bhar\s(?:nu\s|redan\s|äntligen\s){{0,2}}
      (?:genomförts?|åtgärdats?|slutförts?|utförts?|verkställts?|avslutats?|färdigställts?|klarats?\sav
      |bockats?\sav|fixats?|ordnats?|lösts?|levererats?|skickats?|gjorts?|lämnats?)\b
    | \b(?:genomfördes|åtgärdades|slutfördes|utfördes|verkställdes|avslutades|färdigställdes
      |bockades\sav|ordnades|levererades|fixades)\b
    | \bbocka[dt]e?\sav\b | \bavbocka[dt]e?\b
    | \b(?:sitter|står|är|kom|finns)\s(?:nu\s)?på\splats\b      # Gallret sitter på plats
    | \b(?:togs|tagits|tas|är)\s(?:nu\s)?i\s(?:bruk|drift)\b        # Sedan listan togs i bruk
    | \bstatus\s?:\s?(?:klart?|klara|färdig\w{{0,2}}|utförd?t?|genomförd?t?|avslutad?t?|ok)\b
    | [|\t]\s?(?:klart?|klara|färdigt?|utfört|genomfört|avslutat|åtgärdat)\s?(?:[|\t]|$)
    | (?:^|[:,–—-]\s?)(?:klart?|klara|färdigt?|fixat|fixad|genomfört|åtgärdat|avklarat|utfört)[.!]*$
    | ^[^.]{{3,60}}\s(?:fixat|fixade?|åtgärdat|åtgärdad|avklarat|avklarad|genomfört|genomförd|klart
      |beställt|bokat|bokad)[.!]*$                                        # Förrådet fixat
    """,
    re.VERBOSE,
)
# The same, whatever the sentence goes on to say: Utredningen visar att ägandet kan bli dyrt
REPORTED = re.compile(
    r"""\b(?:redovisa(?:de|t|des|ts)|slutför(?:de|t)|fullgjort)\s(?:sitt\suppdrag|uppdraget)\b
    | \b\w{0,20}(?:utredning(?:en)?|kartläggning(?:en)?|utvärdering(?:en)?)\s(?:visar|visade)\b""",
    re.VERBOSE,
)
# Whatever of these stands in the sentence, the task may be open still.
NOT_YET = re.compile(
    r"""
    \b(?:inte|ej|icke|ännu|aldrig|ingen|inget|inga|delvis|nästan|halvvägs|snart|återstår|kvarstår|kvar
    |försenad\w{0,2}|skulle|ska|skall|måste|bör|borde|behöver|kan|kunde|planeras|väntas|beräknas|avvaktar
    |förhoppningsvis|kanske|typ|utom|men|inom\skort|görs|sker|tills|innan|bortsett|uppskov|pågår|påbörja\w{0,3})\b
    | (?:^|,\s)om\b | \b(?:när|efter)\s[^.]{0,40}\bklar | \?\s*$ | \[\s\]
    | \b(?:klar[at]?|klart|färdig[at]?)\s(?:till|före|i\s(?:vår|höst|sommar|vinter|morgon)|nästa
      |under|efter|senast)\b
    | ^\W*(?:moment|uppgift|aktivitet|åtgärd|vad|vem|ansvarig|punkt)\w{0,3}\s?[|\t]  # a head
    """,
    re.VERBOSE,
)
# A task that its own line says is done: [x] Boka sal · ~~Boka sal~~ · Boka sal (klart)
TICKED = re.compile(
    r"""^\W{0,5}(?:\[[x✓✔]\]|[☑☒✅]) | ~~.+~~ | \(\s?(?:klart?|färdigt?|utfört|avklarat|check)\s?\)
    | [|\t]\s?(?:klart?|färdigt?|utfört|genomfört|avslutat)\s?(?:[|\t]|$)
    | \s[-–—]\s(?:klart?|färdigt?|utfört|avklarat|check)[.!]*$""",
    _FLAGS,
)

# The verbs of tasks, by what their present begins with, and what their past begins with when that
# is not told by their endings.
IRREGULAR = {
    "skriv": "skrev skrivit skriven skrivet",
    "bjud": "bjöd bjudit",
    "hyr": "hyrde hyrt hyrd",
    "sätt": "satte satt",
    "lägg": "lade lagt lagd",
    "håll": "höll hållit",
    "sälj": "sålde sålt såld",
    "vänd": "vände vänt",
    "bestäm": "bestämde bestämt",
    "riv": "rev rivit riven",
    "skär": "skar skurit",
    "dra": "drog dragit",
    "hör": "hörde hört",
    "sänd": "sände sänt",
    "byt": "bytte bytt",
}
# What a verb in the present, the infinitive or the passive ends with: mailar, boka, skickas, köper
PRESENT = re.compile(r"^(?P<root>\w{2,20}?)(?:ar|er|as|es|a|r)$")
PAST_ENDINGS = frozenset("ade ades at ats ad te tes t ts de des dde ddes tt tts d".split())
# They say too little of what was done: "kom", "gjorde".
TOO_COMMON = frozenset("gör göra går gå får få kommer komma har ha blir bli vill ser se är".split())


@lru_cache(maxsize=10_000)
def past_of(verb: str) -> frozenset[str]:
    """Return the past forms of *verb*, if it is in the present or the infinitive.

    >>> sorted(past_of("skriver"))
    ['skrev', 'skrevs', 'skriven', 'skrivet', 'skrivit', 'skrivits']
    """
    match = PRESENT.match(verb)
    if match is None or verb in TOO_COMMON:
        return frozenset()
    root = match["root"]
    if root in IRREGULAR:
        forms = IRREGULAR[root].split()
        passive = (f"{form}s" for form in forms if form.endswith(("e", "it", "ev", "tt")))
        return frozenset((*forms, *passive))
    return frozenset(root + ending for ending in PAST_ENDINGS)


def is_told_done(sentence: str) -> bool:
    """Tell whether *sentence* says that something is carried out, and nothing speaks against it.

    >>> is_told_done("Lathunden är klar sedan i höstas."), is_told_done("Mallen är inte klar.")
    (True, False)
    """
    said = sentence.lower()
    if not may_tell_done(said):
        return False
    if REPORTED.search(said):
        return True
    return DONE.search(said) is not None and not is_open_still(said)


def may_tell_done(said: str) -> bool:
    """Tell quickly whether any sentence of *said*, in small letters, may be one that does so."""
    return MAY_BE_DONE.search(said) is not None


def is_report_of_task(sentence: str) -> bool:
    """Tell whether *sentence* says that someone reported on what they were to do."""
    return REPORTED.search(sentence.lower()) is not None


def is_open_still(sentence: str) -> bool:
    """Tell whether *sentence* says that something is to come, in doubt or left undone."""
    return NOT_YET.search(sentence.lower()) is not None
