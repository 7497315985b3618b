"""Hold what the program runs on against known holes and unfit licences, and list all of it.

python tools/audit.py .venv/bin/python

The argument is the Python that the packages are installed for. Reads `requirements.lock`; writes
`var/supply/`: `sbom.json` (CycloneDX), `licenser.md` and `hål.json`. Ends with status 1 when a
hole is known, or a licence does not fit.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
FOLDER = ROOT / "var" / "supply"
HOLES, LICENCES, SBOM = FOLDER / "hål.json", FOLDER / "licenser.md", FOLDER / "sbom.json"

# `GPL-3.0-only`, `GNU Affero General Public License v3`; LGPL binds only changes to itself.
UNFIT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
# How long the collection of known holes is waited for; 149 packages take a minute.
ASK_S = 300.0
CHOICE = re.compile(r";|\bOR\b")


def main() -> None:
    """Run the three, and say what came of each."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    names = [Requirement(line.split(" --hash")[0]).name for line in _lines()]
    _make_sbom()
    faults = [*_holes(), *_unfit(names, sys.argv[1])]
    for fault in faults:
        print(f"FEL: {fault}")
    sys.exit(bool(faults))


def is_unfit(licence: str) -> bool:
    """Tell whether every licence that one may choose among asks too much of the program.

    >>> is_unfit("GPL-3.0-only"), is_unfit("GPL-2.0 OR MIT"), is_unfit("LGPL-2.1-only")
    (True, False, False)
    """
    return all(UNFIT.search(choice) for choice in CHOICE.split(licence))


def _lines() -> list[str]:
    lines = LOCK.read_text(encoding="ascii").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _make_sbom() -> None:
    # A version of our own, such as torch's +cpu, is listed as it is.
    _run("cyclonedx-py", "requirements", LOCK, "--output-file", SBOM, check=True)
    count = len(json.loads(SBOM.read_text(encoding="utf-8"))["components"])
    print(f"Förteckning: {count} paket i {SBOM.relative_to(ROOT)}")


def _holes() -> list[str]:
    """Return the known holes; what could not be asked about is said, not passed over."""
    one = FOLDER / "ett.lock"
    one.write_text(f"{_lines()[0]}\n", encoding="ascii")
    why = _ask(one)[1]  # whoever is without a network is not kept waiting for each package
    packages, why = ([], why) if why else _ask(LOCK)
    if why:
        print(f"Kända hål: KUNDE INTE FRÅGAS OM ({why}); kör «make audit» där PyPI kan nås.")
        return []
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    asked_of = len(packages) - len(skipped)
    print(f"Kända hål: {asked_of} paket jämförda; inte jämförda: {', '.join(skipped) or '–'}")
    return [
        f"{one['name']} {one['version']} har det kända hålet {hole['id']}, "
        f"rättat i {', '.join(hole['fix_versions']) or 'ingen version'}."
        for one in packages
        for hole in one.get("vulns", ())
    ]


def _ask(lock: Path) -> tuple[list[dict[str, Any]], str]:
    """Return what is known of the packages in *lock*, and why nothing is."""
    HOLES.unlink(missing_ok=True)
    asked = ("--requirement", lock, "--disable-pip", "--format", "json", "--output", HOLES)
    try:
        ran = _run("pip-audit", *asked, "--progress-spinner", "off", check=False, wait_s=ASK_S)
    except subprocess.TimeoutExpired:
        return [], f"inget svar på {ASK_S} s"
    if not HOLES.exists():
        return [], (ran.stderr.strip().splitlines() or ["inget svar"])[-1]
    packages = json.loads(HOLES.read_text(encoding="utf-8"))["dependencies"]
    unknown = [one["skip_reason"] for one in packages if "skip_reason" in one]
    return packages, unknown[0] if len(unknown) == len(packages) else ""


def _unfit(names: list[str], python: str) -> list[str]:
    """Return the packages of *python* whose licences do not fit, or are not told."""
    kept = (
        "--python",
        python,
        "--packages",
        *names,
        "--with-system",
        "--with-urls",
        "--order",
        "license",
    )
    listed = json.loads(_run("pip-licenses", *kept, "--format", "json", check=True).stdout)
    _run("pip-licenses", *kept, "--format", "markdown", "--output-file", LICENCES, check=True)
    print(f"Licenser: {len(listed)} av {len(names)} paket i {LICENCES.relative_to(ROOT)}")
    return [
        f"{one['Name']} har licensen {one['License']!r}; använd ett annat paket."
        for one in listed
        if is_unfit(one["License"]) or one["License"] == "UNKNOWN"
    ]


def _run(
    program: str, *arguments: object, check: bool, wait_s: float | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a *program* that is installed beside Python."""
    return subprocess.run(  # noqa: S603 - our own command lines
        [Path(sys.executable).with_name(program), *map(str, arguments)],
        check=check,
        capture_output=True,
        encoding="utf-8",
        timeout=wait_s,
    )


if __name__ == "__main__":
    main()
