"""Read the paragraphs and registration numbers that a question names, however they are written."""

import re
from dataclasses import dataclass

# A paragraph range longer than this is no list of paragraphs.
LONGEST_RANGE = 10

PARAGRAPHS = re.compile(
    r"""(?:§{1,2}\s?|\b(?:paragraf(?:en|erna|er)?|paragraphs?)\s)
    (?P<first>\d{1,4})(?:\s?[-\N{EN DASH}]\s?(?P<last>\d{1,4}))?(?P<letter>\s?[a-h]\b)?(?![\d/])""",
    re.VERBOSE | re.IGNORECASE,
)
REGISTRATION = re.compile(
    r"""(?<![\w/])(?:
      (?:dnr|diarienummer|diarienr|case\ number)\.?:?\s?               # dnr 2023-145
      (?P<labelled>[^\W\d_]{1,6}[\s/-]?)?(?P<year_l>(?:19|20)\d\d)[/:-](?P<number_l>\d{1,6})
    | (?P<series>[A-ZÅÄÖ]{2,6})[\s/-]?(?P<year>(?:19|20)\d\d)[/:-](?P<number>\d{1,6})  # KS2023-145
    | (?P<year_b>(?:19|20)\d\d)/(?!(?:19|20)\d\d\b)(?P<number_b>\d{3,6})               # 2023/145
    )(?![\w/-])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph or a registration number."""

    said: str
    """As it is mostly printed: `§ 45`, `KS 2023/145`."""
    words: tuple[str, ...]
    """The words of the minutes of which any one is it."""


def references(text: str) -> list[Reference]:
    """Return what *text* refers to.

    >>> [reference.said for reference in references("Vad står i paragraf 45 (dnr KS2023-145)?")]
    ['§ 45', 'KS 2023/145']
    """
    paragraphs = [one for match in PARAGRAPHS.finditer(text) for one in _paragraphs(match)]
    return paragraphs + [_registration(match) for match in REGISTRATION.finditer(text)]


def normalised(text: str) -> str:
    """Return *text* with its references as minutes print them.

    >>> normalised("Vad står i paragraf 45 (dnr KS2023-145)?")
    'Vad står i § 45 (KS 2023/145)?'
    """
    text = PARAGRAPHS.sub(lambda match: ", ".join(r.said for r in _paragraphs(match)), text)
    return REGISTRATION.sub(lambda match: _registration(match).said, text)


def without_registration(text: str) -> str:
    """Return *text* without its registration numbers."""
    return REGISTRATION.sub("", text)


def _paragraphs(match: re.Match[str]) -> list[Reference]:
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not first <= last < first + LONGEST_RANGE:
        last = first
    letter = (match["letter"] or "").strip().lower()
    return [Reference(f"§ {n}{letter}", (f"§{n}{letter}",)) for n in range(first, last + 1)]


def _registration(match: re.Match[str]) -> Reference:
    series = (match["series"] or match["labelled"] or "").strip(" -/").upper()
    year = match["year"] or match["year_l"] or match["year_b"]
    number = match["number"] or match["number_l"] or match["number_b"]
    said = f"{series} {year}/{number}".strip()
    return Reference(said, tuple(f"{year}{sign}{number}" for sign in "/:-"))
