"""The page Meetings in English: the list of them, and how it is chosen from."""

MEETINGS_TITLE = "Meetings"
MEETINGS_SEARCH = "Search the meetings"
MEETINGS_SEARCH_HINT = "Title, body, date or file name"
MEETINGS_SORT = "Order"
SORTS = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "body": "Body",
    "title": "Title",
}
FACETS = {"body": "Body", "year": "Year", "month": "Month", "kind": "Kind"}
FACET_ALL = "All"
FACET_VALUE = "{name} ({count})"
FACETS_CLEAR = "Clear the choices"
CALENDAR_TITLE = "Meetings over time"
CALENDAR_TABLE = "Show as a table"
CALENDAR_CAPTION = "Number of meetings of each body; choose a number to see them in the list"
CALENDAR_OTHERS = "Other bodies"
CALENDAR_DESCRIBED = (
    "{meetings} in {bodies} from {first} to {last}; most had {busiest} in {time}: {most}."
)
MEETINGS_NONE = "No meeting fits what you have chosen. Try a shorter word, or clear the choices."
WARNING_FORMS = ("thing to know", "things to know")
MEETINGS_SHOWN = "{shown} of {total}"
BACK = "All meetings"
NO_BODY = "No body given"
SAME_MEETING_COPY = "another file of the same meeting"
