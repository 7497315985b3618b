"""The app itself in English: its pages, the tour, the empty library, and what went wrong."""

APP = "Mötesminne"
ICON = "🗂️"
MENU = "Menu"

# The pages
ASK = "Ask"
MEETINGS = "Meetings"
REGISTER = "Register"
MATTERS = "Matters"
FOLLOW = "Follow"
ADD = "Add"
EVALUATION = "Evaluation"
STATUS = "Settings"

OPENING = "Opening the library …"

# The tour of the first visit
TOUR_LABEL = "Tour for new users"
TOUR_STEPS = (
    (
        "Add minutes",
        "Drop files on the page Add. They are read on this computer and sent nowhere.",
    ),
    (
        "Ask in your own words",
        "Write as you speak: “What was decided about the jetty?” Go on with “And when was that?”",
    ),
    (
        "Check the words",
        "Every statement has a number. Choose it, and the minutes open at the words it rests on.",
    ),
)
TOUR_PLACE = "Step {step} of {steps}"
TOUR_NEXT = "Next"
TOUR_DONE = "Done"
TOUR_SKIP = "Skip"

# The empty library
EMPTY_TITLE = "The library is empty"
EMPTY_LEAD = "Add the first minutes, and you can ask questions about them here."
EMPTY_BUTTON = "Add minutes"

# What went wrong
UNEXPECTED = (
    "Something went wrong. Reload the page; if it happens again, the server's log says why."
)
NO_PAGE = "There is no such page"
NO_PAGE_ADVICE = "The address leads to none of the pages here. The first page is shown instead."
NO_SERVER = "Mötesminne does not answer"
NO_SERVER_ADVICE = (
    "The page goes on by itself when the program runs again. Conversations and all that you have "
    "added are kept."
)
BROKEN_LINK = "The link does not lead to any place in the library."
BAD_NAME = "A file has no name and cannot be read: give it one and try again."
PORT_TAKEN = (
    "Port {port} on {address} is taken: close the other program or choose another port with --port."
)
NO_SIGN_IN = (
    "The app is not opened on {address}, for everyone who reaches the computer could read the "
    "minutes there without signing in: choose 127.0.0.1, let them sign in with --sign-in, or "
    "allow it with --without-sign-in."
)
OTHER_HOST = (
    "The app does not answer under this name; whoever runs it can add the name to "
    "MOTESMINNE_ALLOWED_HOSTS."
)

# One and many of what is counted on several pages
MEETING_FORMS = ("meeting", "meetings")
BODY_FORMS = ("body", "bodies")
CHUNK_FORMS = ("passage", "passages")
ITEM_FORMS = ("item", "items")
DECISION_FORMS = ("decision", "decisions")
TASK_FORMS = ("task", "tasks")
PERSON_FORMS = ("person", "people")
DAY_FORMS = ("day", "days")
PAGE_FORMS = ("page", "pages")
FILE_FORMS = ("file", "files")
