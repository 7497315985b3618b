"""What is said of files, of the library and of measures, by its Swedish form."""

FILES = {
    "Filen {name} är tom; spara den på nytt.": "The file {name} is empty; save it anew.",
    "Filen {name} innehåller ingen text; kontrollera att det är rätt fil.": (
        "The file {name} has no text; check that it is the right file."
    ),
    "Filen {name} innehåller bara tomma sidor; kontrollera att det är rätt fil.": (
        "The file {name} has only empty pages; check that it is the right file."
    ),
    "Filen {name} är skyddad med lösenord; spara en kopia utan lösenord.": (
        "The file {name} has a password; save a copy without one."
    ),
    "Filen {name} är skadad; hämta eller skapa den på nytt.": (
        "The file {name} is damaged; fetch or make it anew."
    ),
    "Filen {name} är skadad eller ingen PDF; hämta eller skapa den på nytt.": (
        "The file {name} is damaged or no PDF; fetch or make it anew."
    ),
    (
        "Filen {name} är skadad eller inget Word-dokument; öppna den i Word och spara den som "
        ".docx."
    ): ("The file {name} is damaged or no Word document; open it in Word and save it as .docx."),
    "Filen {name} är ett äldre Word-dokument; öppna det i Word och spara det som .docx.": (
        "The file {name} is an older Word document; open it in Word and save it as .docx."
    ),
    "Filen {name} är ett kalkylblad; spara det som .pdf.": (
        "The file {name} is a spreadsheet; save it as .pdf."
    ),
    "Filen {name} är en presentation; spara den som .pdf.": (
        "The file {name} is a presentation; save it as .pdf."
    ),
    "Filen {name} är ett Outlook-meddelande; spara det som .eml eller .pdf.": (
        "The file {name} is an Outlook message; save it as .eml or .pdf."
    ),
    (
        "Filen {name} är {size} och gränsen är {limit}; dela upp den eller höj "
        "MOTESMINNE_MAX_FILE_MB."
    ): (
        "The file {name} is {size} and the limit is {limit}; divide it, or raise "
        "MOTESMINNE_MAX_FILE_MB."
    ),
    (
        "Filen {name} har {count} sidor och gränsen är {limit}; dela upp den eller höj "
        "MOTESMINNE_MAX_PAGES."
    ): (
        "The file {name} has {count} pages and the limit is {limit}; divide it, or raise "
        "MOTESMINNE_MAX_PAGES."
    ),
    "Filen {name} {kind} och kan inte läsas; spara den som {formats}.": (
        "The file {name} is of a kind that cannot be read; save it in another: {formats}."
    ),
    (
        "Filen {name} kunde inte läsas, läsaren avbröts; filen är troligen skadad, skapa den på "
        "nytt."
    ): (
        "The file {name} could not be read, the reader broke off; it is probably damaged, make it "
        "anew."
    ),
    (
        "Filen {name} tog mer än {seconds} s att läsa och avbröts; dela upp den eller höj "
        "MOTESMINNE_READ_TIMEOUT_S."
    ): (
        "The file {name} took more than {seconds} s to read and was given up; divide it, or raise "
        "MOTESMINNE_READ_TIMEOUT_S."
    ),
    "Sida {pages} är en bild utan läsbar text.": (
        "Page {pages} is a picture without legible text."
    ),
    "Sidorna {pages} är bilder utan läsbar text.": (
        "The pages {pages} are pictures without legible text."
    ),
    "Sida {pages} är tolkad ur bild (OCR) och kan innehålla läsfel; jämför med originalet.": (
        "Page {pages} was read from a picture (OCR) and may have misreadings; compare it with the "
        "original."
    ),
    "Sidorna {pages} är tolkade ur bild (OCR) och kan innehålla läsfel; jämför med originalet.": (
        "The pages {pages} were read from pictures (OCR) and may have misreadings; compare them "
        "with the original."
    ),
    "Sida {page} är skadad och kunde inte läsas; hämta filen på nytt och läs in den igen.": (
        "Page {page} is damaged and could not be read; fetch the file anew and add it again."
    ),
    "Sida {page} saknar text; den är tom.": "Page {page} has no text; it is empty.",
    "{count} tecken kunde inte läsas och visas som {sign}; spara filen i UTF-8.": (
        "{count} characters could not be read and are shown as {sign}; save the file in UTF-8."
    ),
    "Mappen {folder} finns inte; kontrollera sökvägen.": (
        "There is no folder {folder}; check the path."
    ),
}
CORRECTIONS = {
    "Datumet {written} slutar före det börjar: byt plats på dagarna.": (
        "The date {written} ends before it begins: change the places of the days."
    ),
    (
        "Datumet {written} kan inte läsas: skriv det som 2024-10-11, eller från och till som "
        "2024-09-01/2024-11-30."
    ): (
        "The date {written} cannot be read: write it as 2024-10-11, or from and to as "
        "2024-09-01/2024-11-30."
    ),
}
LIBRARY = {
    (
        "Biblioteket i {folder} skrivs just nu av ett annat program: vänta tills det är klart och "
        "försök igen."
    ): (
        "Another program writes in the library in {folder} just now: wait until it is done and "
        "try again."
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
