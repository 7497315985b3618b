"""The page of one meeting in English: its summary, and all that was read out of it."""

from rag.edits import Act
from rag.minutes import Kind, Presence, Status, Sureness
from rag.summaries import Length

TABS = (
    "Summary",
    "Decisions and tasks",
    "Statements",
    "Participants",
    "Items",
    "Facts",
    "Whole text",
)
NO_SUMMARY = "The text has no items to summarise. Read it under “Whole text”."
DECISIONS = "Decisions"
ACTIONS = "Tasks"
IN_BRIEF = "In brief"
REST = "Otherwise"
ACTION_COLUMNS = ("What", "Who", "When", "Item")
DATES = "Dates to remember"
OPEN_QUESTIONS = "Open questions"
LINKS = "Links"
ATTENDANCE_COUNT = "Place and participants ({count})"
AND_MORE = "and {count} more"
SUMMARY_LENGTH = "Length"
LENGTHS = {Length.SHORT: "Short", Length.NORMAL: "Normal", Length.LONG: "Long"}
SUMMARY_ANEW = "Make anew"
SUMMARY_ANEW_HELP = "Makes the summary again from the text; what you have changed is kept."
SUMMARY_UNDO = "Undo"
SUMMARY_UNDO_HELP = "Take back the latest change."
SUMMARY_TEXT = "The meeting's text"
SUMMARY_TEXT_CLOSE = "Close the text"
SUMMARY_HINT = (
    "Choose a line to see the words it rests on, or a place in the text to see its lines."
)
EXPORT = "Export"
EXPORT_NAME = "Sammanfattning {meeting}"
EXPORT_FORMATS = {
    "docx": "Word",
    "pdf": "PDF",
    "md": "Markdown",
    "html": "HTML",
    "json": "JSON",
    "csv": "CSV",
    "xlsx": "Excel",
}
WORDING = "Language model"
WORDING_STYLE = "Wanted style"
WORDING_STYLE_HINT = "for a press release"
WORDING_START = "Word it"
WORDING_STOP = "Stop"
WORDING_UNDER_WAY = "The language model reads item by item …"
EDITED = {
    Act.ACCEPTED: "accepted",
    Act.CHANGED: "rewritten",
    Act.STRUCK: "struck",
}
EDIT_ACTS = {
    Act.ACCEPTED: "Accept the line",
    Act.CHANGED: "Rewrite the line",
    Act.STRUCK: "Strike the line",
    "undo": "Restore the line",
}
EDIT_SAVE = "Save"
EDIT_CANCEL = "Cancel"
TEXT_MARKS = {"decided": "Decisions", "to-do": "Tasks"}
NO_DECISIONS = "No decisions or tasks could be read out of the text."
NO_STATEMENTS = "No statements or links could be read out of the text."
NO_PEOPLE = "No list of attendance could be read out of the text."
NO_ITEMS = "No numbered items could be read out of the text."
PRESENCES = {
    Presence.PRESENT: "Present",
    Presence.INVITED: "Invited",
    Presence.SUMMONED: "Summoned",
    Presence.ABSENT: "Absent",
}
REPLACES = "substitute for {name}"
FIELDS = {
    "title": "Title",
    "kind": "Kind",
    "body": "Body",
    "organisation": "Organisation",
    "registration_number": "Registration number",
    "status": "Approval",
    "date": "Date",
    "time": "Time",
    "place": "Place",
    "next_meeting": "Next meeting",
}
SURENESS = {
    Sureness.LABELLED: "stands after its label",
    Sureness.RECOGNISED: "recognised in the text",
    Sureness.INFERRED: "inferred",
    Sureness.CORRECTED: "corrected by the user",
}
ADJUSTED = {Status.ADJUSTED: "approved", Status.UNADJUSTED: "not yet approved"}
BLANK = "–"
DATE_PARTLY = "partly inferred"
DECISION = "Decision"
ACTION = "To do"
PROPOSAL = "Proposal"
VOTE = "Vote"
VOTE_YES = "{count} yes"
VOTE_NO = "{count} no"
VOTE_ABSTAINED = "{count} abstained"
RESERVATION = "Reservation"
SAID = "Statement"
LINK = "Link"
# What an item holds: how the boxes with it are titled and coloured.
DECIDED = {
    DECISION: ("Decisions", "decided"),
    ACTION: ("Tasks", "to-do"),
    PROPOSAL: ("Proposals", "other"),
    VOTE: ("Votes", "other"),
    RESERVATION: ("Reservations", "other"),
}
SPOKEN = {SAID: ("Statements", "other"), LINK: ("Links", "other")}
FACTS_LEAD = (
    "This is how the meeting was understood. What is wrong is corrected with “Correct facts” above."
)
NOT_FOUND_FIELD = "not stated"
SAME_MEETING = "The same meeting in {count} files"
SAME_MEETING_USED = "answers are taken from this file"
ACTION_WHO = "Responsible: {who}"
ACTION_DUE = "Due: {due}"
KINDS = {
    Kind.PROTOKOLL: "Minutes",
    Kind.NOTES: "Meeting notes",
    Kind.OTHER: "Text",
}
DATE_INFERRED = "The date is partly read out of the context; the text does not give all of it."
REGISTRATION_NUMBER = "reg. no. {number}"
