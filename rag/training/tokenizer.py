"""Train the word-piece tokenizer: lower case, å ä ö and other accents kept."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

from rag.models.static_embedding import UNKNOWN

CONTINUED = "##"
LONGEST_WORD_CHARS = 60
# Swedish, the accents of names, and the signs of offices; the rest is unknown.
ALPHABET = 200


def train_tokenizer(texts: Sequence[str], *, vocabulary: int) -> Tokenizer:
    """Return a tokenizer of at most *vocabulary* pieces, the same for the same texts."""
    letters = alphabet(texts)
    trainer = trainers.WordPieceTrainer(
        vocab_size=vocabulary,
        min_frequency=2,
        # Given in order, because the trainer breaks ties by numbers that it else gives at random.
        special_tokens=[UNKNOWN, *letters, *(CONTINUED + letter for letter in letters)],
        initial_alphabet=letters,
        limit_alphabet=len(letters),
        continuing_subword_prefix=CONTINUED,
        show_progress=False,
    )
    trained = _tokenizer({UNKNOWN: 0})
    trained.train_from_iterator(texts, trainer=trainer)
    # Anew, since the letters are no special tokens once the training is over.
    return _tokenizer(trained.get_vocab())


def alphabet(texts: Sequence[str]) -> list[str]:
    """Return the commonest characters of *texts* but white space, in order."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(unicodedata.normalize("NFC", text).lower())
    common = (letter for letter, _ in counts.most_common() if letter.isprintable())
    return sorted([letter for letter in common if not letter.isspace()][:ALPHABET])


def _tokenizer(pieces: Mapping[str, int]) -> Tokenizer:
    model = models.WordPiece(
        vocab=dict(pieces),
        unk_token=UNKNOWN,
        continuing_subword_prefix=CONTINUED,
        max_input_chars_per_word=LONGEST_WORD_CHARS,
    )
    tokenizer = Tokenizer(model)
    cleaned = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=False, strip_accents=False, lowercase=True
    )
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), cleaned])
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
