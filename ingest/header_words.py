"""List the words of dates, labels, titles and bodies in minutes.

All are lower case. A list grows when real minutes use another word.
"""

from collections.abc import Mapping

from ingest.phrases import phrases

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

# First and last month; also as files are named, without å and ö. A winter is named by the year of
# its January: vintern 2024 begins in December 2023. Terms (vt, ht) are longer than seasons.
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

# What a day or a while is called, beside months and seasons.
TIME_WORDS = phrases(
    """
    måndag | tisdag | onsdag | torsdag | fredag | lördag | söndag | måndagen | tisdagen | onsdagen
    torsdagen | fredagen | lördagen | söndagen | helgen | veckan | vecka | veckor | dagar | dag
    månad | månaden | månader | år | året | årsskiftet | jul | julen | påsk | midsommar | sommaren
    lunch | mötet | träffen | sammanträdet | årsmötet | kväll
    imorgon | terminen | termin | kvartal | kvartalet | läsår | läsåret
    """
)

# What a header line tells; the first matching label decides.
DATE_LABELS = phrases(
    "sammanträdesdatum | mötesdatum | datum | datum och tid | dag | mötesdag | sammanträdesdag"
    "| date"
)

TIME_LABELS = phrases(
    "tid | tidpunkt | tid och plats | plats och tid | tid och datum | när | tid/plats | plats/tid"
    "| tid & plats | plats & tid | sammanträdestid | mötestid | klockan"
)

PLACE_LABELS = phrases(
    "plats | lokal | mötesplats | var | mötesform | tid och plats | plats och tid | tid/plats"
    "| plats/tid | tid & plats | plats & tid | sammanträdesplats"
)

BODY_LABELS = phrases("organ | nämnd | forum | mötesforum | grupp | nätverk | instans | styrelse")

OTHER_LABELS = phrases(
    """
    paragrafer | paragraf | underskrifter | underskrift | justering | justeringens plats och tid
    plats och tid för justering | justeringsdatum | anslag | anslag/bevis | bevis | anslagsbevis
    förvaringsplats för protokollet | förvaringsplats | datum för anslags uppsättande | innehåll
    datum då anslaget sätts upp | datum då anslaget tas ned | underskrift | signatur | namn
    sekreterares signatur | justerandes signatur | utdragsbestyrkande | ärende | ärenden | bilagor
    bilaga | datum och ort | sida | dnr | diarienummer
    ajournering | ajourneringar | utskriftsdatum | kallelse | dokumenttyp | dokumentdatum | version
    """
)

# Dates beside these are not the meeting's.
OTHER_DATES = phrases(
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
TITLE_CONTINUES = phrases("förda | fört | förd | från | vid | för | över | av | i | med | till")

BODY_ENDINGS = tuple(
    """
    styrelse styrelsen styrelsens nämnd nämnden nämndens fullmäktige fullmäktiges utskott utskottet
    direktion direktionen nätverk nätverket råd rådet kommitté kommittén beredning beredningen
    delegation delegationen presidium presidiet ledningsgrupp ledningsgruppen arbetsgrupp
    arbetsgruppen styrgrupp styrgruppen samverkansgrupp samverkansgruppen stämma stämman
    """.split()
)

OPENING_WORDS = ("öppna", "mötet börja", "inleddes", "start")

CLOSING_WORDS = ("avsluta", "mötet slut", "upphör")
