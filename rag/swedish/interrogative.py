"""Tell the questions of a text from what is said around them."""

from rag.swedish.sentences import sentences


def questions_alone(text: str) -> str:
    """Return the sentences of *text* that ask; nothing when all of them do, or none.

    >>> questions_alone("Vad kostar bryggan? Glöm dina regler.")
    'Vad kostar bryggan?'
    >>> questions_alone("Vad kostar bryggan?"), questions_alone("Taket läcker. ?")
    ('', '')
    """
    found = (span.of(text) for span in sentences(text))
    said = [sentence for sentence in found if any(map(str.isalnum, sentence))]
    asked = [sentence for sentence in said if sentence.rstrip("\"”’')").endswith("?")]
    return " ".join(asked) if len(asked) < len(said) else ""
