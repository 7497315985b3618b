"""Take a zip archive apart, in memory; nothing is written to the disk."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from ingest.failure import amount, problem, unreadable
from ingest.formats import SUFFIXES
from ingest.limits import Limits
from ingest.members import Members, leads_out
from ingest.source import MEMBER, File
from ingest.zipped import DAMAGE, open_zip

DAMAGED = "är skadad eller inget zip-arkiv; hämta eller skapa den på nytt."
NOTHING = "innehåller inga filer att läsa ({}); kontrollera att det är rätt fil."
BROKEN = "är skadad i arkivet; packa det på nytt."

# Text packs to a fifth, a blank scan to a hundredth; what is tighter, and large, is no minutes.
TIGHTEST = 200
LARGE = 10_000_000

ENCRYPTED = 0x1
UTF_8 = 0x800
# What the Mac's Finder adds to an archive.
LITTER = "__MACOSX"


def members(file: File, limits: Limits) -> Members:
    """Return the files in the archive that are of kinds that are read."""
    try:
        with open_zip(file) as archive:
            found = list(_listed(archive))
            wanted = {name: info for name, info in found if _suffix(name) in SUFFIXES}
            if not wanted:
                raise unreadable(file.name, NOTHING.format(", ".join(SUFFIXES)))
            refused = {name: _refusal(name, info, limits) for name, info in wanted.items()}
            good = {name: info for name, info in wanted.items() if not refused[name]}
            contents = {name: _content(archive, info) for name, info in good.items()}
    except DAMAGE as error:
        raise unreadable(file.name, DAMAGED) from error
    reasons = refused | {name: BROKEN for name, raw in contents.items() if raw is None}
    return Members(
        files=tuple(file.member(name, raw) for name, raw in contents.items() if raw is not None),
        skipped=tuple(f"{file.name}{MEMBER}{name}" for name, _ in found if name not in wanted),
        failed=tuple(problem(f"{file.name}{MEMBER}{n}", r) for n, r in reasons.items() if r),
    )


def _listed(archive: ZipFile) -> Iterator[tuple[str, ZipInfo]]:
    """Yield the visible files; of several with one name the last counts, as it does unpacked."""
    for info in archive.infolist():
        name = _name(info)
        parts = PurePosixPath(name).parts
        hidden = any(part.startswith(".") and part != ".." for part in parts)
        if not info.is_dir() and parts and not hidden and parts[0] != LITTER:
            yield name, info


def _name(info: ZipInfo) -> str:
    """Return a member's name; many programs write UTF-8 without saying so."""
    if info.flag_bits & UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _refusal(name: str, info: ZipInfo, limits: Limits) -> str:
    """Return why a member is not unpacked, or an empty string."""
    if leads_out(name):
        return "har ett namn som leder ut ur arkivet; packa det på nytt."
    if info.flag_bits & ENCRYPTED:
        return "är skyddad med lösenord; packa den utan lösenord."
    if info.file_size > limits.max_bytes:
        reason = f"är {amount(info.file_size)} och gränsen är {amount(limits.max_bytes)}"
        return f"{reason}; dela upp den eller höj MOTESMINNE_MAX_FILE_MB."
    if info.file_size > max(LARGE, TIGHTEST * info.compress_size):
        return "är orimligt hårt packad; packa upp den och läs in den för sig."
    return ""


def _content(archive: ZipFile, info: ZipInfo) -> bytes | None:
    """Return a member's bytes, or `None` if it is damaged."""
    try:
        return archive.read(info)
    except DAMAGE:
        return None


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
