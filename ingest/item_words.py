"""List the words of headings, decisions and actions inside agenda items.

All are lower case. A list grows when real minutes use another word.
"""

from ingest.phrases import phrases

CONTENTS_HEADINGS = phrases(
    """
    innehåll | innehållsförteckning | ärendeförteckning | ärendelista | föredragningslista
    dagordning | agenda | ärenden | paragrafer | förslag till dagordning | dagens punkter
    """
)

# Bodies that any minutes may call themselves; others must be the body named in the header.
GENERIC_BODIES = phrases(
    """
    mötet | årsmötet | stormötet | föreningsmötet | medlemsmötet | höstmötet | vårmötet | stämman
    föreningsstämman | styrelsen | nämnden | utskottet | direktionen | fullmäktige | rådet | vi
    förbundsstyrelsen | gruppen | arbetsgruppen | styrgruppen | nätverket | kommittén | förbundet
    föreningen | sammanträdet | presidiet | beredningen | delegationen | de närvarande | kongressen
    """
)

SUB_HEADINGS = phrases(
    """
    ärendebeskrivning | ärendet | sammanfattning | sammanfattning av ärendet | ärendets beredning
    bakgrund | beskrivning av ärendet | beslutsunderlag | underlag | underlag för beslut
    handlingar
    beslutsmotivering | motivering | skäl för beslutet | yrkanden | yrkande | yrkanden och förslag
    förslag till beslut | förslag | förslag på sammanträdet | förslag till beslut på sammanträdet
    propositionsordning | proposition | beslutsgång | beslutsordning | omröstning
    omröstningsresultat | votering | voteringsresultat
    omröstningslista | voteringslista | reservation | reservationer | jäv
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

DECISION_HEADINGS = phrases("beslut | beslutas | beslutades | mötets beslut | beslut i ärendet")

ACTION_HEADINGS = phrases(
    """
    att göra | åtgärd | åtgärder | åtgärdslista | uppdrag | aktiviteter | att-göra-lista | todo
    to do | to-do | aktionspunkter | aktionslista | action points | att göra till nästa möte
    uppgifter | uppföljning och ansvar | vad ska göras | nästa steg | ansvarslista
    """
)

ACTION_HEADING_PHRASES = ("ska göras till", "att göra till", "göra till nästa")

# What somebody at the meeting takes on: "Viktor frågar kommunen om lokal".
ACTION_VERBS = phrases(
    """
    fixar | ordnar | bokar | beställer | köper | skickar | mailar | mejlar | ringer | kontaktar
    kollar | undersöker | skriver | uppdaterar | återkommer | sammanställer | kallar | bjuder in
    tar fram | ser över | lägger upp | pratar med | frågar | hör av sig | tar kontakt | anmäler
    hör med | tar med | håller i | publicerar | förbereder | planerar in | utreder | ansvarar för
    sätter upp | lägger in | lägger ut | lägger till | tittar på | testar | tar bort | samlar in
    tar reda på | ansvarar över | städar | handlar | delar ut | gör en | gör ett | går till
    dubbelkollar | stämmer av | ser till
    sköter | letar | söker | trycker | marknadsför | pratar | hämtar
    """
)

DECISION_VERBS = phrases(
    """
    beslutar | beslutade | beslöt | godkänner | godkände | fastställer | fastställde | väljer
    valde
    utser | utsåg | antar | antog | bifaller | biföll | avslår | avslog | beviljar | beviljade
    bordlägger | bordlade | återremitterar | återremitterade | uppdrar | tillstyrker | tillstyrkte
    avstyrker | avstyrkte | konstaterar | beslutat | adjungerar | adjungerade | röstar
    """
)

PASSIVE_DECISIONS = phrases(
    """
    beslutas | beslutades | godkänns | godkändes | väljs | valdes | utses | utsågs | fastställs
    fastställdes | antas | antogs | avslås | avslogs | bifalls | bifölls | bordläggs | bordlades
    återremitteras | återremitterades | beviljas | beviljades | adjungeras | adjungerades
    """
)

CONTINUED = ("forts", "fortsättning")

# "Kommunstyrelsens förslag till kommunfullmäktige", "Förslag till kommunstyrelsens beslut"
PROPOSED_TO = frozenset(
    {
        "beslut",
        "kommunfullmäktige",
        "fullmäktige",
        "kommunstyrelsen",
        "nämnden",
        "regionfullmäktige",
    }
)
# Under these a vote is told of, and what the meeting decided by it.
VOTE_HEADINGS = phrases(
    "omröstning | omröstningsresultat | votering | voteringsresultat | beslutsgång"
    "| proposition | propositionsordning"
)
SUB_HEADING_ENDINGS = frozenset({"beslut", "förslag", "yrkande", "yrkanden", "bedömning"})

# "Därmed beslutar mötet …"
OPENING_ADVERBS = frozenset({"därmed", "därefter", "således", "härefter", "slutligen", "vidare"})

# A sentence with one of these decides nothing, or something else than it seems.
NOT_DECIDED = phrases(
    """
    föreslår | föreslog | föreslås | föreslogs | förslag | yrkar | yrkade | om | ifall | innan | när
    ska | skall | kan | kunde | bör | borde | måste | inte | hade | har | ännu | eventuellt | skulle
    """
)
