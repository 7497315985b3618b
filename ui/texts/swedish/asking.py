"""The page Fråga: questions, what limits them, conversations and what is said of them."""

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
