"""Write what an ingest did as plain text, for a terminal."""

from pathlib import Path

from ingest.failure import shown
from ingest.pipeline import Report
from ui.local import count


def report_text(report: Report) -> str:
    """Return how many files became what, then each failure and each warning on a line."""
    counts = (
        (len(report.read), ("inläst", "inlästa")),
        (len(report.unchanged), ("oförändrad", "oförändrade")),
        (len(report.replaced), ("ersatt", "ersatta")),
        (len(report.failed), ("misslyckad", "misslyckade")),
        (len(report.skipped), ("överhoppad av annan sort", "överhoppade av annan sort")),
    )
    lines = [", ".join(count(number, forms) for number, forms in counts if number)]
    lines += [f"  Misslyckades: {problem.message}" for problem in report.failed]
    lines += [
        f"  Varning: {shown(Path(problem.source))}: {problem.message}"
        for problem in report.warnings
    ]
    lines += [
        f"  Samma möte: {shown(Path(problem.source))}: {problem.message}"
        for problem in report.same_meeting
    ]
    return "\n".join(lines)
