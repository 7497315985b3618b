"""Run a file of questions on the library of some settings, with progress."""

from pathlib import Path

from eval.dataset import load_questions
from eval.record import Run
from eval.runner import run
from rag.assembling.assembly import build_assistant
from rag.settings import Settings
from ui.commands.progress import progress_bar


def run_questions(file: Path, settings: Settings, *, check: bool) -> Run:
    """Ask every question in *file*.

    Args:
        file: JSONL, as `eval.dataset` reads it.
        settings: Name the library.
        check: Refuse a file whose quotes are not in the library.
    """
    questions = load_questions(file)
    assistant = build_assistant(settings)
    documents = [assistant.document(meeting.document_id) for meeting in assistant.meetings()]
    with progress_bar("Frågar") as advance:
        return run(
            questions,
            assistant.ask,
            follow_up=assistant.ask,
            documents=documents,
            settings=settings.model_dump(mode="json"),
            check=check,
            progress=advance,
        )
