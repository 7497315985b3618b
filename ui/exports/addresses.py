"""Find the web addresses in a text, which are to be links."""

import re
from collections.abc import Iterator

# Up to the full stop or bracket that ends the sentence: (se https://exempel.se/a_b).
ADDRESS = re.compile(r"(https?://[^\s<>|\"”]*[^\s<>|\"”.,;:!?)\]'])")


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield *text* in pieces, each with whether it is a web address.

    >>> list(pieces("Se https://exempel.se."))
    [('Se ', False), ('https://exempel.se', True), ('.', False)]
    """
    for place, piece in enumerate(ADDRESS.split(text)):
        if piece:
            yield piece, place % 2 == 1
