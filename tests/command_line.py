"""Run `motesminne` inside the test's own process, and the minutes that it is run on."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest

from ui.cli import main

BOATS = "styrelsen-mars.txt"
SCHOOL = "styrelsen-juni.md"
SKIS = "skidspår.html"

ROOF = "Ett nytt plåttak kostar 95 000 kronor."
INSTRUCTORS = "Styrelsen beslutade att anställa två instruktörer till rodskolan."

# Emoji and å before the quotes: places are counted in characters, not in bytes or UTF-16 units.
ROWERS = {
    BOATS: f"""Protokoll från styrelsemöte i Åvikens roddförening
Datum: 2024-03-04
Plats: Båthuset på Måsskär

Närvarande: Ylva Ekmark (ordförande), Tor Blad, Mira Sandvall

§ 1 Val av justerare 🚣
Tor Blad utsågs att justera protokollet.

§ 2 Taket på båthuset 🏠
Taket på båthuset läcker sedan i höstas. {ROOF}
Beslut: Styrelsen beslutade att lägga ett nytt plåttak på båthuset.
""",
    SCHOOL: f"""# Protokoll från styrelsemöte i Åvikens roddförening

Datum: 2024-06-10

Närvarande: Ylva Ekmark (ordförande), Mira Sandvall

## § 1 Rodskolan
Rodskolan har fått trettio anmälningar. Avgiften är 300 kronor per barn.

Beslut: {INSTRUCTORS}
""",
    SKIS: """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Årsmöte</title><body>
<h1>Protokoll från årsmöte i Ekdals skidklubb</h1><p>Datum: 2023-02-01</p>
<p>Närvarande: Nils Granfelt, Tor Blad</p>
<h2>§ 1 Skidspåret</h2><p>Snökanonen vid skidspåret är trasig.</p>
<p>Beslut: Årsmötet beslutade att köpa en spårsläde.</p></body></html>
""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a run of the command came to."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Motesminne = Callable[..., Ran]
"""Run the command with some arguments."""


def run(*arguments: object) -> Ran:
    """Run `motesminne` with *arguments*, as the installed command would."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["motesminne", *map(str, arguments)])
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        status = _status()
    return Ran(status=status, out=_read(out), err=_read(err))


def _status() -> int:
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _read(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()
