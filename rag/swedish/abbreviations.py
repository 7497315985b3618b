"""Know the abbreviations of public life: the table `abbreviations.toml` and the user's own."""

from collections.abc import Mapping

from rag.swedish.tables import load_table


def known() -> Mapping[str, str]:
    """Return what each abbreviation stands for; what minutes explain themselves goes first.

    >>> known()["AF"]
    'Arbetsförmedlingen'
    """
    return load_table("abbreviations").exact("abbreviations")
