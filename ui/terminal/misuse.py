"""Tell in Swedish what is wrong with how a command was written."""

from collections.abc import Mapping
from typing import Any

from ui.local import any_of
from ui.said import known_as

# What typer says, and what is said instead; the more particular first.
MISTAKES: Mapping[str, str] = {
    "No such command {name}. Did you mean {near}?": (
        "Det finns inget kommando {name}: menade du {near}?"
    ),
    "No such command {name}.": "Det finns inget kommando {name}.",
    "Missing command.": "Ett kommando saknas.",
    "No such option: {name} (Possible options: {near})": (
        "Det finns ingen flagga {name}: menade du {near}?"
    ),
    "No such option: {name}": "Det finns ingen flagga {name}.",
    "Missing argument {name}.": "Argumentet {name} saknas.",
    "Missing option {name}.": "Flaggan {name} saknas.",
    "Got unexpected extra argument(s) ({words})": (
        "Det är fler ord än kommandot tar emot: {words}. Sätt ord som hör ihop inom citattecken."
    ),
    "Option {name} requires an argument.": "Flaggan {name} ska följas av ett värde.",
    "Option {name} does not take a value.": "Flaggan {name} tar inte emot något värde.",
    "Invalid value for {name}: Value error, {value} is not one of {choices}.": (
        "{name} kan inte vara {value}: välj {choices}."
    ),
    "Invalid value for {name}: Input should be a valid integer, {why}": (
        "{name} ska vara ett heltal."
    ),
    "Invalid value for {name}: Input should be a valid number, {why}": "{name} ska vara ett tal.",
    "Invalid value for {name}: Input should be greater than or equal to {least}": (
        "{name} ska vara minst {least}."
    ),
    "Invalid value for {name}: Input should be less than or equal to {most}": (
        "{name} ska vara högst {most}."
    ),
}
OTHER = "Kommandot är fel skrivet."
HELP = "Se «{command} --help»."


def told(message: str) -> str:
    """Return typer's *message* about a command in Swedish.

    >>> told("No such option: --jsn (Possible options: --json)")
    'Det finns ingen flagga --jsn: menade du --json?'
    """
    known = known_as(MISTAKES, message)
    if known is None:
        return OTHER
    swedish, found = known
    return swedish.format_map({name: _plain(value) for name, value in found.items()})


def advice(error: Any, program: str) -> str:
    """Return where the command of *error* is explained."""
    context = getattr(error, "ctx", None)
    return HELP.format(command=context.command_path if context else program)


def _plain(value: str) -> str:
    """Return *value* without quotes; several, as a choice among them."""
    return any_of([part.strip("'\"") for part in value.split(", ")])
