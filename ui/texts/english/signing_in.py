"""Signing in, what one is not let do, and the log of what was done."""

# The small pages before the app
SIGN_IN = "Sign in"
SIGN_IN_AGAIN = "Sign in again"
SIGNED_OUT_TITLE = "You have signed out"
SIGNED_OUT = "Nothing that you saw is left on this computer."
SIGN_OUT_EVERYWHERE = "Sign out of your organisation's sign-in too"
SIGN_IN_FAILED_TITLE = "You could not be signed in"
SIGN_IN_FAILED = (
    "The sign-in was interrupted, took too long or could not be checked. Try again; if it happens "
    "again, ask whoever runs Mötesminne to read the server's log."
)
SIGN_IN_UNREACHABLE = (
    "Your organisation's sign-in does not answer just now. Wait a while and try again."
)
SIGN_IN_TOO_OFTEN = "Too many sign-ins in a short time. Wait {wait} and try again."
NO_GROUP_TITLE = "You have access to no minutes here"
NO_GROUP = (
    "You are signed in as {name}, but are not in any group that may see minutes in Mötesminne. "
    "Ask whoever runs Mötesminne for it."
)
SIGNED_IN_AS = "Signed in as {name}"
SIGN_OUT = "Sign out"
SESSION_OVER = "You are no longer signed in. Reload the page to sign in again."

# What one is not let do
FORBIDDEN = {
    "read": "You may not read minutes here: ask whoever runs Mötesminne for it.",
    "ask": "You may not ask questions here: ask whoever runs Mötesminne for it.",
    "export": "You may not export: ask whoever runs Mötesminne for it.",
    "follow": "You may not follow subjects here: ask whoever runs Mötesminne for it.",
    "add": "You may not add minutes: ask somebody who is an editor.",
    "correct": "You may not change the meeting: ask somebody who is an editor for its body.",
    "remove": "You may not remove the meeting: ask somebody who is an editor for its body.",
    "evaluate": "Only an administrator who sees all minutes may evaluate.",
    "settings": "Only an administrator who sees all minutes may do this.",
    "purge": "Only an administrator may purge: ask somebody who is.",
    "audit": "Only an administrator may see the audit log.",
}
FORBIDDEN_BODY = (
    "You may not change the body to “{body}”, which is not one of yours: ask an administrator."
)
FORBIDDEN_BODY_NONE = (
    "You may not leave the body empty, or as it was read, for then you may not see the meeting: "
    "give one of yours."
)
ADD_OTHERS = "The body is {body}, which is not one of yours: the file is not added."
ADD_OTHERS_NONE = (
    "Which body it is of cannot be told, so the file is not added: ask an administrator, or write "
    "the body's name in the file."
)
ADD_OTHERS_KNOWN = (
    "The file is there already, with a body that is not one of yours; it is not added."
)
TOO_MANY_QUESTIONS = "You have asked {most} times in a minute. Wait {wait} and try again."
TOO_MANY_UPLOADS = (
    "You have put {most} files here in an hour, and no more are taken yet. Wait {wait}."
)
SECONDS_FORMS = ("second", "seconds")
MINUTES_FORMS = ("minute", "minutes")

REMOVE_TRACES = "Remove every trace too"
REMOVE_TRACES_HELP = (
    "Conversations, test questions and evaluations that quote the meeting go with it. Backups "
    "still have it."
)

# The log
AUDIT = "Audit log"
AUDIT_LEAD = (
    "Who signed in, asked, opened, exported and changed. The words of questions, the answers and "
    "the minutes' text are not here. Lines older than {days} are removed."
)
AUDIT_DAY = "Day"
AUDIT_DAY_FORMAT = "YYYY-MM-DD"
AUDIT_FILE = "audit-{day}.jsonl"
AUDIT_WHO = "Who"
AUDIT_WHO_HINT = "A name, or a part of it"
AUDIT_DEED = "What"
AUDIT_ALL = "All"
AUDIT_COLUMNS = ("Time", "Who", "What", "Of")
AUDIT_NONE = "Nothing is noted on that day."
AUDIT_OFF = "No audit log is kept. MOTESMINNE_AUDIT_DAYS turns it on."
AUDIT_MEETINGS = "{asks}, searched {meetings}"
AUDIT_DOWNLOAD = "Download the day's lines"
# What a question asked for, by the values of `rag.asks.Asks`.
ASKED_FOR = {
    "present": "attendance",
    "absent": "absence",
    "invited": "people invited",
    "substitute": "substitutes",
    "role": "role",
    "decision": "decision",
    "latest_decision": "latest decision",
    "vote": "vote",
    "action": "task",
    "said": "statement",
    "actors": "who said what",
    "when": "time",
    "next_meeting": "next meeting",
    "place": "place",
    "amount": "amount",
    "reason": "reason",
    "definition": "explanation",
    "course": "course of a matter",
    "change": "change",
    "comparison": "comparison",
    "summary": "summary",
    "list": "list",
    "yes_no": "yes or no",
    "plain": "another question",
}
DEEDS = {
    "signed in": "signed in",
    "signed out": "signed out",
    "turned away": "was turned away",
    "asked": "asked",
    "opened": "opened",
    "exported": "exported",
    "downloaded": "downloaded the original",
    "added": "added",
    "corrected": "corrected",
    "removed": "removed",
    "purged": "purged",
    "rebuilt": "rebuilt the indexes",
    "evaluated": "evaluated",
    "refused": "was refused",
}
ROLES = {"reader": "reader", "editor": "editor", "admin": "administrator"}

# What is said of it under Privacy
PRIVACY_KNOWN = (
    "Your conversations and verdicts are kept in the library on the server until you remove them, "
    "and are shown to you alone. A cookie keeps you signed in until you sign out."
)
PRIVACY_LOG = (
    "The server notes for {days} that you signed in, asked, opened, exported and changed, but "
    "not the words of questions and nothing of the minutes. An administrator can read it."
)

# Why the server does not start
SIGN_IN_FILE_ABSENT = "The sign-in file {path} cannot be read ({reason}): name the right file."
SIGN_IN_FILE_BROKEN = "The sign-in file {path} is not TOML ({reason}): mend it."
SIGN_IN_KEY_MISSING = "The sign-in file {path} lacks {key}: add it."
SIGN_IN_KEY_UNKNOWN = "In the sign-in file {path}, {key} is unknown: remove it or spell it right."
SIGN_IN_KEY_WRONG = "In the sign-in file {path}, {key} cannot be so: {why}."
SIGN_IN_UNPROVEN = (
    "The sign-in lacks the client's secret: give it in MOTESMINNE_CLIENT_SECRET, or a file with "
    "it as client_secret_file in {path}."
)
SIGN_IN_EXTRA_MISSING = (
    "Signing in needs the package Authlib: install it with pip install 'motesminne[server]'."
)
SIGN_IN_WHY = {
    "url": "it is to be a whole address that begins with https:// (http:// for this computer only)",
    "origin": "it is to be the app's address without a path, as https://protokoll.gransele.example",
    "bodies": 'it is to be a list of the bodies\' names, or "*" for all',
    "role": "it is to be reader, editor or admin",
    "number": "it is to be a number above zero",
    "text": "it is to be text in quotation marks",
    "groups": "there is to be one group at least, as [groups.readers] with bodies and role",
}
