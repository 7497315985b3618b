"""Say why nothing was found, where the reason lies in the question or in its filters."""

from collections.abc import Callable, Iterable

from rag.results import Filters, Understood
from rag.storing.library import Library
from rag.swedish.date_words import date_text
from rag.swedish.known_words import is_known
from rag.swedish.sentences import sentences
from rag.swedish.words import words

FOREIGN = "Frågan verkar vara ställd på ett annat språk: ställ den på svenska eller engelska."
EXCLUDED = "Inget möte i biblioteket är {limits}: ta bort eller ändra ett av filtren."
PERIOD = "Biblioteket har möten från {first} till {last}."
MANY = "Texten rymmer {count} frågor: ställ dem en och en, så blir svaren säkrare."

LIMITS = {
    "body": "av organet «{value}»",
    "person": "med «{value}»",
    "kind": "av sorten {value}",
    "first": "hållet {value} eller senare",
    "last": "hållet {value} eller tidigare",
}

# No question in Swedish is without one of these, unless it is only keywords.
SWEDISH = frozenset(
    """vad vem vems vilka vilken vilket hur varför när var och om att på är inte för till med av det
    som ett finns har hade i""".split()
)
# Shorter words are alike in many languages.
LONG = 4
FEWEST_LONG = 2
STRANGE = 0.6
# Two questions are often one: "Vad beslutades? Och när?"
FEWEST_QUESTIONS = 3


def why_nothing(
    question: Understood,
    filters: Filters,
    library: Library,
    unknown: Callable[[Iterable[str]], list[str]],
) -> tuple[str, ...]:
    """Return Swedish sentences that tell why nothing was found; none when that is all there is.

    Args:
        question: As understood.
        filters: Its own and the user's together.
        library: Where nothing was found.
        unknown: Return those of some words that no meeting has.
    """
    if filters != Filters() and library.keys(filters) == []:
        return _excluded(filters, library)
    if not question.translated and _is_foreign(question.asked, unknown):
        return (FOREIGN,)
    return ()


def many_questions(asked: str) -> tuple[str, ...]:
    """Return that *asked* holds several questions, when it does.

    >>> many_questions("Vem deltog? När var det? Vad kostade det?")
    ('Texten rymmer 3 frågor: ställ dem en och en, så blir svaren säkrare.',)
    """
    count = sum(span.of(asked).rstrip().endswith("?") for span in sentences(asked))
    return (MANY.format(count=count),) if count >= FEWEST_QUESTIONS else ()


def _excluded(filters: Filters, library: Library) -> tuple[str, ...]:
    limits = (
        LIMITS[name].format(value=value)
        for name in LIMITS
        if (value := getattr(filters, name)) is not None
    )
    said = [EXCLUDED.format(limits=" och ".join(limits) or "bland de valda")]
    held = [m.date for m in library.meetings() if m.date]
    if held and (filters.first or filters.last):
        first, last = min(day.first for day in held), max(day.last for day in held)
        said.append(PERIOD.format(first=date_text(first, first), last=date_text(last, last)))
    return tuple(said)


def _is_foreign(asked: str, unknown: Callable[[Iterable[str]], list[str]]) -> bool:
    said = words(asked)
    long = [word for word in said if (len(word) >= LONG and word.isalpha()) or "'" in word]
    if len(long) < FEWEST_LONG or not SWEDISH.isdisjoint(said):
        return False
    strange = unknown([word for word in long if not is_known(word)])
    return len(strange) >= STRANGE * len(long)
