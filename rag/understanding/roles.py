"""Put questions about what someone did at a meeting as questions about who held that role."""

import re

# "Vem justerade protokollet?", "Vem ledde mötet den 4 mars?", "Och vem förde protokoll?"
WHO = r"(?P<who>^\W*(?:(?:och|men)\s)?(?:vem|vilka)\s)(?:som\s|har\s|hade\s|ska\s|skulle\s)?"
DEEDS = tuple(
    (re.compile(WHO + deed, re.VERBOSE | re.IGNORECASE), rf"\g<who>var {role}")
    for deed, role in (
        (
            r"""justera(?:de|r|t)?(?:\s(?:protokollet|anteckningarna))?
            (?=\W*$|\s(?:för|från|på|vid|den|i)\b)""",  # but not "Vem justerar hyran?"
            "justerare",
        ),
        (
            r"(?:led(?:de|er|a)|presiderade)\s(?:vid\s|på\s)?(?=(?:\w+s\s){0,2}\w*(?:möte|sammanträde|träff))",
            "ordförande på ",
        ),
        (
            r"""(?:för(?:de|a)?|skrev|skrivit|skriver)\s(?:mötes)?
            (?:protokoll(?:et)?|(?:minnes)?anteckningar(?:na)?)\b""",
            "sekreterare",
        ),
    )
)


def by_role(question: str) -> str:
    """Return *question* asking for a role where it asks for what its holder does.

    >>> by_role("Vem justerade protokollet från den 4 mars?")
    'Vem var justerare från den 4 mars?'
    >>> by_role("Vem ledde mötet?"), by_role("Vem ledde projektet?")
    ('Vem var ordförande på mötet?', 'Vem ledde projektet?')
    """
    for deed, role in DEEDS:
        question = deed.sub(role, question)
    return question
