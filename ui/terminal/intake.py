"""Write what an ingest did as plain text, for a terminal."""

from pathlib import Path

from ingest.failure import shown
from ingest.pipeline import Report


def report_text(report: Report) -> str:
    """Return how many files became what, then each failure and each warning on a line."""
    counts = {
        "inlästa": len(report.read),
        "oförändrade": len(report.unchanged),
        "ersatta": len(report.replaced),
        "misslyckade": len(report.failed),
        "överhoppade av annan sort": len(report.skipped),
    }
    lines = [", ".join(f"{count} {what}" for what, count in counts.items() if count)]
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
