"""Read the lines at the top: what kind of text it is, its title, the body and its organisation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from ingest.attendance import starts_item
from ingest.dates import find_dates
from ingest.found import Found
from ingest.header_words import (
    BODY_ENDINGS,
    BODY_LABELS,
    DATE_LABELS,
    KINDS_NOTES,
    KINDS_PROTOKOLL,
    MEETING_WORDS,
    TITLE_CONTINUES,
)
from ingest.lines import Line, front_matter_end
from ingest.names import full_names, names_organisation
from ingest.patterns import PAGE_MARK, PLACEHOLDER, WEEKDAY
from ingest.rosters import LABELS, labelled, roster_heading, signatory
from rag.minutes import Kind, Sureness
from rag.span import Span

FACT_LABELS = LABELS - BODY_LABELS
# A title stands among the first lines; a line longer than this is prose.
TOP_LINES = 25
LONGEST_TITLE_LINE = 140
LONGEST_TITLE = 160
MOST_BODY_WORDS = 7
LONGEST_SHORT_LINE = 80
EDGES = " \t,;:–—-•*_|#"
# Two columns: "Holmby kommun | SAMMANTRÄDESPROTOKOLL"
COLUMNS = re.compile(r"\s*\|\s*|\t+|(?<!\s)\s{3,}+")
# "PROTOKOLL NR 5/2024" names no more than the kind.
NOT_SAID = re.compile(r"\b(?:nr|nummer|no)\b\.?|[\d/:.-]+", re.IGNORECASE)
SENTENCE = re.compile(r"[a-zåäö0-9)][.!?]$")
# "Protokoll", "Minnesanteckningar från", "Styrelsemöte i": what precedes a body in a title.
BEFORE_BODY = re.compile(
    r"""^(?:(?:utdrag\s+ur|ojusterat|justerat|digitalt|extra|ordinarie)\s+)?
    [^\W\d]*(?:protokoll|anteckningar|möte|sammanträde|stämma)\b[\s:,–—-]*
    (?:(?:fört|förda|från|vid|för|med|i|hos|av|den)\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
MEETING_OF = re.compile(
    r"""^(?:(?:ordinarie|extra|konstituerande|digitalt)\s+)?
    [^\W\d]*(?:möte|sammanträde|stämma)\b\s*(?:(?:med|i|för|hos|den)\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
# "Nämnden för barn, unga och / lärande", "Kultur- och / fritidsnämnden"
GOES_ON = re.compile(r"\b(?:och|samt|för|med|i)$", re.IGNORECASE)
BRACKETS = re.compile(r"\([^()]*\)")
# "Föräldraföreningen Lärkan – möte 3 mars"
PARTS = re.compile(r",|\s[–—-]\s")
# A company's number below its name
COMPANY_NUMBER = re.compile(r"\borg(?:anisations)?\.?\s?(?:nr|nummer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What the top of a text says it is."""

    kind: Kind
    text: str
    body: str | None = None
    organisation: str | None = None
    labelled_body: Found[str] | None = None
    """The body, when a label such as `Organ` names it."""
    lines: frozenset[int] = frozenset()
    """Indexes of the lines at the top, which are no items."""


def read_title(lines: Sequence[Line], held: frozenset[int], *, file_name: str) -> Title:
    """Return what the top of *lines* says; *held* are the lines of the lists of people."""
    zone = _top(lines, held)
    printed = [
        (index, words)
        for index in zone
        for cell in COLUMNS.split(lines[index].words[:LONGEST_TITLE_LINE])
        if (words := title_words(cell))
    ]
    printed = _unwrapped(printed)
    last_of = {words.casefold(): position for position, (_, words) in enumerate(printed)}
    printed = [printed[position] for position in sorted(last_of.values())]
    kinds = [n for n, (_, words) in enumerate(printed) if kind_of(words)]
    kind_at = min(kinds, key=lambda n: not lines[printed[n][0]].hashes) if kinds else None
    if not printed:
        text, partner = _from_name(file_name), None
    elif kind_at is None:
        text, partner = _meeting_title([words for _, words in printed]), None
    else:
        text, partner = _kind_title(lines, printed, kind_at)
    kind = kind_of(text) or kind_of(file_name) or Kind.OTHER
    tops = [words for _, words in printed]
    labelled = _labelled_body([line for i, line in enumerate(lines[:TOP_LINES]) if i not in held])
    if labelled and kind_of(text) and len(text.split()) == 1:
        text = f"{text}, {labelled.value}"
    title = Title(
        kind=kind,
        text=_shortened(text),
        body=labelled.value if labelled else _body(text, tops, partner) or _organisation(tops),
        labelled_body=labelled,
        organisation=_organisation(tops),
        lines=frozenset(zone),
    )
    return title if title.text else replace(title, text=_from_name(file_name))


def _unwrapped(printed: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines with a name that goes on in the next one, for want of room, joined to it."""
    joined: list[tuple[int, str]] = []
    for index, words in printed:
        if joined and GOES_ON.search(joined[-1][1]) and words[0].islower():
            joined[-1] = joined[-1][0], f"{joined[-1][1]} {words}"
        else:
            joined.append((index, words))
    return joined


def kind_of(words: str) -> Kind | None:
    """Return the kind of minutes that *words* name.

    >>> kind_of("Sammanträdesprotokoll").value, kind_of("Årsbudget")
    ('protokoll', None)
    """
    lowered = words.lower()
    if any(word in lowered for word in KINDS_NOTES):
        return Kind.NOTES
    return Kind.PROTOKOLL if KINDS_PROTOKOLL in lowered else None


def title_words(words: str) -> str:
    """Return a line without page numbers and dates; empty when nothing else stood there.

    >>> title_words("Sammanträdesprotokoll  Sida 1(3)"), title_words("Måndag den 4 mars 2024")
    ('Sammanträdesprotokoll', '')
    """
    words = PAGE_MARK.sub(" ", words[:LONGEST_TITLE_LINE])
    if COMPANY_NUMBER.search(words):
        return ""
    dates = find_dates(words, year=2000)
    for found in reversed(dates):
        before, after = words[: found.span.start], words[found.span.end :]
        if not after.strip(" )].,") or not before.strip(EDGES):
            words = WEEKDAY.sub("", before.rstrip(" ([")) + " " + after.lstrip(" )]")
    words = " ".join(words.split()).strip(EDGES)
    return "" if PLACEHOLDER.match(words) or not any(c.isalpha() for c in words) else words


def _top(lines: Sequence[Line], held: frozenset[int]) -> list[int]:
    """Return the indexes of the lines that may hold the title."""
    zone: list[int] = []
    after_list = False
    begin = front_matter_end(lines)
    for index, line in enumerate(lines[begin : begin + TOP_LINES], start=begin):
        if index in held or roster_heading(line) or signatory(line):
            if zone:
                break
            after_list = True
            continue
        if _begins_text(lines, index, held) and (zone or not line.hashes):
            break
        label = labelled(line.words, FACT_LABELS)
        if label or _body_value(line.words):
            if zone and not (label and label[0] in DATE_LABELS):
                break
            continue
        if after_list and not (kind_of(line.words) or (line.hashes and _body_word(line.words))):
            break
        zone.append(index)
    return zone


def _begins_text(lines: Sequence[Line], index: int, held: frozenset[int]) -> bool:
    """Tell whether the line is prose or a heading with text below it, hence no title."""
    line = lines[index]
    if len(line.words) > LONGEST_TITLE_LINE or SENTENCE.search(line.words) or line.bullet:
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    if not line.hashes:
        return starts_item(line) or (index > 0 and _heads_prose(line, below))
    if starts_item(line._replace(hashes=0)) and title_words(line.words):
        return True
    if kind_of(line.words) or not title_words(line.words):
        return False
    header = below is None or below.hashes or index + 1 in held or labelled(below.words)
    return not (header or (below and _names_minutes(below)))


def _names_minutes(line: Line) -> bool:
    """Tell whether a short line is but the kind of minutes and their date."""
    if len(line.words) > LONGEST_SHORT_LINE or SENTENCE.search(line.words):
        return False
    dated = find_dates(line.words, year=2000) and not title_words(line.words)
    return bool(kind_of(line.words) or dated)


def _heads_prose(line: Line, below: Line | None) -> bool:
    """Tell whether a line that goes on from no title has a paragraph below it."""
    if below is None or kind_of(line.words) or _continues(line.words) or not line.after_blank:
        return False
    return len(below.words) > LONGEST_SHORT_LINE and bool(title_words(line.words))


def _kind_title(
    lines: Sequence[Line], printed: Sequence[tuple[int, str]], at: int
) -> tuple[str, str | None]:
    """Return the line that names the kind, joined with the body's line when it names no more."""
    index, words = printed[at]
    words = _sentence_case(words)
    if len(NOT_SAID.sub(" ", words).split()) > 1:
        return words, None
    others = [o for o in (*printed[at + 1 :], *reversed(printed[:at])) if not kind_of(o[1])]
    named = next((o for o in others if _body_word(o[1]) and not _continues(o[1])), None)
    named = named or next(
        (o for o in others if MEETING_OF.sub("", o[1]).strip(EDGES) not in {o[1], ""}), None
    )
    undated = [o for o in others if not find_dates(o[1], year=2000)]
    partner = named or next((o for o in undated if not names_organisation(o[1])), None)
    partner = partner or next(iter(undated or others), None)
    if partner is None:
        return words, None
    name = _sentence_case(partner[1])
    if _continues(name):
        return f"{words} {name[0].lower()}{name[1:]}", None
    both_headings = lines[index].hashes and lines[partner[0]].hashes
    return (f"{words} {name}" if both_headings else f"{words}, {name}"), name


def _meeting_title(tops: Sequence[str]) -> str:
    first = _sentence_case(tops[0])
    meeting = next((words for words in tops[1:4] if _meets(words)), None)
    if _meets(first) or meeting is None:
        return first
    return f"{first}, {_sentence_case(meeting)}"


def _meets(words: str) -> bool:
    lowered = words.lower()
    return any(word in lowered for word in MEETING_WORDS)


def _continues(words: str) -> bool:
    return words.split(" ", 1)[0].lower() in TITLE_CONTINUES


def _sentence_case(words: str) -> str:
    """Return a word in capitals as an ordinary one; several may hold names."""
    first, _, rest = words.partition(" ")
    if words.isupper() and len(first) > 4 and not any(c.isalpha() for c in rest):  # noqa: PLR2004
        return words.capitalize()
    return words


def _body_word(words: str) -> bool:
    return any(
        word.strip(EDGES).endswith(BODY_ENDINGS) for word in words.lower().replace("-", " ").split()
    )


def _body(title: str, tops: Sequence[str], partner: str | None) -> str | None:
    """Return the name of those who met: a line of its own, or what the title says."""
    alone = (words for words in tops if not kind_of(words) and not _continues(words))
    line = next((words for words in alone if _body_word(words.split(",")[0])), None)
    if line and len(line.split()) <= 10:  # noqa: PLR2004
        return _sentence_case(MEETING_OF.sub("", _before_comma(line)) or line)
    rest = MEETING_OF.sub("", BEFORE_BODY.sub("", BRACKETS.sub("", title))).strip(EDGES)
    if partner and MEETING_OF.match(partner):
        return MEETING_OF.sub("", partner).strip(EDGES) or None
    if partner:
        return None if names_organisation(partner) and not _body_word(partner) else partner
    if rest and rest != title and (rest[0].isupper() or _body_word(rest)) and not _meets(rest):
        return rest
    return None


def _before_comma(line: str) -> str:
    """Return what stands before the first comma that is none of a list: "för barn, unga och äldre".

    >>> _before_comma("Nämnden för kultur, fritid och idrott, Gransele kommun")
    'Nämnden för kultur, fritid och idrott'
    """
    parts = [part.strip() for part in line.split(",")]
    for last, part in enumerate(parts[1:], 1):
        if " för " not in parts[0] or not part[:1].islower():
            break
        if " och " in part or " samt " in part:
            return ", ".join(parts[: last + 1])
    return parts[0]


def _labelled_body(top: Sequence[Line]) -> Found[str] | None:
    """Read `Organ: Kommunstyrelsen`, `Möte: Samverkansgruppen`; not `Styrelse: Eva Ek, Bo Dal`."""
    for line in top:
        value = _body_value(line.words)
        name = COLUMNS.split(line.words[value:].strip())[0].strip(EDGES) if value else ""
        words = len(name.split())
        if 0 < words <= MOST_BODY_WORDS and name[0].isupper() and not full_names(name) > 1:
            begin = line.words_start + line.words.index(name, value)
            return Found(name, Sureness.LABELLED, Span(begin, begin + len(name)))
    return None


def _body_value(words: str) -> int | None:
    """Return where the body begins after its label; a label alone is a title's word: `# Möte`."""
    found = labelled(words, BODY_LABELS)
    if found is None or found[1] is None:
        return None
    label = words[: found[1]]
    return found[1] if label.rstrip().endswith((":", "|")) or "\t" in label else None


def _organisation(tops: Sequence[str]) -> str | None:
    parts = (part.strip(EDGES) for words in tops for part in PARTS.split(words))
    return next(
        (
            part
            for part in parts
            if names_organisation(part) and not _body_word(part) and not kind_of(part)
            and not _meets(part) and len(part.split()) <= 6  # noqa: PLR2004
        ),
        None,
    )  # fmt: skip


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _from_name(file_name: str) -> str:
    stem = PurePath(file_name.replace("\\", "/")).stem
    return " ".join(stem.replace("_", " ").split()) or file_name or "Namnlös"
