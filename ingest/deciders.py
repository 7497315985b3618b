"""Tell whether a body is the meeting itself, whose decisions the minutes hold."""

from ingest.header_words import BODY_ENDINGS
from ingest.headings import FOR_ITSELF
from ingest.item_words import DECISION_HEADINGS, GENERIC_BODIES

# "Kommunstyrelsens arbetsutskott" met, and arbetsutskottet decides.
DEFINITE = ("", "n", "t", "en", "et")


def decides(who: str, body: str | None) -> bool:
    """Tell whether *who* is the meeting itself, and not a body that the minutes tell of.

    >>> decides("Mötet", None), decides("Regeringen", "Kommunstyrelsen")
    (True, False)
    """
    lowered = who.lower().strip(" :")
    if lowered in GENERIC_BODIES:
        return True
    name = (body or "").lower()
    last = name.split()[-1] if name.split() else ""
    # "Kyrkorådet" decides where "Kyrkorådet i Lövåsa" met.
    named = lowered == name or name.startswith(f"{lowered} ")
    return bool(last and lowered) and (named or lowered in {last + end for end in DEFINITE})


def heads_decisions(heading: str, body: str | None) -> bool:
    """Tell whether *heading*, in lower case, heads what this meeting decided."""
    heading = heading.removesuffix(FOR_ITSELF)
    if heading in DECISION_HEADINGS:
        return True
    owner, _, last = heading.rpartition(" ")
    return (
        last == "beslut"
        and "förslag" not in owner
        and decides(owner.removesuffix("s"), body if _is_body(body) else owner.removesuffix("s"))
    )


def _is_body(name: str | None) -> bool:
    """Tell whether *name* has the word of a board, and is not just the municipality's."""
    words = (name or "").lower().split()
    return any(word.removesuffix("s").endswith(BODY_ENDINGS) for word in words)
