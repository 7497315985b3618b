"""Name the signs that show the structure of minutes, one pattern for each.

Lines are at most `ingest.lines.LONGEST` characters; no pattern nests an open repetition in
another, so none can blow up.
"""

import re

_FLAGS = re.VERBOSE | re.IGNORECASE
_UPPER = "A-ZÅÄÖÉÈÜØÆ"
_LOWER = "a-zåäöéèüøæ"

# § 94 Detaljplan · §94 · § 94 – Detaljplan · Ks § 94 · § 94/24 · § 8.1 · Paragraf 3 · 94 § Taxa;
# not §§ 51–58, nor "4 § reglementet"
SECTION = re.compile(
    rf"""^(?:[{_UPPER}][\w/]{{0,9}}\s)?
    (?P<sign>(?:§(?!\s?§)|[Pp]aragraf\b|PARAGRAF\b)\s?)?
    (?P<number>\d{{1,4}}(?:[./:]\d{{1,4}})*(?:\s?[a-hA-H](?![\w]))?)
    (?(sign)|\s?§(?=\s*(?:$|[{_UPPER}])))
    (?P<separator>\s?[.:)–—-]*\s*)
    (?P<title>.*)$""",
    re.VERBOSE,
)
# 5. Dialog · 5) Dialog · 4.2 Budget · Punkt 3: Val · Ärende 4 – Taxa; not 12.15 or 2024
NUMBERED = re.compile(
    r"""^(?:(?:dagordnings|ärende)?punkt\s|ärende\s(?:nr\s)?|p\.?\s)?
    (?P<number>[1-9]\d?(?:\.[1-9]\d?){0,3})
    (?P<separator>[.):]\s*|\s[–—-]\s|\s+)
    (?P<title>\S.*)$""",
    _FLAGS,
)
# a. Mötesordförande, right under a numbered heading
LETTERED = re.compile(rf"^(?P<number>[a-p])[.)]\s+(?P<title>[{_UPPER}\d].*)$")
# An appendix after the last item: "Bilaga A", "Bilaga 2: Budget"
APPENDIX = re.compile(r"^bilaga\s(?:\d{1,2}|[a-zåäö])\b(?:[.:]?$|\s?[:–—-]\s?.+$)", _FLAGS)
# A line of a table of contents: "§ 94 Detaljplan ........ 5", "3. Budget  7"
CONTENTS_LINE = re.compile(
    r"(?:(?<!\.)\.{3,}+|(?<!…)…{2,}+|(?:\s\.){3}|(?<!\s)\s{3,}+|\t)\s*+\d{1,3}$"
)
# All that a heading may end with, beside a letter: "5. Frågor m.m." and "Vad gör vi nu?"
SENTENCE_END = re.compile(r"(?<!m\.m)(?<!m\.fl)(?<!mm)(?<!\bnr)[.;,]$")
# A word that goes on from a sentence begun on the line above: "enligt ⏎ § 5 i stadgarna".
NO_TITLE_START = re.compile(
    r"^(?:i|och|av|om|har|är|ska|skall|anger|säger|enligt|ovan|nedan|samt|till|ändras|på|mom|kap|st)\b"
    r"|^[,;:.)\]/%°-]"
)
# A heading that is not yet at its end when the line is: "Detaljplan för Lunden 3:14 och ⏎ …"
HANGING = re.compile(r"(?:[,–—-]|\b(?:i|och|för|av|till|på|med|om|samt|vid|från|enligt|m\.fl\.))$")

# Dnr KS 2023/145 · KS/2023:145 · KS 2023-145 · KSKF/2023:145 · Dnr 2023/145 · 2023-00145
REGISTRATION = re.compile(
    rf"""(?:(?P<label>\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|diarium)\b[.:]?\s*)
        (?P<labelled>(?:[{_UPPER}{_LOWER}]{{1,8}}[\s/-]{{1,2}})?(?:19|20)?\d\d[/:.-]\d{{1,6}}
            (?:[.:-]\d{{1,4}})?
            |\d{{1,5}}/(?:19|20)?\d\d))
    |\b(?P<bare>(?-i:[{_UPPER}]{{2,6}})[\s/-](?:19|20)\d\d[/:-]\d{{1,6}})(?!\d)""",
    _FLAGS,
)
REGISTRATION_EDGES = re.compile(r"^[\s,;:()–—-]+|[\s,;:(–—-]+$")

PAGE_MARK = re.compile(
    r"""(?:\bsid(?:a|an|nr)?\.?\s*:?\s*)\d{1,4}(?:\s?\(\s?\d{1,4}\s?\)|\s?(?:av|/)\s?\d{1,4})?
    |^\s*\d{1,4}\s?\(\s?\d{1,4}\s?\)\s*$|\s\d{1,4}\s?\(\s?\d{1,4}\s?\)\s*$
    |^\s*[-–]?\s?\d{1,4}\s?[-–]?\s*$""",
    _FLAGS,
)
# {DATUM}, [plats], ____ – a form that nobody filled in
PLACEHOLDER = re.compile(r"^(?:\{[^{}]{0,40}\}|\[[^\[\]]{0,40}\]|[_.…\s]{3,}|-+|\.{2,})$")
_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTE = r"[.:][0-5]\d"
_SECOND = r"(?::[0-5]\d)?"
_CLOCK_TO = r"\s?(?:[-–—]+|till)\s?(?:kl\.?\s?)?"
# kl. 13.00–15.30 · kl 9- 12 · 13:00 - 15:30 · 13.00–15 · a line that says only 9–12
CLOCK_RANGE = re.compile(
    rf"""\b(?:kl|klockan)\b[.:]?\s?
        (?P<named>{_HOUR}(?:{_MINUTE})?{_CLOCK_TO}{_HOUR}(?:{_MINUTE})?)(?!\d)
    |(?<![\d.:/-])(?P<bare>{_HOUR}{_MINUTE}{_CLOCK_TO}{_HOUR}(?:{_MINUTE})?)(?![\d.:/-]?\d)
    |^\s*(?P<only>{_HOUR}\s?[-–]\s?{_HOUR})\s*$""",
    _FLAGS,
)
# Under the label of a time: "tisdag …, 9–12"
HOURS = re.compile(rf"(?<![\d.:/-])(?P<hours>{_HOUR}\s?[-–]\s?{_HOUR})(?![\d.:/-]?\d)")
CLOCK = re.compile(
    rf"""\b(?:kl|klockan)\b[.:]?\s?(?P<named>{_HOUR}(?:{_MINUTE}{_SECOND})?)(?!\d)
    |(?<![\d.:/-])(?P<bare>{_HOUR}{_MINUTE}{_SECOND})(?![\d.:/-]?\d|\s?(?:kr|%|mkr|procent))""",
    _FLAGS,
)
# Before a date: "måndagen den", "tisdag"
WEEKDAY = re.compile(r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?)?,?\s?(?:den\s?)?$", _FLAGS)

NAME_WORD = rf"[{_UPPER}][\w'’.-]*"
# Eva Ek · Eva von Ek · Marie-Louise Ek Dal · E. Ek
NAME = re.compile(
    rf"(?P<name>{NAME_WORD}(?:\s+(?:(?:von|van|de|der|af|av|da|el|al|ten|la)\s+){{0,2}}{NAME_WORD}){{0,4}})"
)
PARTY = re.compile(rf"\(\s?(?P<party>[{_UPPER}{_LOWER}]{{1,5}}!?|-)\s?\)")
PARENTHESIS = re.compile(r"\((?P<inside>[^()]{0,120})\)")
# Two columns of names side by side: "Eva Ek (S) Bo Berg (M)"
BETWEEN_COLUMNS = re.compile(rf"(?<=\))\s+(?=[{_UPPER}])|\t+|(?<!\s)\s{{3,}}+")
_LIMIT_WORD = r"""(?:ej|inte|dock|from|fom|fr\.?\s?o\.?\s?m\.?|tom|t\.?\s?o\.?\s?m\.?|från|till
    |och|med|för|del\sav|under|utom|endast|vid)"""
_PARAGRAPHS = (
    r"(?:§{1,2}\s?\d|\d{1,4}(?:\s?[–-]\s?\d{1,4})?\s?§|(?:paragraf|punkt)(?:en|er|erna)?\s\d)"
)
# What ends the words about a person: ", §§ 51–58", "(ej § 97)", "kl. 13–15", "till och med § 52"
PRESENCE_LIMIT = re.compile(
    rf"[\s,(]+(?:{_LIMIT_WORD}\s+){{0,5}}(?:{_PARAGRAPHS}|§|(?:kl|klockan)\b|paragraf\b).*$", _FLAGS
)
# Of these, which items: "§§ 51–58", "ej § 97", "till och med § 60", "§§ 1–4, 7 och 9", "51–58 §§"
LIMITED_TO = re.compile(
    rf"""(?<![\wåäö])(?:{_LIMIT_WORD}\s+){{0,5}}{_PARAGRAPHS}
    (?:\d|§|[a-h]\b|\s?(?:[–,/-]|\b(?:och|samt|till)\b)\s?(?:(?:ej|inte|dock)\s)?(?=[\d§])|\s(?=[\d§])){{0,60}}""",
    _FLAGS,
)
CHECKED = re.compile(r"^(?:x|✓|✔|☒|ja|1|n|närv\w*\.?)$", re.IGNORECASE)
# The commas and semicolons between people, not those inside brackets.
COMMA = re.compile(r"[,;](?![^()]{0,80}\))")
AND = re.compile(r"(?<!-)\s(?:och|samt|&)\s")

# @Erik fixar på hemsidan; not anna@exempel.se
MENTION = re.compile(rf"(?<![\w.])@(?P<name>[{_UPPER}{_LOWER}][\w-]{{1,40}})")
