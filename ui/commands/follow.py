"""`motesminne follow`: the subjects whose news one wants to see."""

from functools import partial
from typing import Annotated

import typer

from rag.errors import QuestionError
from ui.commands.options import LibraryOption, readable, settings_of_existing

TopicArgument = Annotated[
    str | None, typer.Argument(metavar="ÄMNE", callback=readable, help="Ämnet.", show_default=False)
]
ListOption = Annotated[bool, typer.Option("--list", help="Lista de ämnen du följer.")]
RemoveOption = Annotated[bool, typer.Option("--remove", help="Sluta följa ämnet.")]


def run(
    topic: TopicArgument = None,
    *,
    list_all: ListOption = False,
    remove: RemoveOption = False,
    library: LibraryOption = None,
) -> None:
    """Följ ett ämne; «motesminne new» visar sedan vad nya protokoll säger om det."""
    from rag.assembling.assembly import open_store
    from rag.storing.database import Database
    from rag.topics.followed import follow, followed, unfollow

    settings = settings_of_existing(library)
    topics = followed(Database.open(settings.library, settings.access))
    name = " ".join((topic or "").split())
    if list_all:
        typer.echo("\n".join(topics) or "Du följer inget ämne.")
    elif not name:
        raise QuestionError("Ange ett ämne att följa, till exempel «motesminne follow feriejobb».")
    elif remove and name not in topics:
        raise QuestionError(f"Du följer inte {name!r}: se «motesminne follow --list».")
    elif remove:
        open_store(settings).note(partial(unfollow, topic=name))
        typer.echo(f"Du följer inte längre «{name}».")
    else:
        open_store(settings).note(partial(follow, topic=name))
        typer.echo(f"Du följer «{name}»: se nyheter med «motesminne new».")
