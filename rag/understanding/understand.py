"""Understand a question: what it asks for, about what, of which meetings, in the minutes' words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from rag.asks import Asks
from rag.errors import QuestionError
from rag.minutes import DocumentId
from rag.results import Filters, Understood
from rag.storing.directory import Directory
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.swedish.known_words import is_known
from rag.swedish.words import is_content, words
from rag.understanding.bodies import Bodies, OfBody
from rag.understanding.compounds import divide, join
from rag.understanding.english import is_english, translate
from rag.understanding.kinds import kind_of
from rag.understanding.limits import MOST_HOLDING, Limit, Limits
from rag.understanding.names import Names
from rag.understanding.references import normalised, references, without_registration
from rag.understanding.roles import by_role
from rag.understanding.shortforms import Expansion, ShortForms
from rag.understanding.spelling import Speller
from rag.understanding.subject import subject_of

# More words are no question; reading them all would take seconds.
MOST_READ = 100

# The words of a longer name, searched beside its abbreviation, drown the rest of the question.
LONGEST_ADDED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worded:
    """A question in the words of the minutes."""

    text: str
    asks: Asks
    corrected: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    translated: bool = False


class Understander:
    """Understand questions by the words, names and meetings of one library."""

    def __init__(
        self, library: Library, directory: Directory, indexes: Indexes, *, max_chars: int
    ) -> None:
        self._library = library
        self._directory = directory
        self._indexes = indexes
        self._max_chars = max_chars
        self._speller = Speller(lambda: indexes.words, library.passages)
        self._limits = Limits(directory, self._holding)
        # By revision: what minutes explain changes with them.
        self._short_forms = lru_cache(1)(lambda _: ShortForms(directory.explained()))
        # By themselves: few changes of the library bring any.
        self._bodies = lru_cache(1)(Bodies)
        self._names = lru_cache(1)(Names)

    def __call__(
        self, question: str, filters: Filters | None = None, *, today: date | None = None
    ) -> Understood:
        """Return *question* as it is understood beside the user's own *filters*.

        Raises:
            QuestionError: it is empty or too long.
        """
        asked = tidied(question, max_chars=self._max_chars)
        worded = self._worded(asked)
        short_forms = self._short_forms(self._directory.revision)
        bodies = self._bodies(self._directory.bodies())
        body = bodies.meant(worded.text, short_forms)
        expanded = self._expanded(worded.text, short_forms, bodies)
        limits, unmet = self._limited(worded, filters or Filters(), body, today)
        dropped = frozenset[str]().union(*(limit.words for limit in limits))
        subject = subject_of(words(worded.text), worded.asks, beside=dropped)
        divided = self._divided(subject, expanded)
        return Understood(
            asked=asked,
            reworded=worded.text,
            asks=worded.asks,
            subject=subject,
            others=_others(worded.others, expanded, divided, subject),
            added=_added(expanded, worded.others),
            filters=_joined(limit.filters for limit in limits),
            limits=tuple(limit.said for limit in limits),
            unmet=unmet,
            corrected=worded.corrected,
            abbreviations={one.asked: one.also for one in expanded},
            names=self._names(self._directory.names()).named(worded.text),
            translated=worded.translated,
        )

    def _worded(self, asked: str) -> _Worded:
        """Return the question in Swedish, without slips, its references as minutes print them."""
        if is_english(asked):
            asks = kind_of(asked, words(asked))
            swedish = translate(asked, self._unknown)
            return _Worded(
                text=normalised(swedish.text), asks=asks, others=swedish.others, translated=True
            )
        corrected = self._speller(asked)
        joined = join(corrected.text, self._unknown)
        text = by_role(normalised(joined.text))
        return _Worded(
            text=text,
            asks=kind_of(text, words(text)),
            corrected={**corrected.meant, **joined.joined},
        )

    def _expanded(self, text: str, short_forms: ShortForms, bodies: Bodies) -> list[Expansion]:
        """Return the abbreviations in *text* both ways, where the minutes have the other form.

        A body is known by its name wherever it meets, and "KS" stands in all its case numbers.
        """
        found = [
            one
            for one in short_forms.expansions(without_registration(text))
            if not bodies.known(short_forms.long(one.also))
        ]
        missing = set(self._unknown(word for one in found for word in _telling(one.also)))
        return [one for one in found if missing.isdisjoint(_telling(one.also))]

    def _divided(
        self, subject: Iterable[str], expanded: Iterable[Expansion]
    ) -> dict[str, tuple[str, str]]:
        """Return the compounds that the minutes lack, each with its two words that they have."""
        explained = {word for one in expanded for word in one.words}
        asked = [word for word in subject if word not in explained and not is_known(word)]
        missing = self._unknown(asked[:MOST_READ])
        parts = {word: divide(word, self._unknown) for word in missing}
        return {word: pair for word, pair in parts.items() if pair}

    def _limited(
        self, worded: _Worded, asked: Filters, body: OfBody | None, today: date | None
    ) -> tuple[list[Limit], tuple[str, ...]]:
        """Return the limits that some meeting keeps, and in Swedish those that none does."""
        limits = self._limits(
            worded.text,
            worded.asks,
            asked,
            refers=references(worded.text),
            body=body,
            today=today or datetime.now(tz=UTC).astimezone().date(),
        )
        met = [limit for limit in limits if self._admits([asked, limit.filters])]
        if met and not self._admits([asked, *(limit.filters for limit in met)]):
            met = []
        return met, tuple(limit.said for limit in limits if limit not in met)

    def _admits(self, filters: Iterable[Filters]) -> bool:
        return self._library.keys(_joined(filters)) != []

    def _unknown(self, asked: Iterable[str]) -> list[str]:
        return self._indexes.words.unknown(asked)

    def _holding(self, said: Iterable[str]) -> set[DocumentId] | None:
        keys = self._indexes.words.holding(said, limit=MOST_HOLDING)
        return None if keys is None else self._directory.ids(keys)


def tidied(question: str, *, max_chars: int) -> str:
    """Return *question* without needless white space.

    Raises:
        QuestionError: it is empty, or longer than *max_chars*.
    """
    stripped = " ".join(question.split())
    if not any(character.isalnum() for character in stripped):
        raise QuestionError(
            "Frågan är tom: skriv vad du vill veta, till exempel «Vad beslutades om …?»"
        )
    if len(stripped) > max_chars:
        raise QuestionError(
            f"Frågan är {len(stripped)} tecken lång och får vara högst {max_chars}: "
            "korta den eller dela upp den i flera frågor."
        )
    return stripped


def combined(asked: Filters, read: Filters) -> Filters:
    """Return the user's filters with what was *read* from the question; the user's win."""
    return _joined([read, asked])


def _joined(filters: Iterable[Filters]) -> Filters:
    """Return all that *filters* say together; later ones win, lists of meetings cross."""
    whole = Filters()
    for one in filters:
        meetings = one.meetings or whole.meetings
        if one.meetings and whole.meetings:
            meetings = tuple(m for m in one.meetings if m in set(whole.meetings)) or NO_MEETINGS
        whole = replace(
            whole,
            body=one.body or whole.body,
            person=one.person or whole.person,
            kind=one.kind or whole.kind,
            first=one.first or whole.first,
            last=one.last or whole.last,
            meetings=meetings,
        )
    return whole


NO_MEETINGS = (DocumentId("-"),)


def _others(
    translations: Mapping[str, tuple[str, ...]],
    expanded: Iterable[Expansion],
    divided: Mapping[str, tuple[str, str]],
    subject: Iterable[str],
) -> dict[str, tuple[tuple[str, ...], ...]]:
    groups = {word: [tuple(words(other)) for other in also] for word, also in translations.items()}
    for one in expanded:
        for word in one.words:
            groups.setdefault(word, []).append(_telling(one.also))
    for word, parts in divided.items():
        groups.setdefault(word, []).append(parts)
    return {word: tuple(groups[word]) for word in subject if word in groups}


def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if is_content(word))


def _added(
    expanded: Iterable[Expansion], translations: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    added = [one.also for one in expanded if len(words(one.also)) <= LONGEST_ADDED]
    added += [word for also in translations.values() for word in also]
    return tuple(dict.fromkeys(added))
