"""The page Ask in English: questions, what limits them, conversations and what is said of them."""

ASK_TITLE = "What do you want to know about the meetings?"
ASK_LEAD = (
    "The answers are taken from the minutes in your library, in their own words. Every statement "
    "has a number that leads to the words it rests on."
)
ASK_PLACEHOLDER = "Ask a question about the meetings"
ASK_SUGGESTIONS = "Suggestions from your library"
ASK_SEARCHING = "Searching the minutes …"
ASK_NEW = "New conversation"
ASK_AS_WRITTEN = "Ask exactly as I wrote"
ASK_AS_WRITTEN_HELP = (
    "The question is asked again without anything from what was said before in the conversation."
)
ASK_SAVE = "Save as test question"
ASK_SAVE_HELP = (
    "The question and what its answer rests on are put in a file that “motesminne eval run” runs."
)
ASK_SAVED = "Saved as a test question in {path}."
ASK_TOOLS = "What you can do with the answer"
ASK_COPY = "Copy"
ASK_LINK = "Link"
ASK_AGAIN = "Ask again"
COPIED = "Copied"
ASK_STOP = "Stop"
ASK_STOPPED = "The answer was stopped before it was finished."
ASK_INTERRUPTED = "The question was interrupted before it got an answer."
ASK_GONE = (
    "The answer rested on minutes that have been removed or replaced since then, and is therefore "
    "gone. Ask again to get an answer from the minutes there are now."
)
VERDICT_GOOD = "Good answer"
VERDICT_BAD = "Bad answer"
VERDICT_WHY = "What was wrong with the answer?"
VERDICT_REASONS = (
    "The answer is wrong",
    "Something is missing",
    "Wrong source",
    "It is in the minutes but was not found",
    "Hard to understand",
)
VERDICT_OWN = "Your own reason (optional)"
VERDICT_SEND = "Save the verdict"
VERDICT_NOTED = "You found the answer bad: {reason}."
CANCEL = "Cancel"
LIMITED_TO = "Only for"
LIMIT_DROP = "Remove the limit {limit}"
LIMIT_DROP_ASK = "Ask again without the limit {limit}"
LIMIT_ADD = "Limit"
LIMIT_ADD_HELP = "Ask only some meetings: a body, a time, a person or a single meeting."
LIMIT_BODY = "Body"
LIMIT_PERSON = "Person"
LIMIT_PERSON_HINT = "A name, or part of it, in the list of attendance"
LIMIT_FROM = "From"
LIMIT_TO = "To"
LIMIT_DATE_HINT = "2024, 2024-03 or 2024-03-04"
LIMIT_MEETING = "Meeting"
LIMIT_SORT = "Kind"
LIMIT_ANY = "All"
LIMIT_SET = "Limit the question"
LIMIT_CLEAR = "Remove all"
LIMIT_LABELS = {
    "body": "Body: {value}",
    "person": "Person: {value}",
    "kind": "Kind: {value}",
    "period": "Time: {value}",
    "meetings": "Meeting: {value}",
}
LIMIT_SINCE = "from {day}"
LIMIT_UNTIL = "until {day}"
TALKS = "Conversations"
TALKS_SEARCH = "Search the conversations"
TALKS_NONE = "You have no saved conversations."
TALKS_LEAD = (
    "The conversations are kept in the library on this computer and shown only in your browser."
)
TALK_DETAILS = "{day} · {count}"
TALK_RENAME = "Rename"
TALK_NAME = "The conversation's name"
TALK_SAVE = "Save the name"
TALK_REMOVE = "Remove"
TALK_REMOVE_SURE = "Remove?"
TALK_OPEN = "Open the conversation {name}"
QUESTION_FORMS = ("question", "questions")
TALK_EXPORT_LEAD = "The conversation with answers and sources, as a file."
TALK_PAPER = "Questions and answers from minutes"
TALK_MADE = (
    "Made by Mötesminne {day}. The answers are taken from the minutes that are given as sources; "
    "check them against the minutes."
)
SUGGEST_DECISION = "What was decided about {subject}?"
SUGGEST_TALK = "What was said about {subject}?"
SUGGEST_PEOPLE = "Who attended on {date}?"
