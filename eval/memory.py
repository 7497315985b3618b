"""Tell how much memory a process has held, and how long it has worked."""

import os
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
PEAK = "VmHWM:"
NOW = "VmRSS:"


def peak_mb_of(process: int) -> float | None:
    """Return the most memory that another process has held, where the system tells."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return None
    return _held(status)


def cpu_s_of(process: int) -> float | None:
    """Return the seconds that processors have worked for another process, where that is told."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return None
    # The name, in brackets, may hold anything; the two times are the 12th and 13th after it.
    after = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after[11]) + int(after[12])) / os.sysconf("SC_CLK_TCK")


def family_cpu_s_of(process: int) -> float | None:
    """Return the same for a process and all that descend from it."""
    own = cpu_s_of(process)
    if own is None:
        return None
    return own + sum(family_cpu_s_of(child) or 0.0 for child in _children(process))


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for file in told for child in file.read_text(encoding="ascii").split()]


def peak_mb() -> float | None:
    """Return the most memory this process has held, where the system tells.

    Linux's `getrusage` begins at what the parent held, so its own file is asked first.
    """
    if STATUS.exists():
        return _held(STATUS)
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_048_576  # macOS counts bytes


def held_mb() -> float | None:
    """Return the memory that this process holds now, where the system tells."""
    return _held(STATUS, NOW) if STATUS.exists() else None


def _held(status: Path, name: str = PEAK) -> float:
    lines = status.read_text(encoding="ascii").splitlines()
    kilobytes = (line.split()[1] for line in lines if line.startswith(name))
    return float(next(kilobytes, "nan")) / 1_024
