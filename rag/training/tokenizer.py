"""Train the word-piece tokenizer: lower case, å ä ö and other accents kept."""

from collections.abc import Iterable

from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

UNKNOWN = "[UNK]"
CONTINUED = "##"
LONGEST_WORD = 60


def train_tokenizer(texts: Iterable[str], *, vocabulary: int) -> Tokenizer:
    """Return a tokenizer of at most *vocabulary* pieces."""
    tokenizer = Tokenizer(
        models.WordPiece(
            unk_token=UNKNOWN,
            continuing_subword_prefix=CONTINUED,
            max_input_chars_per_word=LONGEST_WORD,
        )
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFC(),
            normalizers.BertNormalizer(
                clean_text=True, handle_chinese_chars=False, strip_accents=False, lowercase=True
            ),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece(prefix=CONTINUED)
    tokenizer.train_from_iterator(
        texts,
        trainer=trainers.WordPieceTrainer(
            vocab_size=vocabulary,
            min_frequency=2,
            limit_alphabet=200,
            special_tokens=[UNKNOWN],
            continuing_subword_prefix=CONTINUED,
            show_progress=False,
        ),
    )
    return tokenizer
