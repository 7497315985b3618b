"""The page Add in English: files that are dropped, what becomes of them, the folder watched."""

ADD_TITLE = "Add minutes"
ADD_LEAD = (
    "Drop minutes here. They are read on this computer and sent nowhere else; you see what was "
    "understood before anything is added."
)
ADD_LABEL = "Minutes to add"
ADD_BUTTON = "Add to the library"
ADD_CANCEL = "Cancel"
ADD_CANCEL_HELP = "Nothing of what stands here is added."
ADD_CLEAR = "Clear the list"
ADD_STOP = "Stop reading"
ADD_MORE = "Add more"
ADD_ALL = "Take all"
ADD_NONE = "Leave all out"
ADD_PICK = "Choose files"
ADD_DROP = "Drag files here or choose them"
ADD_TOO_LARGE = "The file is larger than the limit below and is not taken: divide it."
ADD_LIMIT = "Reads {formats}, at most {megabytes} MB each file."
ADD_READING = "Reading {done} of {files}"
ADD_STORING = "Adding {done} of {total}: {source}"
ADD_SAVING = "Making meetings searchable …"
ADD_LEAVE = "You can leave the page meanwhile; what is going on continues."
ADD_FOUND = "{chosen} of {total} will be added."
ADD_TAKE = "Take {name}"
ADD_GROUPS = {
    "failed": "Could not be read",
    "twice": "The same file twice",
    "known": "Already in the library",
    "same_meeting": "The same meeting as another file",
    "changed": "Replaces an older version",
    "new": "New meetings",
}
ADD_ADVICE = {
    "twice": "The content is the same as in {others}; the file is not added once more.",
    "known": "The same content is there already: {others}.",
    "same_meeting": (
        "Seems to be another file of the same meeting as {others}. If it is added, answers are "
        "taken from one of them, approved minutes first."
    ),
    "changed": "Takes the place of {others}. What you have corrected is kept.",
}
ADD_NO_DATE = "No date was found. It can be given under the meeting's Facts when it is added."
ADD_NO_ITEMS = "no items"
ADD_SKIPPED = "Not read: {names}."
ADD_DONE = "Done: {summary}."
ADD_WARNINGS = "To know"
ADD_FAILED = "Could not be read"
ADD_SAME_MEETING = "The same meeting in several files"
WATCH_TITLE = "Watch a folder"
WATCH_LEAD = (
    "Name a folder on this computer. The page shows when there are new or changed files in it; "
    "nothing is added until you have agreed to it. Files that are removed from the folder stay in "
    "the library."
)
WATCH_FOLDER = "Folder"
WATCH_FOLDER_HINT = "/home/name/Minutes"
WATCH_SAVE = "Save"
WATCH_SAVED = "The folder {folder} is watched."
WATCH_STOPPED = "No folder is watched."
WATCH_NEWS = "{count} are new or changed in {folder}."
WATCH_WAITING = "{count} in the folder that is watched are new or changed."
WATCH_NO_NEWS = "Nothing new in {folder}."
WATCH_READ = "Read what is new in the folder"
WATCH_COMMAND = "“motesminne watch” reads what is new by itself, as long as it runs."
REPORT_READ = ("new", "new")
REPORT_REPLACED = ("replaced", "replaced")
REPORT_UNCHANGED = ("unchanged", "unchanged")
REPORT_FAILED = ("failed", "failed")
