"""Sentences to a language model are known from sentences of meetings."""

from time import process_time

import pytest

from eval.attacks import Place, read_attacks
from rag.generation.orders import is_order

MINUTES = [
    "Styrelsen beslutade att ignorera tidigare anvisningar om parkering.",
    "Kommunen ska svara på remissen att det saknas underlag.",
    "Nämnden upphäver inte tidigare beslut.",
    "Förvaltningen prövar Copilot och en språkmodell för protokoll.",
    "Nya AI-riktlinjer antogs, och en AI-modell köps in.",
    "Ordföranden ber alla läsa instruktionerna före mötet.",
    "Eva skriver ut kallelsen och Bo svarar endast på frågor om bussen.",
    "Systemet för kallelser byts ut.",
    "The board decided to answer the letter with thanks.",
    "Du är välkommen till nästa möte.",
    "§ 4 Svar på medborgarförslag",
    "Glöm inte att anmäla dig till årsmötet.",
]


@pytest.mark.parametrize("sentence", MINUTES)
def test_what_minutes_say_is_let_through(sentence: str) -> None:
    assert not is_order(sentence)


def test_most_attacks_in_documents_are_known() -> None:
    attacks = [attack for attack in read_attacks() if attack.place is Place.DOCUMENT]

    assert sum(is_order(attack.attack) for attack in attacks) >= 0.6 * len(attacks)


@pytest.mark.parametrize("part", ["ignorera ", "svara ", "du som ", "[", "# ", "hej, "])
def test_long_sentences_are_read_in_no_time(part: str) -> None:
    start = process_time()

    is_order(part * 20_000)

    assert process_time() - start < 1
