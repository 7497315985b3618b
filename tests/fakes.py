"""Doubles and invented minutes that many tests share."""

import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.access import EVERYTHING
from rag.assembling import parts
from rag.items import Action, Decision, Item
from rag.minutes import (
    Chunk,
    ChunkKind,
    Document,
    DocumentId,
    Kind,
    MeetingDate,
    Minutes,
)
from rag.settings import Settings
from rag.span import Span
from rag.storing.database import Database
from rag.storing.store import Store
from rag.storing.vector_homes import Homes
from rag.swedish.words import is_content, stem, words

DIMENSION = 64


class HashEmbedder:
    """Turn texts into unit vectors by the hashes of their stems; counts what it is asked for."""

    def __init__(self, identity: str = f"hash@1/{DIMENSION}") -> None:
        self.identity = identity
        self.dimension = DIMENSION
        self.embedded: list[str] = []
        """All passages embedded until now."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts that are to be found."""
        self.embedded.extend(texts)
        return self.embed_questions(texts)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts that are searched with."""
        sums = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for row, text in zip(sums, texts, strict=True):
            for word in filter(is_content, words(text)):
                row[zlib.crc32(stem(word).encode()) % DIMENSION] += 1
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def homes_of(database: Database) -> Homes:
    """Return where the environment says that the vectors of a library are kept."""
    return parts.homes_of(Settings(library=database.path.parent), database, pause_s=0)


def writer_of(
    directory: Path, embedder: HashEmbedder | None = None, *, lock_timeout_s: float = 0.1
) -> Store:
    """Return a writer of the library in *directory*."""
    database = Database.open(directory, EVERYTHING)
    return Store(
        directory,
        database,
        embedder or HashEmbedder(),
        lock_timeout_s=lock_timeout_s,
        homes=homes_of(database),
    )


def span_of(text: str, part: str) -> Span:
    """Return where *part* first stands in *text*."""
    start = text.index(part)
    return Span(start, start + len(part))


def document(
    text: str,
    *,
    id: str = "a1",  # noqa: A002 - as the field is called
    title: str = "Styrelsemöte",
    body: str | None = None,
    day: MeetingDate | None = None,
    items: Iterable[Item] = (),
) -> Document:
    """Return a document with one chunk for each paragraph."""
    return Document(
        id=DocumentId(id * 32),
        source=f"moten/{id}.txt",
        location=f"/srv/moten/{id}.txt",
        text=text,
        minutes=Minutes(kind=Kind.PROTOKOLL, title=title, body=body, date=day, items=tuple(items)),
        chunks=tuple(
            Chunk(span=Span(found.start(), found.end()), kind=ChunkKind.ITEM)
            for found in re.finditer(r"\S(?:.|\n(?!\n))*", text)
        ),
    )


def item(
    text: str,
    heading: str,
    *,
    until: str | None = None,
    decisions: Iterable[str] = (),
    actions: Iterable[str] = (),
) -> Item:
    """Return the item of *text* from *heading* to before *until*."""
    start = text.index(heading)
    number, _, title = heading.rpartition(". ")
    return Item(
        span=Span(start, text.index(until) if until else len(text)),
        heading=span_of(text, heading),
        title=title,
        number=number or None,
        decisions=tuple(Decision(span=span_of(text, part)) for part in decisions),
        actions=tuple(Action(span=span_of(text, part)) for part in actions),
    )


MINUTES = {
    "ks-2024-03-04.txt": """Lövåsa kommun
Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum: 2024-03-04

Plats och tid: Kommunhuset i Lövåsa, kl. 13.00–15.30

Beslutande:
Alva Rydmark (S), ordförande
Birger Tallsten (M)
Cilla Nordhage (C)

Frånvarande:
Doris Hallmo (V)

§ 12 Skolskjuts till Tallmora
Dnr KS 2024/31

Ärendebeskrivning
Eleverna i Tallmora har långt till skolan. Dagens linje går en gång om dagen och kostar
140 000 kronor om året. Flera föräldrar har bett om en tidigare tur.

Beslut
Kommunstyrelsen beslutar
att införa en andra tur för skolskjutsen till Tallmora från den 19 augusti 2024
att finansiera turen inom ramen för barn- och utbildningsnämndens budget

§ 13 Badhusets öppettider
Dnr KS 2024/44

Ärendebeskrivning
Badhuset besöks mest på kvällarna. Personalen föreslår öppet till klockan 21 på torsdagar.

Beslut
Kommunstyrelsen beslutar
att bordlägga ärendet till nästa sammanträde
""",
    "ks-2024-05-06.txt": """Lövåsa kommun
Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum: 2024-05-06

Plats och tid: Kommunhuset i Lövåsa, kl. 13.00–14.45

Beslutande:
Birger Tallsten (M), ordförande
Cilla Nordhage (C)
Doris Hallmo (V)

Frånvarande:
Alva Rydmark (S)

§ 20 Badhusets öppettider
Dnr KS 2024/44

Ärendebeskrivning
Ärendet bordlades vid förra sammanträdet. Kvällsöppet kostar 60 000 kronor om året.

Beslut
Kommunstyrelsen beslutar
att hålla badhuset öppet till klockan 21 på torsdagar

§ 21 Vindkraft på Stormhöjden
Dnr KS 2024/52

Ärendebeskrivning
Bolaget Blåsväder vill bygga sex vindkraftverk på Stormhöjden. Grannarna är oroliga för buller.

Beslut
Kommunstyrelsen beslutar
att avstyrka ansökan
""",
    "natverket-hosten-2024.md": """# Minnesanteckningar från nätverket Arbete i Ådalsbygden

Tid: 10 oktober 2024
Plats: Folkets hus i Tallmora

## Närvarande
- Elvira Stenhed, Lövåsa kommun
- Folke Granmo, Bäckinge kommun
- Gunvor Silfver, Arbetsförmedlingen

## 1. Läget i kommunerna
Bäckinge kommun berättar att de söker medel från Europeiska socialfonden (ESF) för unga vuxna.
Lövåsa kommun har anställt två jobbcoacher. Flera kommuner vill dela erfarenheter.

## 2. Språkpraktik
Arbetsförmedlingen (AF) visade statistik över språkpraktik. Platserna räcker inte till alla.

## 3. Nästa möte
Folke bjuder in till nästa möte den 5 december. Elvira tar fram ett förslag till program.
""",
    "cykelforeningen-2023-09-13.txt": """Protokoll från styrelsemöte i Bäckinge cykelförening
Datum: 2023-09-13
Plats: Klubbstugan

Närvarande: Hedda Kvist (ordförande), Ivar Lundmo (sekreterare), Jorun Åsell

§ 1 Mötets öppnande
Hedda öppnade mötet klockan 18.

§ 2 Medlemsavgiften
Kassan har minskat sedan våren. Avgiften är i dag 150 kronor.
Beslut: Styrelsen beslutade att höja medlemsavgiften till 200 kronor.

§ 3 Verkstaden
Verkstaden behöver nya verktyg. Jorun köper in verktyg för högst 3 000 kronor.
""",
}
"""Invented minutes of four meetings, by file name."""
