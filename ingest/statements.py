"""Find what someone is said to have said, and who: `Flera kommuner föreslog …`."""

import re
from collections.abc import Collection, Iterable, Iterator

from ingest.passages import Passage
from ingest.phrases import either
from ingest.speakers import Speaker, people_in, speaker, until_noun
from ingest.statement_words import NOTE_HEADINGS, SAYING_VERBS
from rag.items import Statement
from rag.span import Span

_VERBS = either(SAYING_VERBS)
# "Flera kommuner föreslog …" · "Därefter berättade Anna Ask, Ekvik, att …"
SAYS = re.compile(
    rf"^(?P<before>[^.:;?!]{{1,160}}?)\s(?P<verb>{_VERBS})\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
# "Det är för dyrt, menade Anna Ask."
QUOTED = re.compile(rf"[,”\"»]\s(?:{_VERBS})\s(?P<who>[^,.:;]{{2,60}})[.!?]?$", re.IGNORECASE)
# After a name and a colon: "Anna Ask (S)", "Jag anser …"
SPOKEN = re.compile(r"^(?P<who>[A-ZÅÄÖ][^.:;!?]{2,60}):\s+(?=\S+\s+\S+\s+\S)")
# Before a sentence: "Ekonomi: Förbundschefen rapporterade att …" and "a) Ekonomi: …"
LABEL = re.compile(r"^[^.:;!?]{2,60}:\s+")
# Where the speaker after an inverted verb ends.
SAID = re.compile(
    r"\s(?:att|om|hur|vad|varför|sitt|sin|sina|på|för|vikten|en|ett|den|det|också|även|med|över|till)\b"
    r"|[,.:;?!]",
    re.IGNORECASE,
)
# ", som sitter i styrelsen," between a speaker and the verb
ASIDE = re.compile(r",\s(?:som|vars|vilken|tidigare)\s[^,]{1,120},?$", re.IGNORECASE)
# How someone hands in a note: "lämnar följande protokollsanteckning"
NOTES = re.compile(r"anteckning|(?:särskilt|särskilda)\s(?:yttrande|uttalande)", re.IGNORECASE)
# "Eva är tillbaka och tackade Bo": no speaker after the verb
GOES_ON = re.compile(r"\b(?:och|men|samt|som|att)$", re.IGNORECASE)
# A word that is no part of a name
SMALL = re.compile(r"(?<![\w(])(?!(?:och|samt|von|av|de)\b)[a-zåäö]")
# What is done at a meeting, and states nothing: "Eva Ek förklarar mötet öppnat"
FORMAL = re.compile(
    r"^\s*(?:(?:mötet|sammanträdet|stämman|årsmötet)\s(?:för\s)?(?:öppnat|avslutat|öppnad|avslutad)"
    r"|sig\b(?:\ssjälv)?[.\s]*$)",
    re.IGNORECASE,
)
FEWEST_WORDS = 3


def find_statements(
    passages: Iterable[Passage], *, names: frozenset[str], taken: Collection[Span] = ()
) -> tuple[Statement, ...]:
    """Return the statements in *passages*, an item's, but for those *taken* for something else.

    *names* are the people and organisations known to the meeting, in lower case.
    """
    starts = {span.start for span in taken}
    return tuple(
        statement
        for statement in _statements(passages, names)
        if statement.span.start not in starts
    )


def _statements(passages: Iterable[Passage], names: frozenset[str]) -> Iterator[Statement]:
    noted: tuple[str, ...] = ()
    for passage in passages:
        words = passage.said
        in_note = passage.under in NOTE_HEADINGS
        if passage.is_heading or not in_note:
            noted = people_in(passage.noted_by, names) or _as_group(passage.noted_by)
        if passage.is_heading or "beslut" in passage.under.split():
            continue
        if in_note and NOTES.search(words):
            noted = people_in(words, names)
            continue
        found = find_speaker(words, names)
        if found is None and noted and len(words.split()) >= FEWEST_WORDS:
            found = Speaker(" och ".join(noted))
        if found:
            yield Statement(span=passage.span, speaker=found.printed, is_group=found.is_group)


def _as_group(owner: str) -> tuple[str, ...]:
    """Return whose note a heading says that it is, when that is no person: `Vision`."""
    return (owner.strip(" :.*_"),) if owner else ()


def find_speaker(words: str, names: frozenset[str]) -> Speaker | None:
    """Return who speaks in the sentence *words*.

    >>> find_speaker("Därefter lyfte flera kommuner frågan om resor.", frozenset())
    Speaker(printed='flera kommuner', is_group=True)
    """
    found = _speaker_of(words, names)
    label = None if found else LABEL.match(words)
    return _speaker_of(words[label.end() :], names) if label else found


def _speaker_of(words: str, names: frozenset[str]) -> Speaker | None:
    spoken = SPOKEN.match(words)
    if spoken and not SMALL.search(spoken["who"]) and people_in(spoken["who"], names):
        return speaker(spoken["who"], names)
    says = SAYS.match(words)
    if says is None:
        quoted = QUOTED.search(words)
        return speaker(quoted["who"], names) if quoted else None
    if FORMAL.match(says["rest"]):
        return None
    first = speaker(ASIDE.sub("", says["before"]), names)
    if first or GOES_ON.search(says["before"]):
        return first
    rest = says["rest"].strip()
    return speaker(until_noun(SAID.split(f" {rest}", maxsplit=1)[0]), names)
