"""The page Inställningar: what is used, how the library is, one's data, language and look."""

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
LOOKS = {"system": "Som datorn", "light": "Ljust", "dark": "Mörkt"}
STATUS_THEME = "Gäller i den här webbläsaren. Texten blir större med webbläsarens förstoring."
STATUS_TOUR = "Visa rundturen igen"
STATUS_CHECKING = "Kontrollerar biblioteket …"
STATUS_LANGUAGE = "Språk"
STATUS_LANGUAGE_HELP = (
    "Gäller i den här webbläsaren. Det som står i protokollen visas som det är skrivet, och "
    "sammanfattningar och exporterade filer är på svenska."
)
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
PRIVACY_VECTORS = (
    "Undantag: textstyckenas vektorer, tal som säger vad de handlar om, ligger på Chroma-servern "
    "{where}, och frågor kan jämföras med dem där; texten ligger inte där."
)
