"""Leave out of what somebody wants to add what is not of a body that they are an editor for."""

from collections.abc import Callable
from dataclasses import replace

from ingest.failure import Problem
from ingest.pipeline import Report
from ingest.preview import Preview, Standing
from rag.minutes import Document
from ui import strings

Covers = Callable[[str | None], bool]
"""Tell whether a body is one of theirs; `None` stands for one that could not be read."""


def own(line: Preview, covers: Covers) -> Preview:
    """Return *line* as somebody may see and add it, to whom *covers* tells their bodies.

    Minutes of others that are the same file, or would be replaced, let it fail without being named.
    """
    others = [one for one in line.documents if not _is_own(one, covers)]
    if others:
        return _refused(line, _told(others[0].minutes.body))
    seen = tuple(one for one in line.alike if _is_own(one, covers))
    if seen == line.alike:
        return line
    if line.standing is Standing.SAME_MEETING:
        standing = Standing.SAME_MEETING if seen else Standing.NEW
        return replace(line, alike=seen, standing=standing)
    return _refused(line, strings.ADD_OTHERS_KNOWN)


def _is_own(document: Document, covers: Covers) -> bool:
    return covers(document.minutes.body)


def _told(body: str | None) -> str:
    return strings.ADD_OTHERS.format(body=body) if body else strings.ADD_OTHERS_NONE


def _refused(line: Preview, sentence: str) -> Preview:
    problem = Problem(source=line.incoming.name, message=sentence)
    return replace(
        line,
        standing=Standing.FAILED,
        documents=(),
        alike=(),
        report=Report(failed=(problem,)),
    )
