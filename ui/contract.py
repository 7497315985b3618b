"""The stable JSON of answers, hits, meetings, documents and summaries; see README.md."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from rag.minutes import Document, Minutes
from rag.phrases import cited
from rag.results import Answer, Citation, Hit, Meeting, Statement, Summary

Json = dict[str, Any]

_MINUTES = TypeAdapter(Minutes)


def answer_json(answer: Answer, *, question_id: str | int | None = None) -> Json:
    """Return an answer as `ask --json` prints it."""
    return {
        "id": question_id,
        "question": answer.question,
        "status": str(answer.status),
        "text": answer.text,
        "statements": _statements(answer.statements),
        "citations": _citations(answer.citations),
        "hits": [_passage(hit) for hit in answer.hits],
        "missing": list(answer.missing),
        "searched": asdict(answer.searched),
        "model": answer.model,
        "elapsed_ms": answer.elapsed_ms,
    }


def hit_json(hit: Hit) -> Json:
    """Return a hit as `search --json` prints it: as in an answer, and where it stands."""
    passage = hit.passage
    return _passage(hit) | {"page": passage.page, "headings": list(passage.heading_path)}


def _passage(hit: Hit) -> Json:
    passage = hit.passage
    return {
        "document_id": passage.document_id,
        "source": passage.source,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": round(hit.score, 4),
        "text": passage.text,
    }


def meeting_json(meeting: Meeting) -> Json:
    """Return a meeting as `meetings list --json` prints it."""
    return {
        "document_id": meeting.document_id,
        "source": meeting.source,
        "title": meeting.title,
        "kind": str(meeting.kind),
        "body": meeting.body,
        "date": meeting.date.iso if meeting.date else None,
        "date_inferred": bool(meeting.date and meeting.date.inferred),
        "chunks": meeting.chunks,
        "warnings": list(meeting.warnings),
    }


def document_json(document: Document) -> Json:
    """Return a document as `meetings show --json` prints it: all parsed fields with spans."""
    minutes: Mapping[str, Any] = _MINUTES.dump_python(document.minutes, mode="json")
    day = document.minutes.date
    return {
        "document_id": document.id,
        "source": document.source,
        **minutes,
        "date": day.iso if day else None,
        "date_inferred": bool(day and day.inferred),
        "pages": [asdict(page) for page in document.pages],
        "chunks": [asdict(chunk.span) | {"kind": str(chunk.kind)} for chunk in document.chunks],
        "warnings": list(document.warnings),
        "text": document.text,
    }


def summary_json(summary: Summary) -> Json:
    """Return a summary as `summarise --json` prints it."""
    return {
        "meeting": meeting_json(summary.meeting),
        "place": summary.place and _statement(summary.place),
        "attendance": _statements(summary.attendance),
        "items": [
            {
                "label": item.label,
                "statements": _statements(item.statements),
                "decisions": _statements(item.decisions),
                "actions": _statements(item.actions),
            }
            for item in summary.items
        ],
        "dates": _statements(summary.dates),
        "citations": _citations(summary.citations),
        "text": "\n".join(cited(s) for item in summary.items for s in item.statements),
    }


def _statements(statements: Iterable[Statement]) -> list[Json]:
    return [_statement(statement) for statement in statements]


def _statement(statement: Statement) -> Json:
    return {
        "text": statement.text,
        "support": str(statement.support),
        "citations": list(statement.citations),
    }


def _citations(citations: Iterable[Citation]) -> list[Json]:
    return [asdict(citation) for citation in citations]
