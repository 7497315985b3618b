"""The command line explains itself, and what was written wrongly, without a word of English."""

import re

import pytest
from command_line import run

from ui.cli import COMMANDS

# What typer and its parser say by themselves.
ENGLISH = re.compile(
    r"\b(?:Usage|OPTIONS|Options|ARGS|Arguments|COMMAND|Commands|Show|exit|Try|Error|No such"
    r"|Missing|Invalid|Input|Option|default:|required|Possible|Did you|Value|Got|Aborted)\b"
)
# What stands where a command has no Swedish word of its own.
UNNAMED = re.compile(r"--[a-z-]+ VÄRDE|[<>]|\bNone\b")
SUBCOMMAND = re.compile(r"^  (?P<name>[a-z]+) ", re.MULTILINE)


def subcommands(help_text: str) -> list[str]:
    _, _, after = help_text.partition("Kommandon:\n")
    return SUBCOMMAND.findall(after.partition("Flaggor:\n")[0])


@pytest.mark.parametrize("name", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_every_command_explains_itself_in_swedish(name: list[str]) -> None:
    for command in [
        name,
        *([*name, under] for under in subcommands(run(*name, "--help").out) if name),
    ]:
        ran = run(*command, "--help")

        assert 0 == ran.status
        assert ran.out.startswith(f"Så skrivs det: {' '.join(['motesminne', *command])} [FLAGGOR]")
        assert "--help" in ran.out
        assert "Visa den här hjälpen." in ran.out
        assert [] == ENGLISH.findall(ran.out)
        assert [] == UNNAMED.findall(ran.out)
        assert "" == ran.err


def test_all_commands_are_listed() -> None:
    assert list(COMMANDS) == subcommands(run("--help").out)
    assert ["decisions", "actions"] == subcommands(run("register", "--help").out)


@pytest.mark.parametrize("name", [[], ["meetings"]], ids=["the program", "a group"])
def test_without_words_the_help_is_shown(name: list[str]) -> None:
    ran = run(*name)

    assert 2 == ran.status
    assert run(*name, "--help").out == ran.out


def test_the_whole_of_what_a_command_does_is_told() -> None:
    out = run("purge", "--help").out

    assert "  Utan möten rensas spår av det som tidigare tagits bort eller ersatts.\n" in out
    assert "Utan möten" not in run("--help").out


def test_what_may_be_left_out_is_told() -> None:
    lines = [line.split(maxsplit=1) for line in run("watch", "--help").out.splitlines() if line]

    assert "Så skrivs det: motesminne watch [FLAGGOR] [MAPP]" == " ".join(lines[0])
    assert ["--interval", "SEKUNDER  Hur ofta det ses. (annars 30)"] in lines
    assert "--baseline FIL  Baslinjens .json. Måste anges." in run("eval", "gate", "--help").out
    assert "Öppna webbläsaren. (annars --browser)" in run("serve", "--help").out
    assert "[FIL]..." in run("ingest", "--help").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            "summarize", "Det finns inget kommando summarize: menade du summarise?", id="near"
        ),
        pytest.param("båt", "Det finns inget kommando båt.", id="no command"),
        pytest.param(
            "meetings lst", "Det finns inget kommando lst: menade du list?", id="in a group"
        ),
        pytest.param("search", "Argumentet ORD saknas.", id="no argument"),
        pytest.param("eval gate x.jsonl", "Flaggan --baseline saknas.", id="no option"),
        pytest.param("ask --zzz", "Det finns ingen flagga --zzz.", id="unknown"),
        pytest.param(
            "doctor --jsn", "Det finns ingen flagga --jsn: menade du --json?", id="misspelt"
        ),
        pytest.param("doctor --json=ja", "Flaggan --json tar inte emot något värde.", id="a value"),
        pytest.param("serve --port", "Flaggan --port ska följas av ett värde.", id="no value"),
        pytest.param("serve --port åtta", "--port ska vara ett heltal.", id="no whole number"),
        pytest.param("watch --interval ofta", "--interval ska vara ett tal.", id="no number"),
        pytest.param("search båt --limit 0", "--limit ska vara minst 1.", id="too little"),
        pytest.param("search båt --limit 1001", "--limit ska vara högst 1000.", id="too much"),
        pytest.param(
            "summarise 1 --length halv",
            "--length kan inte vara halv: välj kort, normal eller lång.",
            id="no choice",
        ),
        pytest.param(
            "ask vem beslutade",
            "Det är fler ord än kommandot tar emot: beslutade. Sätt ord som hör ihop inom "
            "citattecken.",
            id="more words",
        ),
    ],
)
def test_what_was_written_wrongly_is_told_in_swedish(words: str, said: str) -> None:
    ran = run(*words.split())

    told, advice = ran.err.splitlines()
    assert 2 == ran.status
    assert "" == ran.out
    assert f"Fel: {said}" == told
    assert re.fullmatch(r"Se «motesminne[a-z ]* --help»\.", advice)
    assert 0 == run(*advice.removeprefix("Se «motesminne").removesuffix("».").split()).status
