"""List the words that head, order and describe people in minutes.

All are lower case. A list grows when real minutes use another word.
"""

from collections.abc import Mapping

from ingest.phrases import phrases
from rag.minutes import Presence

# The longest phrase that the heading contains decides; every other word must be a roster word.
PRESENCE: Mapping[str, Presence] = {
    "närvarande": Presence.PRESENT,
    "deltagare": Presence.PRESENT,
    "deltagande": Presence.PRESENT,
    "medverkande": Presence.PRESENT,
    "beslutande": Presence.PRESENT,
    "ledamöter": Presence.PRESENT,
    "ersättare": Presence.PRESENT,
    "suppleanter": Presence.PRESENT,
    "övriga": Presence.PRESENT,
    "tjänstemän": Presence.PRESENT,
    "tjänstepersoner": Presence.PRESENT,
    "ej tjänstgörande ersättare": Presence.PRESENT,
    "icke tjänstgörande ersättare": Presence.PRESENT,
    "ersättare ej tjänstgörande": Presence.PRESENT,
    "ej närvarande": Presence.ABSENT,
    "icke närvarande": Presence.ABSENT,
    "inte närvarande": Presence.ABSENT,
    "ej deltagande": Presence.ABSENT,
    "frånvarande": Presence.ABSENT,
    "förhinder": Presence.ABSENT,
    "förhindrade": Presence.ABSENT,
    "förfall": Presence.ABSENT,
    "inbjudna": Presence.INVITED,
    "inbjuden": Presence.INVITED,
    "inbjudan": Presence.INVITED,
    "föredragande": Presence.INVITED,
    "föreläsare": Presence.INVITED,
    "gäst": Presence.INVITED,
    "gäster": Presence.INVITED,
    "adjungerad": Presence.INVITED,
    "adjungerade": Presence.INVITED,
    "kallade": Presence.SUMMONED,
    "kallelse till": Presence.SUMMONED,
}

# Words that may stand beside a presence word in a roster's heading: "Övriga närvarande (på plats)".
ROSTER_FILL = phrases(
    """
    övriga | övrig | även | också | och | samt | vid | på | mötet | sammanträdet | under | del | av
    med | ordinarie | valda | anmält | anmälda | anmäld | laga | rösträtt | utan | röstberättigade
    tjänstgörande | ej | icke | inte | personer | medlemmar | representanter | representant | från
    styrelsen | styrelse | ledamot | politiker | tjänsteperson | tjänsteman | förvaltningen
    personal | fackliga | företrädare | plats | distans | digitalt | teams | via | lista | dag
    var | är | kommunerna | medlemskommunerna | förbundet | organisationer
    """
)

# What a roster's heading makes of those under it.
ROSTER_ROLES: Mapping[str, str] = {
    "tjänstgörande ersättare": "tjänstgörande ersättare",
    "ej tjänstgörande ersättare": "ersättare",
    "icke tjänstgörande ersättare": "ersättare",
    "ersättare ej tjänstgörande": "ersättare",
    "ersättare": "ersättare",
    "ledamöter": "ledamot",
    "suppleanter": "suppleant",
    "tjänstemän": "tjänsteman",
    "tjänstepersoner": "tjänsteperson",
    "föredragande": "föredragande",
    "adjungerade": "adjungerad",
    "adjungerad": "adjungerad",
}

# A label that names one or two people, and the role that it gives them.
SIGNATORIES: Mapping[str, str] = {
    "ordförande": "ordförande",
    "ordf": "ordförande",
    "mötesordförande": "mötesordförande",
    "vice ordförande": "vice ordförande",
    "vice ordf": "vice ordförande",
    "v ordf": "vice ordförande",
    "v. ordf": "vice ordförande",
    "sekreterare": "sekreterare",
    "sekr": "sekreterare",
    "mötessekreterare": "mötessekreterare",
    "vid protokollet": "sekreterare",
    "vid pennan": "sekreterare",
    "vid anteckningarna": "sekreterare",
    "protokollförare": "protokollförare",
    "protokollet fördes av": "sekreterare",
    "anteckningar": "sekreterare",
    "antecknat av": "sekreterare",
    "nedtecknat av": "sekreterare",
    "justerare": "justerare",
    "justerande": "justerare",
    "justeras": "justerare",
    "justeringsman": "justerare",
    "justeringsmän": "justerare",
    "justeringsperson": "justerare",
    "justeringspersoner": "justerare",
    "protokolljusterare": "justerare",
    "utses att justera": "justerare",
    "utsedd att justera": "justerare",
    "utsedda att justera": "justerare",
    "mötesledare": "mötesledare",
}

# Of these, the ones that a meeting gives for its own time; they count inside items too.
MEETING_ROLES = frozenset(
    {"mötesordförande", "mötessekreterare", "protokollförare", "justerare", "mötesledare"}
)

# What stands where a name would, and is none.
NO_NAMES = phrases(
    """
    namn | signatur | vakant | ingen | inga | underskrift | namnförtydligande | bilaga | paragraf
    styrelsen | mötet | alla | se bilaga | datum | ort
    """
)

# Roles that may stand before or after a name without a comma.
ROLES = phrases(
    """
    ordförande | ordf | ordf. | vice ordförande | vice ordf. | v ordf | v. ordförande
    1:e vice ordförande | 1:a vice ordförande | förste vice ordförande | 1:e vice ordf.
    2:e vice ordförande | 2:a vice ordförande | andre vice ordförande | 2:e vice ordf.
    sekr | sekr. | sekreterare | mötesordförande | mötessekreterare | protokollförare | justerare
    justeringsperson | rösträknare | ledamot | ersättare | suppleant | kassör | revisor
    adjungerad | tjänstgörande ersättare | föredragande | processledare | samordnare
    kommundirektör | kommunchef | regiondirektör | förvaltningschef | kanslichef | ekonomichef
    kommunsekreterare | nämndsekreterare | enhetschef | utredare | handläggare | förbundschef
    verksamhetschef | planeringsledare | projektledare | rektor | jurist | controller
    """
)

# Other roles and titles are known by their last letters: "mailansvarig", "enhetschef".
ROLE_ENDINGS = tuple(
    """
    ansvarig ordförande sekreterare kassör chef ledare ledamot suppleant samordnare strateg direktör
    ekonom handläggare utredare revisor ersättare föredragande rektor controller jurist
    """.split()
)

# Beside a name in a list of those present, these say that the person was not.
ABSENT_NOTES = phrases(
    """
    anmält förhinder | förhindrad | förhinder | frånvarande | ej närvarande | sjuk | avanmäld | ej
    inte närvarande | anmäld frånvarande | har anmält förhinder | frånv | frånv.
    """
)

# What a segment after a name tells of presence, not of the person.
PRESENCE_NOTES = phrases(
    """
    § | kl | ej | inte | dock | från | till | t.o.m. | fr.o.m. | via | på | digitalt | distans
    deltar | deltog | del | under | närvarande | frånvarande | lämnar | anländer | anlände | teams
    """
)

SUBSTITUTED_BY = ("ersätts av", "ersattes av", "ersatt av", "ersätter av", "ersättare:")

SUBSTITUTES_FOR = (
    "tjänstgörande ersättare för",
    "tjänstgör för",
    "ersätter",
    "ersättare för",
    "ersatte",
    "istället för",
    "i stället för",
    "för",
)

# Letters in brackets after a name that are always a party.
PARTIES = phrases("s|m|c|l|kd|v|mp|sd|fi|f!|fp|pp|nyd|spi")

# A capitalised phrase with one of these endings or words is an organisation, not a person.
ORGANISATION_WORDS = phrases(
    """
    kommun | kommuns | kommunen | stad | stads | region | regionen | landsting | länsstyrelsen
    förbund | förbundet | förening | föreningen | ab | hb | kooperativ | stiftelsen | stiftelse
    universitet | högskola | högskolan | skola | skolan | församling | myndighet | myndigheten
    nätverket | förvaltning | förvaltningen | nämnd | nämnden | kontor | kontoret | bolag
    samordningsförbund | kassan | bibliotek | klubb | klubben | sektionen | enheten | gruppen
    """
)

ORGANISATION_ENDINGS = tuple(
    """
    kommun förbund förbundet förening föreningen förvaltning förvaltningen kassan nämnd nämnden
    förmedlingen verket styrelsen regionen skolan kontoret bolaget sällskapet klubben centrum
    """.split()
)

# What the columns of a table of people hold, beside those that `PRESENCE` names.
TABLE_COLUMNS: Mapping[str, str] = {
    "namn": "name",
    "person": "name",
    "ledamot": "name",
    "organisation": "organisation",
    "kommun": "organisation",
    "förvaltning": "organisation",
    "arbetsplats": "organisation",
    "verksamhet": "organisation",
    "representerar": "organisation",
    "parti": "party",
    "roll": "role",
    "funktion": "role",
    "befattning": "role",
    "titel": "role",
    "uppdrag": "role",
    "post": "role",
    "uppgift": "role",
    "anmärkning": "role",
    "kommentar": "role",
}
