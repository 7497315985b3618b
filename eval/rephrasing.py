"""Say a true sentence in other words, or a part of it, without saying anything else."""

import re
from collections.abc import Callable, Iterator, Mapping

from eval.alteration_words import MONTHS, NUMBER_WORDS

MONTH = "|".join(MONTHS)
COUNTS = dict(zip(NUMBER_WORDS[:14], range(2, 16), strict=True))

# A clause that can go: from its comma to the end, when none comes after it.
SUBORDINATE = re.compile(
    r""",\s(?:eftersom|vilket|då|trots\satt|sedan|medan|så\satt|innan|även\som|alltså|varav|där|som
    |även\som|när|fast|därför\satt|för\satt|men)\b[^,;:.]*(?=\.?$)""",
    re.VERBOSE,
)
PARENTHESIS = re.compile(r"\s\([^()]*\)")

# What may stand for a word in minutes without changing what is said.
SYNONYMS: Mapping[str, str] = {
    "påpekade": "framhöll",
    "framhöll": "betonade",
    "samtliga": "alla",
    "alla": "samtliga",
    "ska": "skall",
    "skall": "ska",
    "omkring": "cirka",
    "cirka": "ungefär",
    "eftersom": "därför att",
    "bara": "endast",
    "endast": "bara",
    "möte": "sammanträde",
    "mötet": "sammanträdet",
    "också": "även",
    "även": "också",
    "dock": "emellertid",
    "redovisade": "redogjorde för",
    "redovisar": "redogör för",
    "presenterade": "redovisade",
    "anser": "menar",
    "tycker": "anser",
    "tyckte": "ansåg",
    "sade": "uppgav",
    "meddelade": "berättade",
    "per år": "om året",
    "startar": "börjar",
    "senast den": "inte senare än den",
    "minskat": "sjunkit",
    "minskar": "sjunker",
    "ökat": "stigit",
    "behålla": "ha kvar",
    "diskuterade": "talade om",
    "skickar": "sänder",
    "skriver": "författar",
    "kollar": "undersöker",
    "fixar": "ordnar",
    "pratar": "talar",
    "prata": "tala",
    "klar": "färdig",
    "klart": "färdigt",
    "deltar": "medverkar",
    "behövs": "krävs",
    "svårt": "besvärligt",
    "hittills": "fram till nu",
    "besök": "visit",
    "hjälper": "bistår",
    "berättade": "meddelade",
}
SYNONYM = re.compile(rf"\b(?:{'|'.join(sorted(SYNONYMS, key=len, reverse=True))})\b")

Rephrase = Callable[[str], str | None]
"""Return the sentence in other words, or `None` where it has nothing to rephrase."""


def shortenings(sentence: str) -> Iterator[str]:
    """Yield *sentence* without its parentheses, and without its last clause.

    >>> list(shortenings("Eva Ek (S) reserverar sig, eftersom underlaget saknas."))
    ['Eva Ek reserverar sig, eftersom underlaget saknas.', 'Eva Ek (S) reserverar sig.']
    """
    for pattern in (PARENTHESIS, SUBORDINATE):
        shorter = pattern.sub("", sentence)
        if shorter != sentence and len(shorter.split()) >= len(("who", "does", "what")):
            yield shorter


def rephrasings(sentence: str) -> Iterator[str]:
    """Yield *sentence* in other words, one change at a time.

    >>> list(rephrasings("Träffen hålls den 4 mars."))
    ['Träffen hålls den 4/3.', 'Den 4 mars hålls träffen.']
    """
    for rephrase in WAYS:
        other = rephrase(sentence)
        if other and other != sentence:
            yield other


def _day_in_words(sentence: str) -> str | None:
    pattern = re.compile(r"(?<=den )(\d{1,2})/(\d{1,2})\b(?!/)")
    return pattern.sub(lambda day: f"{day[1]} {MONTHS[int(day[2]) - 1]}", sentence)


def _day_in_digits(sentence: str) -> str | None:
    pattern = re.compile(rf"(?<=den )(\d{{1,2}}) ({MONTH})\b(?! \d{{4}})")
    return pattern.sub(lambda day: f"{day[1]}/{MONTHS.index(day[2]) + 1}", sentence)


def _iso_day(sentence: str) -> str | None:
    pattern = re.compile(rf"\b(?:den )?(\d{{1,2}}) ({MONTH}) (\d{{4}})\b")
    return pattern.sub(
        lambda day: f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}", sentence
    )


def _spelt_day(sentence: str) -> str | None:
    pattern = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
    return pattern.sub(
        lambda day: f"den {int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}", sentence
    )


def _count_in_digits(sentence: str) -> str | None:
    pattern = re.compile(rf"\b({'|'.join(COUNTS)})\b")
    return pattern.sub(lambda count: str(COUNTS[count[1]]), sentence)


def _count_in_words(sentence: str) -> str | None:
    pattern = re.compile(rf"(?<=[a-zåäö] )([2-9]|1[0-5])(?= (?!{MONTH})[a-zåäö]{{5}})")
    words = {str(number): word for word, number in COUNTS.items()}
    return pattern.sub(lambda count: words[count[1]], sentence)


def _amount(sentence: str) -> str | None:
    millions = re.compile(r"\b(\d+),(\d) miljoner (?=kronor)")
    written = millions.sub(lambda amount: f"{amount[1]} {amount[2]}00 000 ", sentence)
    return written if written != sentence else sentence.replace(" procent", " %")


def _currency(sentence: str) -> str | None:
    return re.sub(r"(?<=\d )kr\b", "kronor", re.sub(r"(?<=\d )kronor\b", "kr", sentence, count=1))


def _no_thousands_space(sentence: str) -> str | None:
    return re.sub(r"(?<!\d )\b(\d{1,3}) (\d{3})\b(?! \d{3})", r"\1\2", sentence)


def _time_first(sentence: str) -> str | None:
    found = TIME_LAST.match(sentence)
    if not found:
        return None
    subject = found["subject"]
    lowered = subject if found["named"] else subject[:1].lower() + subject[1:]
    time = found["time"]
    return f"{time[:1].upper()}{time[1:]} {found['verb']} {lowered}{found['rest']}."


# "Nästa träff hålls i Ekvik den 4 mars.": the verb comes second wherever the time stands.
TIME_LAST = re.compile(
    rf"""(?P<subject>(?P<named>[A-ZÅÄÖ]\w+\s(?:[A-ZÅÄÖ][\w-]+|kommun))|[A-ZÅÄÖ]\w+|Nästa\s\w+)\s
    (?P<verb>\w+(?:as|des|des|s|r|de))(?P<rest>(?:\s[^,;:]+?)?)\s
    (?P<time>(?:den\s\d+(?:/\d+|\s(?:{MONTH})(?:\s\d{{4}})?))|i\s(?:{MONTH}))\.$""",
    re.VERBOSE,
)


def _synonyms(sentence: str) -> str | None:
    return SYNONYM.sub(lambda word: SYNONYMS[word.group()], sentence, count=2)


WAYS: tuple[Rephrase, ...] = (
    _day_in_words,
    _day_in_digits,
    _iso_day,
    _spelt_day,
    _count_in_digits,
    _count_in_words,
    _amount,
    _currency,
    _no_thousands_space,
    _time_first,
    _synonyms,
)
