"""What can be done to a meeting: correct it, remove it, fetch its file."""

REMOVE = "Ta bort mötet …"
REMOVE_TITLE = "Ta bort mötet?"
REMOVE_TEXT = (
    "Texten tas bort ur biblioteket{held}, och allt som söks i den; inom en minut är orden också "
    "utsuddade ur registrens filer."
)
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
