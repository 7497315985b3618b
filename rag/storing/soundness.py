"""Compare a library's SQLite file with its words and vectors, and say in Swedish what differs."""

from dataclasses import dataclass

from rag.errors import DamagedVectorsError, LibraryDamagedError, NoVectorsError
from rag.storing import records
from rag.storing.amendments import stale
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.scrubbing import Left, left
from rag.storing.stamping import CHROMA, installed, is_newer

# What the vectors' index must find of what comparing with every vector does.
LEAST_RECALL = 0.99

DATABASE = "Databas"
"""The finding that no rebuilding mends."""
REBUILD = ": bygg om med «motesminne doctor --rebuild»"

CHUNKS = "select count(*) from chunk where document in (select key from document where ready = 1)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at; `detail` is a Swedish sentence."""

    name: str
    ok: bool
    detail: str


def findings(db: Database, indexes: Indexes, embedding: str) -> list[Finding]:
    """Return what was found, good or bad, in a library of the given *embedding* identity.

    Raises:
        AccessError: only a part of it is seen.
    """
    db.access.require_all()
    sound = _integrity(db)
    if not sound.ok:
        return [sound]  # whatever else it says may be wrong
    chunks = db.value(CHUNKS)
    waiting = len(records.doomed(db)) + len(stale(db))
    return [
        sound,
        _counted("Ordregister", len(indexes.words), chunks),
        _counted("Vektorer", db.value("select count(*) from vector"), chunks),
        *_vectors(indexes, chunks),
        *([_chroma(db)] if db.meta(CHROMA) and not indexes.where else []),
        _removed(waiting, left(db)),
        Finding(name="Inbäddning", ok=True, detail=embedding),
    ]


def _integrity(db: Database) -> Finding:
    try:
        said = str(db.value("pragma integrity_check"))
    except LibraryDamagedError as error:
        return Finding(name=DATABASE, ok=False, detail=str(error))
    advice = ": återställ en säkerhetskopia med «motesminne restore FIL.zip»"
    line = " ".join(said.split())
    return Finding(
        name=DATABASE, ok=said == "ok", detail=f"SQLite: {line}" + ("" if said == "ok" else advice)
    )


def _removed(waiting: int, where: Left | None) -> Finding:
    detail = f"{waiting} dokument väntar på rensning"
    if where is Left.EVERYWHERE:
        detail = (
            "det senast borttagna syns inte, men ligger kvar i filerna tills appen rensar dem inom "
            "en minut: «motesminne purge» gör det nu"
        )
    elif where:
        detail = "spår av borttaget kan vara kvar i någon fil: kör «motesminne purge»"
    return Finding(name="Borttaget", ok=not (waiting or where), detail=detail)


def _vectors(indexes: Indexes, chunks: int) -> list[Finding]:
    try:
        indexed = len(indexes.vectors)
        counted = _counted("Vektorregister", indexed, chunks, where=indexes.where)
        return [counted, _recall(indexes)] if indexed == chunks else [counted]
    except (DamagedVectorsError, NoVectorsError) as error:
        return [Finding(name="Vektorregister", ok=False, detail=str(error))]


def _chroma(db: Database) -> Finding:
    newer = is_newer(db)
    detail = f"vektorregistret skrevs av version {db.meta(CHROMA)}"
    if newer:
        detail += f", nyare än {installed()} som är installerad{REBUILD}"
    return Finding(name="Chroma", ok=not newer, detail=detail)


def _recall(indexes: Indexes) -> Finding:
    recall = indexes.recall()
    ok = recall >= LEAST_RECALL
    share = f"{recall * 100:.1f} %".replace(".", ",")
    detail = f"vektorregistret hittar {share} av de tio närmaste textstyckena"
    return Finding(name="Träffsäkerhet", ok=ok, detail=detail + ("" if ok else REBUILD))


def _counted(name: str, found: int, expected: int, *, where: str = "") -> Finding:
    return Finding(
        name=name,
        ok=found == expected,
        detail=f"{found} av {expected} textstycken{where}" + ("" if found == expected else REBUILD),
    )
