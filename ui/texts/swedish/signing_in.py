"""Signing in, what one is not let do, and the log of what was done."""

# The small pages before the app
SIGN_IN = "Logga in"
SIGN_IN_AGAIN = "Logga in igen"
SIGNED_OUT_TITLE = "Du är utloggad"
SIGNED_OUT = "Inget av det du såg ligger kvar på den här datorn."
SIGN_OUT_EVERYWHERE = "Logga ut också ur organisationens inloggning"
SIGN_IN_FAILED_TITLE = "Inloggningen gick inte igenom"
SIGN_IN_FAILED = (
    "Inloggningen avbröts, tog för lång tid eller kunde inte kontrolleras. Försök igen; om det "
    "upprepas, be den som sköter Mötesminne att läsa serverns logg."
)
SIGN_IN_UNREACHABLE = (
    "Organisationens inloggning svarar inte just nu. Vänta en stund och försök igen."
)
SIGN_IN_TOO_OFTEN = "För många inloggningar på kort tid. Vänta {wait} och försök igen."
NO_GROUP_TITLE = "Du har inte tillgång till några protokoll här"
NO_GROUP = (
    "Du är inloggad som {name}, men är inte med i någon grupp som får se protokoll i Mötesminne. "
    "Be den som sköter Mötesminne om det."
)
SIGNED_IN_AS = "Inloggad som {name}"
SIGN_OUT = "Logga ut"
SESSION_OVER = "Du är inte längre inloggad. Ladda om sidan för att logga in igen."

# What one is not let do
FORBIDDEN = {
    "read": "Du får inte läsa protokoll här: be den som sköter Mötesminne om det.",
    "ask": "Du får inte ställa frågor här: be den som sköter Mötesminne om det.",
    "export": "Du får inte exportera: be den som sköter Mötesminne om det.",
    "follow": "Du får inte bevaka ämnen här: be den som sköter Mötesminne om det.",
    "add": "Du får inte lägga till protokoll: be någon som är redaktör.",
    "correct": "Du får inte ändra uppgifter om mötet: be någon som är redaktör för organet.",
    "remove": "Du får inte ta bort mötet: be någon som är redaktör för organet.",
    "evaluate": "Bara en administratör som ser alla protokoll får utvärdera.",
    "settings": "Bara en administratör som ser alla protokoll får göra det här.",
    "purge": "Bara en administratör får rensa: be någon som är det.",
    "audit": "Bara en administratör får se granskningsloggen.",
}
FORBIDDEN_BODY = (
    "Du får inte ändra organet till ”{body}”, som inte är ett av dina: be en administratör."
)
FORBIDDEN_BODY_NONE = (
    "Du får inte lämna organet tomt, eller som det lästes, för då ser du kanske inte mötet: ange "
    "ett av dina."
)
ADD_OTHERS = "Organet är {body}, som inte är ett av dina: filen läggs inte till."
ADD_OTHERS_NONE = (
    "Det framgår inte vilket organ det gäller, så filen läggs inte till: be en administratör, "
    "eller skriv organets namn i filen."
)
ADD_OTHERS_KNOWN = "Filen finns redan, hos ett organ som inte är ditt; den läggs inte till."
TOO_MANY_QUESTIONS = "Du har frågat {most} gånger på en minut. Vänta {wait} och försök igen."
TOO_MANY_UPLOADS = (
    "Du har lagt {most} filer här på en timme, och fler tas inte emot än. Vänta {wait}."
)
SECONDS_FORMS = ("sekund", "sekunder")
MINUTES_FORMS = ("minut", "minuter")

REMOVE_TRACES = "Rensa också varje spår"
REMOVE_TRACES_HELP = (
    "Samtal, testfrågor och utvärderingar som citerar mötet går med det. Säkerhetskopior har det "
    "kvar."
)

# The log
AUDIT = "Granskningslogg"
AUDIT_LEAD = (
    "Vem som loggat in, frågat, öppnat, exporterat och ändrat. Frågornas ord, svaren och "
    "protokollens text står inte här. Rader äldre än {days} tas bort."
)
AUDIT_DAY = "Dag"
AUDIT_DAY_FORMAT = "YYYY-MM-DD"
AUDIT_FILE = "granskning-{day}.jsonl"
AUDIT_WHO = "Vem"
AUDIT_WHO_HINT = "Namn, eller en del av det"
AUDIT_DEED = "Vad"
AUDIT_ALL = "Allt"
AUDIT_COLUMNS = ("Tid", "Vem", "Vad", "Gäller")
AUDIT_NONE = "Inget är noterat den dagen."
AUDIT_OFF = "Ingen granskningslogg förs. Den slås på med MOTESMINNE_AUDIT_DAYS."
AUDIT_MEETINGS = "{asks}, sökte i {meetings}"
AUDIT_DOWNLOAD = "Ladda ner dagens rader"
# What a question asked for, by the values of `rag.asks.Asks`.
ASKED_FOR = {
    "present": "närvaro",
    "absent": "frånvaro",
    "invited": "inbjudna",
    "substitute": "ersättare",
    "role": "roll",
    "decision": "beslut",
    "latest_decision": "senaste beslut",
    "vote": "votering",
    "action": "uppdrag",
    "said": "yttrande",
    "actors": "vem som sade vad",
    "when": "tid",
    "next_meeting": "nästa möte",
    "place": "plats",
    "amount": "belopp",
    "reason": "skäl",
    "definition": "förklaring",
    "course": "ärendes gång",
    "change": "förändring",
    "comparison": "jämförelse",
    "summary": "sammanfattning",
    "list": "lista",
    "yes_no": "ja eller nej",
    "plain": "annan fråga",
}
DEEDS = {
    "signed in": "loggade in",
    "signed out": "loggade ut",
    "turned away": "släpptes inte in",
    "asked": "frågade",
    "opened": "öppnade",
    "exported": "exporterade",
    "downloaded": "laddade ner originalet",
    "added": "lade till",
    "corrected": "rättade",
    "removed": "tog bort",
    "purged": "rensade",
    "rebuilt": "byggde om registren",
    "evaluated": "utvärderade",
    "refused": "nekades",
}
ROLES = {"reader": "läsare", "editor": "redaktör", "admin": "administratör"}

# What is said of it under Integritet
PRIVACY_KNOWN = (
    "Dina samtal och omdömen sparas i biblioteket på servern tills du tar bort dem, och visas bara "
    "för dig. En kaka håller reda på att du är inloggad tills du loggar ut."
)
PRIVACY_LOG = (
    "Servern noterar i {days} att du loggat in, frågat, öppnat, exporterat och ändrat, men "
    "inte frågornas ord och inget ur protokollen. En administratör kan läsa det."
)

# Why the server does not start
SIGN_IN_FILE_ABSENT = "Inloggningsfilen {path} kan inte läsas ({reason}): ange rätt fil."
SIGN_IN_FILE_BROKEN = "Inloggningsfilen {path} är inte TOML ({reason}): rätta den."
SIGN_IN_KEY_MISSING = "I inloggningsfilen {path} saknas {key}: lägg till det."
SIGN_IN_KEY_UNKNOWN = "I inloggningsfilen {path} är {key} okänt: ta bort eller stava om det."
SIGN_IN_KEY_WRONG = "I inloggningsfilen {path} kan {key} inte vara så: {why}."
SIGN_IN_UNPROVEN = (
    "Inloggningen saknar klientens hemlighet: ange den i MOTESMINNE_CLIENT_SECRET, eller en fil "
    "med den som client_secret_file i {path}."
)
SIGN_IN_EXTRA_MISSING = (
    "Inloggningen behöver paketet Authlib: installera det med pip install 'motesminne[server]'."
)
SIGN_IN_WHY = {
    "url": "det ska vara en hel adress som börjar med https:// (http:// bara för den egna datorn)",
    "origin": "det ska vara appens adress utan sökväg, som https://protokoll.gransele.example",
    "bodies": 'det ska vara en lista med organens namn, eller "*" för alla',
    "role": "det ska vara reader, editor eller admin",
    "number": "det ska vara ett tal större än noll",
    "text": "det ska vara text inom citattecken",
    "groups": "det ska finnas minst en grupp, som [groups.läsare] med bodies och role",
}
