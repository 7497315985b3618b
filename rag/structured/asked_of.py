"""Tell from a question whose words it asks for: "kommunerna", "Eva", "alla"; and about what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rag.asks import Asks
from rag.results import Understood
from rag.structured.attribution import GENERIC, Actor
from rag.swedish.words import fold, is_content, words

# What is asked about stands behind these: "Vad sa kommunerna | om …", "… ställde sig … | till …".
ABOUT = re.compile(
    r"\b(?:om|till|på|pa|kring|angående|angaende|beträffande|i|för|for|vid|under|av|about|on)\b",
    re.IGNORECASE,
)
# "Vem föreslog …?", "Vilken kommun vill …?" ask for one who did something, not for all words.
WHO = re.compile(r"^\W*(?:och\s)?(?:vem|vilka|vilken|vilket|who|which)\b", re.IGNORECASE)
OPINIONS = re.compile(r"^\W*vilka\s(?:synpunkter|åsikter|asikter)\b", re.IGNORECASE)
# "Vad sa alla kommuner …?", "Vad tyckte var och en …?"
EACH = re.compile(r"\b(?:alla|samtliga|var\soch\sen|vardera|varje|each|every|all)\b", re.IGNORECASE)
GROUPS: Mapping[str, str] = {
    word: root
    for root, forms in {
        "kommun": "kommuner kommunerna municipalities",
        "medlem": "medlemmar medlemmarna members",
        "deltagare": "deltagare deltagarna participants",
        "myndighet": "myndigheter myndigheterna authorities",
        "parti": "partier partierna politiker politikerna ledamoter ledamoterna parties",
        "organisation": "organisationer organisationerna organisations regioner regionerna",
    }.items()
    for word in forms.split()
}
"""The groups that a question may name, without å, ä and ö."""
# What organisations call themselves that are no municipality.
NO_MUNICIPALITY = re.compile(
    r"""\b(?:region\w*|\w*(?:förbund\w*|kassan|förmedlingen|verket|nätverk\w*|förening\w*|bolag\w*
    |skola\w*|skolan|styrelsen?|nämnden?|rådet|råd|utskott\w*|förvaltning\w*)|ab|högskola\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
AUTHORITY = re.compile(
    r"(?:verket|kassan|förmedlingen|myndigheten|styrelsen|polisen|staten|domstolen)s?$",
    re.IGNORECASE,
)
MUNICIPAL = re.compile(r"\bkommun\w*|\bstads?\b", re.IGNORECASE)
ANYONE = re.compile(r"medlem|deltagar|alla\b|samtliga\b", re.IGNORECASE)

PARTIES: Mapping[str, str] = {
    "s": "socialdemokraterna",
    "m": "moderaterna",
    "c": "centerpartiet",
    "l": "liberalerna",
    "kd": "kristdemokraterna",
    "v": "vänsterpartiet",
    "mp": "miljöpartiet",
    "sd": "sverigedemokraterna",
}


def is_municipality(actor: Actor) -> bool:
    """Tell whether *actor* is a municipality, municipalities, or a representative of one.

    >>> is_municipality(Actor(name="Eva Ek", organisation="Holmby"))
    True
    >>> is_municipality(Actor(name="Region Holm")), is_municipality(Actor(name="Eva Ek", party="S"))
    (False, False)
    """
    if actor.is_group:
        return bool(MUNICIPAL.search(actor.name) or ANYONE.search(actor.name))
    name = actor.organisation or actor.name
    if MUNICIPAL.search(name):
        return not NO_MUNICIPALITY.search(name)
    return _may_be_place(name) and (actor.organisation is not None or " " not in name)


def _may_be_place(name: str) -> bool:
    """Tell whether *name* may be a place, as a municipality is called in short: `Holmby`."""
    is_other = NO_MUNICIPALITY.search(name) or AUTHORITY.search(name)
    return not is_other and name[:1].isupper() and not name.isupper()


def _is_authority(actor: Actor) -> bool:
    return bool(AUTHORITY.search(actor.organisation or actor.name))


def _has_party(actor: Actor) -> bool:
    return bool(actor.party) or actor.name.lower() in PARTIES.values()


KINDS: Mapping[str, Callable[[Actor], bool]] = {
    "kommun": is_municipality,
    "myndighet": _is_authority,
    "parti": _has_party,
}
"""Groups that a question names, and who belongs to them; all others admit everyone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOf:
    """Whose words a question asks for, and about what."""

    kind: str | None
    """The root of the group that it names: `kommun`."""
    by_name: bool
    """True when it names one, who alone is to be shown."""
    named: frozenset[str]
    """The words, without å, ä and ö, that may name a speaker."""
    subject: tuple[str, ...]
    """What they spoke about."""
    one: bool
    """True for "Vem …?": it asks for the one who did something."""
    each: bool
    """True when those who said nothing are asked for too."""

    def admits(self, actor: Actor) -> bool:
        """Tell whether *actor* is one of those asked for."""
        if self.by_name:
            return self._names(actor)
        belongs = KINDS.get(self.kind or "")
        return belongs is None or belongs(actor)

    def _names(self, actor: Actor) -> bool:
        """Tell whether *actor* is named, by its own name, its organisation or its party."""
        party = PARTIES.get((actor.party or "").lower(), "")
        known = words(f"{actor.name} {actor.organisation or ''} {party} {actor.party or ''}")
        telling = {form for word in map(fold, known) for form in _forms(word)} - GENERIC
        return not actor.is_group and not telling.isdisjoint(self.named)


def asked_of(question: Understood) -> AskedOf:
    """Return whose words *question* asks for."""
    head = ABOUT.split(question.reworded, maxsplit=1)[0]
    asking = [fold(word) for word in words(head)]
    each = bool(EACH.search(head))
    groups = [word for word in asking if word in GROUPS or (each and word == "kommun")]
    kind = GROUPS.get(groups[0], "kommun") if groups else None
    by_name = question.asks is Asks.SAID and not groups and not each
    named = frozenset(form for word in asking if is_content(word) for form in _forms(word))
    dropped = named if by_name else set(groups)
    return AskedOf(
        kind=kind,
        by_name=by_name,
        named=named - GENERIC,
        subject=tuple(word for word in question.subject if fold(word) not in dropped),
        one=bool(WHO.search(question.reworded)) and not OPINIONS.search(question.reworded),
        each=each,
    )


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with and without the ending of its genitive."""
    return (word, word.removesuffix("s"))
