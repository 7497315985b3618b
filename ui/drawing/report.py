"""Draw what was read in, and the state of the library, as HTML."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from ingest.failure import Problem
from ingest.pipeline import Report
from rag.indexing.chroma_server import ChromaServer
from rag.results import Meeting
from rag.settings import Settings
from rag.storing.soundness import DATABASE, REBUILD, Finding
from rag.swedish.date_words import EN_DASH
from ui import local, strings
from ui.drawing.markup import NOTHING, Html, join, tag, text, told

GOOD = "✓"
BAD = "!"


def report(value: Report, added: Html = NOTHING) -> Html:
    """Draw how many files were added, what is to be known of some, and what was *added*."""
    return tag(
        "div",
        tag("p", text(strings.ADD_DONE.format(summary=summary(value)))),
        _problems(strings.ADD_FAILED, value.failed, "bad"),
        _problems(strings.ADD_WARNINGS, value.warnings, "note"),
        _problems(strings.ADD_SAME_MEETING, value.same_meeting, "note"),
        added,
        class_="report",
    )


def limits(suffixes: Sequence[str], value: Settings) -> str:
    """Say which files can be read, and how large."""
    formats = ", ".join(suffix.lstrip(".").upper() for suffix in suffixes)
    return strings.ADD_LIMIT.format(formats=formats, megabytes=value.max_file_mb)


def summary(value: Report) -> str:
    """Count the files by what became of them, leaving out what did not happen."""
    counted = (
        (value.read, strings.REPORT_READ),
        (value.replaced, strings.REPORT_REPLACED),
        (value.unchanged, strings.REPORT_UNCHANGED),
        (value.failed, strings.REPORT_FAILED),
    )
    return ", ".join(local.count(len(files), forms) for files, forms in counted if files)


def facts(meetings: Sequence[Meeting]) -> Html:
    """Draw how much the library holds, and from when."""
    days = [meeting.date for meeting in meetings if meeting.date]
    years = sorted({year for day in days for year in (day.first.year, day.last.year)})
    period = EN_DASH.join(dict.fromkeys(str(year) for year in (years[:1] + years[-1:])))
    shown = (
        (strings.STATUS_MEETINGS, local.number(sum(not m.answered_from for m in meetings))),
        (strings.STATUS_BODIES, local.number(len({m.body for m in meetings if m.body}))),
        (strings.STATUS_PERIOD, period or strings.UNDATED),
        (strings.STATUS_CHUNKS, local.number(sum(m.chunks for m in meetings))),
    )
    pairs = (tag("div", tag("dt", text(name)), tag("dd", text(value))) for name, value in shown)
    return tag("dl", *pairs, class_="facts")


def settings(value: Settings, version: str) -> Html:
    """Draw what is used to search and answer."""
    shown = (
        (strings.STATUS_MODEL, value.embedding_model or strings.STATUS_SHIPPED_MODEL),
        (strings.STATUS_RERANKER, value.reranker or strings.STATUS_RERANKER_NONE),
        (strings.STATUS_ANSWERS, _answers(value)),
        (strings.STATUS_VERSION, version),
    )
    pairs = (join(tag("dt", text(name)), tag("dd", text(what))) for name, what in shown)
    return tag("dl", *pairs, class_="places")


def storage(folder: str, parts: Mapping[str, int]) -> Html:
    """Draw where the library lies, and how much room each part of it takes."""
    sizes = {title: parts.get(name, 0) for name, title in strings.STATUS_PARTS.items()}
    sizes[strings.STATUS_PARTS_OTHER] = sum(parts.values()) - sum(sizes.values())
    rows = [(title, size) for title, size in sizes.items() if size]
    return join(
        tag("p", text(f"{strings.STATUS_LIBRARY}: "), tag("code", text(folder))),
        tag(
            "table",
            tag("tbody", *(_sized("td", title, size) for title, size in rows)),
            tag("tfoot", _sized("th", strings.STATUS_PARTS_ALL, sum(parts.values()))),
            class_="figures sizes",
        ),
    )


def _sized(name: str, title: str, size: int) -> Html:
    return tag("tr", tag("th", text(title), scope="row"), tag(name, text(local.size(size))))


def health(findings: Sequence[Finding]) -> str:
    """Say in one sentence how the library is."""
    unsound = sum(not finding.ok for finding in findings)
    if not unsound:
        return strings.STATUS_SOUND
    one, many = strings.STATUS_UNSOUND
    return (one if unsound == 1 else many).format(count=unsound)


def privacy(value: Settings, *, is_known: bool = False, log_days: int = 0) -> tuple[str, ...]:
    """Say what becomes of minutes, questions and answers, and of what is known of who visits."""
    talks = strings.PRIVACY_KNOWN if is_known else strings.PRIVACY_POINTS[-1]
    here, own, *others = (*strings.PRIVACY_POINTS[:-1], talks)
    if value.chroma:
        where = ChromaServer(value.chroma).name
        others.insert(0, strings.PRIVACY_VECTORS.format(where=where))
    if log_days:
        others.append(strings.PRIVACY_LOG.format(days=local.count(log_days, strings.DAY_FORMS)))
    if value.llm is None:
        # Where others sign in, the app is reached from other computers, and asks who they are.
        stays = (here,) if value.chroma else (here, own)
        return (*(() if is_known else stays), *others)
    where = value.llm_base_url or strings.PRIVACY_OWN_SERVER
    return (strings.PRIVACY_MODEL.format(model=value.llm, where=where), *others)


def _answers(value: Settings) -> str:
    return (
        strings.STATUS_ANSWERS_MODEL.format(model=value.llm)
        if value.llm
        else (strings.STATUS_ANSWERS_HOW)
    )


def checks(findings: Iterable[Finding]) -> Html:
    """Draw what the library's own check found."""
    return tag("ul", *(_finding(finding) for finding in findings), class_="checks")


def points(sentences: Iterable[str]) -> Html:
    """Draw sentences as a list."""
    return tag("ul", *(tag("li", text(sentence)) for sentence in sentences), class_="points")


def _problems(title: str, problems: Sequence[Problem], kind: str) -> Html:
    if not problems:
        return NOTHING
    rows = (
        tag(
            "li",
            tag("strong", text(PurePath(problem.source).name)),
            tag("div", told(problem.message), class_="details"),
            class_=kind,
        )
        for problem in problems
    )
    return join(tag("h2", text(title), class_="group"), tag("ul", *rows))


def _finding(finding: Finding) -> Html:
    """Draw a finding; the terminal's advice gives way to the page's own."""
    return tag(
        "li",
        tag("span", text(GOOD if finding.ok else BAD), class_="sign", aria_hidden="true"),
        tag("span", told(finding.name)),
        tag("span", told(finding.detail.removesuffix(REBUILD)), class_="details"),
        *(() if finding.ok else (tag("span", text(_advice(finding)), class_="advice"),)),
        class_="good" if finding.ok else "bad",
    )


def _advice(finding: Finding) -> str:
    if finding.name == DATABASE:
        return strings.STATUS_ADVICE_DATABASE
    return strings.STATUS_ADVICE
