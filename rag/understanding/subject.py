"""Find the subject of a question: the words that an answer must speak of."""

from collections.abc import Collection, Iterable

from rag.asks import Asks
from rag.swedish.words import fold, is_content
from rag.understanding.kinds import CUES

# Asking words that are no subject, beside the stop words; without å, ä and ö.
ASKING = frozenset(
    """sa sade sades sager sagt sagts sags berattade tyckte tycker tyckt ansag anser diskuterades
    diskuterade diskuterats togs tog upp handlade handlar galler gallde finns fanns star stod
    framgar namns namndes mote motet moten motena sammantrade sammantradet protokoll protokollet
    protokollen punkt punkten personer person folk traffen traff hur varfor beratta beskriv
    forklara lista visa ge sammanfatta kom fram kring angaende betraffande rorande exakt
    egentligen enligt gar gick gatt gjorde gjordes gor goras gjort hande hant blev ske skedde
    sker namnde namner behandlades behandlade behandlats mycket manga mer mera gavs getts ges
    infor innan fore via trots heter hette kallas
    how why said say says discussed discuss meeting meetings minutes happened there been have
    has had any some did which whom whose it its they their be will would should could can not
    """.split()
)


def subject_of(
    words: Iterable[str], asks: Asks, *, beside: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the *words* that are the subject of a question for *asks*, each once.

    Args:
        words: Of the question, in lower case and in order.
        asks: What it asks for.
        beside: Words that say which meetings are meant, without å, ä and ö.

    >>> subject_of(["vad", "beslutades", "om", "skolskjuts"], Asks.DECISION)
    ('skolskjuts',)
    """
    cues = CUES[asks]
    return tuple(
        word
        for word in dict.fromkeys(words)
        if is_content(word) and not {fold(word)} & (cues | ASKING) and fold(word) not in beside
    )
