"""Split a statement or a cited text into words with their sentence, clause and place."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rag.span import Span
from rag.swedish.sentences import sentences
from rag.swedish.words import is_content, stem

WORD = re.compile(
    r"""(?P<number>\d++(?:[.,:/-]\d++)*+)(?![^\W\d_])   # 4,5  2023/145  18.05
    | (?P<word>[^\W_]+(?:['’:-][^\W_]+)*)              # ord, SOF-möte, AF:s
    | (?P<mark>[,;:()–—]|\s-\s)                       # what ends a clause
    """,
    re.VERBOSE,
)

# Words that open a clause: what stands before them is said of something else.
OPENERS = frozenset(
    "att som eftersom men medan därför vilket vilken vilka när där innan utan trots varav".split()
)
# Words that say little about what a statement is about; their absence weighs little.
LIGHT = frozenset(
    """
    även dock redan samt totalt enligt därmed därför vidare dessutom bland blir blivit blev bli vara
    varit ha har haft göra gör gjorde gjort få får fått ge ger gav gett ta tar tog tagit gå går gick
    gått komma kommer kom kommit finns fanns finnas gäller gällde gälla innebär innebar stå står
    stod medan eftersom genom via hos per cirka ca omkring ungefär drygt knappt cirka såväl både
    varav tills fram sammanlagt fortfarande särskilt just bara endast också ju väl nog gällande
    angående avseende rörande beträffande för att gång sätt del fall samtidigt därefter däremot
    emellertid ändå åt ur längs ned ner upp in ut bort kvar hittills nu idag dag
    kl klockan st kr kronor tkr mkr mnkr mån
    """.split()
)


class Token(NamedTuple):
    """A word of a text."""

    place: int
    """Its number among the words of the text."""
    text: str
    word: str
    """In lower case."""
    stem: str
    span: Span
    sentence: int
    clause: int
    initial: bool
    """Whether it opens its sentence."""
    content: bool
    """Whether it says what the text is about."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def light(self) -> bool:
        """Whether little is lost without it."""
        return self.word in LIGHT


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its words."""

    text: str
    tokens: tuple[Token, ...]

    def within(self, span: Span) -> list[Token]:
        """Return the words that lie in *span*."""
        return [token for token in self.tokens if span.overlaps(token.span)]


@lru_cache(maxsize=2_000)
def read(text: str) -> Text:
    """Return the words of *text*; clauses are numbered through the whole text.

    >>> [(token.word, token.clause) for token in read("Bo sade att det går, men inte nu.").tokens]
    [('bo', 0), ('sade', 0), ('att', 1), ('det', 1), ('går', 1), ('men', 3), ('inte', 3), ('nu', 3)]
    """
    tokens: list[Token] = []
    clause = 0
    for number, sentence in enumerate(sentences(text)):
        initial = True
        for match in WORD.finditer(text, sentence.start, sentence.end):
            if match["mark"]:
                clause += not _in_list(text, match)
                continue
            word = match.group().lower()
            clause += word in OPENERS and not initial
            tokens.append(_token(match, len(tokens), number, clause, initial=initial))
            initial = False
        clause += 1
    return Text(text, tuple(tokens))


_is_content = lru_cache(maxsize=100_000)(is_content)


def _token(match: re.Match[str], place: int, sentence: int, clause: int, *, initial: bool) -> Token:
    word = match.group().lower()
    bare = word.partition(":")[0]
    return Token(
        place=place,
        text=match.group(),
        word=word,
        stem=stem(bare),
        span=Span(*match.span()),
        sentence=sentence,
        clause=clause,
        initial=initial,
        content=_is_content(bare),
    )


def _in_list(text: str, match: re.Match[str]) -> bool:
    """Tell whether the mark joins names or numbers: "Eva, Bo och Kim", "9–12", "Eva Ek (S)"."""
    if match["mark"] in "()":
        return True
    after = text[match.end() : match.end() + 2].lstrip()
    return match["mark"] in ",–" and (after[:1].isupper() or after[:1].isdigit())
