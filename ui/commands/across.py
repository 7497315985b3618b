"""`motesminne summarise --topic` and `--matter`: what many meetings tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated

import typer

from rag.errors import QuestionError
from rag.matters.values import Timeline
from rag.minutes import DocumentId
from rag.results import Filters
from rag.settings import Settings
from rag.summaries import Length
from rag.topics.values import TopicSummary
from ui.asked import FilterFields, to_filters
from ui.commands.options import readable
from ui.commands.writing import Wanted, now, write_paper

TopicOption = Annotated[
    str | None,
    typer.Option(
        "--topic", metavar="ÄMNE", callback=readable, help="Vad alla möten sagt om detta."
    ),
]
MatterOption = Annotated[
    str | None,
    typer.Option(
        "--matter",
        metavar="DNR",
        callback=readable,
        help="Ett ärendes gång: diarienummer eller ord.",
    ),
]
ByActorOption = Annotated[
    bool, typer.Option("--by-actor", help="Med --topic: ordnat efter vem som sagt det.")
]

NO_MATTER = (
    "Inget ärende i biblioteket har eller heter {matter!r}: skriv ett diarienummer, som "
    "«KS 2023/145», eller några ord ur ärendets rubrik."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of many meetings, and how it is to be written."""

    topic: str | None = None
    matter: str | None = None
    by_actor: bool = False
    length: Length = Length.NORMAL
    wanted: Wanted = field(default_factory=Wanted)


def period(first: str | None, last: str | None) -> Filters:
    """Return the filters of a period as it is written.

    Raises:
        FilterError: a date cannot be read, or the first day is after the last.
    """
    return to_filters(FilterFields(**{"from": first, "to": last}), find=DocumentId)


def summarise_across(settings: Settings, asked: Asked, within: Filters) -> None:
    """Write what the meetings that *within* admits tell of the matter or topic *asked* for.

    Raises:
        QuestionError: no item of the library is of the matter.
    """
    from rag.assembling.across_assembly import build_across

    across = build_across(settings)
    if asked.matter:
        _write_matter(asked.matter, across.timelines(asked.matter, within), asked)
        return
    told = across.topic(asked.topic or "", within, length=asked.length, by_actor=asked.by_actor)
    _write_topic(told, asked)


def _write_topic(told: TopicSummary, asked: Asked) -> None:
    from ui.contracts.across import topic_json
    from ui.exports.across_papers import topic_paper

    paper = topic_paper(told, created=now())
    write_paper(paper, lambda: topic_json(told), asked.wanted)


def _write_matter(matter: str, found: Sequence[Timeline], asked: Asked) -> None:
    from ui.contracts.across import timeline_json
    from ui.exports.across_papers import timeline_paper

    if not found:
        raise QuestionError(NO_MATTER.format(matter=matter))
    paper = timeline_paper(matter, found, created=now())
    write_paper(paper, lambda: [timeline_json(one) for one in found], asked.wanted)
