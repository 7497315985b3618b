"""`motesminne summarise`: a meeting, a subject or a matter in brief."""

from collections.abc import Iterable
from typing import Annotated

import typer

from rag.edits import Edit
from rag.errors import QuestionError
from rag.summaries import Length, Summary
from ui.commands.across import (
    Asked,
    ByActorOption,
    MatterOption,
    TopicOption,
    period,
    summarise_across,
)
from ui.commands.options import (
    FromOption,
    JsonOption,
    LibraryOption,
    ToOption,
    settings_of_existing,
)
from ui.commands.wording import NoModelOption, StyleOption, last_of, without_model
from ui.commands.writing import (
    OutputOption,
    PaperFormatOption,
    TemplateOption,
    Wanted,
    now,
    write_paper,
)
from ui.exports.formats import Format
from ui.exports.target import deliver

LengthOption = Annotated[
    Length,
    typer.Option(
        "--length", metavar="|".join(Length), case_sensitive=False, help="Hur mycket som sägs."
    ),
]
UneditedOption = Annotated[
    bool, typer.Option("--unedited", help="Utan det som strukits och skrivits om i appen.")
]


def run(
    meeting: Annotated[
        str, typer.Argument(metavar="ID", help="Mötets id; början räcker.", show_default=False)
    ] = "",
    *,
    topic: TopicOption = None,
    matter: MatterOption = None,
    by_actor: ByActorOption = False,
    length: LengthOption = Length.NORMAL,
    first: FromOption = None,
    last: ToOption = None,
    no_model: NoModelOption = False,
    style: StyleOption = None,
    output_format: PaperFormatOption = None,
    output: OutputOption = None,
    template: TemplateOption = None,
    unedited: UneditedOption = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sammanfatta ett möte, ett ämne eller ett ärende, med källa till varje rad."""
    from rag.assembling.assembly import build_assistant

    settings = settings_of_existing(library)
    wanted = Wanted(kind="json" if as_json else output_format, file=output, template=template)
    wanted.check()
    if topic or matter:
        within = period(first, last)
        asked = Asked(topic=topic, matter=matter, by_actor=by_actor, length=length, wanted=wanted)
        summarise_across(settings, asked, within)
        return
    if not meeting:
        raise QuestionError("Ange ett mötes id, eller --topic ÄMNE eller --matter DNR.")
    assistant = build_assistant(without_model(settings, no_model=no_model))
    found = assistant.find(meeting)
    edits = () if unedited else assistant.edits(found)
    _write(assistant.summarising(found, length=length, style=style), edits, wanted)


def _write(summaries: Iterable[Summary], edits: Iterable[Edit], wanted: Wanted) -> None:
    """Write the last of *summaries*, as a terminal shows it or as a document to hand on."""
    from rag.edits import edited
    from ui.contracts.answers import summary_json
    from ui.exports.summary_paper import summary_paper
    from ui.terminal.plain import summary_text

    summary = edited(last_of(summaries), edits)
    if wanted.format is Format.TEXT:
        deliver(summary_text(summary) + "\n", wanted.file)
    else:
        paper = summary_paper(summary, created=now())
        write_paper(paper, lambda: summary_json(summary), wanted)
