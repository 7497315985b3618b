"""Follow-ups are put in full; questions that stand alone are left as they are."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from three_bodies import TODAY, Ask

from rag.asks import Asks
from rag.understanding.follow_up import FollowUp, carry_on
from rag.understanding.leaning import without_opening
from rag.understanding.understand import Understander

# A question, and below it: a follow-up to it | how it is understood.
REPEATED = """
Vad beslutades om badhuset i mars 2024?
  Och i maj då? | Vad beslutades om badhuset i maj 2024?
  i maj då? | Vad beslutades om badhuset i maj 2024?
  samma fråga för 2023 | Vad beslutades om badhuset under 2023?
  2023? | Vad beslutades om badhuset under 2023?
  Och året innan? | Vad beslutades om badhuset under 2023?
  och för hösten 2024? | Vad beslutades om badhuset hösten 2024?
  Samma fråga men för simhallen | Vad beslutades om simhallen i mars 2024?
Vad beslutades om badhuset den 4 mars 2024?
  och den 6 maj? | Vad beslutades om badhuset den 6 maj 2024?
Vad beslutades om badhuset?
  och 2024? | Vad beslutades om badhuset under 2024?
  och budgeten för 2024? | Vad beslutades om budgeten för 2024?
Vad är budgeten för 2024?
  och för 2025? | Vad är budgeten för 2025?
Vad kostade hyran 2023?
  och 2024? | Vad kostade hyran under 2024?
Vad sades på marsmötet om badhuset?
  och i maj? | Vad sades på majmötet om badhuset?
Vilka deltog den 4 mars 2024?
  Och den 6 maj? | Vilka deltog den 6 maj 2024?
Vad beslutades i § 12?
  Och i § 20? | Vad beslutades i § 20?
Vad sa kommunerna om SOF?
  och om Kompassen? | Vad sa kommunerna om Kompassen?
  Och Lövåsa? | Vad sa Lövåsa om SOF?
Vad tycker kommunerna om SOF?
  Och Folke Äng? | Vad tycker Folke Äng om SOF?
Vad sa Lövåsa om SOF?
  och Bäckinge då? | Vad sa Bäckinge om SOF?
Vad sa Lövåsa kommun om SOF?
  Bäckinge kommun då? | Vad sa Bäckinge kommun om SOF?
Vad kostar badhuset?
  och simhallen? | Vad kostar simhallen?
  what about simhallen? | Vad kostar simhallen?
Vad kostar badhuset i Öregård?
  och i Åmosund? | Vad kostar badhuset i Åmosund?
Vem är Siri Mården?
  och Folke Äng? | Vem är Folke Äng?
"""
# "samma möte": only the meetings of the answer before are searched.
CARRIED = """
Vad beslutades om badhuset?
  och vilka var emot? | Vilka var emot (badhuset)? samma möte
  vem sa det? | Vem sa det (badhuset)? samma möte
  När var det? | När var det (badhuset)? samma möte
  När fattades beslutet? | När fattades beslutet (badhuset)? samma möte
  Varför? | Varför (badhuset)? samma möte
  Vilka reserverade sig? | Vilka reserverade sig (badhuset)? samma möte
  Vem lade förslaget? | Vem lade förslaget (badhuset)? samma möte
  Blev det avslag? | Blev det avslag (badhuset)? samma möte
  Vad händer nu? | Vad händer nu (badhuset)? samma möte
  Var hölls mötet? | Var hölls mötet (badhuset)? samma möte
  Vem justerade? | Vem justerade? samma möte
  Vem förde protokoll? | Vem förde protokoll? samma möte
  Vem var ordförande? | Vem var ordförande? samma möte
  Och vilka deltog? | Vilka deltog? samma möte
  Vilka var med då? | Vilka var med på mötet? samma möte
  Sammanfatta mötet | Sammanfatta mötet? samma möte
  När är nästa möte? | När är nästa möte? samma möte
  Ja, berätta mer | Berätta mer (badhuset) samma möte
  Kan du utveckla? | Berätta mer (badhuset) samma möte
  När ska det börja gälla? | När ska det börja gälla (badhuset)?
  Vem ska göra det? | Vem ska göra det (badhuset)?
  Och hur många elever? | Hur många elever (badhuset)?
  Vem lovade att ordna något i stället? | Vem lovade att ordna något i stället (badhuset)?
Vad sades om badhuset?
  Vad kostade det? | Vad kostade det (badhuset)? samma möte
  När ska det stängas? | När ska det stängas (badhuset)?
  Hur många elever berörs av det? | Hur många elever berörs av det (badhuset)?
Vad sades om badhuset i mars 2024?
  Och vad beslutades? | Vad beslutades (badhuset)? samma möte
Vad kostade simhallen till slut?
  När ska den renoveras? | När ska den renoveras (simhallen)?
Hur mycket kostar skolskjutsen?
  Hur många barn gäller det? | Hur många barn gäller det (skolskjutsen)?
Vad sa kommunerna om SOF?
  Och vad har den modellen kostat? | Vad har den modellen kostat (SOF)?
  Vad tyckte de om Kompassen? | Vad tyckte de om Kompassen (kommunerna)?
Vad sa Siri Mården om SOF?
  Vad sa hon om Kompassen? | Vad sa hon om Kompassen (Siri Mården)?
  och vad sa Folke Äng? | Vad sa Folke Äng (SOF)?
  Vad tyckte Folke Äng om det? | Vad tyckte Folke Äng om det (SOF)?
Vad beslutades om badhuset i mars 2024?
  Och vad beslutades om skolskjuts? | Vad beslutades om skolskjuts?
  Och vad beslutades i maj 2024? | Vad beslutades i maj 2024 (badhuset)?
What was decided about the dog park?
  And who was against it? | Who was against it (hundrastgård)? samma möte
"""
ALONE = """
Vad kostar den nya simhallen?
När öppnar det nya badhuset?
Vad beslutades den 4 mars 2024?
Vad beslutades på senaste mötet?
Vilka deltog den 6 maj?
Hur gick det med simhallen?
Hur ser det ut med feriejobben?
Finns det något avtal?
Är det sant att hyran höjs?
Ska det byggas en ny simhall?
När är det dags att söka feriejobb i Åmosund?
Vad innebär det att vara justerare?
Vad kostar det att bygga ett nytt badhus?
Vem var det som talade om Kompassen?
Vad sa Siri Mården om SOF?
Vad sa den nya ordföranden om avtalet?
Vad säger den senaste utredningen om feriejobb?
Vad kom de överens om i fråga om verkstaden?
Vilka är medlemmar i de tre nätverken?
Vilka bor i de nya lägenheterna?
Vilka möten handlade om skolskjuts?
Vilka ärenden bordlades under 2024?
Vilka uppdrag fick förvaltningen i maj 2024?
Vad sades om förslaget till hundrastgård?
Vem ersatte Eva Ljungvik?
När hölls cykelklubbens årsmöte?
Vad står det i § 12?
Vad betyder AME?
Lista alla beslut
Och vad kostar simhallen?
skolskjuts
beslut simhallen 2024
Tack!
Hej
"""


def _pairs(table: str) -> Iterator[tuple[str, str, str]]:
    before = ""
    for line in table.strip().split("\n"):
        if line.startswith(" "):
            asked, full = (part.strip() for part in line.split("|"))
            yield before, asked, full
        else:
            before = line


def _carried(ask: Ask, before: str, asked: str) -> FollowUp | None:
    rest, adds = without_opening(asked)
    return carry_on(ask(before), ask(rest), adds=adds, today=TODAY)


def _shown(follow_up: FollowUp | None) -> str:
    if follow_up is None:
        return ""
    return follow_up.text + " samma möte" * follow_up.same_meeting


@pytest.mark.parametrize(
    ("before", "asked", "expected"),
    [pytest.param(*pair, id=" ".join(pair[:2])) for pair in _pairs(REPEATED + CARRIED)],
)
def test_a_follow_up_takes_what_it_lacks(ask: Ask, before: str, asked: str, expected: str) -> None:
    assert expected == _shown(_carried(ask, before, asked))


@pytest.mark.parametrize("asked", ALONE.strip().split("\n"))
def test_a_question_that_stands_alone_is_left_as_it_is(ask: Ask, asked: str) -> None:
    assert _carried(ask, "Varför stängs badhuset?", asked) is None


@pytest.mark.parametrize(
    ("asked", "asks"),
    [
        ("Vem sa det?", Asks.ACTORS),
        ("När var det?", Asks.WHEN),
        ("Var hölls det?", Asks.PLACE),
        ("Berätta mer", Asks.SUMMARY),
        ("Vad beslutades?", None),
    ],
)
def test_some_follow_ups_ask_of_the_cited_words(ask: Ask, asked: str, asks: Asks | None) -> None:
    follow_up = _carried(ask, "Vad sades om badhuset?", asked)

    assert follow_up
    assert asks is follow_up.points


def test_who_the_answer_named_is_meant_by_she(ask: Ask) -> None:
    before, asked = ask("Vem var ordförande 2024?"), ask("Vad sa hon om badhuset?")

    follow_up = carry_on(before, asked, adds=False, people=["Eva Ljungvik"], today=TODAY)

    assert follow_up
    assert "Vad sa hon om badhuset (Eva Ljungvik)?" == follow_up.text


@given(
    before=st.sampled_from(sorted({before for before, _, _ in _pairs(REPEATED + CARRIED)})),
    asked=st.text(alphabet="abdeimnrtvåäö 2024?().,och", min_size=1, max_size=60).filter(
        lambda text: any(map(str.isalnum, text))
    ),
)
def test_any_words_are_a_follow_up_or_not(
    understander: Understander, before: str, asked: str
) -> None:
    rest, adds = without_opening(asked)
    one, other = (understander(text, today=TODAY) for text in (before, rest))

    follow_up = carry_on(one, other, adds=adds, today=TODAY)

    assert follow_up is None or follow_up.text.strip()
