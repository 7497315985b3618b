"""Change the library from the app: what the user did, where they may."""

from collections.abc import Mapping
from functools import partial

from eval.saving import FILE_NAME, save_question
from ingest.purging import purge
from rag.edits import Edit
from rag.errors import AccessError
from rag.minutes import DocumentId
from rag.results import Answer, Filters
from rag.storing import kept_edits
from rag.storing.soundness import Finding
from ui import strings
from ui.backends import backend, uploads, visitor
from ui.guarding.audit import Deed
from ui.guarding.roles import Act


def keep_edit(document: DocumentId, edit: Edit) -> None:
    """Keep what the user did to a line."""
    backend.require_with(Act.CORRECT, document)
    backend.store().note(partial(kept_edits.keep_edit, document=document, edit=edit))


def take_back_edit(document: DocumentId, line: str) -> None:
    """Let a line be as it was made."""
    backend.require_with(Act.CORRECT, document)
    backend.store().note(partial(kept_edits.take_back_edit, document=document, line=line))


def correct(document: DocumentId, changes: Mapping[str, str | None]) -> None:
    """Let fields of a meeting be what the user says; `None` takes that back."""
    backend.require_with(Act.CORRECT, document)
    if "body" in changes:
        _require_own_body(changes["body"])
    backend.store().correct(document, changes)
    visitor.note(Deed.CORRECTED, document)


def remove(document: DocumentId, *, every_trace: bool = False) -> None:
    """Remove a meeting, and its uploaded file if there is one; at a wish what quotes it too."""
    act, did = (Act.PURGE, Deed.PURGED) if every_trace else (Act.REMOVE, Deed.REMOVED)
    backend.require_with(act, document)
    visitor.note(did, document)
    try:
        if every_trace:
            purge(backend.store(), [document])
        else:
            backend.store().hide(document)
            uploads.forget(backend.as_started(), document)
    finally:
        backend.clearing().soon()


def save_as_test(answer: Answer, filters: Filters | None = None) -> str:
    """Save the question with what its answer rests on; return the file's path."""
    visitor.require(Act.EVALUATE)
    path = backend.as_started().library / FILE_NAME
    save_question(path, answer, filters)
    return str(path)


def check() -> list[Finding]:
    """Return what the library's own check finds."""
    visitor.require(Act.SETTINGS)
    return backend.store().check()


def rebuild() -> None:
    """Make what is searched in anew, out of the library's database."""
    visitor.require(Act.SETTINGS)
    visitor.note(Deed.REBUILT)
    backend.store().rebuild()


def _require_own_body(body: str | None) -> None:
    """Let who visits give a meeting to *body*, or to that which was read when it is `None`.

    Raises:
        AccessError: it is none of theirs; they would no longer see the meeting.
    """
    if not visitor.may_with(Act.CORRECT, body or None):
        told = strings.FORBIDDEN_BODY if body else strings.FORBIDDEN_BODY_NONE
        raise AccessError(told.format(body=body))
