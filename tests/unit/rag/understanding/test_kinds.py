"""What is asked for is told by the words of a question and by how it begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asks import Asks
from rag.swedish.words import fold, words
from rag.understanding.kinds import kind_of

QUESTIONS: dict[Asks, str] = {
    Asks.PRESENT: """
        Vilka deltog på mötet i Tallmora?
        Vilka var närvarande den 4 mars?
        Vem närvarade från Bäckinge kommun?
        Vilka var deltagare på heldagen?
        Who attended the meeting in Tallmora?
        Who participated from Lövåsa?
        Deltog Alva Rydmark?
        Vilka var med på mötet i maj?
        Var Alva Rydmark med vid träffen?
        Vilka kom till stämman?
        Kom Alva Rydmark till mötet i mars?
        vilka narvarade
        Who was present?""",
    Asks.ABSENT: """
        Vilka var frånvarande?
        Vem var franvarande i mars?
        Vem hade fått förhinder?
        Vilka ledamöter saknades?
        Who was absent in May?
        Vilka deltog inte på mötet?
        Vem närvarade ej?""",
    Asks.INVITED: """
        Vilka var inbjudna?
        Vem var inbjuden från Arbetsförmedlingen?
        Vilka gäster kom till nätverket?
        Who was invited?""",
    Asks.SUBSTITUTE: """
        Vem ersatte Doris Hallmo?
        Vem ersätter Elvira?
        Vem var ersättare för Birger?
        Vem vikarierade för Cilla?
        Who replaced Doris?
        vem ersatter doris""",
    Asks.ROLE: """
        Vem var ordförande i mars?
        Vem är sekreterare i cykelföreningen?
        Vilka är justerare?
        Who is the chair of the board?
        Vem valdes till kassör?
        Vem utsågs till justerare?""",
    Asks.DECISION: """
        Vad beslutades om skolskjuts?
        Vilka beslut fattades om badhuset under 2024?
        Vad bestämdes om medlemsavgiften?
        Vad blev beslutet i § 12?
        Vad beslutade styrelsen om verkstaden?
        Vad beslutats om KS 2024/31?
        What was decided about wind power?
        Which decisions concern the bath house?
        vad bestamdes om oppettider
        Har styrelsen beslutat att köpa en båt?
        Vad beslutades på senaste mötet?
        Lista alla beslut om badhuset""",
    Asks.LATEST_DECISION: """
        Vad är det senaste beslutet om badhuset?
        Vad blev det slutliga beslutet om skolskjuts?
        Vad beslutades till slut om rondellen?
        Vilket är det gällande beslutet om avgiften?
        What is the latest decision on the bath house?
        Vad gäller nu för eldning?
        Hur slutade ärendet om rondellen?""",
    Asks.VOTE: """
        Hur gick omröstningen om rondellen?
        Vilka röstade nej till budgeten?
        Hur röstade Alva Rydmark?
        Hur många röster fick förslaget?
        Hur blev voteringen om skatten?
        How did the vote on the budget go?
        Who voted against the proposal?""",
    Asks.ACTION: """
        Vem ansvarar för programmet?
        Vilka uppdrag fick Folke?
        Vem fixar verktygen?
        Vilka uppgifter har Jorun?
        Vilka åtgärder planeras mot buller?
        Who is responsible for the programme?
        Vem ska beställa skyltarna?
        Vem skulle kontakta hyresvärden?
        Vad ska Folke göra till april?
        Vem lovade att måla planket?
        Who will order the signs?""",
    Asks.ACTORS: """
        Vad sa kommunerna om ESF?
        Vad tyckte kommunerna om namnbytet?
        Vad ansåg medlemmarna om avgiften?
        Vad tyckte grannarna om vindkraften?
        Vad sa alla om förslaget?
        Hur ställde sig kommunerna till modellen?
        Vem föreslog en ny rondell?
        Vem sa att taket läcker?
        Vilka kommuner föreslog en gemensam pott?
        Vilka var emot höjningen?
        Och vilka var för?
        Vem var orolig för kostnaden?
        Vilka synpunkter kom på planen?
        Vilka åsikter fanns om bygget?
        What did the municipalities say about ESF?
        Who suggested a new roundabout?
        vad sa kommunerna om esf
        Vem yrkade avslag?""",
    Asks.SAID: """
        Vad sa ordföranden om bullret?
        Vad sade Tallmora om språkpraktiken?
        Vad tyckte Alva om arvodet?
        Vad menade Bäckinge kommun med samordning?
        Vad svarade länsstyrelsen?
        Vad har Lövåsa sagt om badhuset?
        Vad ville Liberalerna ändra i budgeten?
        What did Tallmora say about the funding?
        What does the chair think about the fee?
        Hur resonerade nämnden om taxan?
        vad sa tallmora om badhuset""",
    Asks.WHEN: """
        Vilken dag börjar den nya skolskjutsen?
        Vilket datum bordlades ärendet?
        När öppnar badhuset?
        When does the bath house open?
        När fattades beslutet om rondellen?
        Vilket år byggdes bron?
        Hur länge gäller avtalet?
        Hur dags börjar mötet?
        nar oppnar badhuset
        Vilken tid stänger verkstaden?
        Till och med när gäller dispensen?
        How long is the contract valid?""",
    Asks.NEXT_MEETING: """
        När hålls nästa möte?
        När är nästa styrelsemöte?
        Var hålls nästa sammanträde?
        När träffas nätverket nästa gång?
        When is the next meeting?
        Vilken dag är nästa träff?""",
    Asks.MEETINGS: """
        Hur många möten hölls 2019?
        Hur många gånger har nämnden sammanträtt?
        Hur ofta träffas styrelsen?
        Vilka möten har styrelsen haft i år?
        Lista alla sammanträden 2024
        När träffades nätverket senast?
        När hade styrelsen möten under våren?
        Vilka dagar hölls sammanträden i maj?
        How many meetings were held in 2019?
        When did the board meet?""",
    Asks.PLACE: """
        Var hölls mötet?
        Var ligger den nya rondellen?
        Var ska verkstaden byggas?
        I vilken lokal hålls kursen?
        På vilken plats byggs lekparken?
        Where was the meeting held?
        Vart flyttar biblioteket?
        var holls motet""",
    Asks.AMOUNT: """
        Vad kostar kvällsöppet?
        Hur mycket är medlemsavgiften?
        Hur många jobbcoacher har Lövåsa?
        Hur stort belopp gäller för verktyg?
        How much does the tour cost?
        Vad är medlemsavgiften?
        Vad blev hyran för lokalen?
        Hur hög är taxan?
        What is the rent of the bike kitchen?
        Hur stor andel svarade på enkäten?
        How many members are there?
        hur manga elever har skolan""",
    Asks.REASON: """
        Varför bordlades badhuset?
        Av vilken anledning sköts bygget upp?
        Vad var skälet till förseningen?
        Vad beror kön på?
        Hur kommer det sig att bygget stannade?
        Why was the project delayed?
        varfor stangdes badhuset""",
    Asks.DEFINITION: """
        Vad är Vågen?
        Vad betyder SOF?
        Vad står AME för?
        Vad innebär samverkan i projektet?
        Vad menas med språkpraktik?
        Vad är Vågen för något?
        Förklara SIP
        What is Vågen?
        What does AME stand for?""",
    Asks.COMPARISON: """
        Jämför förslagen från våren och hösten
        Vad är skillnaden mellan förslagen?
        Compare the two proposals""",
    Asks.CHANGE: """
        Hur har kötiden utvecklats?
        Hur har hyran ändrats sedan 2022?
        How has the rent changed?
        Hur har antalet elever förändrats över tid?
        Hur har väntetiden sett ut genom åren?""",
    Asks.COURSE: """
        Hur har ärendet om rondellen gått, steg för steg?
        Vad har hänt i frågan om badhuset?
        Hur har ärendet om bron hanterats?
        Vad hände med ärendet om hundgården?
        Visa en tidslinje för bron
        Ge mig ärendets gång för KS 2024/12
        What happened to the matter of the bridge?""",
    Asks.SUMMARY: """
        Sammanfatta mötet den 4 mars
        Sammanfatta läget i kommunerna
        Ge en kort sammanfattning av mötet
        Vad handlade mötet om?
        Vad hände på mötet i maj?
        Vad togs upp på senaste mötet?
        Vad pratade ni om på mötet den 4 mars?
        Vad talades det om vid träffen i maj?
        Vad diskuterade styrelsen på mötet den 4 mars?
        Vad gick man igenom på vårmötet 2024?
        Summarise the meeting in May
        Kan du sammanfatta protokollet?""",
    Asks.LIST: """
        Vilka projekt pågår?
        Vilka kommuner ingår i förbundet?
        I vilka skolor byts taket?
        Räkna upp alla projekt
        Lista föreningarna
        Which schools are closing?""",
    Asks.YES_NO: """
        Får pensionärerna åka gratis?
        Är badhuset öppet?
        Blev det dyrare?
        Ska bron rivas?
        Finns det parkering?
        Gillade eleverna maten?
        Is the bath house open?
        Did the network get funding?
        Kan föreningar låna salen?""",
    Asks.PLAIN: """
        Berätta om Stormhöjden
        språkpraktik
        Vad sägs om AF?
        § 21
        Vad diskuterades om språkpraktik?
        Vem vann priset?
        badhuset öppettider
        💡 ?""",
}
CASES = [
    pytest.param(question.strip(), asks, id=question.strip())
    for asks, text in QUESTIONS.items()
    for question in text.split("\n")
    if question.strip()
]


@pytest.mark.parametrize(("question", "asks"), CASES)
def test_what_is_asked_for_is_understood(question: str, asks: Asks) -> None:
    assert asks is kind_of(question, words(question))


@pytest.mark.parametrize(("question", "asks"), CASES)
def test_it_is_understood_without_diacritics_and_capitals(question: str, asks: Asks) -> None:
    plain = fold(question)

    assert asks is kind_of(plain, words(plain))


def test_every_kind_is_in_the_table() -> None:
    assert set(Asks) == set(QUESTIONS)


@given(st.text(max_size=700))
def test_any_text_asks_for_something(text: str) -> None:
    assert kind_of(text, words(text)) in Asks
