"""Load the tables of words: those that are shipped, and what the user adds to them.

A table is a TOML file in `rag/swedish/vocabulary`. A file of the same name in the user's own folder
(`MOTESMINNE_WORDS`) adds words to it: lists and explanations grow, nothing is taken away.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rag.errors import WordsError, any_of
from rag.settings import Settings

# How tomllib names the place: Invalid value (at line 3, column 5)
PLACE = re.compile(r"\(at line (?P<line>\d+)")
SHIPPED = Path(__file__).parent / "vocabulary"

Entry = list[str] | dict[str, str] | dict[str, list[str]]
"""A list of words; an explanation for each word; or lists of words under fixed names."""


@dataclass(frozen=True, slots=True)
class Table:
    """The words of one file, by the key they stand under."""

    entries: Mapping[str, Entry]

    def ordered(self, key: str) -> tuple[str, ...]:
        """Return a list's words in small letters, as they stand, each once."""
        return tuple(dict.fromkeys(word.lower() for word in self.entries[key]))

    def words(self, key: str) -> frozenset[str]:
        """Return a list's words in small letters."""
        return frozenset(self.ordered(key))

    def pairs(self, key: str) -> dict[str, str]:
        """Return what each word, in small letters, is explained by."""
        return {word.lower(): said for word, said in self.exact(key).items()}

    def exact(self, key: str) -> dict[str, str]:
        """Return what each word, with its capitals, is explained by."""
        entry = self.entries[key]
        assert isinstance(entry, dict)  # noqa: S101 - the shipped file's shape, which tests hold
        return {word: said for word, said in entry.items() if isinstance(said, str)}

    def grouped(self, key: str) -> dict[str, str]:
        """Return the name of the list that each word, in small letters, stands in."""
        entry = self.entries[key]
        assert isinstance(entry, dict)  # noqa: S101 - the shipped file's shape, which tests hold
        return {word.lower(): name for name, words in entry.items() for word in words}


@cache
def load_table(name: str) -> Table:
    """Return the shipped table *name*, with what the user's folder adds.

    Raises:
        WordsError: the folder or a file in it is absent, unreadable or malformed.
    """
    return merged_table(name, own=Settings().words)


def merged_table(name: str, *, own: Path | None) -> Table:
    """Return the table *name*, with the words of the folder *own*.

    Raises:
        WordsError: as for `load_table`.
    """
    shipped = _read(SHIPPED / f"{name}.toml")
    if own is None:
        return Table(shipped)
    _check_folder(own)
    file = own / f"{name}.toml"
    return Table(_merged(shipped, _read(file), file) if file.exists() else shipped)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise WordsError(f"Ordlistan {file} kan inte läsas; kontrollera läsrättigheten.") from error
    except UnicodeDecodeError as error:
        raise WordsError(f"Ordlistan {file} är inte sparad som UTF-8; spara om den.") from error
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        where = f"rad {place['line']}" if place else "sista raden"
        raise WordsError(f"Ordlistan {file} är inte giltig TOML ({where}); rätta den.") from error


def _check_folder(own: Path) -> None:
    """See that the user's folder is there, and that each of its files adds to a table."""
    if not own.is_dir():
        raise WordsError(
            f"Mappen {own} med egna ord finns inte; skapa den eller ändra MOTESMINNE_WORDS."
        )
    known = sorted(file.name for file in SHIPPED.glob("*.toml"))
    for file in sorted(own.glob("*.toml")):
        if file.name not in known:
            raise WordsError(f"Ordlistan {file} används inte; den ska heta {any_of(known)}.")


def _merged(shipped: Mapping[str, Any], added: Mapping[str, Any], file: Path) -> dict[str, Entry]:
    merged = dict(shipped)
    for key, more in added.items():
        _check_known(key, shipped, file, "nyckeln")
        merged[key] = _joined(shipped[key], more, file, key)
    return merged


def _joined(known: Any, more: Any, file: Path, key: str) -> Any:
    """Return a list or a table of words with those that the user adds under *key*."""
    if isinstance(known, list):
        if not _are_words(more):
            raise WordsError(f'I ordlistan {file} ska {key} vara en lista av ord: ["ord", …].')
        return [*known, *more]
    if not isinstance(more, dict):
        raise WordsError(f"I ordlistan {file} ska {key} vara en tabell under [{key}].")
    if any(isinstance(words, list) for words in known.values()):
        for name in more:
            _check_known(name, known, file, f"listan {key}.")
        return known | {
            name: _joined(known[name], words, file, f"{key}.{name}") for name, words in more.items()
        }
    for word, said in more.items():
        if not _are_words([word, said]):
            raise WordsError(f'I ordlistan {file} ska {key}.{word} vara text: "{word}" = "…".')
    return known | more


def _are_words(value: Any) -> bool:
    words = value if isinstance(value, list) else [None]
    return all(isinstance(word, str) and word.strip() for word in words)


def _check_known(name: str, known: Mapping[str, Any], file: Path, kind: str) -> None:
    if name not in known:
        said = f"{kind}{'' if kind.endswith('.') else ' '}{name}"
        raise WordsError(f"Ordlistan {file} har {said}, som inte finns; välj {any_of(known)}.")
