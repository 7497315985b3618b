"""Tell what a decision, or a proposal, does with the matter: bifall, avslag, återremiss."""

import re
from collections.abc import Mapping

from ingest.item_words import (
    APPROVING_VERBS,
    AS_PROPOSED,
    MATTERS,
    OUTCOME_NOUNS,
    OUTCOME_VERBS,
)
from ingest.phrases import either
from rag.items import Outcome

LONGEST_CLAUSE = 400
# "i första hand återremiss"
LONGEST_REQUEST = 30


def _named(table: Mapping[Outcome, frozenset[str]]) -> re.Pattern[str]:
    """Return a pattern whose groups are the outcomes, each preceded by `inte` or not."""
    groups = "|".join(f"(?P<{outcome.name}>{either(words)})" for outcome, words in table.items())
    return re.compile(
        rf"(?P<not>\b(?:inte|ej)\s+)?\b(?:{groups})\b(?P<after>\s+inte\b)?", re.IGNORECASE
    )


VERBS = _named(OUTCOME_VERBS)
NOUNS = _named(OUTCOME_NOUNS)
# "Mötet godkänner motionen" · "godkänner inte propositionen" · "enligt förslaget"
GRANTED = re.compile(
    rf"(?P<not>\b(?:inte|ej)\s+)?\b(?:{either(APPROVING_VERBS)})(?P<after>\s+(?:inte|ej))?"
    rf"(?:\s+[^\s.,:;]+){{0,2}}?\s+(?:{either(MATTERS)})\b",
    re.IGNORECASE,
)
PROPOSED = re.compile(rf"\b(?:{either(AS_PROPOSED)})\b", re.IGNORECASE)
# A refusal of a refusal is no approval.
OPPOSITE = {Outcome.APPROVED: Outcome.REJECTED}


def find_outcome(words: str) -> Outcome | None:
    """Return what the clause *words* does with its matter; a verb counts before a noun.

    >>> find_outcome("att avslå yrkandet om bifall").value, find_outcome("att köpa kaffe")
    ('avslag', None)
    """
    clause = words[:LONGEST_CLAUSE]
    match = VERBS.search(clause) or NOUNS.search(clause)
    if match:
        outcome = next(outcome for outcome in Outcome if match.group(outcome.name))
        return OPPOSITE.get(outcome) if match["not"] or match["after"] else outcome
    granted = GRANTED.search(clause)
    if granted:
        refused = granted["not"] or granted["after"]
        return Outcome.REJECTED if refused else Outcome.APPROVED
    return Outcome.APPROVED if PROPOSED.search(clause) else None


def find_request(words: str) -> Outcome | None:
    """Return what someone asks for, told by the first noun, or else as a decision would be.

    >>> find_request("bifall till förslaget att avslå motionen").value
    'bifall'
    """
    asked = NOUNS.search(words[:LONGEST_REQUEST])
    return find_outcome(asked.group()) if asked else find_outcome(words)
