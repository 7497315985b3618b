"""Suggest first questions out of what the library's own minutes are about."""

import re
from collections.abc import Iterable, Iterator

from rag.items import Item
from rag.minutes import Document, Presence
from rag.swedish.words import is_content, words
from ui import strings
from ui.parsed import meeting_date

# Items of every meeting, whatever it is about: they make dull questions.
ROUTINE = re.compile(
    r"""öppna|avslut|dagordning|föredragningslista|justera|justerings|närvaro|upprop|röstlängd
    |föregående|förra\smötet|nästa\smöte|ordförande|sekreterare|övrig|rundan|laget\srunt|inledning
    |välkom|formalia|kallelse|utlysande|behörig|meddelanden|delgivning|anmälan|information|rapport
    |mötestid|kommande\smöten|val\sav|beslutsmässig|presentation
    """,
    re.VERBOSE | re.IGNORECASE,
)
AFTERTHOUGHT = re.compile(r",\s|\s[-–—]\s")
FIRST_WORD = re.compile(r"[^\W\d_]+")

# A longer title reads badly inside a question, a shorter subject says nothing.
LONGEST_TITLE = 60
SHORTEST_TITLE = 4


def suggestions(documents: Iterable[Document], limit: int = 3) -> tuple[str, ...]:
    """Return questions, at most one of a document, that the *documents* can answer."""
    asked = dict.fromkeys(q for document in documents for q in _best(document))
    return tuple(asked)[:limit]


def _best(document: Document) -> list[str]:
    subjects = list(_about(document))
    if subjects:
        return subjects[:1]
    day = document.minutes.date
    attended = any(p.presence is Presence.PRESENT for p in document.minutes.people)
    if attended and day and day.first == day.last:
        return [strings.SUGGEST_PEOPLE.format(date=meeting_date(day))]
    return []


def _about(document: Document) -> Iterator[str]:
    """Yield questions about the document's subjects, those with decisions first."""
    telling = [item for item in document.minutes.items if _is_telling(item.title)]
    for item in sorted(telling, key=lambda item: not item.decisions):
        question = strings.SUGGEST_DECISION if item.decisions else strings.SUGGEST_TALK
        yield question.format(subject=_in_sentence(item, document.text))


def _subject(title: str) -> str:
    """Return the title up to its first comma or dash: "Ny simhall, byggstart"."""
    return AFTERTHOUGHT.split(" ".join(title.split()), maxsplit=1)[0].rstrip(".:?")


def _is_telling(title: str) -> bool:
    subject = _subject(title)
    return (
        SHORTEST_TITLE <= len(subject) <= LONGEST_TITLE
        and not ROUTINE.search(title)
        and any(is_content(word) for word in words(subject))
    )


def _in_sentence(item: Item, document_text: str) -> str:
    """Return the subject as in mid-sentence: in lower case unless it opens with a name."""
    subject = _subject(item.title)
    first = FIRST_WORD.match(subject)
    if first is None or first.group() != first.group().capitalize():
        return subject  # an abbreviation, such as "ESF-projekt"
    # A word that is written with a capital after a small letter is a name, with or without its
    # genitive's s.
    name = re.escape(first.group().removesuffix("s"))
    if re.compile(rf"[a-zåäö,] {name}").search(document_text):
        return subject
    return subject[0].lower() + subject[1:]
