"""Know how questions of each kind begin and what they turn on, as patterns.

All see the beginning of a question in lower case, without å, ä and ö.
"""

import re

MEETING = r"\w*(?:mote|moten|motet|sammantrade|sammantradet|traff|traffen|stamma|stamman|meeting)"
# "Sa" is "så" too, and is read only where it can be nothing else.
SAY = r"""(?:sade|sager|sagt|tyckte|tycker|tyckt|ansag|anser|ansett|menade|menar|svarade|svarar
    |berattade|berattar|framforde|framfor|framhell|framholl|papekade|papekar|lyfte|lyfter|undrade
    |undrar|redovisade|redovisar|rapporterade|informerade|informerar|kommenterade|redogjorde
    |yttrade|onskade|onskar|efterfragade|ifragasatte|foreslog|foreslar|yrkade|yrkar|ville)"""
# Parties have plural names, and speak with one voice.
MANY = r"""(?:(?!\w{0,14}(?:demokraterna|moderaterna|liberalerna))\w{4,}(?:erna|arna|orna)|alla
    |deltagarna|politikerna|andra|de\ (?:olika|andra)|folk|man|municipalities|members|everyone
    |all|the\ (?:municipalities|members|participants|parties|others))"""

# "Vad ska göras till nästa möte?" asks for something else.
NEXT_MEETING = re.compile(
    rf"""(?<!\binnan\ )(?<!\btill\ )(?<!\binfor\ )(?<!\bfore\ )
      \bnasta\ (?:\w+\ )?{MEETING}\b
    | \bnasta\ gang\ \w+\ (?:traffas|ses|moter)
    | \bnext\ (?:\w+\ )?meeting\b | \bnar\ (?:traffas|ses|mots)\b.{{0,40}}\bnasta\ gang
    | \b(?:kommande|foljande)\ {MEETING}\b""",
    re.VERBOSE,
)
# "Hur många möten hölls 2019?", "Hur ofta träffades styrelsen?", "Vilka möten har nämnden haft?"
MEETINGS = r"""(?:\w*(?:moten(?:a)?|sammantraden(?:a)?|traffar(?:na)?|stammor(?:na)?)
    |protokoll(?:en)?|minnesanteckningar(?:na)?|meetings|minutes)"""
CONVENED = r"""(?:holls|hallits|hade|haft|har|agt|agde|traffa(?:de|t)s|mottes|motts
    |sammantradde|sammantratt|samlades|blev|var|finns|fanns|did|were|have|has|had)"""
HELD_MEETINGS = re.compile(
    rf"""^\W*(?:och\ )?(?:hur\ manga|how\ many)\ {MEETINGS}\ {CONVENED}\b
    | ^\W*(?:och\ )?hur\ manga\ ganger\ (?:har\ )?.{{0,40}}
      (?:traffa(?:de|t)s|mottes|motts|sammantra(?:dde|tt)|samlades)\b
    | ^\W*(?:och\ )?hur\ ofta\ (?:har\ )?.{{0,40}}
      (?:traffas|traffa(?:de|t)s|mots|mottes|motts|sammantra\w+|samlas|samlades|{MEETINGS})\b
    | ^\W*how\ often\ (?:did|does|has)\ .{{1,40}}\b(?:meet|met)\b
    | ^\W*(?:och\ )?(?:vilka|which|what)\ {MEETINGS}\ (?:som\ )?{CONVENED}\b(?!.{{0,40}}\ om\b)
    | ^\W*(?:lista|visa|rakna\ upp|list|show)\ (?:(?:alla|de|all|the)\ )*{MEETINGS}\b
    | ^\W*(?:och\ )?(?:nar|vilka\ (?:dagar|datum)|pa\ vilka\ dagar)\ (?:har\ |hade\ )?
      (?:(?:holls|hallits)\ {MEETINGS}|.{{0,40}}\b(?:haft|hade)\ {MEETINGS}
      |hade\ .{{1,40}}\b{MEETINGS}|(?:traffa(?:de|t)s|mottes|sammantradde|samlades)\b)
    | ^\W*when\ did\ .{{1,40}}\ meet\b""",
    re.VERBOSE,
)
# "Vilka var med på mötet?", "Var Eva Ek med vid träffen?", "Kom Eva Ek till mötet?"
WAS_THERE = re.compile(
    r"""\bvar\b.{0,60}\bmed\ (?:pa|vid|under|i)\b.{0,40}(?:mote|traff|sammantrad|stamma|heldag)
    | ^\W*(?:vilka|vem|kom)\b.{0,40}\bkom(?:mit)?\ till\b.{0,40}(?:mote|traff|sammantrad|stamma)
    | ^\W*(?:och\ )?(?:vilka|vem|vilken)\b.{0,40}\bvar\ (?:med|dar|pa\ plats)\W*$
    | ^\W*kom\ .{1,40}\ till\b.{0,40}(?:mote|traff|sammantrad|stamma)
    | \bwho\ (?:was|were|came)\ (?:there|at|to)\b""",
    re.VERBOSE,
)
SUMMARY = re.compile(
    rf"""^\W*(?:(?:kan\ du|ge\ mig|ge|skriv|gor|can\ you|please|give\ me)\ )?
    (?:sammanfatt\w*|en\ (?:kort\ )?sammanfattning|summari[sz]e|(?:a\ )?summary|summera)\b
    | ^\W*vad\ (?:handlade|handlar)\ .{{0,40}}\bom\W*$ | ^\W*vad\ hande\ (?:pa|vid|under)\b
    | ^\W*vad\ (?:togs|tog\ (?:man|de))\ upp\ (?:pa|vid|under|i)\b | ^\W*what\ happened\ (?:at|in)\b
    | ^\W*vad\ (?:pratade|talade|samtalade|snackade)s?\ .{{1,40}}\bom\ (?:pa|vid|under|i|den)\b
    | ^\W*vad\ (?:diskuterade|avhandlade|behandlade|gjorde|gick)s?\ .{{0,40}}
      \b(?:pa|vid|under|igenom)\b.{{0,40}}\b{MEETING}\b
    | \bhuvuddragen\b | \bi\ korthet\b | ^\W*what\ was\ .{{0,40}}\bmeeting\ about\b""",
    re.VERBOSE,
)
# "Hur har ärendet om bron gått, steg för steg?", "Vad har hänt i frågan om bron?"
COURSE = re.compile(
    r"""\bsteg\ for\ steg\b | \b(?:arendets|fragans|arendenas)\ (?:gang|vag|historia|historik)\b
    | ^\W*(?:hur|vad)\ (?:har|hade)\ (?:\w+\ )?(?:(?:med|i)\ )?(?:arendet|fragan|saken)\b.{0,100}
      \b(?:gatt|hant|hanterats|behandlats|beretts|handlagts|drivits|skett|gjorts)\b
    | ^\W*(?:hur|vad)\ (?:har|hade)\ (?:gatt|hant|skett|gjorts)\ (?:\w+\ )?
      (?:med|i|for|kring)\ (?:arendet|fragan|saken)\b
    | ^\W*(?:hur\ gick\ det|vad\ hande)\ (?:sedan\ )?(?:med|i)\ (?:arendet|fragan|saken)\b
    | ^\W*(?:visa\ |ge\ mig\ )?(?:en\ )?(?:tidslinje\w*|historik\w*|turerna)\b
    | ^\W*what\ (?:has\ )?happened\ (?:to|with|in)\ the\ (?:matter|case|issue)\b""",
    re.VERBOSE,
)
# "Jämför förslagen", "Vad är skillnaden mellan …?"
COMPARISON = re.compile(
    r"""^\W*(?:jamfor|compare)\b | \bskillnad(?:en|er|erna)?\b | \bjamfort\ med\b
    | \bdifference""",
    re.VERBOSE,
)
# "Hur har kötiden utvecklats?"
CHANGE = re.compile(
    r"""^\W*(?:hur|pa\ vilket\ satt)\ (?:har|hade|ser)\b.{0,80}
      \b(?:utveckla\w*|utveckling\w*|(?:for)?andra[td]?s?|okat|minskat|vuxit|gatt|sett\ ut)\b
    | \bover\ (?:tid|time)\b | \bgenom\ aren\b | \bfran\ ar\ till\ ar\b
    | ^\W*how\ (?:has|have|did)\b.{0,80}\b(?:changed?|develop\w*|evolved?|grow\w*)\b""",
    re.VERBOSE,
)
REASON = re.compile(
    r"""^\W*(?:\w+\ )?(?:varfor|why)\b | \b(?:av|for)\ vilk(?:en|a|et)\ (?:anledning|orsak|skal)
    | ^\W*(?:vad\ (?:ar|var)|vilk(?:en|a|et)\ (?:ar|var))\ (?:anledning|orsak|skal|motiv)
    | \bhur\ (?:kommer|kom)\ det\ sig\b | ^\W*hur\ motivera | ^\W*what\ (?:is|was)\ the\ reason
    | ^\W*vad\ (?:beror|berodde)\b | \bvilka\ (?:skal|motiv|argument)\b""",
    re.VERBOSE,
)
HOW_MUCH = re.compile(
    r"""\bhur\ (?:mycket|manga|stor[ta]?|hog[at]?|hogt|lag[at]?|lang[at]?|dyr[ta]?|gam\w+|ofta)\b
    | \bvad\ (?:\w+\ ){0,3}(?:kosta|kostar|kostade|kostat)\b | \bhow\ (?:much|many|large|big|high)\b
    | \bwhat\ (?:did|does|do|will)\ .{1,60}\bcost\b | \b(?:andel|procent)\ (?:av|ar|var)\b
    | ^\W*(?:vad\ (?:ar|var|blev|blir)|vilket|vilken)\ (?:\w+\ ){0,2}
      \w*(?:avgift(?:en)?|kostnad(?:en)?|pris(?:et)?|hyra(?:n)?|arvode(?:t)?|timlon(?:en)?
      |budget(?:en)?|belopp(?:et)?|skattesats(?:en)?|summa(?:n)?|antal(?:et)?)\b
    | \bwhat\ (?:is|was|were|are)\ the\ (?:\w+\ ){0,2}
      (?:price|rent|cost|fee|amount|budget|salary)""",
    re.VERBOSE,
)
# "När" within a sentence is mostly a conjunction.
WHEN = re.compile(
    r"""^\W*(?:(?:och|men|sen|exakt|ungefar)\ )?(?:nar|when)\b
    | \b(?:vilken|vilket|vilka)\ (?:dag|dagar|datum|manad|vecka|tid|tider|tidpunkt|klockslag)\b
    # Vilket år byggdes …? but not: Vilket är beslutet?
    | \bvilket\ ar\ (?:ska|skall|var|fick|gick|holls|\w{2,20}(?:des|tes|de|te|er))\b
    | \bhur\ (?:dags|lange|snart)\b | \bsedan\ nar\b
    | \b(?:what|which)\ (?:date|day|time|year|month)
    | \bhow\ (?:long|soon)\b | \bvad\ ar\ klockan\b | \b(?:fran|till)\ och\ med\ nar\b
    | \bsenast\ nar\b | \bnar\ senast\b""",
    re.VERBOSE,
)
# "Var hölls mötet?"; "Var Eva Ek ordförande?" asks for no place.
PLACE = re.compile(
    r"""^\W*(?:(?:och|men)\ )?(?:var|vart|where)\ (?:nagonstans|i|pa|\w+(?:er|ar|ls|ns|as|es)|holl
    |ligger|hall[ts]|ags|ska|skall|skulle|kan|is|was|are|were|did|does|will|can|star|bor|far|ar)\b
    | \b(?:vilken|vilket|pa\ vilken|i\ vilken)\ (?:plats|lokal|ort|adress|sal|stad|kommun\ hol\w+)\b
    | ^\W*where\b | \b(?:which|what)\ (?:place|venue|address|room)\b""",
    re.VERBOSE,
)
LATEST_DECISION = re.compile(
    r"""\b(?:senaste|sista|slutliga|slutgiltiga|nuvarande|gallande|latest|final|current)
      \ (?:beslut\w*|decision\w*)\b
    | \bbeslut\w*\ (?:senast|slutligen|till\ slut|i\ slutandan)\b
    | \b(?:senast|slutligen|till\ slut)\ (?:beslut\w+|bestam\w+)\b | ^\W*vad\ galler\ nu\b
    | \b(?:hur|vad)\ (?:slutade|blev)\ .{1,60}\btill\ slut\b | ^\W*hur\ slutade\b""",
    re.VERBOSE,
)
# "Vad sa kommunerna om …?", "Vem föreslog …?", "Vilka var emot?", "Hur ställde sig kommunerna …?"
ACTORS = re.compile(
    rf"""^\W*(?:\w+\ )?(?:vad|hur|what\ did)\ (?:(?:sa|{SAY})\ )?(?:stall\w+\ sig\ |ser\ )?{MANY}
      (?:\ {SAY}|\ say|\ think|\ want|\ propose|\ (?:om|till|pa|kring|angaende|about)\b)
    | ^\W*vad\ (?:sa|{SAY})\ {MANY}\b | ^\W*hur\ (?:stall\w+\ sig|resonera\w+|sag|ser)\ {MANY}\b
    | ^\W*(?:och\ )?(?:vem|vilka|vilken|vilket|who|which)\ (?:sa|(?:\w+\ ){{0,2}}?{SAY}|said|says
      |proposed|suggested|thought|wanted|asked|opposed|supported|motsatte|stodde|stodjer)\b
    | ^\W*(?:och\ )?(?:vem|vilka|who)\ (?:ar|var|was|were)
      \ (?:emot|for|positiva?|negativa?|kritiska?|skeptiska?|tveksamma?|oroliga?|radda?
      |against|in\ favour|negative|positive|worried)\b
    | ^\W*vad\ (?:var|ar)\ (?:\w+\ )?(?:asikter|synpunkter)|\bsynpunkter(?:na)?\ (?:kom|fanns|hade)
    | ^\W*vilka\ (?:asikter|synpunkter)\b""",
    re.VERBOSE,
)
SAID = re.compile(
    rf"""^\W*(?:\w+\ )?(?:vad|hur|what)\ (?:sa|(?:har\ )?(?:\w+\ ){{0,4}}?{SAY})\b
    | ^\W*hur\ stall\w+\ sig\b
    | ^\W*what\ (?:did|does|has)\ .{{1,60}}\b(?:say|said|says|think|suggest|propose|want|answer)\b
    | ^\W*(?:hur|vad)\ (?:\w+\ )?(?:resonera\w+|reagera\w+|sag|ser\ )\b | \bsynpunkt\w*\b
    | \basikt\w*\b | \benligt\ \w+\W*$""",
    re.VERBOSE,
)
# "Vem ska se över lokalerna?", "Vad ska Eva göra till mars?"
TO_DO = re.compile(
    r"""^\W*(?:och\ )?(?:vem|vilka|who)\ (?:\w+\ )?(?:ska|skall|skulle|lovade|tar|tog\ pa\ sig|atog
      |atar|ordnar|will|shall|should|had\ to|has\ to)\b
    | ^\W*(?:och\ )?vad\ (?:ska|skall|skulle)\ .{1,80}\b(?:gora|ordna|ta\ fram|forbereda)\b
    | \bi\ uppdrag\b | \btill\ nasta\ (?:mote|gang)\b
    | ^\W*what\ (?:should|must|will)\ .{1,60}\bdo\b | \bto\ do\b | \batt\ gora\b""",
    re.VERBOSE,
)
DEFINITION = re.compile(
    r"""^\W*(?:och\ )?vad\ (?:betyder|innebar|menas\ med)\b | ^\W*vad\ star\ .{1,40}\bfor\W*$
    | ^\W*(?:och\ )?vad\ (?:ar|var)\ (?:(?:en|ett|det|den)\ )?[\w-]+(?:\ i\ \w+)?\W*$
    | ^\W*vad\ (?:ar|var)\ .{1,60}\bfor\ (?:nagot|nagonting|nat|en|ett)\b
    | ^\W*(?:forklara|definiera|explain|define)\b | \bforkortning(?:en)?\b | \babbreviation\b
    | ^\W*what\ (?:is|are)\ (?:an?\ |the\ )?[\w-]+(?:\ [\w-]+)?\W*$
    | ^\W*what\ does\ .{1,40}\b(?:mean|stand\ for)\b""",
    re.VERBOSE,
)
# "Vem är kassör i föreningen?"; which words are roles, the lists of attendance know.
WHO_IS = re.compile(
    r"^\W*(?:vem|vilka|vilken|who)\s(?:ar|var|blev|is|was|are|were|valdes|utsags)\b"
)
LIST = re.compile(
    r"""^\W*(?:och\ )?(?:(?:i|pa|for|till|av|med|fran|mot|under|vid)\ )?vilka\b
    | ^\W*(?:lista|rakna\ upp|ange\ alla|visa\ alla|list|name\ all|show\ all)\b
    | ^\W*(?:which|what)\ \w+(?:s|ies)\ (?!is\b|was\b)""",
    re.VERBOSE,
)
YES_NO = re.compile(
    r"""^\W*(?:och\ )?(?:har|hade|ska|skall|skulle|kan|kunde|far|fick|blev|blir|ar|finns|fanns|var
    |behover|behovde|maste|tanker|vill|ville|gar|gick|kommer|kom|galler|gallde|stammer|tar|tog
    |ger|gav|satt|sitter|horde|bor|borde|vet|[a-z]{3,}(?:ade|erar|erade|ades|tes|des)
    |is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may)\s+\w""",
    re.VERBOSE,
)
