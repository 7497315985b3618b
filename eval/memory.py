"""Tell how much memory this process has held."""

import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
PEAK = "VmHWM:"


def peak_mb() -> float | None:
    """Return the most memory this process has held, where the system tells.

    Linux's `getrusage` begins at what the parent held, so its own file is asked first.
    """
    if STATUS.exists():
        lines = STATUS.read_text(encoding="ascii").splitlines()
        kilobytes = (line.split()[1] for line in lines if line.startswith(PEAK))
        return float(next(kilobytes, "nan")) / 1_024
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_048_576  # macOS counts bytes
