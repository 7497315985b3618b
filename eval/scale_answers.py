"""Measure whole warm answers by the kind of question, in a process of its own."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from eval.scale_measures import Asked, timed
from rag.assembling.assembly import build_assistant
from rag.settings import Settings

FORMS: Mapping[str, str] = {
    "som den är": "{}",
    "beslut": "Vad beslutades om {}?",
    "vem sade vad": "Vad sa kommunerna om {}?",
    "belopp": "Vad kostar {}?",
    "närvaro": "Vilka deltog på mötet om {}?",
    "omröstning": "Hur gick omröstningen om {}?",
    "alla beslut ett år": "Vilka beslut fattades om {} under 2015?",
    "ärendets slut": "Hur slutade ärendet om {}?",
    "nästa möte": "När är nästa möte?",
}
"""What is asked by each kind of question, of some words of the library."""

ALL = "alla slag"
WARMING = 10
QUESTIONS = 40
# Longer pieces of a sentence are no subject of a question.
WORDS = 4


def answers(library: Path, questions: Sequence[str]) -> list[Asked]:
    """Answer *questions* in each form, and return a row for each and one for all together."""
    assistant = build_assistant(Settings(library=library))
    pieces = (" ".join(said.rstrip(".?").split()[:WORDS]) for said in questions)
    subjects = [piece for piece in pieces if any(map(str.isalpha, piece))]
    times = {}
    for name, form in FORMS.items():
        asked = [form.format(subject) for subject in subjects[: WARMING + QUESTIONS]]
        for question in asked[:WARMING]:
            assistant.ask(question)
        times[name] = [timed(partial(assistant.ask, question)) for question in asked[WARMING:]]
    times[ALL] = [time for of_kind in times.values() for time in of_kind]
    return [_row(name, of_kind) for name, of_kind in times.items()]


def _row(name: str, times: Sequence[tuple[float, float]]) -> Asked:
    wall, cpu = np.array(times).T * 1_000
    figures = [*np.percentile(wall, [50, 95, 100]), *np.percentile(cpu, [50, 95])]
    return Asked(name, 1.0, *map(float, figures))
