"""Name the words of headings, decisions and actions inside agenda items: the table `items.toml`."""

from collections.abc import Mapping

from rag.items import Outcome
from rag.swedish.tables import load_table

_TABLE = load_table("items")


def _by_outcome(key: str) -> Mapping[Outcome, frozenset[str]]:
    said = _TABLE.grouped(key)
    return {
        outcome: frozenset(word for word, name in said.items() if name == outcome.value)
        for outcome in Outcome
    }


CONTENTS_HEADINGS = _TABLE.words("contents_headings")

GENERIC_BODIES = _TABLE.words("generic_bodies")
"""Bodies that any minutes may call themselves; others must be the body named in the header."""

SUB_HEADINGS = _TABLE.words("sub_headings")

SUB_HEADING_ENDINGS = _TABLE.words("sub_heading_endings")

PROPOSED_TO = _TABLE.words("proposed_to")
"""`Kommunstyrelsens förslag till kommunfullmäktige`"""

DECISION_HEADINGS = _TABLE.words("decision_headings")

ACTION_HEADINGS = _TABLE.words("action_headings")

ACTION_HEADING_PHRASES = _TABLE.ordered("action_heading_phrases")

VOTE_HEADINGS = _TABLE.words("vote_headings")
"""Under these a vote is told of, and what the meeting decided by it."""

CONTINUED = _TABLE.ordered("continued")

ACTION_VERBS = _TABLE.words("action_verbs")
"""What somebody at the meeting takes on: `Viktor frågar kommunen om lokal`."""

OFFICE_VERBS = _TABLE.words("office_verbs")
"""What an office does as a task; of a person all of the above are one."""

TASKS = _TABLE.words("tasks")
"""How a task begins that is nobody's yet, or that the clause `att nämnden ska …` gives."""

GIVEN_TASKS = _TABLE.words("given_tasks")
"""How one begins that somebody has been given; alone they may be but an idea."""

ADDED_TASKS = _TABLE.words("added_tasks")
"""A task in the middle of a line, after a comma: `Utkastet är klart, skicka till alla`."""

DOING_VERBS = _TABLE.words("doing_verbs")
"""Anybody who does one of these takes on a task, known or not."""

NO_TASKS = _TABLE.words("no_tasks")
"""In notes that call people by their first names, whatever they do is a task, but for these."""

TO_BE_DONE = _TABLE.words("to_be_done")
"""`Tröjor måste fixas.`"""

TELLING_VERBS = _TABLE.words("telling_verbs")
"""With a name after it, to whom: `Viktor meddelar Opera`."""

ACTION_COLUMNS = _TABLE.grouped("action_columns")
"""What the columns of a table of things to do hold."""

TASK_LABELS = _TABLE.words("task_labels")
"""Before a colon, or a number and a colon: `AP1: Eva bokar lokal`."""

COLUMN_WORDS = _TABLE.grouped("column_words")
"""What a column holds whose longer name has one of these: `Ansvarig person`."""

SURE_COLUMNS = _TABLE.words("sure_columns")
"""Only a table of things to do has one of these."""

STATES = _TABLE.words("states")
"""How far a task has come, in such a table."""

STANDING_VERBS = _TABLE.words("standing_verbs")
"""What is no task, even by a day: `Bo är ledig till den 3 maj`."""

OUTSIDERS = _TABLE.ordered("outsiders")
"""How those are called that are no part of the body that met."""

OWNERS = _TABLE.words("owners")
"""Who may be given a task, beside people, roles and bodies."""

PASSIVE_TASKS = _TABLE.words("passive_tasks")

DECISION_VERBS = _TABLE.words("decision_verbs")

PASSIVE_DECISIONS = _TABLE.words("passive_decisions")

SETTLED = _TABLE.words("settled")
"""`Dagordningen godkänd`, without a verb."""

WE_DECIDE = _TABLE.words("we_decide")
"""What those who meet change by saying so: `Vi flyttar städdagen`."""

DECIDED_INFINITIVES = _TABLE.words("decided_infinitives")
"""An `att`-clause that stands alone begins with one of these: `att utse Eva Ek till justerare`."""

OUTCOME_VERBS = _by_outcome("outcome_verbs")

OUTCOME_NOUNS = _by_outcome("outcome_nouns")

APPROVING_VERBS = _TABLE.words("approving_verbs")
"""`Mötet godkänner motionen`, `antar förslaget` are bifall too."""

MATTERS = _TABLE.words("matters")

AS_PROPOSED = _TABLE.words("as_proposed")

OPENING_ADVERBS = _TABLE.words("opening_adverbs")
"""`Därmed beslutar mötet …`"""

NOT_DECIDED = _TABLE.words("not_decided")
"""A sentence with one of these decides nothing, or something else than it seems."""
