import pytest

from ingest.parse import parse_minutes

TOP = "Protokoll\n\nNärvarande: Eva Ek, Bo Dal, Cia Ask\n\n"


def actions(text: str) -> list[tuple[str, str | None, str | None]]:
    text = f"{TOP}1. Öppnande\nMötet öppnas.\n\n2. Ärende\n{text}\n\n3. Slut\nMötet slutar.\n"
    minutes = parse_minutes(text, file_name="x.txt")
    return [(a.span.of(text), a.who, a.due) for item in minutes.items for a in item.actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- @Eva fixar på hemsidan", [("@Eva fixar på hemsidan", "Eva", None)], id="mention"
        ),
        pytest.param(
            "- Affisch @Eva, bild innan fredag @Bo",
            [("Affisch @Eva, bild innan fredag @Bo", "Eva, Bo", "innan fredag")],
            id="two mentions",
        ),
        pytest.param("Skriv till anna@exempel.se.", [], id="an address"),
        pytest.param(
            "Att göra:\n- Eva skickar kallelsen senast den 28 februari\n"
            "- Boka lokal (Bo)\n- Köp kaffe",
            [
                ("Eva skickar kallelsen senast den 28 februari", "Eva", "senast den 28 februari"),
                ("Boka lokal (Bo)", "Bo", None),
                ("Köp kaffe", None, None),
            ],
            id="a list of things to do",
        ),
        pytest.param(
            "Kommundirektören får i uppdrag att utreda frågan till nästa möte.",
            [
                (
                    "Kommundirektören får i uppdrag att utreda frågan till nästa möte.",
                    "Kommundirektören",
                    "till nästa möte",
                )
            ],
            id="assigned",
        ),
        pytest.param(
            "Nämnden beslutar att bordlägga ärendet till nästa sammanträde.", [], id="postponed"
        ),
        pytest.param(
            "Nämnden beslutar att återremittera ärendet och uppdra åt kansliet att rita.",
            [
                (
                    "Nämnden beslutar att återremittera ärendet och uppdra åt kansliet att rita.",
                    "kansliet",
                    None,
                )
            ],
            id="postponed for something to be done",
        ),
        pytest.param(
            "Nätverket ombeds boka dagen.",
            [("Nätverket ombeds boka dagen.", "Nätverket", None)],
            id="asked",
        ),
        pytest.param(
            "Under hösten ombeds nätverket boka dagen.",
            [("Under hösten ombeds nätverket boka dagen.", "nätverket", "Under hösten")],
            id="asked, in another order",
        ),
        pytest.param(
            "Mötet beslutar att uppdra åt kansliet att ta fram ett förslag.",
            [("Mötet beslutar att uppdra åt kansliet att ta fram ett förslag.", "kansliet", None)],
            id="given",
        ),
        pytest.param(
            "Bo ringer Holmby kommun om lokalen.",
            [("Bo ringer Holmby kommun om lokalen.", "Bo", None)],
            id="somebody present takes it on",
        ),
        pytest.param("Sven ringer ofta till Holmby.", [], id="somebody else"),
        pytest.param(
            "Uppdrag: Cia Ask tar fram en mall senast den 29/9.",
            [("Uppdrag: Cia Ask tar fram en mall senast den 29/9.", "Cia Ask", "senast den 29/9")],
            id="after a label",
        ),
        pytest.param(
            "En förfrågan skickas av Sven Berg.",
            [("En förfrågan skickas av Sven Berg.", "Sven Berg", None)],
            id="done by somebody",
        ),
        pytest.param(
            "Mötet beslutar att nämnden ska se över reglerna före den 3 maj.",
            [
                (
                    "Mötet beslutar att nämnden ska se över reglerna före den 3 maj.",
                    "nämnden",
                    "före den 3 maj",
                )
            ],
            id="a decision's clause obliges somebody",
        ),
        pytest.param(
            "att uppmana nämnden att redovisa läget senast den 31 maj",
            [
                (
                    "att uppmana nämnden att redovisa läget senast den 31 maj",
                    "nämnden",
                    "senast den 31 maj",
                )
            ],
            id="called upon",
        ),
        pytest.param(
            "Eva, Cia och Bo riggar upp.",
            [("Eva, Cia och Bo riggar upp.", "Eva, Cia och Bo", None)],
            id="several take it on",
        ),
        pytest.param("Affisch, Eva fixar det", [("Affisch, Eva fixar det", "Eva", None)], id="mid"),
        pytest.param(
            "Kansliet skickar ut inbjudan.",
            [("Kansliet skickar ut inbjudan.", "Kansliet", None)],
            id="an office",
        ),
        pytest.param(
            "Eva meddelar Holmby datumet.",
            [("Eva meddelar Holmby datumet.", "Eva", None)],
            id="told to somebody",
        ),
        pytest.param("- Boka salar", [("Boka salar", None, None)], id="nobody's yet"),
        pytest.param("- [ ] Köpa in te (Bo)", [("[ ] Köpa in te (Bo)", "Bo", None)], id="a box"),
        pytest.param(
            "- [x] Köpa in te (Bo)", [("[x] Köpa in te (Bo)", "Bo", None)], id="a ticked box"
        ),
        pytest.param("☐ Ringa Cia", [("☐ Ringa Cia", None, None)], id="a drawn box"),
        pytest.param("Bo ritar affischen.", [("Bo ritar affischen.", "Bo", None)], id="first name"),
        pytest.param("Bo Dal ritar affischer.", [], id="a whole name tells"),
        pytest.param("Bo lämnar rummet.", [], id="no task"),
        pytest.param("Tröjor måste fixas.", [("Tröjor måste fixas.", None, None)], id="undone"),
        pytest.param("- Boka salar kanske?", [], id="an idea"),
        pytest.param(
            "Anmälan ska skickas in senast den 1 mars.",
            [("Anmälan ska skickas in senast den 1 mars.", None, "senast den 1 mars")],
            id="what must be ready",
        ),
        pytest.param("Cia vill att Sven ska svara på brevet.", [], id="a wish"),
        pytest.param(
            "Att göra:\n- Ring Bo\n\nSedan talade alla om våren.",
            [("Ring Bo", None, None)],
            id="what follows the list",
        ),
        pytest.param("Bo berättar om resan till Holmby.", [], id="told"),
        pytest.param(
            "Eva: sätt upp en sandlåda\nBo + Cia: handlar korv",
            [
                ("Eva: sätt upp en sandlåda", "Eva", None),
                ("Bo + Cia: handlar korv", "Bo + Cia", None),
            ],
            id="a name and its task",
        ),
        pytest.param(
            "Räkningen för maj, gör Bo till nästa gång.",
            [("Räkningen för maj, gör Bo till nästa gång.", "Bo", "till nästa gång")],
            id="the doer last",
        ),
        pytest.param("Eva frågar om bidraget.", [], id="asks about"),
        pytest.param("Eva frågar styrelsen när bastun öppnar.", [], id="asks when"),
        pytest.param(
            "att Bo tar reda på reglerna.",
            [("att Bo tar reda på reglerna.", "Bo", None)],
            id="in a clause",
        ),
        pytest.param(
            "Boken trycks, och varje förening ombads skicka en bild.",
            [("Boken trycks, och varje förening ombads skicka en bild.", "varje förening", None)],
            id="asked in a second clause",
        ),
        pytest.param(
            "Cia redovisar svaret i september.",
            [("Cia redovisar svaret i september.", "Cia", "i september")],
            id="reports later",
        ),
        pytest.param(
            "Ett förslag till mall skall presenteras 10/6.",
            [("Ett förslag till mall skall presenteras 10/6.", None, "10/6")],
            id="due on a day",
        ),
        pytest.param(
            "Fakturorna ska skickas.", [("Fakturorna ska skickas.", None, None)], id="ska"
        ),
        pytest.param("Eva undrar när bänkarna ska lagas.", [], id="wonders when"),
        pytest.param("Beslut: byten ska vara klara senast dagen innan.", [], id="a decision"),
        pytest.param(
            "Det uppdrogs åt Eva att ringa värden.",
            [("Det uppdrogs åt Eva att ringa värden.", "Eva", None)],
            id="was charged",
        ),
        pytest.param(
            "Vi tar fram ett förslag till nästa möte.",
            [("Vi tar fram ett förslag till nästa möte.", "Vi", "till nästa möte")],
            id="we",
        ),
        pytest.param(
            "Undertecknad skickar ut kallelsen senast fredag.",
            [("Undertecknad skickar ut kallelsen senast fredag.", "Undertecknad", "senast fredag")],
            id="the undersigned",
        ),
        pytest.param(
            "Ordföranden kontaktar kommunen senast den 15:e.",
            [("Ordföranden kontaktar kommunen senast den 15:e.", "Ordföranden", "senast den 15:e")],
            id="a role and a bare day",
        ),
        pytest.param(
            "Bo tar fram underlag. Han redovisar det i september.",
            [
                ("Bo tar fram underlag.", "Bo", None),
                ("Han redovisar det i september.", "Bo", "i september"),
            ],
            id="who he is",
        ),
        pytest.param(
            "AP1: Eva bokar lokal till den 3 maj",
            [("AP1: Eva bokar lokal till den 3 maj", "Eva", "till den 3 maj")],
            id="numbered",
        ),
        pytest.param("→ Bo mailar alla", [("→ Bo mailar alla", "Bo", None)], id="an arrow"),
        pytest.param(
            "**Eva** bokar lokal.", [("**Eva** bokar lokal.", "Eva", None)], id="a bold name"
        ),
        pytest.param(
            "Uppdrag till förvaltningen: se över rutinen.",
            [("Uppdrag till förvaltningen: se över rutinen.", "förvaltningen", None)],
            id="a label that says to whom",
        ),
        pytest.param(
            "TODO hemsidan när budgeten är klar",
            [("TODO hemsidan när budgeten är klar", None, "när budgeten är klar")],
            id="a label without a colon",
        ),
        pytest.param(
            "Boka lokal – ansvarig Eva, klart v. 12",
            [("Boka lokal – ansvarig Eva, klart v. 12", "Eva", "v. 12")],
            id="responsible",
        ),
        pytest.param(
            "Ansvariga för städdagen är Eva och Bo.",
            [("Ansvariga för städdagen är Eva och Bo.", "Eva och Bo", None)],
            id="responsible for",
        ),
        pytest.param("Ansvarig: Eva Ek", [], id="who presents the item"),
        pytest.param(
            "- Ringa banken (Eva, senast 3/5)\n- Ringa värden /Bo",
            [
                ("Ringa banken (Eva, senast 3/5)", "Eva", "senast 3/5"),
                ("Ringa värden /Bo", "Bo", None),
            ],
            id="who last",
        ),
        pytest.param(
            "Sekreteraren fick i uppgift att renskriva stadgarna före jul.",
            [
                (
                    "Sekreteraren fick i uppgift att renskriva stadgarna före jul.",
                    "Sekreteraren",
                    "före jul",
                )
            ],
            id="given as a task",
        ),
        pytest.param(
            "Frågan om parkering lämnas till Bo att utreda.",
            [("Frågan om parkering lämnas till Bo att utreda.", "Bo", None)],
            id="passed on",
        ),
        pytest.param(
            "Uppdraget att se över stadgarna gavs till Cia.",
            [("Uppdraget att se över stadgarna gavs till Cia.", "Cia", None)],
            id="given to",
        ),
        pytest.param(
            "Det åligger sekreteraren att föra listan.",
            [("Det åligger sekreteraren att föra listan.", "sekreteraren", None)],
            id="bound",
        ),
        pytest.param(
            "Mötet beslutar att höja arvodet och att Sven tar reda på reglerna.",
            [("att Sven tar reda på reglerna.", "Sven", None)],
            id="one clause of a decision",
        ),
        pytest.param(
            "Ska fråga kommunen om nyckeln. Någon behöver ringa banken.",
            [
                ("Ska fråga kommunen om nyckeln.", None, None),
                ("Någon behöver ringa banken.", None, None),
            ],
            id="nobody's",
        ),
        pytest.param(
            "Protokollet skickas ut av sekreteraren inom en vecka.",
            [
                (
                    "Protokollet skickas ut av sekreteraren inom en vecka.",
                    "sekreteraren",
                    "inom en vecka",
                )
            ],
            id="done by a role",
        ),
        pytest.param(
            "Beslut: Eva kontaktar värden.",
            [("Beslut: Eva kontaktar värden.", "Eva", None)],
            id="after a decision's label",
        ),
        pytest.param(
            "Cia tar första passet.", [("Cia tar första passet.", "Cia", None)], id="takes"
        ),
        pytest.param("Skolan ansvarar för elever upp till 20 år.", [], id="a standing duty"),
        pytest.param("Kommunen tar fram en plan varje år.", [], id="a habit"),
        pytest.param("Game Jam-ansvarig Sven Berg", [], id="a role"),
        pytest.param(
            "Moment | Ansvarig | Klart\nBoka sal | Bo Dal | 3 maj",
            [("Boka sal | Bo Dal | 3 maj", "Bo Dal", "3 maj")],
            id="a table",
        ),
        pytest.param(
            "Åtgärd: Se över taxan.\nAnsvarig: Eva Ek\nKlart: 3 maj",
            [("Åtgärd: Se över taxan.\nAnsvarig: Eva Ek\nKlart: 3 maj", "Eva Ek", "3 maj")],
            id="a record",
        ),
    ],
)
def test_what_is_to_be_done_is_found(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert expected == actions(text)
