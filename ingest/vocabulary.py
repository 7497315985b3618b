"""List the fixed Swedish words of minutes: headings, labels, roles, months and verbs.

All are lower case. A list grows when real minutes use another word; no other module names any.
"""

from collections.abc import Mapping

from rag.minutes import Presence


def _table(words: str) -> frozenset[str]:
    """Return the phrases of *words*, separated by `|` or a line end."""
    return frozenset(
        phrase.strip()
        for line in words.splitlines()
        for phrase in line.split("|")
        if phrase.strip()
    )


MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# First and last month; also as files are named, without å and ö. A winter is named by the year of its January: vintern 2024 begins in
# December 2023. Terms (vt, ht) are longer than the seasons that they are named after.
SEASONS: Mapping[str, tuple[int, int]] = {
    "våren": (3, 5),
    "varen": (3, 5),
    "vår": (3, 5),
    "sommaren": (6, 8),
    "sommar": (6, 8),
    "hösten": (9, 11),
    "hosten": (9, 11),
    "höst": (9, 11),
    "vintern": (12, 2),
    "vinter": (12, 2),
    "vårterminen": (1, 6),
    "vt": (1, 6),
    "höstterminen": (8, 12),
    "ht": (8, 12),
}

# The longest phrase that the heading contains decides; every other word must be a roster word.
PRESENCE: Mapping[str, Presence] = {
    "närvarande": Presence.PRESENT,
    "deltagare": Presence.PRESENT,
    "deltagande": Presence.PRESENT,
    "medverkande": Presence.PRESENT,
    "beslutande": Presence.PRESENT,
    "ledamöter": Presence.PRESENT,
    "ersättare": Presence.PRESENT,
    "tjänstemän": Presence.PRESENT,
    "tjänstepersoner": Presence.PRESENT,
    "ej tjänstgörande ersättare": Presence.PRESENT,
    "icke tjänstgörande ersättare": Presence.PRESENT,
    "ersättare ej tjänstgörande": Presence.PRESENT,
    "ej närvarande": Presence.ABSENT,
    "icke närvarande": Presence.ABSENT,
    "inte närvarande": Presence.ABSENT,
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
ROSTER_FILL = _table(
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
    "sekreterare": "sekreterare",
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

# Roles that may stand before or after a name without a comma.
ROLES = _table(
    """
    ordförande | ordf | ordf. | vice ordförande | vice ordf. | v ordf | v. ordförande
    1:e vice ordförande | 1:a vice ordförande | förste vice ordförande | 1:e vice ordf.
    2:e vice ordförande | 2:a vice ordförande | andre vice ordförande | 2:e vice ordf.
    sekreterare | mötesordförande | mötessekreterare | protokollförare | justerare
    justeringsperson | rösträknare | ledamot | ersättare | suppleant | kassör | revisor
    adjungerad | tjänstgörande ersättare | föredragande | processledare | samordnare
    kommundirektör | kommunchef | regiondirektör | förvaltningschef | kanslichef | ekonomichef
    kommunsekreterare | nämndsekreterare | enhetschef | utredare | handläggare | förbundschef
    verksamhetschef | planeringsledare | projektledare | rektor | jurist | controller
    """
)

# What a segment after a name tells of presence, not of the person.
PRESENCE_NOTES = _table(
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
PARTIES = _table("s|m|c|l|kd|v|mp|sd|fi|f!|fp|pp|nyd|spi")

# A capitalised phrase with one of these endings or words is an organisation, not a person.
ORGANISATION_WORDS = _table(
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

# What a header line tells; the first matching label decides.
DATE_LABELS = _table(
    "sammanträdesdatum | mötesdatum | datum | datum och tid | dag | mötesdag | sammanträdesdag | date"
)
TIME_LABELS = _table(
    "tid | tidpunkt | tid och plats | plats och tid | tid och datum | när | tid/plats | plats/tid"
    "| tid & plats | plats & tid | möte | sammanträdestid | mötestid | klockan"
)
PLACE_LABELS = _table(
    "plats | lokal | mötesplats | var | mötesform | tid och plats | plats och tid | tid/plats"
    "| plats/tid | tid & plats | plats & tid | sammanträdesplats"
)
BODY_LABELS = _table("organ | nämnd | forum | mötesforum | grupp | nätverk | instans | styrelse")
OTHER_LABELS = _table(
    """
    paragrafer | paragraf | underskrifter | underskrift | justering | justeringens plats och tid
    plats och tid för justering | justeringsdatum | anslag | anslag/bevis | bevis | anslagsbevis
    förvaringsplats för protokollet | förvaringsplats | datum för anslags uppsättande | innehåll
    datum då anslaget sätts upp | datum då anslaget tas ned | underskrift | signatur | namn
    sekreterares signatur | justerandes signatur | utdragsbestyrkande | ärende | ärenden | bilagor
    bilaga | nästa möte | nästa sammanträde | datum och ort | sida | dnr | diarienummer
    ajournering | ajourneringar | utskriftsdatum | kallelse | dokumenttyp | dokumentdatum | version
    """
)

CONTENTS_HEADINGS = _table(
    """
    innehåll | innehållsförteckning | ärendeförteckning | ärendelista | föredragningslista
    dagordning | agenda | ärenden | paragrafer | förslag till dagordning | dagens punkter
    """
)

# Dates beside these are not the meeting's.
OTHER_DATES = _table(
    """
    juster | anslag | anslås | överklag | utskri | kallels | senast | nästa | föregående | dnr
    publicer | version | uppdater | gäller | förra | beslutsdatum | upprätt | tas ned | tas ner
    skickad | utskick
    """
)

KINDS_PROTOKOLL = "protokoll"
KINDS_NOTES = ("minnesanteckning", "mötesanteckning", "anteckningar")
MEETING_WORDS = ("möte", "sammanträde", "träff", "stämma", "konferens")

# A second title line that begins so goes on from the first: "Minnesanteckningar / förda vid …".
TITLE_CONTINUES = _table("förda | fört | förd | från | vid | för | över | av | i | med | till")

BODY_ENDINGS = tuple(
    """
    styrelse styrelsen styrelsens nämnd nämnden nämndens fullmäktige fullmäktiges utskott utskottet
    direktion direktionen nätverk nätverket råd rådet kommitté kommittén beredning beredningen
    delegation delegationen presidium presidiet ledningsgrupp ledningsgruppen arbetsgrupp
    arbetsgruppen styrgrupp styrgruppen samverkansgrupp samverkansgruppen stämma stämman kårstyrelsen
    """.split()
)

# Bodies that any minutes may call themselves; others must be the body named in the header.
GENERIC_BODIES = _table(
    """
    mötet | årsmötet | stormötet | föreningsmötet | medlemsmötet | höstmötet | vårmötet | stämman
    föreningsstämman | styrelsen | nämnden | utskottet | direktionen | fullmäktige | rådet | vi
    förbundsstyrelsen | gruppen | arbetsgruppen | styrgruppen | nätverket | kommittén | förbundet
    föreningen | sammanträdet | presidiet | beredningen | delegationen | de närvarande | kongressen
    """
)

SUB_HEADINGS = _table(
    """
    ärendebeskrivning | ärendet | sammanfattning | sammanfattning av ärendet | ärendets beredning
    bakgrund | beskrivning av ärendet | beslutsunderlag | underlag | underlag för beslut | handlingar
    beslutsmotivering | motivering | skäl för beslutet | yrkanden | yrkande | yrkanden och förslag
    förslag till beslut | förslag | förslag på sammanträdet | förslag till beslut på sammanträdet
    propositionsordning | beslutsgång | beslutsordning | omröstning | omröstningsresultat | votering
    voteringsresultat | omröstningslista | voteringslista | reservation | reservationer | jäv
    protokollsanteckning | protokollsanteckningar | till protokollet | särskilt yttrande
    särskilda yttranden | beslutet skickas till | beslut skickas till | skickas till | expedieras
    expedieras till | expediering | kopia till | sändlista | delges | bedömning | överväganden
    ekonomiska konsekvenser | konsekvenser | barnkonsekvensanalys | barnets bästa | ajournering
    deltar inte i beslutet | deltagande | ärendets gång | tidigare behandling | tidigare beslut
    beredning | finansiering | upplysning | upplysningar | hur man överklagar | överklagande
    kommunallagen | lagstöd | information | anmälan | bilaga | bilagor | remissinstanser
    förvaltningens förslag | förvaltningens bedömning | förvaltningens förslag till beslut
    arbetsutskottets förslag | arbetsutskottets förslag till beslut | diskussion | frågor
    """
)
DECISION_HEADINGS = _table("beslut | beslutas | beslutades | mötets beslut | beslut i ärendet")

ACTION_HEADINGS = _table(
    """
    att göra | åtgärd | åtgärder | åtgärdslista | uppdrag | aktiviteter | att-göra-lista | todo
    to do | to-do | aktionspunkter | aktionslista | action points | att göra till nästa möte
    uppgifter | uppföljning och ansvar | vad ska göras | nästa steg | ansvarslista
    """
)
ACTION_HEADING_PHRASES = ("ska göras till", "att göra till", "göra till nästa")

# What somebody at the meeting takes on: "Viktor frågar kommunen om lokal".
ACTION_VERBS = _table(
    """
    fixar | ordnar | bokar | beställer | köper | skickar | mailar | mejlar | ringer | kontaktar
    kollar | undersöker | skriver | uppdaterar | återkommer | sammanställer | kallar | bjuder in
    tar fram | ser över | lägger upp | pratar med | frågar | hör av sig | tar kontakt | anmäler
    hör med | tar med | håller i | publicerar | förbereder | planerar in | utreder | ansvarar för
    stämmer av | ser till | sköter | letar | söker | trycker | marknadsför | pratar | hämtar
    """
)
DECISION_VERBS = _table(
    """
    beslutar | beslutade | beslöt | godkänner | godkände | fastställer | fastställde | väljer | valde
    utser | utsåg | antar | antog | bifaller | biföll | avslår | avslog | beviljar | beviljade
    bordlägger | bordlade | återremitterar | återremitterade | uppdrar | tillstyrker | tillstyrkte
    avstyrker | avstyrkte | konstaterar | beslutat | adjungerar | adjungerade | röstar
    """
)
PASSIVE_DECISIONS = _table(
    """
    beslutas | beslutades | godkänns | godkändes | väljs | valdes | utses | utsågs | fastställs
    fastställdes | antas | antogs | avslås | avslogs | bifalls | bifölls | bordläggs | bordlades
    återremitteras | återremitterades | beviljas | beviljades | adjungeras | adjungerades
    """
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
OPENING_WORDS = ("öppna", "mötet börja", "inleddes", "start")
CLOSING_WORDS = ("avsluta", "mötet slut", "upphör")
CONTINUED = ("forts", "fortsättning")
SUB_HEADING_ENDINGS = frozenset({"beslut", "förslag", "yrkande", "yrkanden", "bedömning"})

# "Därmed beslutar mötet …"
OPENING_ADVERBS = frozenset({"därmed", "därefter", "således", "härefter", "slutligen", "vidare"})
# A sentence with one of these decides nothing, or something else than it seems.
NOT_DECIDED = _table(
    """
    föreslår | föreslog | föreslås | föreslogs | förslag | yrkar | yrkade | om | ifall | innan | när
    ska | skall | kan | kunde | bör | borde | måste | inte | hade | har | ännu | eventuellt | skulle
    """
)

# What a day or a while is called, beside months and seasons.
TIME_WORDS = _table(
    """
    måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag | måndagen | tisdagen | onsdagen
    torsdagen | fredagen | lördagen | söndagen | helgen | veckan | vecka | veckor | dagar | dag
    månad | månaden | månader | år | året | årsskiftet | jul | julen | påsk | midsommar | sommaren
    lunch | möte | mötet | träff | träffen | sammanträde | sammanträdet | årsmöte | årsmötet | kväll
    imorgon | terminen | termin | kvartal | kvartalet | läsår | läsåret
    """
)
