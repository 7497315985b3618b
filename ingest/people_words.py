"""Name the words that head, order and describe people in minutes: the table `people.toml`."""

from collections.abc import Mapping

from rag.minutes import Presence
from rag.swedish.tables import load_table

_TABLE = load_table("people")

PRESENCE: Mapping[str, Presence] = {
    phrase: Presence(said) for phrase, said in _TABLE.grouped("presence").items()
}
"""The longest phrase that a heading contains decides; every other word must be a roster word."""

ROSTER_FILL = _TABLE.words("roster_fill")
"""Words that may stand beside a presence word: `Övriga närvarande (på plats)`."""

ROSTER_ROLES = _TABLE.pairs("roster_roles")
"""What a roster's heading makes of those under it."""

SIGNATORIES = _TABLE.pairs("signatories")
"""A label that names one or two people, and the role that it gives them."""

MEETING_ROLES = _TABLE.words("meeting_roles")
"""Of the roles of signatories, those of the meeting itself; they count inside items too."""

ELECTED_ITEMS = _TABLE.words("elected_items")
"""An item with one of these in its title elects those who lead, write and adjust."""

ELECTED = _TABLE.pairs("elected")
"""What such an item elects people to, and the role that it gives them."""

NO_NAMES = _TABLE.words("no_names")
"""What stands where a name would, and is none."""

ROLES = _TABLE.words("roles")
"""Roles that may stand before or after a name without a comma."""

ROLE_ENDINGS = _TABLE.ordered("role_endings")
"""Other roles and titles are known by their last letters: `mailansvarig`, `enhetschef`."""

ABSENT_NOTES = _TABLE.words("absent_notes")
"""Beside a name in a list of those present, these say that the person was not."""

PRESENCE_NOTES = _TABLE.words("presence_notes")
"""How a segment after a name begins that tells of presence, not of the person."""

SUBSTITUTED_BY = _TABLE.ordered("substituted_by")

SUBSTITUTES_FOR = _TABLE.ordered("substitutes_for")

PARTIES = _TABLE.words("parties")
"""Letters in brackets after a name that are always a party."""

ORGANISATION_WORDS = _TABLE.words("organisation_words")
"""A capitalised phrase with one of these is an organisation, not a person."""

ORGANISATION_ENDINGS = _TABLE.ordered("organisation_endings")

TABLE_COLUMNS = _TABLE.grouped("table_columns")
"""What the columns of a table of people hold, beside those that `PRESENCE` names."""
