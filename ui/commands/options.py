"""The options that several commands share, and the settings they amount to."""

import json
import os
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import ValidationError

from rag.errors import LibraryError, QuestionError
from rag.searching.recency import ASKED_WEIGHT
from rag.settings import Settings


def readable(text: str | None) -> str | None:
    """Return *text*, unless the terminal sent bytes that are no text.

    Raises:
        QuestionError: it did.
    """
    try:
        (text or "").encode()
    except UnicodeEncodeError as error:
        raise QuestionError(
            f"Texten {text!a} har tecken som inte kan läsas: skriv den i UTF-8."
        ) from error
    return text


def all_readable(texts: list[str] | None) -> list[str] | None:
    """Return *texts*, unless one of them is no text.

    Raises:
        QuestionError: it is not.
    """
    for text in texts or ():
        readable(text)
    return texts


LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", metavar="MAPP", help="Bibliotekets mapp (MOTESMINNE_LIBRARY)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Skriv JSON.")]
BodyOption = Annotated[
    str | None,
    typer.Option("--body", metavar="ORGAN", callback=readable, help="Bara detta organs möten."),
]
PersonOption = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="NAMN",
        callback=readable,
        help="Bara möten med denna person i närvarolistan.",
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATUM", help="Bara möten från 2024-03-04, 2024-03 eller 2024."),
]
ToOption = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="DATUM", help="Bara möten till och med 2024-03-04, 2024-03 eller 2024."
    ),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind", metavar="SORT", help="Bara protokoll, minnesanteckningar eller annan text."
    ),
]
MeetingOption = Annotated[
    str | None,
    typer.Option("--meeting", metavar="ID", help="Bara detta möte; början av id räcker."),
]

RecentOption = Annotated[
    bool, typer.Option("--recent", help="Låt nyare möten väga tyngre; skrivs ut i svaret.")
]

RECENT_FIRST = "Nyare möten väger tyngre."
"""What is said before answers and hits when they do."""


def choose_library(library: Path | None) -> None:
    """Let *library* hold for this process and those it starts."""
    if library is not None:
        os.environ["MOTESMINNE_LIBRARY"] = str(library)


def read_settings(library: Path | None) -> Settings:
    """Return the settings, with the library that the command line names.

    Raises:
        LibraryError: a setting has a value that it cannot have.
    """
    choose_library(library)
    try:
        return Settings()
    except ValidationError as error:
        problem = error.errors()[0]
        name = f"MOTESMINNE_{problem['loc'][0]}".upper()
        raise LibraryError(
            f"Inställningen {name} kan inte vara {problem['input']!r}: "
            "ändra den eller ta bort den ur miljön."
        ) from error


def settings_of_existing(library: Path | None, *, recent: bool = False) -> Settings:
    """Return the settings for a command that makes no library; *recent* weighs newer meetings up.

    Raises:
        LibraryError: there is none, or a setting has a value that it cannot have.
    """
    settings = read_settings(library)
    if not (settings.library / "library.sqlite").exists():
        raise LibraryError(
            f"Det finns inget bibliotek i {settings.library}: läs in protokoll dit med "
            "«motesminne ingest MAPP», eller ange rätt mapp med --library."
        )
    if recent and not settings.recency_weight:
        return settings.model_copy(update={"recency_weight": ASKED_WEIGHT})
    return settings


def print_json(value: Any) -> None:
    """Print *value* as JSON with Swedish letters as they are."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
