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
MATTERS = "Ärenden"
FOLLOW = "Bevaka"
ADD = "Lägg till"
EVALUATION = "Utvärdering"
STATUS = "Inställningar"

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
ASK_TOOLS = "Vad du kan göra med svaret"
ASK_COPY = "Kopiera"
ASK_LINK = "Länk"
ASK_AGAIN = "Fråga igen"
COPIED = "Kopierat"
ASK_STOP = "Stoppa"
ASK_STOPPED = "Svaret stoppades innan det var färdigt."
ASK_INTERRUPTED = "Frågan avbröts innan den fick något svar."
ASK_GONE = (
    "Svaret byggde på ett protokoll som har tagits bort eller ersatts sedan dess, och är därför "
    "borttaget. Fråga igen för att få svar ur de protokoll som finns nu."
)
VERDICT_GOOD = "Bra svar"
VERDICT_BAD = "Dåligt svar"
VERDICT_WHY = "Vad var det för fel på svaret?"
VERDICT_REASONS = (
    "Svaret är fel",
    "Något saknas",
    "Fel källa",
    "Det finns i protokollen men hittades inte",
    "Svårt att förstå",
)
VERDICT_OWN = "Eget skäl (frivilligt)"
VERDICT_SEND = "Spara omdömet"
VERDICT_NOTED = "Du tyckte att svaret var dåligt: {reason}."
CANCEL = "Avbryt"
LIMITED_TO = "Gäller bara"
LIMIT_DROP = "Ta bort begränsningen {limit}"
LIMIT_DROP_ASK = "Fråga igen utan begränsningen {limit}"
LIMIT_ADD = "Begränsa"
LIMIT_ADD_HELP = "Fråga bara vissa möten: ett organ, en tid, en person eller ett enda möte."
LIMIT_BODY = "Organ"
LIMIT_PERSON = "Person"
LIMIT_PERSON_HINT = "Namn, eller en del av det, i närvarolistan"
LIMIT_FROM = "Från"
LIMIT_TO = "Till"
LIMIT_DATE_HINT = "2024, 2024-03 eller 2024-03-04"
LIMIT_MEETING = "Möte"
LIMIT_SORT = "Sort"
LIMIT_ANY = "Alla"
LIMIT_SET = "Begränsa frågan"
LIMIT_CLEAR = "Ta bort alla"
LIMIT_LABELS = {
    "body": "Organ: {value}",
    "person": "Person: {value}",
    "kind": "Sort: {value}",
    "period": "Tid: {value}",
    "meetings": "Möte: {value}",
}
LIMIT_SINCE = "från {day}"
LIMIT_UNTIL = "till {day}"
TALKS = "Samtal"
TALKS_SEARCH = "Sök bland samtalen"
TALKS_NONE = "Du har inga sparade samtal."
TALKS_LEAD = "Samtalen sparas i biblioteket på den här datorn och visas bara i din webbläsare."
TALK_DETAILS = "{day} · {count}"
TALK_RENAME = "Byt namn"
TALK_NAME = "Samtalets namn"
TALK_SAVE = "Spara namnet"
TALK_REMOVE = "Ta bort"
TALK_REMOVE_SURE = "Ta bort?"
TALK_OPEN = "Öppna samtalet {name}"
QUESTION_FORMS = ("fråga", "frågor")
TALK_EXPORT_LEAD = "Samtalet med svar och källor, som en fil."
TALK_PAPER = "Frågor och svar ur mötesprotokoll"
TALK_MADE = (
    "Gjort av Mötesminne {day}. Svaren är hämtade ur de protokoll som anges som källor; "
    "kontrollera dem mot protokollen."
)
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

# Möten
MEETINGS_TITLE = "Möten"
MEETINGS_SEARCH = "Sök bland mötena"
MEETINGS_SEARCH_HINT = "Rubrik, organ, datum eller filnamn"
MEETINGS_SORT = "Ordning"
SORTS = {
    "newest": "Nyast först",
    "oldest": "Äldst först",
    "body": "Organ",
    "title": "Rubrik",
}
FACETS = {"body": "Organ", "year": "År", "month": "Månad", "kind": "Sort"}
FACET_ALL = "Alla"
FACET_VALUE = "{name} ({count})"
FACETS_CLEAR = "Rensa valen"
CALENDAR_TITLE = "Möten över tid"
CALENDAR_TABLE = "Visa som tabell"
CALENDAR_CAPTION = "Antal möten per organ; välj ett antal för att se dem i listan"
CALENDAR_OTHERS = "Övriga organ"
CALENDAR_DESCRIBED = (
    "{meetings} i {bodies} från {first} till {last}; flest hade {busiest} i {time}: {most}."
)
MEETINGS_NONE = "Inget möte passar det du valt. Pröva ett kortare ord, eller rensa valen."
WARNING_FORMS = ("sak att känna till", "saker att känna till")
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
TEXT_MARKS = {"decided": "Beslut", "to-do": "Uppdrag"}
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
FACTS_LEAD = "Så här har mötet uppfattats. Det som är fel rättas med ”Rätta uppgifter” ovan."
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
REMOVE_TEXT = "Texten tas bort ur biblioteket{held}, och allt som söks i den."
REMOVE_HELD = " med {held}"
REMOVE_OWN = "Det du själv gjort med mötet försvinner: {lost}."
REMOVE_UPLOAD = "Filen {name}, som lades till här i appen, raderas."
REMOVE_FILE = (
    "Din egen fil rörs inte: {path}. Den läses in igen om du lägger till den på nytt, eller ändrar "
    "den i en mapp som bevakas."
)
REMOVE_MEMBER = "Filen som mötet låg i rörs inte: {path}."
REMOVING = "Tar bort mötet …"
EDIT_FORMS = ("ändrad rad i sammanfattningen", "ändrade rader i sammanfattningen")
CORRECTION_FORMS = ("rättad uppgift", "rättade uppgifter")
CORRECT = "Rätta uppgifter"
CORRECT_TITLE = "Rätta uppgifter om mötet"
CORRECT_LEAD = (
    "Det du skriver gäller i hela biblioteket, också när filen läses in igen. Ett tomt fält "
    "betyder att uppgiften inte framgår."
)
CORRECT_HINTS = {
    "date": "2024-10-11 eller 2024-09-01/2024-11-30",
    "next_meeting": "2024-11-08",
    "time": "13.00–15.30",
}
CORRECT_BACK = "Återgå till det som lästes ur texten"
CORRECT_SAVE = "Spara rättelserna"
CORRECT_REQUIRED = "{name} får inte vara tomt: skriv något där."
CORRECTING = "Sparar …"
CORRECTED_NOTE = "Rättelserna är sparade."
CORRECTED_NOTHING = "Inget var ändrat."
ORIGINAL = "Ladda ner originalet"
ORIGINAL_CONTAINER = "Ladda ner filen som mötet låg i"
ORIGINAL_GONE = "Originalfilen finns inte kvar: {path}"
MEETING_GONE = "Mötet finns inte i biblioteket. Det kan ha tagits bort eller ersatts av en ny fil."
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
REGISTER_FILTERS = "Organ, person och tid"
REGISTER_PERSON = "Närvarande"
REGISTER_WHO = "Ansvarig"
REGISTER_PERSON_HINT = "Namn, eller en del av det"
REGISTER_STATUS = "Status"
REGISTER_STATUS_COUNT = "{status} ({count})"
REGISTER_COUNT = "{count} {name}, de nyaste först."
REGISTER_COUNT_OF = "{count} av {total} {name}, de nyaste först."
REGISTER_NONE = "Inget i registret stämmer med det du valt."
REGISTER_READING = "Läser alla möten …"
REGISTER_BY_HAND = "angivet för hand"
REGISTER_DUE = "senast {day}"
REGISTER_TOLD = "Klart enligt"
REGISTER_DONE = "Markera som klar"
REGISTER_REOPEN = "Markera som öppen"
REGISTER_MARK_LABEL = "{label}: {task}"
REGISTER_MATTER = "Visa ärendets gång"
REGISTER_BACK = "Registret"
FROM = "Från"
TO = "Till"
DAY_HINT = "2024-03"

# Ärenden
MATTERS_TITLE = "Ärenden"
MATTERS_LEAD = "Följ ett ärende från möte till möte, eller samla vad som sagts om ett ämne."
MATTERS_KIND = "Vad"
MATTERS_COURSE = "Ett ärendes gång"
MATTERS_TOPIC = "Sammanfatta ett ämne"
MATTERS_KINDS = (MATTERS_COURSE, MATTERS_TOPIC)
MATTERS_SEARCH = "Sök ärende"
MATTERS_SEARCH_HINT = "KS 2024/12, eller ord ur rubriken"
MATTERS_SORT = "Ordning"
MATTERS_ORDERS = {"newest": "Nyast först", "most": "Flest möten först"}
MATTERS_COUNT = ("ärende", "ärenden")
MATTERS_EMPTY = (
    "Inget av biblioteket har ett diarienummer eller en rubrik som återkommer. Sök på ord, så "
    "samlas det som sagts."
)
MATTERS_NONE = "Inget ärende i listan har eller heter ”{query}”."
MATTERS_ANYWAY = "Sök ”{query}” i mötenas text"
MATTERS_BACK = "Alla ärenden"
TIMELINE_LATEST = "senaste giltiga beslut"
TIMELINE_NONE = "Inget möte behandlar ärendet ”{matter}”."
TIMELINE_NEAR = "Närmast i biblioteket:"
TIMELINE_NAME = "Ärendets gång {matter}"
TIMELINE_EXTENT = "{meetings}, {span}."
TIMELINE_SPAN = "från {first} till {last}"
TIMELINE_DAY = "{first}"
TIMELINE_PICTURE = "Ärendets gång i tiden: {steps}"
TOPIC_SUBJECT = "Ämne"
TOPIC_SUBJECT_HINT = "feriejobb"
TOPIC_BY_ACTOR = "Ordna efter vem som sagt det"
TOPIC_BUTTON = "Sammanfatta"
TOPIC_READING = "Läser vad mötena sagt …"
TOPIC_MISSING = "Skriv ett ämne först."
TOPIC_NEAR = "Menade du något av detta?"
TOPIC_SUGGESTIONS = "Förslag ur ditt bibliotek"
TOPIC_FOLLOW = "Bevaka ämnet"
TOPIC_NAME = "Sammanfattning {topic}"

# Bevaka
FOLLOW_TITLE = "Bevaka"
FOLLOW_LEAD = (
    "När du lägger till nya protokoll samlas här vad de säger om dina ämnen, med källa till "
    "varje rad."
)
FOLLOW_SUBJECT = "Ämne att bevaka"
FOLLOW_ADD = "Bevaka"
FOLLOW_EMPTY = "Du bevakar inget ämne än. Skriv ett ovan, till exempel ”{example}”."
FOLLOW_WORDLESS = "”{topic}” har inga ord att bevaka: skriv ett ämne, till exempel ”feriejobb”."
FOLLOW_ALREADY = "Du bevakar redan ”{topic}”."
FOLLOW_ADDED = "Du bevakar ”{topic}”, som nämns av {meetings} hittills."
FOLLOW_ADDED_NONE = "Du bevakar ”{topic}”, som inget protokoll nämner än."
FOLLOW_ADDED_NEAR = "Du bevakar ”{topic}”, som inget protokoll nämner än. Menade du {near}?"
FOLLOW_NEW = ("nytt möte nämner det.", "nya möten nämner det.")
FOLLOW_NOTHING = "Inget nytt sedan sist."
FOLLOW_SEEN = "Markera som sett"
FOLLOW_SEEN_ALL = "Markera allt som sett"
FOLLOW_REMOVE = "Sluta bevaka"
FOLLOW_REMOVE_LABEL = "Sluta bevaka {topic}"
FOLLOW_WHOLE = "Visa allt som sagts"
FOLLOW_NAME = "Nytt sedan sist"

# Lägg till
ADD_TITLE = "Lägg till protokoll"
ADD_LEAD = (
    "Släpp protokoll här. De läses på den här datorn och skickas ingen annanstans; du ser vad som "
    "uppfattades innan något läggs till."
)
ADD_LABEL = "Protokoll att lägga till"
ADD_BUTTON = "Lägg till i biblioteket"
ADD_CANCEL = "Avbryt"
ADD_CANCEL_HELP = "Inget av det som står här läggs till."
ADD_CLEAR = "Rensa listan"
ADD_STOP = "Sluta läsa"
ADD_MORE = "Lägg till fler"
ADD_ALL = "Ta med alla"
ADD_NONE = "Lämna alla utanför"
ADD_PICK = "Välj filer"
ADD_DROP = "Dra hit filer eller välj dem"
ADD_TOO_LARGE = "Filen är större än gränsen nedan och tas inte emot: dela upp den."
ADD_LIMIT = "Läser {formats}, högst {megabytes} MB per fil."
ADD_READING = "Läser {done} av {total} filer"
ADD_STORING = "Lägger till {done} av {total}: {source}"
ADD_SAVING = "Gör möten sökbara …"
ADD_LEAVE = "Du kan lämna sidan under tiden; det som pågår fortsätter."
ADD_FOUND = "{chosen} av {total} läggs till."
ADD_TAKE = "Ta med {name}"
ADD_GROUPS = {
    "failed": "Kunde inte läsas",
    "twice": "Samma fil två gånger",
    "known": "Finns redan i biblioteket",
    "same_meeting": "Samma möte som en annan fil",
    "changed": "Ersätter en äldre version",
    "new": "Nya möten",
}
ADD_ADVICE = {
    "twice": "Innehållet är detsamma som i {others}; filen läggs inte till en gång till.",
    "known": "Samma innehåll finns redan: {others}.",
    "same_meeting": (
        "Ser ut att vara en annan fil för samma möte som {others}. Läggs den till hämtas svaren "
        "ur en av dem, justerade protokoll först."
    ),
    "changed": "Tar platsen för {others}. Det du har rättat behålls.",
}
ADD_NO_DATE = "Inget datum hittades. Det kan anges under mötets Uppgifter när det är tillagt."
ADD_NO_ITEMS = "inga punkter"
ADD_SKIPPED = "Läses inte: {names}."
ITEM_FORMS = ("punkt", "punkter")
DECISION_FORMS = ("beslut", "beslut")
TASK_FORMS = ("uppdrag", "uppdrag")
PERSON_FORMS = ("person", "personer")
PAGE_FORMS = ("sida", "sidor")
FILE_FORMS = ("fil", "filer")
ADD_DONE = "Klart: {summary}."
ADD_WARNINGS = "Att känna till"
ADD_FAILED = "Kunde inte läsas"
ADD_SAME_MEETING = "Samma möte i flera filer"
WATCH_TITLE = "Bevaka en mapp"
WATCH_LEAD = (
    "Ange en mapp på den här datorn. Sidan visar när där finns nya eller ändrade filer; inget "
    "läggs till förrän du godkänt det. Filer som tas bort ur mappen stannar i biblioteket."
)
WATCH_FOLDER = "Mapp"
WATCH_FOLDER_HINT = "/home/namn/Protokoll"
WATCH_SAVE = "Spara"
WATCH_SAVED = "Mappen {folder} bevakas."
WATCH_STOPPED = "Ingen mapp bevakas."
WATCH_NEWS = "{count} är nya eller ändrade i {folder}."
WATCH_WAITING = "{count} i mappen som bevakas är nya eller ändrade."
WATCH_NO_NEWS = "Inget nytt i {folder}."
WATCH_READ = "Läs in nytt från mappen"
WATCH_COMMAND = "”motesminne watch” läser in nytt av sig självt, så länge det är i gång."
REPORT_READ = ("ny", "nya")
REPORT_REPLACED = ("ersatt", "ersatta")
REPORT_UNCHANGED = ("oförändrad", "oförändrade")
REPORT_FAILED = ("misslyckad", "misslyckade")

# Utvärdering
EVALUATION_TITLE = "Utvärdering"
EVALUATION_LEAD = (
    "Ställ en fil med frågor till biblioteket och se hur många svar som blev rätt, och om något "
    "har ändrats sedan sist. Körningarna sparas i bibliotekets mapp."
)
EVALUATION_NEW = "Ny körning"
EVALUATION_NO_FILES = (
    "Det finns inga testfrågor än. Välj ”Spara som testfråga” under ett svar på sidan Fråga, "
    "eller ladda upp en frågefil."
)
EVALUATION_SAVED = "Mina sparade testfrågor"
EVALUATION_SAMPLES = "Frågor om exempelprotokollen"
EVALUATION_FILE = "Frågefil"
EVALUATION_UNCHECKED = "Kör även om underlag saknas i biblioteket"
EVALUATION_UNCHECKED_HELP = (
    "Annars stannar körningen när ett citat i frågefilen inte finns i något protokoll."
)
EVALUATION_RUN = "Kör"
EVALUATION_ASKING = "Frågar ur {file}: {done} av {total}. Du kan lämna sidan under tiden."
EVALUATION_STOP = "Stoppa"
EVALUATION_STOPPED = "Körningen stoppades; inget sparades."
EVALUATION_PARTICULARS = "Visa vad som saknas"
EVALUATION_UPLOAD = "Ladda upp en frågefil"
EVALUATION_UPLOAD_LABEL = "Frågefil (JSONL)"
EVALUATION_FORMAT = (
    "En fråga per rad i JSON: id, question, category, expect och evidence, som i filen "
    "testfragor.jsonl som ”Spara som testfråga” skriver."
)
EVALUATION_KEEP = "Spara frågefilen"
EVALUATION_NOTHING = "Välj en fil först."
EVALUATION_RUNS = "Körningar"
EVALUATION_NO_RUNS = "Inga körningar än. Den första visas här när den är klar."
EVALUATION_CHOSEN = "Körning"
EVALUATION_RUN_LABEL = "{moment}, {file}"
EVALUATION_COMPARE = "Jämför med en tidigare"
EVALUATION_COMPARE_NONE = "Ingen jämförelse"
EVALUATION_NO_EARLIER = "Det finns ingen tidigare körning av samma fil"
EVALUATION_COMPARED = "Jämförelse"
EVALUATION_REPORT = "Resultat"
EVALUATION_DOWNLOAD = "Hela rapporten som webbsida"
EVALUATION_REMOVE = "Ta bort körningen"
EVALUATION_REMOVED = "Körningen är borttagen."
EVALUATION_WRONG = "Fel utfall ({count})"
EVALUATION_NONE_WRONG = "Alla frågor fick rätt utfall."
EVALUATION_MISSED = "Saknas i svaret: {quotes}"
EVALUATION_BY_CATEGORY = "Per kategori"
EVALUATION_CATEGORY = "Kategori"
EVALUATION_QUESTIONS = "Frågor"
EVALUATION_ALL = "Alla mått"
EVALUATION_ALL_COLUMNS = ("Mått", "Värde", "95 % intervall", "Frågor")
EVALUATION_CHANGED = "{gained} blev rätt och {lost} blev fel sedan den tidigare körningen."
EVALUATION_QUESTION_FORMS = ("fråga", "frågor")
EVALUATION_OTHER_LIBRARY = (
    "Biblioteket har ändrats mellan körningarna; en del av skillnaden kan bero på det."
)
EVALUATION_GAINED = "Blev rätt"
EVALUATION_LOST = "Blev fel"
EVALUATION_CHANGES = "Måtten före och efter"
EVALUATION_CHANGE_COLUMNS = ("Mått", "Före", "Efter", "Skillnad", "Omdöme")
EVALUATION_BETTER = "bättre"
EVALUATION_WORSE = "sämre"
EVALUATION_SAME = "inom bruset"
EVALUATION_FROM_TO = "{before} → {after}"

# Inställningar och status
STATUS_TITLE = "Inställningar och status"
STATUS_HELD = "Biblioteket"
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
STATUS_USED = "Modeller"
STATUS_MODELS_HELP = (
    "Modeller och andra inställningar väljs när programmet startas, med variabler som "
    "MOTESMINNE_LLM; docs/models.md berättar vilka."
)
STATUS_RERANKER = "Omrangordnare"
STATUS_RERANKER_NONE = "Ingen"
STATUS_CHECKS = "Hälsa"
STATUS_SOUND = "Allt är i ordning."
STATUS_UNSOUND = ("{count} kontroll behöver åtgärdas", "{count} kontroller behöver åtgärdas")
STATUS_ADVICE = "Välj ”Bygg om register” här under; protokollen rörs inte."
STATUS_ADVICE_DATABASE = (
    "Filen library.sqlite är skadad: återställ mappen från en säkerhetskopia, eller läs in "
    "protokollen i ett nytt bibliotek."
)
STATUS_REBUILD = "Bygg om register"
STATUS_REBUILD_HELP = "Gör sökord och vektorer på nytt ur databasen. Protokollen rörs inte."
STATUS_REBUILDING = "Bygger om sökord och vektorer …"
STATUS_REBUILT = "Registren är ombyggda."
STATUS_STORAGE = "Lagring"
STATUS_PARTS = {
    "library.sqlite": "Protokoll och det som utlästs (library.sqlite)",
    "words": "Sökord (words)",
    "vectors": "Vektorer (vectors)",
    "uploads": "Uppladdade filer (uploads)",
    "utvarderingar": "Utvärderingar (utvarderingar)",
}
STATUS_PARTS_OTHER = "Övrigt"
STATUS_PARTS_ALL = "Tillsammans"
STATUS_LOOK = "Utseende"
STATUS_THEME = (
    "Ljust eller mörkt utseende följer datorns inställning; webbläsaren kan ha en egen. Texten "
    "blir större med webbläsarens förstoring."
)
STATUS_TOUR = "Visa rundturen igen"
STATUS_CHECKING = "Kontrollerar biblioteket …"
PRIVACY = "Integritet"
PRIVACY_POINTS = (
    "Protokollen, frågorna och svaren stannar på den här datorn.",
    "Programmet nås som standard bara från den här datorn och anropar inget på nätet.",
    "Ingen användningsstatistik samlas in.",
    (
        "Ett möte som du tar bort försvinner ur sökningen, registren och databasen, och ur svaren "
        "i sparade samtal; utvärderingar och testfrågor som citerar det ligger kvar i bibliotekets "
        "mapp tills du tar bort dem."
    ),
    (
        "Dina samtal och omdömen sparas i biblioteket tills du tar bort dem, och visas bara i den "
        "webbläsare som de förts i. En kaka med ett slumpat namn håller reda på vilken det är."
    ),
)
PRIVACY_MODEL = (
    "Frågor och de utdrag som kan besvara dem skickas till språkmodellen {model} på {where}; "
    "allt annat stannar på den här datorn."
)
PRIVACY_OWN_SERVER = "den här datorn"

# The tour of the first visit
TOUR_LABEL = "Rundtur för nya användare"
TOUR_STEPS = (
    (
        "Lägg till protokoll",
        "Släpp filer på sidan Lägg till. De läses in på den här datorn och skickas ingenstans.",
    ),
    (
        "Fråga med egna ord",
        "Skriv som du talar: ”Vad beslutades om bryggan?” Du kan följa upp med ”Och när var det?”",
    ),
    (
        "Kontrollera orden",
        "Varje påstående har en siffra. Välj den, så öppnas protokollet vid orden det bygger på.",
    ),
)
TOUR_PLACE = "Steg {step} av {steps}"
TOUR_NEXT = "Nästa"
TOUR_DONE = "Klart"
TOUR_SKIP = "Hoppa över"

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
NO_SIGN_IN = (
    "Appen öppnas inte på {address}, för där kommer alla som når datorn åt protokollen utan att "
    "logga in: välj 127.0.0.1, eller tillåt det med --without-sign-in."
)
OTHER_HOST = (
    "Appen svarar inte under det här namnet; den som driver den kan lägga till namnet i "
    "MOTESMINNE_ALLOWED_HOSTS."
)

MEETING_FORMS = ("möte", "möten")
BODY_FORMS = ("organ", "organ")
CHUNK_FORMS = ("textavsnitt", "textavsnitt")
