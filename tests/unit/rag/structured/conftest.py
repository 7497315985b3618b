"""A library of invented minutes of which every sentence has a known speaker, vote or date."""

from pathlib import Path

import pytest

from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.settings import Settings

MINUTES = {
    "medlemsmote-varen-2024.txt": """Minnesanteckningar från medlemsmöte i Vattenförbundet Ljungån

Tid: 14 mars 2024, kl. 9.00–12.00
Plats: Bygdegården i Tallmora

Närvarande:
Alva Rydmark, Lövåsa kommun
Birger Tallsten, Bäckinge kommun
Cilla Nordhage, Tallmora kommun
Doris Hallmo, Länsverket

1. Reningsverket i Sjövik
Alva Rydmark berättade att Lövåsa har byggt ut reningsverket i Sjövik. Bäckinge kommun
ansåg att avgiften till reningsverket är för hög. Länsverket påpekade att tillståndet löper ut
nästa år. Tallmora kommun kan tänka sig att dela på kostnaden.

2. Fiskvägar
Flera kommuner ville bygga fiskvägar förbi dammarna. En kommun undrade vem som betalar.
Alla medlemmar tyckte att förbundet ska söka bidrag till fiskvägarna. Fiskvägarna beräknas
kosta två miljoner kronor.

3. Flytvästar
Bäckinge kommun lånar ut flytvästar vid badplatserna. Några kommuner har fått nya flytvästar.

4. Nästa möte
Nästa möte hålls den 19 september 2024 i Bäckinge.
""",
    "medlemsmote-hosten-2024.txt": """Minnesanteckningar från medlemsmöte i Vattenförbundet Ljungån

Tid: 19 september 2024, kl. 13.00–15.00
Plats: Folkets hus i Bäckinge

Närvarande:
Alva Rydmark, Lövåsa kommun
Birger Tallsten, Bäckinge kommun

1. Fiskvägar
Birger Tallsten berättade att Bäckinge har byggt den första fiskvägen. Lövåsa kommun tyckte att
fiskvägarna är dyra.

2. Nästa möte
Nästa möte hålls den 13 mars 2025 i Lövåsa.
""",
    "namnden-2024-02-12.txt": """Lövåsa kommun
Kulturnämnden
Sammanträdesprotokoll
Sammanträdesdatum: 2024-02-12

Plats och tid: Stadshuset i Lövåsa, kl. 13.00–15.30

Beslutande:
Elvira Stenhed (S), ordförande
Folke Granmo (M)
Gunvor Silfver (V)

§ 4 Dansbana vid Sjövik
Dnr KN 2024/17

Ärendebeskrivning
Föreningen Takten vill bygga en dansbana vid stranden.

Yrkanden
Folke Granmo (M) yrkar avslag på förslaget.
Gunvor Silfver (V) yrkar bifall till förslaget.

Beslut
Kulturnämnden beslutar
att bordlägga ärendet om dansbanan till nästa sammanträde

§ 5 Bibliotekets öppettider
Dnr KN 2024/20

Ärendebeskrivning
Biblioteket har få besök på måndagar.

Beslut
Kulturnämnden beslutar
att stänga biblioteket på måndagar
att utöka öppettiderna på lördagar med två timmar
""",
    "namnden-2024-05-20.txt": """Lövåsa kommun
Kulturnämnden
Sammanträdesprotokoll
Sammanträdesdatum: 2024-05-20

Plats och tid: Stadshuset i Lövåsa, kl. 13.00–16.00

Beslutande:
Elvira Stenhed (S), ordförande
Folke Granmo (M)
Gunvor Silfver (V)

§ 11 Nöjesplats vid Sjövik
Dnr KN 2024/17

Ärendebeskrivning
Ärendet om en dansbana bordlades i februari.

Yrkanden
Folke Granmo (M) yrkar avslag på förslaget.
Gunvor Silfver (V) yrkar bifall till förslaget.

Omröstning
Med 6 ja-röster mot 3 nej-röster bifaller kulturnämnden förslaget om dansbanan.

Beslut
Kulturnämnden beslutar
att bevilja 80 000 kronor till dansbanan

Reservation
Folke Granmo (M) reserverar sig mot beslutet.

§ 12 Musikskolans avgift
Dnr KN 2024/31

Ärendebeskrivning
Musikskolan föreslår en lägre avgift.

Beslut
Kulturnämnden beslutar
att sänka musikskolans avgift till 400 kronor per termin
""",
}
"""Invented minutes of two bodies, by file name."""


@pytest.fixture(scope="session")
def asked_library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """Return a reader of the invented minutes above; no test may write to it."""
    folder = tmp_path_factory.mktemp("structured")
    for name, text in MINUTES.items():
        Path(folder, name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("structured-library"))
    ingest([folder], open_store(settings), settings=settings)
    return build_assistant(settings)
