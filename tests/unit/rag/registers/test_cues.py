import pytest

from rag.registers.cues import is_open_still, is_told_done, past_of

DONE = [
    "Lathunden är klar sedan i höstas.",
    "Gallret sitter på plats sedan den 29 januari.",
    "Åtgärden är genomförd.",
    "Städningen genomfördes i mars.",
    "Felet har åtgärdats.",
    "Punkten bockades av.",
    "Förrådet fixat",
    "Avtalet: klart",
    "| Boka lokal | Alva | klart |",
    "Status: utförd",
    "Sedan checklistan togs i bruk har väntan blivit kortare.",
    "Alva Ek redovisade sitt uppdrag.",
    "Kommundirektörens utredning visar att ägandet kan bli dyrt.",
    "Kallelsen har nu skickats.",
]
OPEN = [
    "Mallen är inte klar.",
    "Avtalet är ännu inte skickat.",
    "Lathunden ska vara klar till sommaren.",
    "Är lathunden klar?",
    "När lathunden är klar skickas den ut.",
    "Lathunden är klar till nästa möte.",
    "Lathunden är nästan klar.",
    "Utskicket har gjorts men mer kommer.",
    "Affischen beställs inom kort.",
    "[ ] Lathunden klar",
    "Uppgift | Ansvarig | Klart",
    "Föreningen har trettio medlemmar.",
    "Det lägsta anbudet är klart under taket, men inte antaget.",
]


@pytest.mark.parametrize("sentence", DONE)
def test_status_words_tell_that_something_is_done(sentence: str) -> None:
    assert is_told_done(sentence)


@pytest.mark.parametrize("sentence", OPEN)
def test_what_is_to_come_in_doubt_or_denied_is_not_done(sentence: str) -> None:
    assert not is_told_done(sentence)


def test_doubt_is_seen_whatever_else_is_said() -> None:
    assert is_open_still("Den skulle ha lämnats i februari.")


@pytest.mark.parametrize(
    ("verb", "past"),
    [("mailar", "mailade"), ("beställa", "beställts"), ("skriver", "skrev"), ("köper", "köpte")],
)
def test_the_past_of_a_verb_is_known(verb: str, past: str) -> None:
    assert past in past_of(verb)


@pytest.mark.parametrize("word", ["lokal", "gör", "hemsidan"])
def test_other_words_have_no_past(word: str) -> None:
    assert not past_of(word)
