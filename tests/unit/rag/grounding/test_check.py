import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rag.grounding.check import Cited, check, ground
from rag.results import Support
from rag.span import Span
from rag.swedish.words import words

QUOTE = "Styrelsen beslutade att höja\navgiften till 200 000 kronor från den 1 mars 2024."


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(QUOTE, id="the whole"),
        pytest.param("höja avgiften", id="across a line end"),
        pytest.param("avgiften till 200 000 kronor", id="a part with a number"),
        pytest.param("  höja   avgiften ", id="other white space"),
        pytest.param("den 1 mars 2024", id="a number at its end"),
    ],
)
def test_verbatim_words_are_supported(statement: str) -> None:
    assert Support.SUPPORTED is check(statement, [QUOTE])


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Avgiften höjs till 200 000 kronor.", id="inflected"),
        pytest.param("Den 1 mars 2024 höjs avgiften.", id="another order"),
    ],
)
def test_the_same_words_in_another_way_are_supported(statement: str) -> None:
    assert Support.SUPPORTED is check(statement, [QUOTE])


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("", id="nothing"),
        pytest.param("och att", id="nothing said"),
        pytest.param("höja avgiften till 300 000 kronor", id="another number"),
        pytest.param("höja avgiften till 20", id="a number cut within"),
        pytest.param("Styrelsen beslutade att höja avgiften till 200", id="a number cut short"),
        pytest.param("sänka avgiften till 200 000 kronor", id="another verb"),
        pytest.param("Nämnden beslutade att höja avgiften", id="another actor"),
        pytest.param("Styrelsen beslutade att inte höja avgiften", id="a negation added"),
        pytest.param("elsen beslutade", id="a word cut"),
    ],
)
def test_other_statements_are_not_supported(statement: str) -> None:
    assert Support.UNSUPPORTED is check(statement, [QUOTE])


def test_words_torn_from_two_quotes_are_not_verbatim() -> None:
    assert Support.SUPPORTED is not check("avslår ansökan", ["Nämnden avslår", "ansökan beviljas"])


def test_no_quote_supports_nothing() -> None:
    assert Support.UNSUPPORTED is check("Avgiften höjs.", [])


WORDS = st.sampled_from(
    "styrelsen beslutade höja avgiften till 200 kronor inte den 1 mars 2024 nätverket".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12)
# Of "styrelsen" four times three are left when one is exchanged.
OTHER_WORDS = st.lists(WORDS, min_size=1, max_size=12, unique=True)


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        pytest.param("Väg 1höja ska lagas.", "Väg höja ska lagas.", id="a digit put before"),
        pytest.param("Sal B4 är bokad.", "Sal B3 är bokad.", id="another code"),
    ],
)
def test_a_word_with_a_digit_stands_for_no_other(said: str, quote: str) -> None:
    assert Support.SUPPORTED is not check(said, [quote])


@given(TEXTS)
def test_a_text_supports_itself(text: list[str]) -> None:
    assert Support.SUPPORTED is check(" ".join(text), ["\n".join(text)])


@given(OTHER_WORDS, st.integers(0, 20), st.sampled_from(["7", "vindkraft", "§9", "avstyrka"]))
def test_a_quote_with_a_word_exchanged_is_never_supported(
    text: list[str], place: int, strange: str
) -> None:
    altered = list(text)
    altered[place % len(text)] = strange

    assert Support.SUPPORTED is not check(" ".join(altered), [" ".join(text)])


@given(OTHER_WORDS, st.integers(0, 90), st.sampled_from("123456789"))
def test_a_quote_with_a_digit_put_in_is_never_supported(
    text: list[str], place: int, digit: str
) -> None:
    quote = ", ".join(text)  # "1 200" may be one number
    place %= len(quote) + 1
    altered = quote[:place] + digit + quote[place:]
    assume(not set(words(altered)) <= set(text))  # the same number said twice is no other one

    assert Support.SUPPORTED is not check(altered, [quote])


@given(st.permutations("avgiften höjs till 200 kronor för 35 cyklar".split()), st.integers(0, 9))
def test_a_quote_with_a_digit_taken_out_is_never_supported(text: list[str], place: int) -> None:
    quote = " ".join(text)
    digits = [n for n, character in enumerate(quote) if character.isdigit()]
    gone = digits[place % len(digits)]

    assert Support.SUPPORTED is not check(quote[:gone] + quote[gone + 1 :], [quote])


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_more_quotes_never_support_less(text: list[str], more: list[list[str]]) -> None:
    rank = [Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED].index
    statement, quotes = " ".join(text), [" ".join(one) for one in more]

    assert rank(check(statement, quotes[:1])) <= rank(check(statement, quotes))


CYCLES = "Beslut: att inte hålla inne hyran, men att kräva avdrag senast den 4/3 kl. 18."
VOTES = "Lindvik sade nej. Flera kommuner föreslog att Bo Ek utreder 2,1 miljoner kronor."


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        pytest.param("Hyran ska inte hållas inne.", CYCLES, id="a decision in the passive"),
        pytest.param("Avdrag krävs senast den 4 mars klockan 18.", CYCLES, id="a date spelt out"),
        pytest.param("Bo Ek ska utreda 2 100 000 kr, föreslog flera kommuner.", VOTES, id="amount"),
        pytest.param("Tolv cyklar lagades.", "Man lagade 12 cyklar.", id="a number word"),
        pytest.param("42 % deltar.", "42 procent deltar.", id="a share"),
        pytest.param("Samtliga var eniga.", "Alla var eniga.", id="a quantifier"),
        pytest.param("AF ansvarar.", "Arbetsförmedlingen (AF) ansvarar.", id="an abbreviation"),
        pytest.param("Kajsa redovisar.", "Kajsa redogör för läget.", id="a synonym"),
    ],
)
def test_faithful_paraphrases_are_supported(statement: str, quote: str) -> None:
    assert Support.SUPPORTED is check(statement, [quote])


@pytest.mark.parametrize(
    ("statement", "quote", "reason"),
    [
        pytest.param(
            "Bo Ek utreder 2,2 miljoner kronor.",
            VOTES,
            "Beloppet 2,2 miljoner kronor står inte i det citerade.",
            id="amount",
        ),
        pytest.param(
            "Avdrag ska krävas den 5 mars.",
            CYCLES,
            "Tidpunkten 5 mars står inte i det citerade.",
            id="date",
        ),
        pytest.param(
            "Flera kommuner föreslog att Eva Ek utreder.",
            VOTES,
            "Namnet Eva Ek står inte i det citerade.",
            id="name",
        ),
        pytest.param(
            "Hyran ska hållas inne.", CYCLES, "Det citerade säger ”inte”; det saknas.", id="denial"
        ),
        pytest.param(
            "Kommunerna beslutade att Bo Ek utreder.",
            VOTES,
            "Det citerade säger inte ”beslutade”.",
            id="modality",
        ),
        pytest.param(
            "Alla kommuner föreslog att Bo Ek utreder.",
            VOTES,
            "”alla” stämmer inte med det citerade.",
            id="quantity",
        ),
        pytest.param(
            "Nämnden avslår ansökan.",
            "Nämnden bifaller ansökan.",
            "Att något ”avslår” står inte i det citerade.",
            id="outcome",
        ),
        pytest.param(
            "Bo Ek höjer taxan.",
            "Eva Dal höjer taxan. Bo Ek läser brevet.",
            "Det citerade säger detta om någon annan än Ek.",
            id="actor",
        ),
        pytest.param(
            "Taxan sänks.",
            "Nämnden höjer taxan.",
            "Det citerade säger höjer, inte sänks.",
            id="opposite",
        ),
        pytest.param(
            "Antalet gick från 29 till 67.",
            "Antalet gick från 67 till 29.",
            "Ordet före 29 är ett annat i det citerade.",
            id="numbers exchanged",
        ),
        pytest.param("Taxan höjs.", "", "Inget är citerat.", id="nothing"),
    ],
)
def test_the_reason_is_told(statement: str, quote: str, reason: str) -> None:
    assert (Support.SUPPORTED, reason) != (ground(statement, [quote]).support, "")
    assert reason == ground(statement, [quote]).reason


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        pytest.param("1" * 20_000, "1" * 19_999, id="a number without end"),
        pytest.param("000 " * 5_000, "000 " * 4_999, id="thousands"),
        pytest.param("000 " * 400, "000 001 " * 5_000, id="many numbers cited"),
        pytest.param("Eva " * 400, "Eva Bo " * 3_000, id="many names cited"),
        pytest.param("inte " * 300, "alla " * 5_000, id="many denials"),
        pytest.param("(" * 1_900, "(" * 20_000, id="brackets"),
        pytest.param("😀 " * 900, "." * 20_000, id="no words"),
    ],
)
@pytest.mark.timeout(20)
def test_strange_texts_take_no_time(statement: str, quote: str) -> None:
    assert ground(statement, [quote]).support in Support


def test_a_year_from_the_meeting_is_no_invention() -> None:
    statement, quote = "Taxan höjs den 4 mars 2024.", "Taxan höjs den 4 mars."

    assert Support.PARTLY is check(statement, [quote])
    assert Support.SUPPORTED is check(statement, [quote], context="Driftnämnden 2024-02-01")


def test_the_words_that_carry_a_statement_are_pointed_out() -> None:
    quotes = ["Kaffe serverades.", "Nämnden beslutade att höja taxan i Ängby."]

    assert (Cited(quote=1, span=Span(22, 32)),) == ground("Taxan höjs.", quotes).words
    assert (Cited(quote=0, span=Span(0, 5)),) == ground("Kaffe", quotes).words
