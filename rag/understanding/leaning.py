"""Tell whether a question leans on the one before it, by its words alone.

All patterns see the question in lower case, without å, ä and ö.
"""

import re

from rag.swedish.words import fold

OPENING = re.compile(
    r"^\W*(?:(?:och|men|sen|ja|jo|nej|ok|okej|tack|aha|and|but|so|yes|thanks)\b[\s,.!–-]*)+"
)
WAS_THERE = re.compile(
    r"""^(?:vem|vilka|who)\ (?:var|was|were)\ (?:med|dar|there)
    (?:\ (?:da|dar|pa\ det|pa\ motet|then))?\W*$""",
    re.VERBOSE,
)
ADDS = re.compile(r"\b(?:och|men|sen|and|but|so)\b")
# "Samma fråga för 2023"
SAME = re.compile(
    r"""^(?:(?:stall\ )?(?:samma\ (?:fraga|sak)|same\ question)\b[,:]?\ ?(?:men\ |fast\ )?
    |(?:what|how)\ about\ )""",
    re.VERBOSE,
)
ABOUT = re.compile(r"^hur (?:ar|var|blir|gar|gick) det med ")
THEN = re.compile(r"\ (?:da|then)\W*$")

MORE = re.compile(
    r"""^(?:(?:(?:kan|kunde|vill)\ du\ )?
      (?:(?:beratta|skriv|visa|sag|ge\ mig)\ (?:lite\ )?(?:mer|mera|vidare|resten)
        (?:\ (?:om|kring)\ (?:det|den|detta|saken))?
      |(?:utveckla|fortsatt)(?:\ (?:det|svaret|garna))?)
    |(?:lite\ )?mera?(?:\ om\ (?:det|detta))?|vad\ mer|nagot\ mer|mer\ (?:information|detaljer)
    |tell\ me\ more|more|go\ on|continue)(?:\ (?:tack|da|please))?\W*$""",
    re.VERBOSE,
)

# These begin what is a whole clause, not a fragment of the question before.
CLAUSE = re.compile(
    r"""^(?:\w+\ )?(?:vad|vem|vems|vilka|vilken|vilket|nar|var|vart|hur|varfor|what|who|when|where
    |why|how|which)\b
    | ^(?:har|hade|ska|skall|skulle|kan|kunde|far|fick|blev|blir|ar|finns|fanns|var|maste|vill
    |ville|gar|gick|kommer|kom|galler|gallde|tog|gav|beratta|visa|lista|sammanfatta|forklara
    |beskriv|ge|sok|hitta|jag|vi|du|ni|is|are|was|were|did|does|do|has|have|had|will|can|list|show
    |tell|\w+(?:ade|ades))\b""",
    re.VERBOSE,
)
LONGEST_FRAGMENT = 7

# Pronouns that nothing in the question itself is meant by.
UNBOUND = re.compile(
    r"""\b(?:det|den|de|dem|dom|detta|denna|dessa|han|hon|honom|henne|dar|dit|it|that|this|them
      |they|those|he|she|him|there)\W*$
    | \b(?:han|hon|honom|henne|hans|hennes|he|she)\b
    | \b(?:detta|denna|dessa)\b
    # "Vad kostar den modellen?", but not "den gamla modellen"
    | \b(?:den|det|de)\ (?:har\ |dar\ )?\w{3,}(?:en|et|arna|erna|orna)\b
      (?!\ \w+(?:en|et|an|arna|erna|orna)\b)
    # "Vad hade den kostat?", but not "den 4 mars", "den nya"
    | \bden\ (?!som\b|\d|\w*(?:a|e|en|et|an|dag)\b)\w
    | \b(?:tyckte|tycker|sa|sade|ville|vill|menade|ansag|beslutade|gjorde|ska|skulle|har|hade|fick
      |maste|kan|kunde|behover|far|bor|var|ar)\ de\ (?!\w*(?:a|e|na)\b|\d|som\b)\w
    | \b(?:ska|skulle|maste|kan|kunde|behover|far|fick|bor|vill|ville)\ de\ \w+\W*$
    | \b(?:kostade|kostar|innebar|betyder|paverkar|drabbar|beror|berodde|galler|gallde|borjar
      |borjade|slutade)\ det\b(?!\ (?:att|som|en|ett|med|nagon|nagra|\w+a\ \w+)\b)
    | \b(?:ska|skall|skulle|kan|kunde|bor|far|fick)\ det\ (?!en\b|ett\b|\w+s\b)\w+\ \w+\W*$
    | \b(?:ska|skall|skulle|kan|kunde|bor|far|fick)\ det\ \w+\W*$
    | \bi\ ?stallet\b(?!\ for\b)""",
    re.VERBOSE,
)
PLURAL = re.compile(r"\b(?:de|dem|dom|deras|they|them)\b")
PERSON = re.compile(r"\b(?:han|hon|honom|henne|hans|hennes|he|she|him|his|her)\b")
THEN_AND_THERE = re.compile(r"\b(?:da|dar|dit|there|then)\W*$")
# "Vad sa Ekvik om bryggan?" has a topic of its own, "Vad sa Ekvik om det?" has none.
OWN_TOPIC = re.compile(
    r"\b(?:om|kring|angaende|betraffande|rorande|gallande|about)\ "
    r"(?!(?:det|den|detta|dessa|saken|it|that|this)\W*$)\w"
)
# What names the matter of the question before, or its meeting, and no other.
MATTER = frozenset(
    """forslaget forslagen beslutet arendet fragan saken punkten yrkandet yrkandena resultatet
    utfallet kostnaden kostnaderna detta redan ocksa aven egentligen sedan forst istallet stallet
    emot motstandare kritiska kritisk positiva positiv negativa tveksamma skeptiska eniga
    lade lagt kom skrev tog gav holl horde motsatte stod hander fungerar innebar blir ledde nu
    omrostningen voteringen rostningen omrostning votering yrkanden yrkande
    reservationer reservation avslag bifall aterremiss bordlaggning antogs godkandes
    fler flera annat andra ytterligare dessutom""".split()
)
# A deed without its object: "Vilka reserverade sig?"
DEED = re.compile(r"\w{3,}ade[s]?$")
# What asks of all meetings, whatever was asked before.
OF_ALL = re.compile(r"\b(?:moten|motena|protokoll|protokollen|alla|nagonsin|samtliga|meetings)\b")
# A known thing of its own: "Och vad kostade bryggan?" is not about the thing before.
DEFINITE = re.compile(r"\w{3,}(?:en|et|an|na|n)$")

# What "det" means here is the meeting itself, or who spoke there.
WHEN_WAS_IT = re.compile(
    r"""^(?:nar|vilken\ dag|vilket\ datum|vilket\ ar|when)
    \ (?:var|ar|holls|skedde|hande|sades|sa\ \w+|togs|bestamdes|beslutades|fattades|was)
    \ (?:det|detta|motet|beslutet|sammantradet|traffen|that|it|the\ meeting)
    (?:\ (?:har|dar|da))?\W*$""",
    re.VERBOSE,
)
WHERE_WAS_IT = re.compile(
    r"""^(?:var|where)\ (?:var|holls|skedde|hande|sades|was)
    \ (?:det|detta|motet|sammantradet|traffen|that|it|the\ meeting)(?:\ (?:har|dar|da))?\W*$""",
    re.VERBOSE,
)
WHO_SAID_IT = re.compile(
    r"""^(?:vem|vilka|vilken|vilken\ kommun|vilka\ kommuner|who)\ (?:var\ det\ som\ )?
    (?:sa|sade|sager|tyckte|tycker|ansag|menade|berattade|framforde|framholl|papekade|lyfte|undrade
    |redovisade|rapporterade|informerade|foreslog|yrkade|ville|la|lade|lamnade|said|proposed)
    \ ?(?:det|detta|sa|(?:fram\ )?forslaget|that|it|this)?(?:\ (?:har|dar|da))?\W*$""",
    re.VERBOSE,
)


def is_of_former(word: str) -> bool:
    """Tell whether *word* names the matter of the question before, or a deed in it.

    >>> is_of_former("förslaget"), is_of_former("reserverade"), is_of_former("bryggan")
    (True, True, False)
    """
    folded = fold(word)
    return folded in MATTER or bool(DEED.fullmatch(folded))


def without_opening(question: str) -> tuple[str, bool]:
    """Return *question* without "och", "ja" and the like before it, and whether they add to it.

    >>> without_opening("Ja, och när var det?"), without_opening("När var det?")
    (('när var det?', True), ('När var det?', False))
    """
    opening = OPENING.match(fold(question))
    rest = question[opening.end() :] if opening else question
    if not opening or not any(map(str.isalnum, rest)):
        return question, False
    return rest, bool(ADDS.search(opening.group()))
