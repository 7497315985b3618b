"""Every Swedish sentence that the app shows; views and drawing hold none of their own."""

from rag.edits import Act
from rag.minutes import Kind, Presence, Sureness
from rag.results import Status, Support

APP = "Mötesminne"
ICON = "🗂️"
MENU = "Meny"

# Pages
ASK = "Fråga"
MEETINGS = "Möten"
REGISTER = "Register"
ADD = "Lägg till"
STATUS = "Status"

# Fråga
ASK_TITLE = "Vad vill du veta om mötena?"
ASK_LEAD = (
    "Svaren hämtas ur protokollen i ditt bibliotek. Varje påstående har en siffra som leder till "
    "orden det bygger på."
)
ASK_PLACEHOLDER = "Ställ en fråga om mötena"
ASK_SUGGESTIONS = "Förslag ur ditt bibliotek"
ASK_SEARCHING = "Söker i protokollen …"
ASK_NEW = "Nytt samtal"
ASK_AS_WRITTEN = "Fråga precis som jag skrev"
ASK_AS_WRITTEN_HELP = "Frågan ställs igen utan något från det som sagts tidigare i samtalet."
ASK_SAVE = "Spara som testfråga"
ASK_SAVE_HELP = "Frågan och svarets belägg läggs i en fil som ”motesminne eval run” kan köra."
ASK_SAVED = "Sparad som testfråga i {path}."
YOU = "Du"
SUGGEST_DECISION = "Vad beslutades om {subject}?"
SUGGEST_TALK = "Vad sades om {subject}?"
SUGGEST_PEOPLE = "Vilka deltog den {date}?"
OPENING = "Öppnar biblioteket …"

# Answers
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
MISSING = "Det som citeras nämner inte: {words}."
PARTIAL = "Protokollen svarar bara delvis på frågan."
SEARCHED = "Sökte igenom {meetings} ({chunks})."
NEAREST = "Närmaste avsnitt"
SOURCES = "Källor"
SOURCE_LABEL = "Källa {n}: {where}"
QUOTED = "”{quote}”"
EXTRACTIVE = "ordagranna utdrag"
MODEL = "formulerat av {model}"
PAGE = "s. {page}"
UNDATED = "odaterat"

# Source beside the answer
SOURCE = "Källan i protokollet"
SOURCE_CLOSE = "Stäng källan"
SOURCE_OPEN_MEETING = "Visa mötet"
SOURCE_TEXT = "Protokollets text"

# Möten
MEETINGS_TITLE = "Möten"
MEETINGS_SEARCH = "Sök bland mötena"
MEETINGS_SEARCH_HINT = "Rubrik, organ eller filnamn"
MEETINGS_SORT = "Ordning"
SORT_NEWEST = "Nyast först"
SORT_OLDEST = "Äldst först"
SORT_BODY = "Organ"
SORT_TITLE = "Rubrik"
MEETINGS_NONE = "Inga möten innehåller ”{query}”. Pröva ett kortare ord."
MEETINGS_SHOWN = "{shown} av {total}"
BACK = "Alla möten"
TABS = (
    "Sammanfattning",
    "Beslut och uppdrag",
    "Yttranden",
    "Deltagare",
    "Ärenden",
    "Uppgifter",
    "Hela texten",
)
NO_SUMMARY = "Texten har inga punkter att sammanfatta. Läs den under ”Hela texten”."
DECISIONS = "Beslut"
ACTIONS = "Uppdrag"
IN_BRIEF = "I korthet"
REST = "I övrigt"
ACTION_COLUMNS = ("Vad", "Vem", "När", "Punkt")
DATES = "Datum att minnas"
OPEN_QUESTIONS = "Öppna frågor"
LINKS = "Länkar"
ATTENDANCE_COUNT = "Plats och deltagare ({count})"
AND_MORE = "och {count} till"
SUMMARY_LENGTH = "Längd"
SUMMARY_ANEW = "Skapa om"
SUMMARY_ANEW_HELP = "Gör sammanfattningen på nytt ur texten; det du ändrat behålls."
SUMMARY_UNDO = "Ångra"
SUMMARY_UNDO_HELP = "Ta tillbaka den senaste ändringen."
SUMMARY_TEXT = "Mötets text"
SUMMARY_TEXT_CLOSE = "Stäng texten"
SUMMARY_HINT = (
    "Välj en rad så visas orden den bygger på, eller ett ställe i texten så visas raderna."
)
EXPORT = "Exportera"
EXPORT_NAME = "Sammanfattning {meeting}"
EXPORT_FORMATS = {
    "docx": "Word",
    "pdf": "PDF",
    "md": "Markdown",
    "html": "HTML",
    "json": "JSON",
    "csv": "CSV",
    "xlsx": "Excel",
}
WORDING = "Språkmodell"
WORDING_STYLE = "Önskad stil"
WORDING_STYLE_HINT = "för pressmeddelande"
WORDING_START = "Formulera"
WORDING_STOP = "Stoppa"
WORDING_UNDER_WAY = "Språkmodellen läser punkt för punkt …"
EDITED = {
    Act.ACCEPTED: "godkänd",
    Act.CHANGED: "omskriven",
    Act.STRUCK: "struken",
}
EDIT_ACTS = {
    Act.ACCEPTED: "Godkänn raden",
    Act.CHANGED: "Skriv om raden",
    Act.STRUCK: "Stryk raden",
    "undo": "Återställ raden",
}
EDIT_SAVE = "Spara"
EDIT_CANCEL = "Avbryt"
NO_DECISIONS = "Inga beslut eller uppdrag kunde utläsas ur texten."
NO_STATEMENTS = "Inga yttranden eller länkar kunde utläsas ur texten."
NO_PEOPLE = "Ingen närvarolista kunde utläsas ur texten."
NO_ITEMS = "Inga numrerade punkter kunde utläsas ur texten."
NO_BODY = "Utan angivet organ"
PRESENCES = {
    Presence.PRESENT: "Närvarande",
    Presence.INVITED: "Inbjudna",
    Presence.SUMMONED: "Kallade",
    Presence.ABSENT: "Frånvarande",
}
REPLACES = "ersätter {name}"
FIELDS = {
    "title": "Titel",
    "kind": "Sort",
    "body": "Organ",
    "organisation": "Organisation",
    "registration_number": "Diarienummer",
    "status": "Justering",
    "date": "Datum",
    "time": "Tid",
    "place": "Plats",
    "next_meeting": "Nästa möte",
}
SURENESS = {
    Sureness.LABELLED: "står efter sin etikett",
    Sureness.RECOGNISED: "igenkänt i texten",
    Sureness.INFERRED: "härlett",
    Sureness.CORRECTED: "rättat av användaren",
}
BLANK = "–"
DATE_PARTLY = "delvis härlett"
DECISION = "Beslut"
ACTION = "Att göra"
PROPOSAL = "Yrkande"
VOTE = "Votering"
VOTE_YES = "{count} ja"
VOTE_NO = "{count} nej"
VOTE_ABSTAINED = "{count} avstår"
RESERVATION = "Reservation"
SAID = "Yttrande"
LINK = "Länk"
# What an item holds: how the boxes with it are titled and coloured.
DECIDED = {
    DECISION: ("Beslut", "decided"),
    ACTION: ("Uppdrag", "to-do"),
    PROPOSAL: ("Yrkanden", "other"),
    VOTE: ("Voteringar", "other"),
    RESERVATION: ("Reservationer", "other"),
}
SPOKEN = {SAID: ("Yttranden", "other"), LINK: ("Länkar", "other")}
FACTS_LEAD = (
    "Så här har mötet uppfattats. En uppgift som är fel rättas med "
    "”motesminne meetings correct {id} --set date=2024-10-11” i ett kommandofönster."
)
NOT_FOUND_FIELD = "framgår inte"
SAME_MEETING = "Samma möte i {count} filer"
SAME_MEETING_USED = "svaren hämtas ur den här filen"
SAME_MEETING_COPY = "annan fil för samma möte"
ACTION_WHO = "Ansvarig: {who}"
ACTION_DUE = "Klart: {due}"
KINDS = {
    Kind.PROTOKOLL: "Protokoll",
    Kind.NOTES: "Minnesanteckningar",
    Kind.OTHER: "Text",
}
DATE_INFERRED = "Datumet är delvis utläst ur sammanhanget; allt står inte utskrivet i texten."
REGISTRATION_NUMBER = "dnr {number}"
REMOVE = "Ta bort mötet …"
REMOVE_TITLE = "Ta bort mötet?"
REMOVE_BODY = (
    "{title} tas bort ur biblioteket: texten, sökorden och allt som utlästs ur den. "
    "Din egen fil utanför biblioteket rörs inte."
)
REMOVE_YES = "Ta bort"
REMOVE_NO = "Behåll"
REMOVED = "{title} är borttaget."

# Register
REGISTER_TITLE = "Register"
REGISTER_KIND = "Vad"
REGISTER_KINDS = (DECISIONS, ACTIONS)
REGISTER_ALL = "Alla"
REGISTER_SEARCH = "Sök"
REGISTER_SEARCH_HINT = "Ord, punkt, diarienummer eller ansvarig"
REGISTER_STATUS = "Status"
REGISTER_COUNT = "{count} {name}, de nyaste först."
REGISTER_NONE = "Inget i registret stämmer med det du valt."
REGISTER_READING = "Läser alla möten …"
REGISTER_BY_HAND = "angivet för hand"
REGISTER_DUE = "senast {day}"
REGISTER_TOLD = "Klart enligt"
REGISTER_DONE = "Markera som klar"
REGISTER_REOPEN = "Markera som öppen"
REGISTER_MATTER = "Visa ärendets gång"
REGISTER_BACK = "Registret"
TIMELINE_LEAD = "Ärendets gång, möte för möte."
TIMELINE_LATEST = "senaste giltiga beslut"
TIMELINE_NONE = "Inget möte behandlar ärendet ”{matter}”."

# Lägg till
ADD_TITLE = "Lägg till protokoll"
ADD_LEAD = (
    "Släpp ett eller flera protokoll här. De läses in i biblioteket på den här datorn och skickas "
    "ingen annanstans."
)
ADD_LABEL = "Protokoll att lägga till"
ADD_BUTTON = "Läs in"
ADD_PICK = "Välj filer"
ADD_DROP = "Dra hit filer eller välj dem"
ADD_LIMIT = "Läser {formats}, högst {megabytes} MB per fil."
ADD_NOTHING = "Välj minst en fil först."
ADD_READING = "Läser in {source} ({done} av {total})"
ADD_SAVING = "Tar emot filerna …"
ADD_DONE = "Klart: {summary}."
ADD_WARNINGS = "Att känna till"
ADD_FAILED = "Kunde inte läsas"
ADD_SAME_MEETING = "Samma möte i flera filer"
REPORT_READ = ("ny", "nya")
REPORT_REPLACED = ("ersatt", "ersatta")
REPORT_UNCHANGED = ("oförändrad", "oförändrade")
REPORT_FAILED = ("misslyckad", "misslyckade")
REPORT_GROUPS = {
    "read": "Inlästa",
    "replaced": "Ersatte en äldre version",
    "unchanged": "Fanns redan, oförändrade",
}

# Status
STATUS_TITLE = "Bibliotekets tillstånd"
STATUS_MEETINGS = "Möten"
STATUS_CHUNKS = "Textavsnitt"
STATUS_BODIES = "Organ"
STATUS_PERIOD = "Tid"
STATUS_LIBRARY = "Bibliotekets mapp"
STATUS_MODEL = "Språkmodell för sökning"
STATUS_ANSWERS = "Svar"
STATUS_ANSWERS_HOW = "Ordagranna utdrag ur protokollen, ingen generativ modell"
STATUS_ANSWERS_MODEL = (
    "Formulerade av språkmodellen {model}, varje mening kontrollerad mot protokollens ord"
)
STATUS_VERSION = "Version"
STATUS_SHIPPED_MODEL = "Mötesminnes egen svenska modell, medföljer programmet"
STATUS_USED = "Det som används"
STATUS_CHECKS = "Kontroller"
STATUS_CHECKING = "Kontrollerar biblioteket …"
STATUS_OK = "I ordning"
STATUS_NOT_OK = "Behöver åtgärdas"
PRIVACY = "Integritet"
PRIVACY_POINTS = (
    "Protokollen, frågorna och svaren stannar på den här datorn.",
    "Programmet nås som standard bara från den här datorn och anropar inget på nätet.",
    "Ingen användningsstatistik samlas in, och samtalet glöms när fliken stängs.",
    "När du tar bort ett möte försvinner det ur alla bibliotekets filer.",
)
PRIVACY_MODEL = (
    "Frågor och de utdrag som kan besvara dem skickas till språkmodellen {model} på {where}; "
    "allt annat stannar på den här datorn."
)
PRIVACY_OWN_SERVER = "den här datorn"

# Empty library
EMPTY_TITLE = "Biblioteket är tomt"
EMPTY_LEAD = "Lägg till de första protokollen, så kan du ställa frågor om dem här."
EMPTY_BUTTON = "Lägg till protokoll"

# Errors
UNEXPECTED = "Något gick fel. Ladda om sidan; om det upprepas står orsaken i serverns logg."
BROKEN_LINK = "Länken pekar inte på något ställe i biblioteket."
BAD_NAME = "En fil saknar namn och kan inte läsas in: ge den ett namn och försök igen."
PORT_TAKEN = (
    "Porten {port} på {address} är upptagen: stäng det andra programmet eller välj en annan "
    "port med --port."
)

MEETING_FORMS = ("möte", "möten")
CHUNK_FORMS = ("textavsnitt", "textavsnitt")
