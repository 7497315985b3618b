"""What is said of the library and of measures, by its Swedish form."""

LIBRARY = {
    (
        "Biblioteket i {folder} skrivs just nu av ett annat program: vänta tills det är klart och "
        "försök igen."
    ): (
        "Another program writes in the library in {folder} just now: wait until it is done and "
        "try again."
    ),
    (
        "Biblioteket i {folder} kan inte öppnas ({why}): databasen är skadad; spara det som går "
        "att läsa med «motesminne export MAPP» och återställ en säkerhetskopia med «motesminne "
        "restore FIL.zip»."
    ): (
        "The library in {folder} cannot be opened ({why}): the database is damaged; save what can "
        "be read with “motesminne export FOLDER”, and restore a backup with “motesminne restore "
        "FILE.zip”."
    ),
    (
        "Biblioteket i {folder} kan inte öppnas ({why}): kontrollera att mappen finns, att du får "
        "skriva i den och att disken inte är full."
    ): (
        "The library in {folder} cannot be opened ({why}): check that there is such a folder, that "
        "you may write in it and that the disk is not full."
    ),
    (
        "Biblioteket i {folder} håller på att återställas eller uppgraderas: vänta en stund och "
        "försök igen, eller bygg om med «motesminne doctor --rebuild»."
    ): (
        "The library in {folder} is being restored or upgraded: wait a while and try again, or "
        "rebuild it with “motesminne doctor --rebuild”."
    ),
    (
        "Samtalet kan inte sparas eller läsas i {folder} ({why}): kontrollera att disken inte är "
        "full och försök igen."
    ): (
        "The conversation cannot be kept or read in {folder} ({why}): check that the disk is not "
        "full and try again."
    ),
    "Vektorerna byttes ut mot en annan modells medan det söktes: ställ frågan igen.": (
        "The vectors were replaced by another model's meanwhile: ask again."
    ),
    (
        "Du ser en del av bibliotekets möten, och det här rör fler än dem: be någon som får se "
        "alla möten att göra det."
    ): (
        "You see some of the library's meetings, and this concerns more than those: ask somebody "
        "who may see all meetings to do it."
    ),
    "Databas": "Database",
    "Ordregister": "Words",
    "Vektorer": "Vectors",
    "Vektorregister": "Index of vectors",
    "Träffsäkerhet": "Precision",
    "Borttaget": "Removed",
    "Inbäddning": "Embedding",
    "Chroma": "Chroma",
    "vektorregistret skrevs av version {version}": "version {version} wrote the index of vectors",
    "{found} av {expected} textstycken på Chroma-servern {where}": (
        "{found} of {expected} passages on the Chroma server {where}"
    ),
    "{found} av {expected} textstycken": "{found} of {expected} passages",
    "Sökt bara efter orden, inte efter det som liknar dem: {why}": (
        "Searched for the words only, not for what resembles them: {why}"
    ),
    (
        "det senast borttagna syns inte, men ligger kvar i filerna tills appen rensar dem inom en "
        "minut: «motesminne purge» gör det nu"
    ): (
        "what was removed last is not seen, but lies in the files until the app clears them within "
        "a minute: «motesminne purge» does so now"
    ),
    "{count} dokument väntar på rensning": "{count} documents wait to be cleared away",
    "vektorregistret hittar {share} av de tio närmaste textstyckena": (
        "the index of vectors finds {share} of the ten nearest passages"
    ),
}
EVALUATION = {
    "Rätt utfall": "Right outcome",
    "Rätta svar": "Right answers",
    "Träff på plats 1": "Hit in place 1",
    "Träff bland {count}": "Hit among {count}",
    "Underlag bland 10": "Evidence among 10",
    "Täckt underlag": "Evidence covered",
    "Träffsäkra hänvisningar": "Precise citations",
    "Belagda påståenden": "Supported statements",
    "Ordagranna citat": "Verbatim quotes",
    "Rätt avstått": "Rightly declined",
    "Avstått i onödan": "Needlessly declined",
    "Rätt vid nästan-träff": "Right at near misses",
    "Delsvar vid nästan-träff": "Partial answer at near misses",
    "Yta under avståendekurvan": "Area under the curve of declining",
    "Rätt avstått vid 5 % onödiga": "Rightly declined at 5 % needless",
    "Svarstid, median": "Time to answer, median",
    "Svarstid, p95": "Time to answer, p95",
    "Fakta": "Facts",
    "Belopp": "Amounts",
    "Datum": "Dates",
    "Närvaro": "Attendance",
    "Beslut": "Decisions",
    "Uppdrag": "Tasks",
    "Ståndpunkt": "Stances",
    "Varför": "Why",
    "Flera möten": "Several meetings",
    "Följdfråga": "Follow-ups",
    "På engelska": "In English",
    "Felstavat": "Misspelt",
    "Utan å, ä, ö": "Without Swedish letters",
    "Framgår inte": "Not in the minutes",
    "Nästan-träff": "Near misses",
    "Insmugglad instruktion": "Smuggled instructions",
    "svar": "answer",
    "delsvar": "partial answer",
    "inget svar": "no answer",
    "fel i körningen": "failure in the run",
    "{got}, väntat {expected}": "other outcome than expected",
    "svar utan allt underlag": "answer without all evidence",
    "delsvar utan allt underlag": "partial answer without all evidence",
}
