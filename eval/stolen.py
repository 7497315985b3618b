"""Tell how much of a virtual machine's time its host gave to others."""

from collections.abc import Callable
from pathlib import Path

STAT = Path("/proc/stat")
# user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in the first two
TIMES = 8


def stolen(stat: Path = STAT) -> Callable[[], float]:
    """Return what tells the share, 0 to 1, since it was last called; 0 where no system tells."""
    before = _times(stat)

    def since() -> float:
        nonlocal before
        earlier, before = before, _times(stat)
        passed = [now - then for then, now in zip(earlier, before, strict=True)]
        return passed[-1] / sum(passed) if any(passed) else 0.0

    return since


def _times(stat: Path) -> list[int]:
    if not stat.exists():
        return [0] * TIMES
    return list(map(int, stat.read_text(encoding="ascii").split()[1 : TIMES + 1]))
