"""Save an answered question as a line of the user's own question file."""

import json
import re
from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from eval.atomic import write_whole
from eval.dataset import Category, Expect, Question, load_questions
from eval.evidence import squeeze
from rag.errors import DatasetError
from rag.results import Answer, Filters, Status

FILE_NAME = "testfragor.jsonl"
"""What the app's file is called, in the library."""

EXPECTED = {
    Status.ANSWERED: (Category.FACT, Expect.ANSWERABLE),
    Status.PARTIAL: (Category.NEAR_MISS, Expect.NEAR_MISS),
    Status.NOT_FOUND: (Category.ABSENT, Expect.ABSENT),
}

# Another writer needs milliseconds.
LOCK_TIMEOUT_S = 10.0

SEPARATOR = re.compile(r"[/\\]")


def save_question(path: Path, answer: Answer, filters: Filters | None = None) -> str:
    """Append *answer*'s question to the file at *path*, whole or not at all; return its id.

    What the answer rests on becomes what a right answer must rest on; a question that got no
    answer is one that should get none. One that is there already, the same in all, stays alone.

    Raises:
        DatasetError: the file is malformed or cannot be written, or *filters* name meetings.
    """
    fields = _fields(answer, filters or Filters())
    path = path.resolve()  # a link stays a link
    if not path.parent.is_dir():
        raise DatasetError(f"Mappen {path.parent} finns inte; skapa den eller välj en annan.")
    try:
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=LOCK_TIMEOUT_S):
            content = path.read_bytes().decode("utf-8") if path.exists() else ""
            questions = load_questions(path).questions if content.strip() else ()
            same = next((q.id for q in questions if _fields_of(q) == fields), None)
            if same is not None:
                return same
            new = _new_id({question.id for question in questions})
            line = json.dumps({"id": new, **fields}, ensure_ascii=False)
            ended = content if not content or content.endswith("\n") else content + "\n"
            write_whole(path, f"{ended}{line}\n")
    except (OSError, Timeout, UnicodeDecodeError) as error:
        raise DatasetError(
            f"Frågan kan inte sparas i {path} ({error}); kontrollera mappen och dess rättigheter."
        ) from error
    return new


def _fields(answer: Answer, filters: Filters) -> dict[str, Any]:
    """Return the line of *answer* without its id, as `eval.dataset` reads it."""
    if filters.meetings:
        raise DatasetError(
            "En fråga till ett enda möte kan inte sparas som testfråga; ställ den till alla möten."
        )
    category, expect = EXPECTED[answer.status]
    cited = answer.status is not Status.NOT_FOUND
    names = (SEPARATOR.split(citation.source)[-1] for citation in answer.citations if cited)
    fields: dict[str, Any] = {
        # A follow-up is saved in full: alone in its file it follows nothing.
        "question": _asked(answer),
        "category": category.value,
        "expect": expect.value,
        "evidence": [[quote] for quote in dict.fromkeys(_quotes(answer) if cited else ())],
        "documents": list(dict.fromkeys(names)),
        "filters": _plain(filters),
    }
    return {name: value for name, value in fields.items() if value}


def _asked(answer: Answer) -> str:
    return answer.understood.reworded if answer.understood.carried else answer.question


def _fields_of(question: Question) -> dict[str, Any]:
    """Return what `_fields` would make of a question that was read."""
    fields: dict[str, Any] = {
        "question": question.question,
        "category": question.category.value,
        "expect": question.expect.value,
        "evidence": [list(group) for group in question.evidence],
        "documents": list(question.documents),
        "filters": _plain(question.filters),
    }
    return {name: value for name, value in fields.items() if value}


def _quotes(answer: Answer) -> Iterator[str]:
    """Yield what the statements cite, in their order."""
    quotes = {citation.n: squeeze(citation.quote) for citation in answer.citations}
    for statement in answer.statements:
        yield from (quotes[n] for n in statement.citations if n in quotes)


def _plain(filters: Filters) -> dict[str, str]:
    written = {
        "body": filters.body,
        "person": filters.person,
        "kind": filters.kind and filters.kind.value,
        "from": filters.first and filters.first.isoformat(),
        "to": filters.last and filters.last.isoformat(),
    }
    return {name: value for name, value in written.items() if value}


def _new_id(taken: Collection[str]) -> str:
    names = (f"sparad-{number:03}" for number in count(len(taken) + 1))
    return next(name for name in names if name not in taken)
