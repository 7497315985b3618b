"""The pages Register, Ärenden and Bevaka."""

from rag.matters.values import StepKind
from rag.registers.values import TaskStatus
from ui.texts.swedish.meeting import ACTIONS, DECISIONS

REGISTER_TITLE = "Register"
REGISTER_KIND = "Vad"
REGISTER_KINDS = (DECISIONS, ACTIONS)
REGISTER_ALL = "Alla"
REGISTER_SEARCH = "Sök"
REGISTER_SEARCH_HINT = "Ord, punkt, diarienummer eller ansvarig"
REGISTER_FILTERS = "Organ, person och tid"
REGISTER_PERSON = "Närvarande"
REGISTER_WHO = "Ansvarig"
REGISTER_PERSON_HINT = "Namn, eller en del av det"
REGISTER_STATUS = "Status"
REGISTER_STATUS_COUNT = "{status} ({count})"
REGISTER_COUNT = "{all}, de nyaste först."
REGISTER_COUNT_OF = "{shown} av {all}, de nyaste först."
REGISTER_NONE = "Inget i registret stämmer med det du valt."
REGISTER_READING = "Läser alla möten …"
REGISTER_BY_HAND = "angivet för hand"
REGISTER_DUE = "senast {day}"
REGISTER_TOLD = "Klart enligt"
REGISTER_DONE = "Markera som klar"
REGISTER_REOPEN = "Markera som öppen"
REGISTER_MARK_LABEL = "{label}: {task}"
REGISTER_MATTER = "Visa ärendets gång"
REGISTER_BACK = "Registret"
TASK_STATUSES = {status: status.value for status in TaskStatus}
FROM = "Från"
TO = "Till"
DAY_HINT = "2024-03"

# Matters
MATTERS_TITLE = "Ärenden"
MATTERS_LEAD = "Följ ett ärende från möte till möte, eller samla vad som sagts om ett ämne."
MATTERS_KIND = "Vad"
MATTERS_COURSE = "Ett ärendes gång"
MATTERS_TOPIC = "Sammanfatta ett ämne"
MATTERS_KINDS = (MATTERS_COURSE, MATTERS_TOPIC)
MATTERS_SEARCH = "Sök ärende"
MATTERS_SEARCH_HINT = "KS 2024/12, eller ord ur rubriken"
MATTERS_SORT = "Ordning"
MATTERS_ORDERS = {"newest": "Nyast först", "most": "Flest möten först"}
MATTERS_COUNT = ("ärende", "ärenden")
MATTERS_EMPTY = (
    "Inget av biblioteket har ett diarienummer eller en rubrik som återkommer. Sök på ord, så "
    "samlas det som sagts."
)
MATTERS_NONE = "Inget ärende i listan har eller heter ”{query}”."
MATTERS_ANYWAY = "Sök ”{query}” i mötenas text"
MATTERS_BACK = "Alla ärenden"
STEPS = {kind: kind.value for kind in StepKind}
TIMELINE_LATEST = "senaste giltiga beslut"
TIMELINE_NONE = "Inget möte behandlar ärendet ”{matter}”."
TIMELINE_NEAR = "Närmast i biblioteket:"
TIMELINE_NAME = "Ärendets gång {matter}"
TIMELINE_EXTENT = "{meetings}, {span}."
TIMELINE_SPAN = "från {first} till {last}"
TIMELINE_DAY = "{first}"
TIMELINE_PICTURE = "Ärendets gång i tiden: {steps}"
TOPIC_SUBJECT = "Ämne"
TOPIC_SUBJECT_HINT = "feriejobb"
TOPIC_BY_ACTOR = "Ordna efter vem som sagt det"
TOPIC_BUTTON = "Sammanfatta"
TOPIC_READING = "Läser vad mötena sagt …"
TOPIC_MISSING = "Skriv ett ämne först."
TOPIC_NEAR = "Menade du något av detta?"
TOPIC_SUGGESTIONS = "Förslag ur ditt bibliotek"
TOPIC_FOLLOW = "Bevaka ämnet"
TOPIC_NAME = "Sammanfattning {topic}"

# Follow
FOLLOW_TITLE = "Bevaka"
FOLLOW_LEAD = (
    "När du lägger till nya protokoll samlas här vad de säger om dina ämnen, med källa till "
    "varje rad."
)
FOLLOW_SUBJECT = "Ämne att bevaka"
FOLLOW_ADD = "Bevaka"
FOLLOW_EMPTY = "Du bevakar inget ämne än. Skriv ett ovan, till exempel ”{example}”."
FOLLOW_WORDLESS = "”{topic}” har inga ord att bevaka: skriv ett ämne, till exempel ”feriejobb”."
FOLLOW_ALREADY = "Du bevakar redan ”{topic}”."
FOLLOW_ADDED = "Du bevakar ”{topic}”, som nämns av {meetings} hittills."
FOLLOW_ADDED_NONE = "Du bevakar ”{topic}”, som inget protokoll nämner än."
FOLLOW_ADDED_NEAR = "Du bevakar ”{topic}”, som inget protokoll nämner än. Menade du {near}?"
FOLLOW_NEW = ("nytt möte nämner det.", "nya möten nämner det.")
FOLLOW_NOTHING = "Inget nytt sedan sist."
FOLLOW_SEEN = "Markera som sett"
FOLLOW_SEEN_ALL = "Markera allt som sett"
FOLLOW_REMOVE = "Sluta bevaka"
FOLLOW_REMOVE_LABEL = "Sluta bevaka {topic}"
FOLLOW_WHOLE = "Visa allt som sagts"
FOLLOW_NAME = "Nytt sedan sist"
