"""Suggest first questions out of what the library's own minutes are about."""

import re
from collections.abc import Iterable, Iterator

from rag.minutes import Document, Item, Presence
from rag.words import is_content, words
from ui import strings
from ui.render import meeting_date

# Items of every meeting, whatever it is about: they make dull questions.
ROUTINE = re.compile(
    r"""öppna|avslut|dagordning|föredragningslista|justera|justerings|närvaro|upprop|röstlängd
    |föregående|förra\smötet|nästa\smöte|ordförande|sekreterare|övrig|rundan|laget\srunt|inledning
    |välkom|formalia|kallelse|utlysande|behörig|meddelanden|delgivning|anmälan|information|rapport
    |mötestid|kommande\smöten|val\sav|beslutsmässig|presentation
    """,
    re.VERBOSE | re.IGNORECASE,
)
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
    attended = any(p.presence is Presence.PRESENT for p in document.minutes.people)
    if subjects:
        return subjects[:1]
    if attended and document.minutes.date:
        day = meeting_date(document.minutes.date)
        return [strings.SUGGEST_PEOPLE.format(date=day)]
    return []


def _about(document: Document) -> Iterator[str]:
    """Yield questions about the document's subjects, those with decisions first."""
    telling = [item for item in document.minutes.items if _is_telling(item.title)]
    for item in sorted(telling, key=lambda item: not item.decisions):
        question = strings.SUGGEST_DECISION if item.decisions else strings.SUGGEST_TALK
        yield question.format(subject=_in_sentence(item, document.text))


def _is_telling(title: str) -> bool:
    return (
        SHORTEST_TITLE <= len(title) <= LONGEST_TITLE
        and not ROUTINE.search(title)
        and any(is_content(word) for word in words(title))
    )


def _in_sentence(item: Item, document_text: str) -> str:
    """Return the title as it stands in mid-sentence: in lower case unless it opens with a name."""
    title = " ".join(item.title.split()).rstrip(".:?")
    first = FIRST_WORD.match(title)
    if first is None or first.group() != first.group().capitalize():
        return title  # an abbreviation, such as "ESF-projekt"
    # A word that is written with a capital after a small letter is a name.
    if re.compile(rf"[a-zåäö,] {re.escape(first.group())}\b").search(document_text):
        return title
    return title[0].lower() + title[1:]
