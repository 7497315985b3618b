"""Answers in English: how far they go, what they rest on, and the source beside them."""

from rag.results import Status, Support

STATUSES = {
    Status.ANSWERED: "Answered",
    Status.PARTIAL: "Partly answered",
    Status.NOT_FOUND: "Not found",
}
SUPPORTS = {
    Support.SUPPORTED: "",
    Support.PARTLY: "partly supported",
    Support.UNSUPPORTED: "not supported",
}
SUPPORT_LABEL = "{mark}: {reason}"
SUPPORTS_EXPLAINED = {
    Support.PARTLY: (
        "Partly supported: the source says some of this, but not all or not in the same words."
    ),
    Support.UNSUPPORTED: (
        "Not supported: the sentence is the language model's own; the sources do not say it."
    ),
}
NOT_FOUND = "The minutes do not say."
ACTORS_CAPTION = "Who said what"
UNATTRIBUTED = "No speaker given"
SILENT = "did not bring it up, according to the minutes"
UNDERSTOOD = "Understood as: {parts}."
UNDERSTOOD_WORDS = "“{words}”"
UNDERSTOOD_UNMET = "all meetings, since there is no answer for {limits}"
NOTE_MEETING = "Read the summary of the whole meeting"
NOTE_MATTER = "The matter has been taken up at {count} meetings in the library."
NOTE_MATTER_LINK = "Follow the matter"
MISSING = "What is cited does not mention: {words}."
PARTIAL = "The minutes answer only part of the question."
SEARCHED = "Searched {meetings} ({chunks})."
NEAREST = "Nearest passages"
SOURCES = "Sources"
SOURCE_LABEL = "Source {n}: {where}"
QUOTED = "“{quote}”"
EXTRACTIVE = "verbatim extracts"
MODEL = "worded by {model}"
PAGE = "p.\N{NO-BREAK SPACE}{page}"
UNDATED = "undated"

# The source beside the answer
SOURCE = "The source in the minutes"
SOURCE_CLOSE = "Close the source"
SOURCE_OPEN_MEETING = "Show the meeting"
SOURCE_TEXT = "The text of the minutes"
SOURCE_PAGES = "The pages of the minutes"
SOURCE_VIEW = "How the source is shown"
SOURCE_AS_TEXT = "Text"
SOURCE_AS_PAGE = "Page {page} as it looks"
SOURCE_LINK = "Copy a link here"
SOURCE_GONE = (
    "The meeting is no longer in the library. It may have been removed, or replaced by a new "
    "version of the file."
)
SOURCE_NO_FILE = "The original file is no longer where it was read, or has been changed since then."
SOURCE_UNREACHABLE = (
    "The source could not be fetched. Check that Mötesminne is running, and try again."
)
SHEET = "Page {page} of {pages}"
SHEET_LABEL = "Picture of page {page} in {meeting}; the words are under Text"
