"""The page of one meeting: its summary, and all that was read out of it."""

from rag.edits import Act
from rag.minutes import Kind, Presence, Status, Sureness
from rag.summaries import Length

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
LENGTHS = {length: length.capitalize() for length in Length}
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
TEXT_MARKS = {"decided": "Beslut", "to-do": "Uppdrag"}
NO_DECISIONS = "Inga beslut eller uppdrag kunde utläsas ur texten."
NO_STATEMENTS = "Inga yttranden eller länkar kunde utläsas ur texten."
NO_PEOPLE = "Ingen närvarolista kunde utläsas ur texten."
NO_ITEMS = "Inga numrerade punkter kunde utläsas ur texten."
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
ADJUSTED = {status: status.value for status in Status}
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
FACTS_LEAD = "Så här har mötet uppfattats. Det som är fel rättas med ”Rätta uppgifter” ovan."
NOT_FOUND_FIELD = "framgår inte"
SAME_MEETING = "Samma möte i {count} filer"
SAME_MEETING_USED = "svaren hämtas ur den här filen"
ACTION_WHO = "Ansvarig: {who}"
ACTION_DUE = "Klart: {due}"
KINDS = {
    Kind.PROTOKOLL: "Protokoll",
    Kind.NOTES: "Minnesanteckningar",
    Kind.OTHER: "Text",
}
DATE_INFERRED = "Datumet är delvis utläst ur sammanhanget; allt står inte utskrivet i texten."
REGISTRATION_NUMBER = "dnr {number}"
