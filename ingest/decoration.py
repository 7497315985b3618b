"""Tell page numbers and places for signatures from text."""

import re

# What carries no information: `Sida 3 (41)`, `3(30)`, `- 3 -`, `sid. 2 av 9`,
# `Justerandes signatur | Utdragsbestyrkande`, `Justerandes sign.`; a date does: `2024-03-04`.
DECORATION = re.compile(
    r"""(?!.{0,200}\b(?:19|20)\d\d\b)[\W\d_]*(?:
        (?: sida | sidan | sidnr | sid | page | p | s | av | of
          | justera(?:n)?des? | justerare?ns? | justering(?:en)?s?
          | ordförandes? | ordf | sekreterarens? | sekr
          | utdragsbestyrkandes? | utdragets? | bestyrkes? | bestyrkandes?
          | sign | signaturer | signatur | paraf(?:er)? )
        (?![^\W\d_])[\W\d_]*)*""",
    re.VERBOSE | re.IGNORECASE,
)


def is_decoration(line: str) -> bool:
    """Tell whether *line* is but a page number or a place for signatures.

    >>> is_decoration("Sida 3 (41)"), is_decoration("Sidan av saken"), is_decoration("2024-03-04")
    (True, False, False)
    """
    return DECORATION.fullmatch(line) is not None
