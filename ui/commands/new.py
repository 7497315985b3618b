"""`motesminne new`: what is new since a day, or since one last looked at the subjects followed."""

from functools import partial
from typing import Annotated

import typer

from rag.results import Filters
from rag.settings import Settings
from rag.topics.values import TopicSummary
from ui.asked import first_day
from ui.commands.options import BodyOption, LibraryOption, readable, settings_of_existing
from ui.commands.writing import (
    OutputOption,
    PaperFormatOption,
    TemplateOption,
    Wanted,
    now,
    write_paper,
)

SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATUM", help="Möten från 2024-03-04, 2024-03 eller 2024."),
]
TopicOption = Annotated[
    str | None,
    typer.Option("--topic", metavar="ÄMNE", callback=readable, help="Bara det som sagts om detta."),
]

NOT_FOLLOWED = (
    'Du följer inget ämne: ange --since DATUM, eller följ ett med «motesminne follow "feriejobb"».'
)


def run(
    *,
    since: SinceOption = None,
    topic: TopicOption = None,
    body: BodyOption = None,
    output_format: PaperFormatOption = None,
    output: OutputOption = None,
    template: TemplateOption = None,
    library: LibraryOption = None,
) -> None:
    """Visa vad som är nytt sedan ett datum; utan datum: i de ämnen du följer, sedan sist."""
    settings = settings_of_existing(library)
    wanted = Wanted(kind=output_format, file=output, template=template)
    wanted.check()
    if since is None:
        _followed(settings, wanted)
        return
    from rag.assembling.across_assembly import build_across
    from ui.contracts.across import topic_json
    from ui.exports.across_papers import topic_paper

    told = build_across(settings).new(first_day(since), topic or "", Filters(body=body))
    title = f"Nytt sedan {since}" + (f" om {topic}" if topic else "")
    paper = topic_paper(told, created=now(), title=title)
    write_paper(paper, lambda: topic_json(told), wanted)


def _followed(settings: Settings, wanted: Wanted) -> None:
    """Write what is new of each subject followed, and note it as seen."""
    from rag.assembling.across_assembly import build_across
    from rag.assembling.assembly import open_store
    from rag.topics.followed import seen
    from ui.contracts.across import topic_json
    from ui.exports.across_papers import news_paper

    found: list[TopicSummary] = build_across(settings).new_of_followed()
    if not found:
        typer.echo(NOT_FOLLOWED)
        return
    paper = news_paper(found, created=now())
    write_paper(paper, lambda: [topic_json(one) for one in found], wanted)
    store = open_store(settings)
    for one in found:
        store.note(partial(seen, topic=one.topic))
