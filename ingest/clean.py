"""Repair extracted text, one defect a step, keeping each page's place in it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from ingest.pages import PARAGRAPH, join_pages, keep_ocr, split_pages
from ingest.running_lines import drop_running_lines
from ingest.source import Source

Step = Callable[[str], str]

# Everything that some program shows as the end of a line, Word's vertical tab among them.
LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")

# Hides in words and between them: zero-width, direction and tag characters, halves of surrogates.
INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe"
    r"\uffff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
SPACE = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
HYPHEN = re.compile(r"[\u2010\u2011]")

# Bullets of Word's Symbol and Wingdings fonts, which have no place in Unicode.
BULLET = re.compile(r"[\uf0b7\uf0a7\uf0a8\uf0d8\uf06c\uf076]")

# ﬁ and ﬂ of PDF fonts; search would not find the word.
LIGATURE = re.compile(r"[\ufb00-\ufb06]")

# TeX draws ö as ¨ and o, and so says the PDF: `M¨otet`, `˚Arsm¨ote`, `Andr´e`. Elsewhere ´ is but
# a wrong apostrophe.
LOOSE_ACCENT = re.compile(r"¨(?=[aouAOUeE])|˚(?=[aA])|´(?=[eE])")
COMBINING = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301"}

# Over a capital the accent is so high that it is read after the line: `§ 9 Ovrigt ¨`.
STRAY_ACCENT = {" ¨": re.compile(r"\b[OAU]"), " ˚": re.compile(r"\bA")}

SOFT_HYPHEN = "\xad"
SOFT_HYPHEN_AT_END = re.compile(r"\xad(?=[ \t]*(?:\n|$))")

# Names of places on the net keep a hyphen at the end of a line.
ADDRESS = re.compile(r"[/@.\d]")
# `barn- och ungdomsnämnden`: a hyphen that stands for the rest of the word.
SUSPENDED = frozenset({"och", "eller", "samt", "respektive", "resp", "till", "som", "men", "&"})

# A line that is complete without a full stop: heading, table row, list entry's mark, page rule.
COMPLETE = re.compile(r"#{1,6}\s|.*\||[-=_*~]{3,}$")
SENTENCE_END = tuple('.!?:;…"”’)]|')
# List entries: `a) …`, `iv. …`, `2. …`; `att godkänna …` is a clause of its own in a decision.
ENTRY = re.compile(r"(?:[a-zåäö]|[ivx]{2,4}|\d{1,2})[.)]\s|(?:att|o)\s")
# Fewer words before the gap are a name, a label or a heading rather than a sentence.
BROKEN_WORDS = 3

BLANK_LINES = re.compile(r"\n{3,}")


def clean(source: Source) -> Source:
    r"""Return *source* with its text repaired; quotes are taken from this text.

    >>> clean(Source(text="Av\xadgiften  \r\nhöjs.")).text
    'Avgiften\nhöjs.'
    """
    pages = [_apply(CHARACTERS, page) for page in split_pages(source)]
    if source.pages:
        pages = drop_running_lines(pages)
    pages = [_apply(LINES, page) for page in pages]
    text, places = join_pages(*_mend_joints(pages))
    return replace(source, text=text, pages=keep_ocr(places, source.pages) if source.pages else ())


def _apply(steps: Iterable[Step], text: str) -> str:
    return reduce(lambda value, step: step(value), steps, text)


def end_lines(text: str) -> str:
    """End every line with a newline."""
    return LINE_END.sub("\n", text)


def drop_invisible(text: str) -> str:
    """Remove control and zero-width characters."""
    return INVISIBLE.sub("", text)


def plain_spaces(text: str) -> str:
    """Write every space as the plain one, and every hyphen."""
    return HYPHEN.sub("-", SPACE.sub(" ", text))


def plain_bullets(text: str) -> str:
    """Write the bullets of symbol fonts as `•`."""
    return BULLET.sub("•", text)


def compose(text: str) -> str:
    """Write letters as one character each: NFC, no ligatures."""
    parted = LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    return unicodedata.normalize("NFC", parted)


def attach_accents(text: str) -> str:
    """Put accents that stand before their letter on it.

    >>> attach_accents("˚Arsm¨otet med Andr´e"), attach_accents("§ 9 Ovrigt ¨")
    ('Årsmötet med André', '§ 9 Övrigt')
    """
    if not any(accent in text for accent in COMBINING):
        return text
    parts = LOOSE_ACCENT.split(text)
    accents = LOOSE_ACCENT.findall(text)
    composed = [
        unicodedata.normalize("NFC", part[0] + COMBINING[accent]) + part[1:]
        for accent, part in zip(accents, parts[1:], strict=True)
    ]
    lines = (parts[0] + "".join(composed)).split("\n")
    return unicodedata.normalize("NFC", "\n".join(map(_raise_accent, lines)))


def _raise_accent(line: str) -> str:
    """Return *line* with an accent that PDFium took for the end of the line on its capital."""
    capital = STRAY_ACCENT.get(line[-2:])
    match = capital.search(line) if capital else None
    if match is None:
        return line
    return line[: match.end()] + COMBINING[line[-1]] + line[match.end() : -2]


def drop_soft_hyphens(text: str) -> str:
    """Remove soft hyphens but at the end of a line, where they are visible."""
    return SOFT_HYPHEN_AT_END.sub("-", text).replace(SOFT_HYPHEN, "")


def strip_lines(text: str) -> str:
    """Remove white space at the end of each line."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def join_hyphens(text: str) -> str:
    r"""Join a word that is divided between two lines.

    >>> join_hyphens("arbetsmark-\nnaden, AF-\nkontor, barn-\noch ungdom")
    'arbetsmarknaden, AF-kontor, barn-\noch ungdom'
    """
    return _join_lines(text, _undivided)


def join_paragraphs(text: str) -> str:
    r"""Close the gap that a page break left within a sentence.

    >>> join_paragraphs("de föreslog att även anordna\n\nmöten i varje kommun")
    'de föreslog att även anordna\nmöten i varje kommun'
    """
    return _join_lines(text, _unbroken)


def collapse_blank_lines(text: str) -> str:
    """Leave one blank line between paragraphs, and none around the text."""
    return BLANK_LINES.sub(PARAGRAPH, text).strip("\n")


CHARACTERS: tuple[Step, ...] = (
    end_lines,
    drop_invisible,
    plain_spaces,
    plain_bullets,
    drop_soft_hyphens,  # before letters are composed: one may part a letter from its accent
    compose,
    attach_accents,
    strip_lines,
    collapse_blank_lines,
)

LINES: tuple[Step, ...] = (join_hyphens, join_paragraphs, collapse_blank_lines)


def _join_lines(text: str, joined: Callable[[str, str, int], str | None]) -> str:
    """Join each line to the next one with text where *joined* says how.

    *joined* gets the two lines and the number of newlines between them, and returns the first line
    with the separator to use, or `None` to leave both as they are.
    """
    lines = text.split("\n")
    written = [i for i, line in enumerate(lines) if line.strip()]
    if not written:
        return text
    for first, second in pairwise(written):
        replacement = joined(lines[first], lines[second], second - first)
        if replacement is None:
            lines[first] += "\n" * (second - first)
        else:
            lines[first] = replacement
    after = "\n" * (len(lines) - 1 - written[-1])
    return "\n" * written[0] + "".join(lines[i] for i in written) + after


def _undivided(line: str, following: str, newlines: int) -> str | None:
    """Return *line* as it is joined to the rest of its last word, or `None`."""
    if not line.endswith("-") or not following[0].isalnum() or ENTRY.match(following):
        return None
    if newlines > 1 and not following[0].islower():
        return None
    part = line.rsplit(None, 1)[-1][:-1].lstrip("(\"'”’")
    if not part or not part[-1].isalnum():
        return None
    if following.split(None, 1)[0].rstrip(",.;:") in SUSPENDED:
        return None
    return line if _keeps_hyphen(part.rsplit("-", 1)[-1], part, following) else line[:-1]


def _keeps_hyphen(last: str, part: str, following: str) -> bool:
    """Tell whether the hyphen belongs to the word: `AF-kontor`, `e-post`, `Sven-Erik`, `70-tal`."""
    return (
        len(last) == 1 or last.isupper() or not following[0].islower() or bool(ADDRESS.search(part))
    )


def _unbroken(line: str, following: str, newlines: int) -> str | None:
    """Return *line* and a newline if the sentence goes on after blank lines, or `None`."""
    if newlines == 1 or not following[0].islower() or ENTRY.match(following):
        return None
    if line.endswith(SENTENCE_END) or COMPLETE.match(line) or len(line.split()) < BROKEN_WORDS:
        return None
    return line + "\n"


def _mend_joints(pages: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return *pages* and the separator after each, words and sentences across pages mended."""
    mended = list(pages)
    separators = [PARAGRAPH] * len(mended)
    written = [n for n, page in enumerate(mended) if page]
    for n, following in pairwise(written):
        start, _, last = mended[n].rpartition("\n")
        lead = mended[following].split("\n", 1)[0]
        joined = _undivided(last, lead, 2) or _unbroken(last, lead, 2)
        if joined is not None:
            separators[n] = "\n" if joined.endswith("\n") else ""
            mended[n] = mended[n][: len(start) + bool(start)] + joined.rstrip("\n")
    return mended, separators
