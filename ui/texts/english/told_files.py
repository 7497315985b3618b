"""What is said of files and of corrections, by its Swedish form."""

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
    "Filen {name} är en katalog; ange en fil.": "The file {name} is a folder; name a file.",
    "Filen {name} finns inte; kontrollera sökvägen.": "There is no file {name}; check the path.",
    "Filen {name} får inte läsas; ge dig läsrättighet till den.": (
        "The file {name} may not be read; give yourself the right to read it."
    ),
    "Filen {name} kan inte öppnas; kontrollera sökvägen.": (
        "The file {name} cannot be opened; check the path."
    ),
    "Filen {name} har inga sidor; skapa PDF:en på nytt.": (
        "The file {name} has no pages; make the PDF anew."
    ),
    "Filen {name} är en orimligt stor bild; spara den i lägre upplösning.": (
        "The file {name} is an unreasonably large picture; save it with lower resolution."
    ),
    "Filen {name} är en bild utan läsbar text; skanna om den tydligare.": (
        "The file {name} is a picture without legible text; scan it again more clearly."
    ),
    "Filen {name} är skannad och har ingen läsbar text; {what} och läs in den igen.": (
        "The file {name} is scanned and has no legible text; let pictures be read (install "
        "tesseract-ocr and tesseract-ocr-swe, MOTESMINNE_OCR=auto) and add it again."
    ),
    "Filen {name} är ett OpenDocument men ingen text; spara det som .pdf.": (
        "The file {name} is an OpenDocument but no text; save it as .pdf."
    ),
    "Filen {name} är skadad i arkivet; packa det på nytt.": (
        "The file {name} is damaged in the archive; pack it anew."
    ),
    "Filen {name} är skyddad med lösenord; packa den utan lösenord.": (
        "The file {name} has a password; pack it without one."
    ),
    "Filen {name} ligger i ett arkiv i ett arkiv; packa upp det och läs in filen för sig.": (
        "The file {name} is in an archive within an archive; unpack it and add the file by itself."
    ),
    "Filen {name} är orimligt hårt packad; packa upp den och läs in den för sig.": (
        "The file {name} is unreasonably tightly packed; unpack it and add it by itself."
    ),
    "Filen {name} har ett namn som leder ut ur arkivet; packa det på nytt.": (
        "The file {name} has a name that leads out of the archive; pack it anew."
    ),
    "Filen {name} innehåller fler än {most} filer; dela upp den.": (
        "The file {name} holds more than {most} files; divide it."
    ),
    (
        "Filen {name} kräver mer än {limit} MB minne att läsa; dela upp den eller höj "
        "MOTESMINNE_READ_MEMORY_MB."
    ): (
        "The file {name} takes more than {limit} MB of memory to read; divide it, or raise "
        "MOTESMINNE_READ_MEMORY_MB."
    ),
    "Sida {page} kunde inte tolkas ur bild; skanna om den tydligare eller i lägre upplösning.": (
        "Page {page} could not be read from its picture; scan it again more clearly or with lower "
        "resolution."
    ),
    (
        "Sidorna {pages} kunde inte tolkas ur bild; skanna om dem tydligare eller i lägre "
        "upplösning."
    ): (
        "The pages {pages} could not be read from their pictures; scan them again more clearly or "
        "with lower resolution."
    ),
    (
        "Tolkningen ur bild gjordes utan svenska och kan sakna å, ä och ö; installera "
        "tesseract-ocr-swe, ta bort mötet och läs in det igen."
    ): (
        "The picture was read without Swedish and may lack the letters with dots and rings; "
        "install tesseract-ocr-swe, remove the meeting and add it again."
    ),
    "samma möte som {others}; svaren hämtas ur den här filen.": (
        "the same meeting as {others}; the answers are taken from this file."
    ),
    "annan fil för samma möte som {others}; svaren hämtas ur {used}.": (
        "another file of the same meeting as {others}; the answers are taken from {used}."
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
