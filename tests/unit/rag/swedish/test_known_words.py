"""Swedish words are told from slips, in any inflection."""

import pytest

from rag.swedish.known_words import hashes, is_known


@pytest.mark.parametrize("word", ["kommunen", "kommunernas", "beslutade", "skolor", "riktlinjer"])
def test_swedish_words_are_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["komunnen", "beslutdae", "skollår", "riktlnjer", ""])
def test_slips_are_not(word: str) -> None:
    assert not is_known(word)


def test_inflections_of_one_word_share_a_hash() -> None:
    assert 1 == len(hashes(["kommun", "kommunen", "kommunerna"]))
