"""The tables of texts: the same names, the same places for what varies, each in its language."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import rag
import ui
from ui.language import Language
from ui.texts.tables import SUBJECTS, TABLES

SWEDISH, ENGLISH = TABLES[Language.SWEDISH], TABLES[Language.ENGLISH]
# Tables of other words by Swedish or English ones, which one language does without.
BY_WORDS = {"TOLD", "STREAMLIT_WORDS", "STREAMLIT_OPENINGS"}
# What an item holds: how the boxes with it are titled and coloured.
BOXES = ("DECIDED", "SPOKEN")
# What is called the same: the app, formats, the files that are exported in Swedish.
NAMES = {"APP", "EXPORT_NAME", "TIMELINE_NAME", "TOPIC_NAME", "FOLLOW_NAME"}
SWEDISH_WORD = re.compile(r"[åäöÅÄÖ]|\b(?:och|inte|som|är|det|att|till|av|för|med)\b")
# Where a sentence is put together: at its signs, and around what is counted.
PARTED = re.compile(
    r"[.:;,()]|\b(?:1|möten?|skannade?\ssid(?:a|or)|(?:del)?svar|textstycken|inom|felkod)\b"
)

PACKAGES = [Path(rag.__file__).parents[1] / name for name in ("rag", "ingest", "eval", "ui")]


def shape(value: Any) -> Any:
    """Return what two languages share of a text: its places for what varies, keys, lengths."""
    match value:
        case str():
            return sorted(name for _, name, _, _ in Formatter().parse(value) if name)
        case tuple() | list():
            return [shape(one) for one in value]
        case Mapping():
            return {key: shape(one) for key, one in value.items()}
        case _:
            return type(value)


def sentences(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple() | list():
            for one in value:
                yield from sentences(one)
        case Mapping():
            for one in value.values():
                yield from sentences(one)


def test_both_languages_say_the_same_things() -> None:
    assert SWEDISH.keys() == ENGLISH.keys()


def test_a_text_has_the_same_places_and_parts_in_both() -> None:
    names = SWEDISH.keys() & ENGLISH.keys() - BY_WORDS - set(BOXES)

    assert [] == [name for name in sorted(names) if shape(SWEDISH[name]) != shape(ENGLISH[name])]


@pytest.mark.parametrize("name", BOXES)
def test_boxes_have_the_same_colours_in_both(name: str) -> None:
    swedish, english = ([colour for _, colour in table[name].values()] for table in TABLES.values())

    assert swedish == english


def test_english_is_english() -> None:
    said = (
        (name, one.replace(ENGLISH["APP"], ""))
        for name in ENGLISH.keys() - NAMES
        for one in sentences(ENGLISH[name])
    )

    assert [] == [(name, one) for name, one in said if SWEDISH_WORD.search(one)]


def test_type_checkers_read_every_subject() -> None:
    stub = Path(ui.__file__).with_name("strings.pyi").read_text(encoding="utf-8")

    assert set(SUBJECTS) == set(
        re.findall(r"^from ui\.texts\.swedish\.(\w+) import \*$", stub, re.MULTILINE)
    )


def _written() -> str:
    """Return all strings of the program, those with values in them with `{}` for each."""
    found = []
    for package in PACKAGES:
        for file in package.rglob("*.py"):
            if "texts" in file.parts:
                continue
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Constant(value=str(value)):
                        found.append(value)
    return "\n".join(found)


def test_sentences_are_known_by_words_that_the_program_says() -> None:
    written = _written()
    pieces = {
        piece
        for template in ENGLISH["TOLD"]
        for literal, *_ in Formatter().parse(template)
        for piece in PARTED.split(literal)
        if len(piece.split()) > 1
    }

    assert [] == sorted(piece for piece in pieces if piece.strip() not in written)


def test_a_told_sentence_has_only_places_that_its_form_has() -> None:
    assert [] == [
        english
        for swedish, english in ENGLISH["TOLD"].items()
        if not set(shape(english)) <= set(shape(swedish))
    ]
