"""The page Lägg till: files that are dropped, what becomes of them, the folder watched."""

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
ADD_READING = "Läser {done} av {files}"
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
