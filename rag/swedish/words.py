"""Split Swedish text into the words, stems and character n-grams that search compares."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import Stemmer

# The commonest form first: no other begins with a letter.
WORD = re.compile(
    r"""[^\W\d_][^\W_]*(?:['’-][^\W_]+)*   # ord, SOF-möte, AF:s splits at the colon
    | §{1,2}\s?\d{1,4}[a-z]?\b             # § 45, §45
    | \d{4}-\d{2}-\d{2}                    # 2024-03-04
    | \d+(?:[/:.,]\d+)+                    # 2023/145, 10/6, 12:15, 4,5
    | [^\W_]+(?:['’-][^\W_]+)*              # 12, 3b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PARAGRAPH = re.compile(r"§+\s?")

# Words too common in questions and minutes to tell passages apart; Snowball's Swedish list
# cut to function words, since its verbs and nouns carry meaning in a question.
_STOP_WORDS = frozenset(
    """
    alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina
    ditt du där då efter ej eller en er era ert ett från för genom ha hade han hans har henne
    hennes hon honom hur här i icke ingen inom inte jag ju kan kunde man med mellan men mig min
    mina mitt mot mycket ni nu när någon något några och om oss på samma sedan sig sin sina sitt
    själv skulle som så sådan till under upp ut utan vad var vara varför varit varje vars vart vem
    vi vid vilka vilken vilket vår våra vårt är åt över ska skall fick får ska bör vilkas
    the of and to in is was were what who when where did do does about for on at by with that an
    """.split()
)

NGRAM_SIZES = (4, 5)

_STEMMER = Stemmer.Stemmer("swedish")
_FOLDING = str.maketrans("åäöéèüæø", "aaoeeuao")


def words(text: str) -> list[str]:
    """Return the lower-case words of *text*, `§ 45`, dates and numbers kept whole.

    >>> words("Beslut enligt § 45: Årsavgiften höjs 2024-03-04 (KS 2023/145).")
    ['beslut', 'enligt', '§45', 'årsavgiften', 'höjs', '2024-03-04', 'ks', '2023/145']
    """
    found = WORD.findall(unicodedata.normalize("NFC", text).lower())
    if "§" not in text:
        return found
    return [PARAGRAPH.sub("§", word) if word[0] == "§" else word for word in found]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a lower-case word.

    >>> stem("kommunerna"), stem("budgeten")
    ('kommun', 'budget')
    """
    return str(_STEMMER.stemWord(word))


def stems(text_words: Iterable[str]) -> list[str]:
    """Return the stems of *text_words*, in order."""
    return [stem(word) for word in text_words]


@lru_cache(maxsize=100_000)
def is_content(word: str) -> bool:
    """Tell whether *word* says what a text is about."""
    return fold(word) not in STOP_WORDS and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=100_000)
def ngrams(word: str) -> tuple[str, ...]:
    """Return the character 4- and 5-grams of *word* between `#` marks; a short word whole.

    >>> ngrams("skola")
    ('#sko', 'skol', 'kola', 'ola#', '#skol', 'skola', 'kola#')
    """
    marked = f"#{word}#"
    grams = tuple(
        marked[start : start + size]
        for size in NGRAM_SIZES
        for start in range(len(marked) - size + 1)
    )
    return grams or (marked,)


def fold(text: str) -> str:
    """Return *text* in lower case without diacritics, for those who cannot type them.

    >>> fold("Årsmöte på Öckerö")
    'arsmote pa ockero'
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).lower().translate(_FOLDING)


STOP_WORDS = frozenset(fold(word) for word in _STOP_WORDS)
"""Without diacritics, as some type them."""
