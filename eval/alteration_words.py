"""The words that are replaced when one thing in a true sentence is altered."""

from collections.abc import Mapping, Sequence

MONTHS = (
    "januari februari mars april maj juni juli augusti september oktober november december".split()
)
WEEKDAYS = "måndag tisdag onsdag torsdag fredag lördag söndag".split()
SEASONS = ("våren", "hösten", "sommaren", "vintern")
NUMBER_WORDS = (
    "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo trettio".split()
)

FINITE = (
    "är var har hade kan kunde ska skall skulle vill ville får fick bör borde blir blev kommer kom "
    "måste går gick gör gjorde finns fanns tar tog ger gav står stod säger sade ser såg beslutar "
    "beslutade föreslår föreslog yrkar yrkade berättar berättade tycker tyckte anser ansåg menar "
    "menade påpekar påpekade redovisar redovisade informerar informerade undrar undrade frågar "
    "frågade meddelar meddelade presenterar presenterade kostar kostade börjar började godkänner "
    "godkände bifaller biföll avslår avslog lägger lade fastställer fastställde erbjöd påminner "
    "påminde varnade lovade beklagade upprepade uppger konstaterar konstaterade skickar skickade "
    "tackade betalar framhöll deltar skriver skrev fixar kollar pratar pratade håller höll"
).split()
# Words that open a sentence without being who does something.
NO_ACTOR = frozenset(
    """
    Det Den De Detta Dessa Där Här Då Nu Hittills Man Vi Vad Vem Hur När Om Som Att Inte Ingen
    Inget Inga Alla Flera Några Någon Samtliga Många Bara Sedan Så Hon Han Jag Båda Finns
    Förslag Beslut Frågan Ärendet Därför Eller Undertecknad Dock Varför Vilka Vilken Även Ettor
    Därefter Dessutom Annars Tyvärr Anledningen Svaret Samtidigt Mest Ska Kan Vill Bör Har Är
    Var En Ett Ej Sen Eventuellt Kanske
    """.split()
)

# Ways to count; each is replaced by one that says something else of the same noun.
QUANTIFIERS: Mapping[str, Sequence[str]] = {
    "alla": ("flera", "några", "många", "inga"),
    "samtliga": ("flera", "några", "de flesta"),
    "flera": ("alla", "samtliga", "inga"),
    "några": ("alla", "samtliga", "de flesta"),
    "många": ("få", "alla", "inga"),
    "de flesta": ("några", "alla"),
    "varje": ("varannan", "någon"),
    "båda": ("inga av", "några"),
    "ingen": ("någon", "alla"),
    "en kommun": ("alla kommuner", "flera kommuner"),
    "en av": ("alla av", "flera av", "ingen av"),
    "kommunerna": ("en av kommunerna", "några kommuner", "samtliga kommuner"),
    "medlemmarna": ("en av medlemmarna", "några medlemmar", "samtliga medlemmar"),
    "deltagarna": ("en av deltagarna", "några deltagare", "samtliga deltagare"),
    "hela": ("halva", "delar av"),
    "vissa": ("alla", "inga"),
    "hälften": ("en tredjedel", "tre fjärdedelar"),
}

# Infinitive, present, past, passive, supine, noun; each row is another outcome.
OUTCOMES = tuple(
    tuple(row.split())
    for row in (
        "bifalla bifaller biföll bifalls bifallit bifall",
        "avslå avslår avslog avslås avslagit avslag",
        "återremittera återremitterar återremitterade återremitteras återremitterat återremiss",
        "bordlägga bordlägger bordlade bordläggs bordlagt bordläggning",
        "godkänna godkänner godkände godkänns godkänt godkännande",
        "bevilja beviljar beviljade beviljas beviljat beviljande",
        "anta antar antog antas antagit antagande",
        "fastställa fastställer fastställde fastställs fastställt fastställande",
    )
)
# Rows of the first group mean much the same; only a row of another kind is an alteration.
APPROVING = frozenset("bifalla godkänna bevilja anta fastställa".split())
CONTRARY: Mapping[str, str] = {
    one: other
    for pair in (
        "höja sänka",
        "höjs sänks",
        "ökas minskas",
        "öka minska",
        "ökat minskat",
        "införa avskaffa",
        "köpa sälja",
        "köper säljer",
        "utse entlediga",
        "välja avsätta",
        "väljer avsätter",
        "valdes avsattes",
        "behålla avskaffa",
        "öppna stänga",
        "öppnas stängs",
        "bygga riva",
        "förlänga säga upp",
        "beslutar avstår från",
        "beslutade avstod från",
        "beslutar skjuter upp",
        "stödjer motarbetar",
        "anställer säger upp",
        "startar avslutar",
        "tillsattes drogs in",
        "flytta ställa in",
    )
    for one, _, other in [pair.partition(" ")]
}

MODALS: Mapping[str, Sequence[str]] = {
    "ska": ("kan", "bör", "får"),
    "skall": ("kan", "bör", "får"),
    "bör": ("ska", "kan", "måste"),
    "borde": ("ska", "måste"),
    "kan": ("ska", "måste", "bör"),
    "kunde": ("skulle", "måste"),
    "måste": ("kan", "bör", "får"),
    "vill": ("ska", "måste"),
    "ville": ("skulle", "måste"),
    "föreslår": ("beslutar", "kräver"),
    "föreslog": ("beslutade", "krävde"),
    "yrkar": ("beslutar",),
    "beslutar": ("föreslår", "diskuterar", "överväger"),
    "beslutade": ("föreslog", "diskuterade", "övervägde"),
    "överväger": ("beslutar", "vägrar"),
    "diskuterade": ("beslutade",),
    "diskuterar": ("beslutar",),
    "undrade": ("beslutade", "krävde"),
    "önskar": ("kräver", "beslutar"),
    "önskade": ("krävde", "beslutade"),
    "väntas": ("ska", "bör"),
    "tror": ("vet", "beslutar"),
    "trodde": ("visste", "beslutade"),
}
