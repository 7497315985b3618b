"""Answers: how far they go, what they rest on, and the source beside them."""

from rag.phrasing import phrases
from rag.results import Status, Support

STATUSES = {
    Status.ANSWERED: "Besvarad",
    Status.PARTIAL: "Delvis besvarad",
    Status.NOT_FOUND: "Hittades inte",
}
SUPPORTS = {
    Support.SUPPORTED: "",
    Support.PARTLY: "delvis belagt",
    Support.UNSUPPORTED: "inte belagt",
}
SUPPORT_LABEL = "{mark}: {reason}"
SUPPORTS_EXPLAINED = {
    Support.PARTLY: (
        "Delvis belagt: källan säger något av detta, men inte allt eller inte med samma ord."
    ),
    Support.UNSUPPORTED: "Inte belagt: meningen är språkmodellens egen; källorna säger det inte.",
}
NOT_FOUND = "Det framgår inte av protokollen."
ACTORS_CAPTION = "Vem som sade vad"
UNATTRIBUTED = phrases.UNATTRIBUTED
SILENT = phrases.SILENT
UNDERSTOOD = "Tolkat som: {parts}."
UNDERSTOOD_WORDS = "«{words}»"
UNDERSTOOD_UNMET = "alla möten, eftersom inget svar finns för {limits}"
NOTE_MEETING = "Läs sammanfattningen av hela mötet"
NOTE_MATTER = "Ärendet har tagits upp på {count} möten i biblioteket."
NOTE_MATTER_LINK = "Följ ärendet"
MISSING = "Det som citeras nämner inte: {words}."
PARTIAL = "Protokollen svarar bara delvis på frågan."
SEARCHED = "Sökte igenom {meetings} ({chunks})."
NEAREST = "Närmaste avsnitt"
SOURCES = "Källor"
SOURCE_LABEL = "Källa {n}: {where}"
QUOTED = "”{quote}”"
EXTRACTIVE = "ordagranna utdrag"
MODEL = "formulerat av {model}"
PAGE = "s.\N{NO-BREAK SPACE}{page}"
UNDATED = "odaterat"

# The source beside the answer
SOURCE = "Källan i protokollet"
SOURCE_CLOSE = "Stäng källan"
SOURCE_OPEN_MEETING = "Visa mötet"
SOURCE_TEXT = "Protokollets text"
SOURCE_PAGES = "Protokollets sidor"
SOURCE_VIEW = "Hur källan visas"
SOURCE_AS_TEXT = "Text"
SOURCE_AS_PAGE = "Sida {page} som den ser ut"
SOURCE_LINK = "Kopiera länk hit"
SOURCE_GONE = (
    "Mötet finns inte längre i biblioteket. Det kan ha tagits bort, eller ersatts av en ny "
    "version av filen."
)
SOURCE_NO_FILE = "Originalfilen finns inte kvar där den lästes in, eller har ändrats sedan dess."
SOURCE_UNREACHABLE = (
    "Källan kunde inte hämtas. Kontrollera att Mötesminne är igång, och försök igen."
)
SHEET = "Sida {page} av {pages}"
SHEET_LABEL = "Bild av sida {page} i {meeting}; orden finns under Text"
