"""Put the measured numbers into README, and measure them anew.

python -m eval.readme                               README's table of the numbers that are kept
python -m eval.readme --measure gate altered        measure these parts first, and keep them
python -m eval.readme --measure                     measure every part that can be
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from eval.atomic import write_whole
from eval.numbers import (
    FILE,
    Number,
    load_numbers,
    numbers_markdown,
    put_between,
    renewed,
    save_numbers,
)
from eval.readme_measures import PARTS

README = Path(__file__).parent.parent / "README.md"


def measure(names: Sequence[str], paths: dict[str, Path | None]) -> Iterator[Number]:
    """Yield the numbers of the parts called *names*; one whose data is not at hand has none."""
    day, commit = datetime.now(UTC).date().isoformat(), _commit()
    for name in names:
        part = PARTS[name]
        if part.needs and paths.get(name) is None:
            sys.stderr.write(f"{name}: hoppas över, ange {part.needs}\n")
            continue
        for found in part.measure(paths.get(name)):
            yield Number(**asdict(found), command=part.command, measured=day, commit=commit)


def _commit() -> str:
    """Return the commit that stands here, with a plus when something is changed since."""
    git = shutil.which("git")
    if git is None:
        return "okänd version"
    said = [
        subprocess.run(  # noqa: S603 - git itself, and nothing of anyone else's
            [git, *arguments], cwd=README.parent, capture_output=True, text=True, check=False
        ).stdout.strip()
        for arguments in (("rev-parse", "--short", "HEAD"), ("status", "--porcelain", "-uno"))
    ]
    return f"{said[0] or 'okänd version'}{'+' if said[1] else ''}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for, keep it, and write the table."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.readme",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--measure", nargs="*", choices=PARTS, metavar="DEL")
    parser.add_argument("--swequad", type=Path, help="SweQUAD-MC:s träningsfil")
    parser.add_argument("--text", type=Path, help="texter att bygga det stora biblioteket av")
    given = parser.parse_args(arguments)
    if given.measure is not None:
        old = load_numbers() if FILE.exists() else []
        paths = {"swequad": given.swequad, "answers": given.text}
        for number in measure(given.measure or list(PARTS), paths):
            old = renewed(old, [number])
            save_numbers(old)
    table = numbers_markdown(load_numbers())
    write_whole(README, put_between(README.read_text(encoding="utf-8"), table))
    sys.stdout.write(f"{table}\n")


if __name__ == "__main__":
    main()
