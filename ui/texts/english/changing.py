"""What can be done to a meeting, in English: correct it, remove it, fetch its file."""

REMOVE = "Remove the meeting …"
REMOVE_TITLE = "Remove the meeting?"
REMOVE_TEXT = (
    "The text is removed from the library{held}, and all that is searched in it; within a minute "
    "its words are wiped from the files of the registers too."
)
REMOVE_HELD = " with {held}"
REMOVE_OWN = "What you have done with the meeting yourself is lost: {lost}."
REMOVE_UPLOAD = "The file {name}, which was added here in the app, is deleted."
REMOVE_FILE = (
    "Your own file is not touched: {path}. It is read again if you add it anew, or change it in a "
    "folder that is watched."
)
REMOVE_MEMBER = "The file that the meeting was in is not touched: {path}."
REMOVING = "Removing the meeting …"
EDIT_FORMS = ("changed line of the summary", "changed lines of the summary")
CORRECTION_FORMS = ("corrected fact", "corrected facts")
CORRECT = "Correct facts"
CORRECT_TITLE = "Correct facts about the meeting"
CORRECT_LEAD = (
    "What you write holds in the whole library, also when the file is read again. An empty field "
    "means that the fact is not stated."
)
CORRECT_HINTS = {
    "date": "2024-10-11 or 2024-09-01/2024-11-30",
    "next_meeting": "2024-11-08",
    "time": "13.00–15.30",
}
CORRECT_BACK = "Go back to what was read in the text"
CORRECT_SAVE = "Save the corrections"
CORRECT_REQUIRED = "{name} must not be empty: write something there."
CORRECTING = "Saving …"
CORRECTED_NOTE = "The corrections are saved."
CORRECTED_NOTHING = "Nothing was changed."
ORIGINAL = "Download the original"
ORIGINAL_CONTAINER = "Download the file that the meeting was in"
ORIGINAL_GONE = "The original file is no longer there: {path}"
MEETING_GONE = (
    "The meeting is not in the library. It may have been removed or replaced by a new file."
)
REMOVE_YES = "Remove"
REMOVE_NO = "Keep"
REMOVED = "{title} is removed."
