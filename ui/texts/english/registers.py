"""The pages Register, Matters and Follow in English."""

from rag.matters.values import StepKind
from rag.registers.values import TaskStatus
from ui.texts.english.meeting import ACTIONS, DECISIONS

REGISTER_TITLE = "Register"
REGISTER_KIND = "What"
REGISTER_KINDS = (DECISIONS, ACTIONS)
REGISTER_ALL = "All"
REGISTER_SEARCH = "Search"
REGISTER_SEARCH_HINT = "Words, item, registration number or who is responsible"
REGISTER_FILTERS = "Body, person and time"
REGISTER_PERSON = "Present"
REGISTER_WHO = "Responsible"
REGISTER_PERSON_HINT = "A name, or part of it"
REGISTER_STATUS = "Status"
REGISTER_STATUS_COUNT = "{status} ({count})"
REGISTER_COUNT = "{all}, the newest first."
REGISTER_COUNT_OF = "{shown} of {all}, the newest first."
REGISTER_NONE = "Nothing in the register fits what you have chosen."
REGISTER_READING = "Reading all meetings …"
REGISTER_BY_HAND = "set by hand"
REGISTER_DUE = "by {day}"
REGISTER_TOLD = "Done according to"
REGISTER_DONE = "Mark as done"
REGISTER_REOPEN = "Mark as open"
REGISTER_MARK_LABEL = "{label}: {task}"
REGISTER_MATTER = "Show the course of the matter"
REGISTER_BACK = "The register"
TASK_STATUSES = {
    TaskStatus.OPEN: "open",
    TaskStatus.DONE: "done",
    TaskStatus.OVERDUE: "overdue",
}
FROM = "From"
TO = "To"
DAY_HINT = "2024-03"

# Matters
MATTERS_TITLE = "Matters"
MATTERS_LEAD = "Follow a matter from meeting to meeting, or gather what was said about a subject."
MATTERS_KIND = "What"
MATTERS_COURSE = "The course of a matter"
MATTERS_TOPIC = "Summarise a subject"
MATTERS_KINDS = (MATTERS_COURSE, MATTERS_TOPIC)
MATTERS_SEARCH = "Search for a matter"
MATTERS_SEARCH_HINT = "KS 2024/12, or words of the heading"
MATTERS_SORT = "Order"
MATTERS_ORDERS = {"newest": "Newest first", "most": "Most meetings first"}
MATTERS_COUNT = ("matter", "matters")
MATTERS_EMPTY = (
    "Nothing in the library has a registration number or a heading that comes back. Search for "
    "words, and what was said is gathered."
)
MATTERS_NONE = "No matter in the list has or is called “{query}”."
MATTERS_ANYWAY = "Search for “{query}” in the text of the meetings"
MATTERS_BACK = "All matters"
STEPS = {
    StepKind.RAISED: "raised",
    StepKind.DISCUSSED: "discussed",
    StepKind.TABLED: "tabled",
    StepKind.REFERRED_BACK: "referred back",
    StepKind.PROPOSED: "proposed",
    StepKind.DECIDED: "decided",
    StepKind.FOLLOWED_UP: "followed up",
}
TIMELINE_LATEST = "latest valid decision"
TIMELINE_NONE = "No meeting deals with the matter “{matter}”."
TIMELINE_NEAR = "Nearest in the library:"
TIMELINE_NAME = "Ärendets gång {matter}"
TIMELINE_EXTENT = "{meetings}, {span}."
TIMELINE_SPAN = "from {first} to {last}"
TIMELINE_DAY = "{first}"
TIMELINE_PICTURE = "The course of the matter in time: {steps}"
TOPIC_SUBJECT = "Subject"
TOPIC_SUBJECT_HINT = "budget"
TOPIC_BY_ACTOR = "Arrange by who said it"
TOPIC_BUTTON = "Summarise"
TOPIC_READING = "Reading what the meetings said …"
TOPIC_MISSING = "Write a subject first."
TOPIC_NEAR = "Did you mean any of these?"
TOPIC_SUGGESTIONS = "Suggestions from your library"
TOPIC_FOLLOW = "Follow the subject"
TOPIC_NAME = "Sammanfattning {topic}"

# Follow
FOLLOW_TITLE = "Follow"
FOLLOW_LEAD = (
    "When you add new minutes, what they say about your subjects is gathered here, with a source "
    "for every line."
)
FOLLOW_SUBJECT = "Subject to follow"
FOLLOW_ADD = "Follow"
FOLLOW_EMPTY = "You follow no subject yet. Write one above, for example “{example}”."
FOLLOW_WORDLESS = "“{topic}” has no words to follow: write a subject, for example “budget”."
FOLLOW_ALREADY = "You already follow “{topic}”."
FOLLOW_ADDED = "You follow “{topic}”, which {meetings} mention so far."
FOLLOW_ADDED_NONE = "You follow “{topic}”, which no minutes mention yet."
FOLLOW_ADDED_NEAR = "You follow “{topic}”, which no minutes mention yet. Did you mean {near}?"
FOLLOW_NEW = ("new meeting mentions it.", "new meetings mention it.")
FOLLOW_NOTHING = "Nothing new since last time."
FOLLOW_SEEN = "Mark as seen"
FOLLOW_SEEN_ALL = "Mark everything as seen"
FOLLOW_REMOVE = "Stop following"
FOLLOW_REMOVE_LABEL = "Stop following {topic}"
FOLLOW_WHOLE = "Show everything that was said"
FOLLOW_NAME = "Nytt sedan sist"
