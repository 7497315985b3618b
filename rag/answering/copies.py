"""Say from which file of a meeting an answer comes, when the meeting has several."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from rag.minutes import DocumentId
from rag.results import Citation, Meeting
from rag.storing.library import Library


def told_of_copies(citations: Iterable[Citation], library: Library) -> tuple[str, ...]:
    """Return a Swedish sentence for each meeting cited that lies in more than one file."""
    cited = dict.fromkeys(citation.document_id for citation in citations)
    files = ((document, library.files(document)) for document in cited)
    return tuple(
        f"Mötet {_name(found[0])} finns i {len(found)} filer: {_origin(document, found, library)}."
        for document, found in files
        if len(found) > 1
    )


def told_of_files(file: Meeting, files: Sequence[Meeting]) -> str:
    """Return a Swedish sentence that says which of a meeting's *files* answers come from."""
    others = ", ".join(_file_name(other) for other in files if other is not file)
    if file is files[0]:
        return f"samma möte som {others}; svaren hämtas ur den här filen."
    return f"annan fil för samma möte som {others}; svaren hämtas ur {_file_name(files[0])}."


def _origin(document: DocumentId, files: Sequence[Meeting], library: Library) -> str:
    used = next(file for file in files if file.document_id == document)
    status = library.document(document).minutes.status
    others = ", ".join(_file_name(file) for file in files if file is not used)
    said = f"{_file_name(used)} ({status})" if status else _file_name(used)
    return f"svaret är hämtat ur {said}, inte ur {others}"


def _name(meeting: Meeting) -> str:
    return f"«{meeting.title}»" + (f" {meeting.date.iso}" if meeting.date else "")


def _file_name(meeting: Meeting) -> str:
    return PurePath(meeting.source).name
