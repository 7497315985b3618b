"""The stable JSON of answers, hits, meetings, documents and summaries; see README.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from rag.minutes import Document, Minutes
from rag.phrasing.phrases import cited, interpreted
from rag.results import (
    ActorRow,
    Answer,
    Citation,
    Hit,
    Meeting,
    Passage,
    Statement,
    Understood,
)
from rag.summaries import ActionLine, ItemSummary, Summary, lines

Json = dict[str, Any]

_MINUTES = TypeAdapter(Minutes)


def answer_json(answer: Answer, *, question_id: str | int | None = None) -> Json:
    """Return an answer as `ask --json` prints it."""
    return {
        "id": question_id,
        "question": answer.question,
        "understood": _understood(answer.understood),
        "status": str(answer.status),
        "text": answer.text,
        "statements": _statements(answer.statements),
        "actors": [_actor(row) for row in answer.actors],
        "citations": citations_json(answer.citations),
        "hits": [_passage(hit) for hit in answer.hits],
        "missing": list(answer.missing),
        "searched": asdict(answer.searched),
        "model": answer.model,
        "notes": list(answer.notes),
        "elapsed_ms": answer.elapsed_ms,
    }


def hit_json(hit: Hit) -> Json:
    """Return a hit as `search --json` prints it: with its place, and what its score is made of."""
    passage = hit.passage
    return _passage(hit) | {
        "page": passage.page,
        "headings": list(passage.heading_path),
        "signals": {leg: round(score, 4) for leg, score in hit.signals.items()},
    }


def hit_in_context_json(hit: Hit) -> Json:
    """Return a hit as `search --json --context` prints it: with what stands around it."""
    return hit_json(hit) | {"before": _place(hit.before), "after": _place(hit.after)}


def _place(passage: Passage | None) -> Json | None:
    if passage is None:
        return None
    span = passage.span
    return {"start": span.start, "end": span.end, "text": passage.text}


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
        "answered_from": meeting.answered_from,
        "warnings": list(meeting.warnings),
    }


def document_json(document: Document, files: Sequence[Meeting] = ()) -> Json:
    """Return a document as `meetings show --json` prints it: all parsed fields with spans.

    Args:
        document: One of the *files*.
        files: All files of its meeting, the one that answers are taken from first.
    """
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
        "same_meeting": [
            {"document_id": file.document_id, "source": file.source, "answers": number == 0}
            for number, file in enumerate(files)
            if len(files) > 1
        ],
        "text": document.text,
    }


def summary_json(summary: Summary) -> Json:
    """Return a summary as `summarise --json` prints it."""
    return {
        "meeting": meeting_json(summary.meeting),
        "length": str(summary.length),
        "place": summary.place and _statement(summary.place),
        "present": _statements(summary.present),
        "present_count": summary.present_count,
        "absent": _statements(summary.absent),
        "absent_count": summary.absent_count,
        "brief": _statements(summary.brief),
        "items": [_item_summary(item) for item in summary.items],
        "dates": _statements(summary.dates),
        "questions": _statements(summary.questions),
        "links": _statements(summary.links),
        "citations": citations_json(summary.citations),
        "model": summary.model,
        "notes": list(summary.notes),
        "lines": [
            {"id": line.id, "part": str(line.part), "item": line.item, **_statement(line.statement)}
            for line in lines(summary)
        ],
        "text": "\n".join(cited(line.statement) for line in lines(summary)),
    }


def _item_summary(item: ItemSummary) -> Json:
    return {
        "label": item.label,
        "formal": item.is_formal,
        "statements": _statements(item.statements),
        "proposals": _statements(item.proposals),
        "decisions": _statements(item.decisions),
        "votes": _statements(item.votes),
        "reservations": _statements(item.reservations),
        "actions": [_action(action) for action in item.actions],
    }


def _action(action: ActionLine) -> Json:
    return _statement(action.statement) | {"who": action.who, "due": action.due}


def _understood(understood: Understood) -> Json:
    filters = understood.filters
    return {
        "line": interpreted(understood),
        "text": understood.text,
        "asks": str(understood.asks),
        "subject": list(understood.subject),
        "filters": {
            "body": filters.body,
            "from": filters.first and filters.first.isoformat(),
            "to": filters.last and filters.last.isoformat(),
            "meetings": list(filters.meetings),
        },
        "unmet": list(understood.unmet),
        "corrected": dict(understood.corrected),
        "abbreviations": dict(understood.abbreviations),
        "names": list(understood.names),
        "translated": understood.translated,
        "carried": list(understood.carried),
    }


def _actor(row: ActorRow) -> Json:
    return {
        "actor": row.actor,
        "organisation": row.organisation,
        "group": row.is_group,
        "statements": _statements(row.statements),
    }


def _statements(statements: Iterable[Statement]) -> list[Json]:
    return [_statement(statement) for statement in statements]


def _statement(statement: Statement) -> Json:
    return {
        "text": statement.text,
        "support": str(statement.support),
        "reason": statement.reason,
        "citations": list(statement.citations),
        "carriers": [
            {"citation": carrier.citation, **asdict(carrier.span)} for carrier in statement.carriers
        ],
    }


def citations_json(citations: Iterable[Citation]) -> list[Json]:
    """Return citations as all JSON has them."""
    return [asdict(citation) for citation in citations]
