"""Name the words of proposals, votes, reservations and statements: the table `items.toml`."""

from collections.abc import Mapping

from rag.swedish.tables import load_table

_TABLE = load_table("items")

PROPOSAL_HEADINGS = _TABLE.words("proposal_headings")

PROPOSAL_ENDINGS = _TABLE.words("proposal_endings")

PROPOSAL_LABELS = _TABLE.words("proposal_labels")

MOVING_VERBS = _TABLE.words("moving_verbs")
"""These always move something; the next ones only when somebody who may move something does."""

PROPOSING_VERBS = _TABLE.words("proposing_verbs")

PROPOSERS = _TABLE.words("proposers")

PROPOSER_ENDINGS = _TABLE.ordered("proposer_endings")

YES_WORDS = _TABLE.words("yes_words")

NO_WORDS = _TABLE.words("no_words")

ABSTAIN_WORDS = _TABLE.words("abstain_words")

VOTE_COLUMNS = _TABLE.grouped("vote_columns")

SUM_WORDS = _TABLE.words("sum_words")
"""The first cell of the last row of a table of votes."""

NUMBER_WORDS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(
        """
        noll|inga en|ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton
        sexton sjutton arton|aderton nitton tjugo
        """.split()
    )
    for word in words.split("|")
}

RESERVATION_HEADINGS = _TABLE.words("reservation_headings")

NOTE_HEADINGS = _TABLE.words("note_headings")

PARTY_NAMES = _TABLE.words("party_names")
"""Parties and their groups, as those who reserve themselves or have something noted."""

SAYING_VERBS = _TABLE.words("saying_verbs")

GROUP_COUNTS = _TABLE.words("group_counts")
"""Several or unnamed speakers: one of these before one of `GROUP_NOUNS`."""

GROUP_NOUNS = _TABLE.words("group_nouns")

GROUPS_ALONE = _TABLE.words("groups_alone")

SPEAKERS = _TABLE.words("speakers")
"""Single speakers that are no names: offices, and organisations that the minutes belong to."""

SPEAKER_ENDINGS = _TABLE.ordered("speaker_endings")

NO_SUBJECT = _TABLE.words("no_subject")
"""A subject with one of these is no speaker: `När kommunerna`, `Det som medlemmarna`."""
