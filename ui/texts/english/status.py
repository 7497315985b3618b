"""The page Settings in English: what is used, how the library is, one's data, language and look."""

STATUS_TITLE = "Settings and status"
STATUS_HELD = "The library"
STATUS_MEETINGS = "Meetings"
STATUS_CHUNKS = "Passages"
STATUS_BODIES = "Bodies"
STATUS_PERIOD = "Time"
STATUS_LIBRARY = "The library's folder"
STATUS_MODEL = "Language model for search"
STATUS_ANSWERS = "Answers"
STATUS_ANSWERS_HOW = "Verbatim extracts from the minutes, no generative model"
STATUS_ANSWERS_MODEL = (
    "Worded by the language model {model}, every sentence checked against the words of the minutes"
)
STATUS_VERSION = "Version"
STATUS_SHIPPED_MODEL = "Mötesminne's own Swedish model, which comes with the program"
STATUS_USED = "Models"
STATUS_MODELS_HELP = (
    "Models and other settings are chosen when the program starts, with variables such as "
    "MOTESMINNE_LLM; docs/models.md tells which."
)
STATUS_RERANKER = "Reranker"
STATUS_RERANKER_NONE = "None"
STATUS_CHECKS = "Health"
STATUS_SOUND = "Everything is in order."
STATUS_UNSOUND = ("{count} check needs attention", "{count} checks need attention")
STATUS_ADVICE = "Choose “Rebuild the indexes” below; the minutes are not touched."
STATUS_ADVICE_DATABASE = (
    "The file library.sqlite is damaged: restore the folder from a backup, or read the minutes "
    "into a new library."
)
STATUS_REBUILD = "Rebuild the indexes"
STATUS_REBUILD_HELP = "Makes words and vectors anew from the database. The minutes are not touched."
STATUS_REBUILDING = "Rebuilding words and vectors …"
STATUS_REBUILT = "The indexes are rebuilt."
STATUS_STORAGE = "Storage"
STATUS_PARTS = {
    "library.sqlite": "Minutes and what was read out of them (library.sqlite)",
    "words": "Words (words)",
    "vectors": "Vectors (vectors)",
    "uploads": "Uploaded files (uploads)",
    "utvarderingar": "Evaluations (utvarderingar)",
}
STATUS_PARTS_OTHER = "Other"
STATUS_PARTS_ALL = "Together"
STATUS_LOOK = "Look"
LOOKS = {"system": "As the computer", "light": "Light", "dark": "Dark"}
STATUS_THEME = "Holds in this browser. The text becomes larger with the browser's zoom."
STATUS_TOUR = "Show the tour again"
STATUS_CHECKING = "Checking the library …"
STATUS_LANGUAGE = "Language"
STATUS_LANGUAGE_HELP = (
    "Holds in this browser. What stands in the minutes is shown as it was written, and so are "
    "summaries and exported files: in Swedish."
)
PRIVACY = "Privacy"
PRIVACY_POINTS = (
    "The minutes, the questions and the answers stay on this computer.",
    "By default the program is reached only from this computer and calls nothing on the network.",
    "No usage statistics are gathered.",
    (
        "A meeting that you remove disappears from the search, the registers and the database, and "
        "from the answers in saved conversations; evaluations and test questions that quote it "
        "stay in the library's folder until you remove them."
    ),
    (
        "Your conversations and verdicts are kept in the library until you remove them, and are "
        "shown only in the browser they were held in. A cookie with a random name tells which one "
        "that is."
    ),
)
PRIVACY_MODEL = (
    "Questions and the extracts that may answer them are sent to the language model {model} at "
    "{where}; all else stays on this computer."
)
PRIVACY_OWN_SERVER = "this computer"
PRIVACY_VECTORS = (
    "Excepted: the passages' vectors, numbers that tell what they are about, are on the Chroma "
    "server {where}, and questions may be compared with them there; the text is not there."
)
