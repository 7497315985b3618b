"""Read what a language model writes, while it writes: sentences, and the sources they name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rag.generation.pieces import Piece
from rag.swedish.sentences import sentences

# [1] · [1, 2] · [källa 3] · [1 och 2] · 【4】
MARK = re.compile(
    r"""[\[【]\s?(?:källa|källor|source|sources)?\s?(?P<numbers>\d{1,3}
    (?:\s?(?:,|;|och|and|-|–)\s?\d{1,3}){0,9})\s?[\]】]""",
    re.VERBOSE | re.IGNORECASE,
)
NUMBER = re.compile(r"\d+")
# "Avgiften höjs. [2]" says the same as "Avgiften höjs [2]."
AFTER_STOP = re.compile(
    rf"(?P<stop>[.!?])(?P<marks>(?:\s{{0,3}}{MARK.pattern.replace('?P<numbers>', '')}){{1,9}})",
    MARK.flags,
)
# A mark that is still being written.
OPEN_MARK = re.compile(r"[\[【][^\]】]{0,40}$")

# What reasoning models write before they answer.
THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
OPEN_TAG = re.compile(r"<[a-z/]{0,7}$", re.IGNORECASE)

MARKDOWN = re.compile(r"\*\*|__|`|^\s*(?:[-*+•]|\d{1,2}[.)])\s+|^\s*#{1,6}\s+", re.MULTILINE)
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of the reply; not yet believed."""

    text: str
    cited: tuple[int, ...] = ()
    """The sources it names, invented ones too."""
    is_cut: bool = False
    """The server stopped in the middle of it."""


def claims(pieces: Iterable[Piece]) -> Iterator[Claim]:
    """Yield the sentences of a reply as soon as each is whole.

    >>> [claim.text for claim in claims([Piece("Taket lagas [1]. Avgi"), Piece("ften höjs. [2]")])]
    ['Taket lagas.', 'Avgiften höjs.']
    """
    written, done, is_cut = "", 0, False
    for piece in pieces:
        written += piece.text
        is_cut = is_cut or piece.is_cut
        whole = read(_settled(written))[:-1]
        yield from whole[done:]
        done = max(done, len(whole))
    rest = read(written)[done:]
    yield from rest[:-1]
    yield from (replace(claim, is_cut=is_cut) for claim in rest[-1:])


def read(reply: str) -> list[Claim]:
    r"""Return the sentences of a whole *reply*; introductions, "Så här beslutades:", are none.

    >>> read("**Beslut:**\n- Taket lagas. [1][3]")
    [Claim(text='Taket lagas.', cited=(1, 3), is_cut=False)]
    """
    text = MARKDOWN.sub("", THOUGHT.sub("", reply))
    said = AFTER_STOP.sub(r"\g<marks>\g<stop>", text)
    found = (_claim(span.of(line)) for line in said.splitlines() for span in sentences(line))
    return [claim for claim in found if LETTER.search(claim.text) and not claim.text.endswith(":")]


def _claim(sentence: str) -> Claim:
    marks = MARK.finditer(sentence)
    numbers = (int(n) for mark in marks for n in NUMBER.findall(mark["numbers"]))
    text = " ".join(MARK.sub("", sentence).split())
    return Claim(text=_closed(text), cited=tuple(dict.fromkeys(numbers)))


def _closed(text: str) -> str:
    """Return *text* without the space that a mark left before its full stop."""
    return re.sub(r"\s([.,;:!?])", r"\1", text)


def _settled(written: str) -> str:
    """Return *written* without a mark or a tag that is still open at its end."""
    return OPEN_TAG.sub("", OPEN_MARK.sub("", written))
