"""Write a table of words as text that is easy to read and extend."""


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of *text*, separated by `|` or a line end.

    >>> sorted(phrases("ej närvarande | förhinder"))
    ['ej närvarande', 'förhinder']
    """
    return frozenset(
        phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()
    )
