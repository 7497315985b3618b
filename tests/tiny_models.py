"""Write transformer models of a few kilobytes, with weights of chance, for tests to load."""

from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzåäö0123456789?.,§:"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
DIMENSION = 32


def write_embedder(folder: Path) -> Path:
    """Write a sentence-transformers model of 32 numbers a text; return *folder*."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertModel

    torch.manual_seed(1)
    plain = folder.with_name(f"{folder.name}-bert")
    _write(BertModel(_config()), plain)
    modules = [Transformer(str(plain)), Pooling(DIMENSION), Normalize()]
    SentenceTransformer(modules=modules, device="cpu").save(str(folder))
    return folder


def write_reranker(folder: Path, *, labels: int = 1) -> Path:
    """Write a cross-encoder that gives *labels* numbers for each pair; return *folder*."""
    import torch
    from transformers import BertForSequenceClassification

    torch.manual_seed(1)
    _write(BertForSequenceClassification(_config(num_labels=labels)), folder)
    return folder


def _config(**values: int) -> object:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(SPECIAL) + 2 * len(LETTERS),
        hidden_size=DIMENSION,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
        **values,
    )


def _write(model: object, folder: Path) -> None:
    from transformers import BertTokenizerFast

    pieces = [*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    folder.mkdir(parents=True)
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    tokenizer = BertTokenizerFast(
        str(folder / "vocab.txt"), strip_accents=False, model_max_length=64
    )
    tokenizer.save_pretrained(str(folder))
    model.save_pretrained(str(folder))
