"""Write the stems of public texts: `python -m rag.training.known_words --text FOLDER ...`."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from rag.swedish.known_words import FILE, hashes
from rag.swedish.words import words
from rag.training.texts import Text, read_texts

# What is written once may be a slip.
FEWEST = 2


def known_words(texts: Iterable[Text], *, fewest: int = FEWEST) -> set[str]:
    """Return the words, of letters only, that *texts* use at least so many times.

    >>> from rag.training.texts import Section
    >>> text = Text(sections=(Section(heading="", paragraphs=("Ett hus, tvv hus.",)),))
    >>> known_words([text])
    {'hus'}
    """
    counts: Counter[str] = Counter()
    for text in texts:
        parts = (text.title, text.summary, *text.questions, *text.paragraphs)
        counts.update(word for part in parts for word in words(part) if word.isalpha())
    return {word for word, count in counts.items() if count >= fewest}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read texts and write the hashes of their stems."""
    parser = argparse.ArgumentParser(
        prog="python -m rag.training.known_words", description=main.__doc__
    )
    parser.add_argument("--text", type=Path, nargs="+", required=True, help="files or folders")
    parser.add_argument("--output", type=Path, default=FILE)
    options = parser.parse_args(arguments)
    known = hashes(known_words(read_texts(options.text)))
    np.save(options.output, known)
    print(f"{len(known)} stems written to {options.output}")


if __name__ == "__main__":
    main()
