"""Explain a command in Swedish: how it is written, and what each word of it does."""

from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

USAGE = "Så skrivs det: "
SHOW_HELP = "Visa den här hjälpen."
OPTIONS = "[FLAGGOR]"
SUBCOMMAND = "KOMMANDO [...]"
VALUE = "VÄRDE"
REQUIRED = "Måste anges."
DEFAULT = "(annars {value})"

# How shells end a command that was written wrongly.
MISUSED = 2


class Command(TyperCommand):
    """A command whose help is all in Swedish; typer's own words are English."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help into *formatter*."""
        write_help(self, ctx, formatter)


class Group(TyperGroup):
    """A command of several, whose help is all in Swedish; without words it shows that."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help into *formatter*."""
        write_help(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return what is left of *args* for the subcommand."""
        if not args:
            typer.echo(ctx.get_help())
            raise typer.Exit(MISUSED)
        return super().parse_args(ctx, args)


def swedish(app: typer.Typer) -> typer.Typer:
    """Let *app* and its commands explain themselves in Swedish."""
    app.info.cls = Group
    for command in app.registered_commands:
        command.cls = Command
    return app


def write_help(command: Any, ctx: Any, formatter: Any) -> None:
    """Write how *command* is written, what it does, and what its words are."""
    words = command.get_params(ctx)
    arguments = [word for word in words if word.param_type_name == "argument"]
    options = [word for word in words if word.param_type_name == "option" and not word.hidden]
    subcommands = list(_subcommands(command, ctx))
    usage = [OPTIONS, *map(_place, arguments), *([SUBCOMMAND] if subcommands else [])]
    formatter.write_usage(ctx.command_path, " ".join(usage), prefix=USAGE)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(cleandoc(str(command.help)))
    for heading, rows in (
        ("Kommandon", subcommands),
        ("Argument", [(_name(word), _meaning(word)) for word in arguments]),
        ("Flaggor", [(_option(word), _meaning(word)) for word in options]),
    ):
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows)


def _subcommands(command: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    if isinstance(command, TyperGroup):
        for name in command.list_commands(ctx):
            yield name, _said(command.get_command(ctx, name))


def _said(command: Any) -> str:
    """Return in short what *command* does."""
    return str(command.help).partition("\n\n")[0]


def _name(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _place(argument: Any) -> str:
    """Return how *argument* stands among the words of the command."""
    more = "" if argument.nargs == 1 else "..."
    return f"{_name(argument)}{more}" if argument.required else f"[{_name(argument)}]{more}"


def _option(option: Any) -> str:
    names = ", ".join((*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {option.metavar or VALUE}"


def _meaning(word: Any) -> str:
    if "--help" in word.opts:
        return SHOW_HELP
    must = word.required and word.param_type_name == "option"
    return " ".join(filter(None, (word.help, REQUIRED if must else _default(word))))


def _default(word: Any) -> str:
    """Return what holds when *word* is left out; nothing where that goes without saying."""
    value = getattr(word.default, "value", word.default)
    if getattr(word, "is_flag", False):
        value = word.opts[0] if value and word.secondary_opts else None
    if isinstance(value, float):
        value = f"{value:g}"
    return DEFAULT.format(value=value) if value not in (None, "", False) else ""
