"""The app itself: its pages, the tour, the empty library, and what went wrong."""

APP = "Mötesminne"
ICON = "🗂️"
MENU = "Meny"

# The pages
ASK = "Fråga"
MEETINGS = "Möten"
REGISTER = "Register"
MATTERS = "Ärenden"
FOLLOW = "Bevaka"
ADD = "Lägg till"
EVALUATION = "Utvärdering"
STATUS = "Inställningar"

OPENING = "Öppnar biblioteket …"

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

# The empty library
EMPTY_TITLE = "Biblioteket är tomt"
EMPTY_LEAD = "Lägg till de första protokollen, så kan du ställa frågor om dem här."
EMPTY_BUTTON = "Lägg till protokoll"

# What went wrong
UNEXPECTED = "Något gick fel. Ladda om sidan; om det upprepas står orsaken i serverns logg."
NO_PAGE = "Sidan finns inte"
NO_PAGE_ADVICE = "Adressen leder inte till någon av sidorna här. Startsidan visas i stället."
NO_SERVER = "Mötesminne svarar inte"
NO_SERVER_ADVICE = (
    "Sidan fortsätter av sig själv när programmet är igång igen. Samtalen och det du har lagt till "
    "är sparade."
)
BROKEN_LINK = "Länken pekar inte på något ställe i biblioteket."
BAD_NAME = "En fil saknar namn och kan inte läsas in: ge den ett namn och försök igen."
PORT_TAKEN = (
    "Porten {port} på {address} är upptagen: stäng det andra programmet eller välj en annan "
    "port med --port."
)
NO_SIGN_IN = (
    "Appen öppnas inte på {address}, för där kommer alla som når datorn åt protokollen utan att "
    "logga in: välj 127.0.0.1, låt dem logga in med --sign-in, eller tillåt det med "
    "--without-sign-in."
)
OTHER_HOST = (
    "Appen svarar inte under det här namnet; den som driver den kan lägga till namnet i "
    "MOTESMINNE_ALLOWED_HOSTS."
)

# One and many of what is counted on several pages
MEETING_FORMS = ("möte", "möten")
BODY_FORMS = ("organ", "organ")
CHUNK_FORMS = ("textavsnitt", "textavsnitt")
ITEM_FORMS = ("punkt", "punkter")
DECISION_FORMS = ("beslut", "beslut")
TASK_FORMS = ("uppdrag", "uppdrag")
PERSON_FORMS = ("person", "personer")
DAY_FORMS = ("dag", "dagar")
PAGE_FORMS = ("sida", "sidor")
FILE_FORMS = ("fil", "filer")
