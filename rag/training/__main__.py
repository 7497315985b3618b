"""Train the static model: `python -m rag.training --text FILE_OR_FOLDER ... --output DIR`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rag.training.batches import tokenize
from rag.training.export import export
from rag.training.grams import gram_buckets
from rag.training.pairs import make_pairs
from rag.training.texts import read_texts
from rag.training.tokenizer import train_tokenizer
from rag.training.train import Recipe, train

DEFAULTS = Recipe()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read texts, make pairs, train the tokenizer and the table, write the folder."""
    options = _parser().parse_args(arguments)
    pairs = make_pairs(read_texts(options.text), seed=options.seed)[: options.pairs]
    if not pairs:
        raise SystemExit("No training pairs: the texts are too short, or no file was found.")
    print(f"{len(pairs)} pairs", flush=True)
    queries = [pair.query for pair in pairs]
    passages = [pair.passage for pair in pairs]
    tokenizer = train_tokenizer([*queries, *passages], vocabulary=options.vocabulary)
    size = tokenizer.get_vocab_size()
    print(f"{size} tokens", flush=True)
    recipe = Recipe(
        dimension=options.dimension,
        shorter=min(DEFAULTS.shorter, options.dimension),
        epochs=options.epochs,
        batch=options.batch,
        learning_rate=options.learning_rate,
        seed=options.seed,
        threads=options.threads,
    )
    tokens = [tokenizer.id_to_token(number) or "" for number in range(size)]
    table = train(
        tokenize(tokenizer, queries),
        tokenize(tokenizer, passages),
        gram_buckets(tokens, buckets=recipe.buckets),
        recipe,
    )
    export(options.output, tokenizer, table)
    print(f"written to {options.output}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rag.training", description=main.__doc__)
    parser.add_argument("--text", type=Path, nargs="+", required=True, help="files or folders")
    parser.add_argument("--output", type=Path, required=True, help="the model's folder")
    parser.add_argument("--seed", type=int, default=DEFAULTS.seed)
    parser.add_argument("--pairs", type=int, default=None, help="use at most so many pairs")
    parser.add_argument("--vocabulary", type=int, default=32_000)
    parser.add_argument("--dimension", type=int, default=DEFAULTS.dimension)
    parser.add_argument("--epochs", type=int, default=DEFAULTS.epochs)
    parser.add_argument("--batch", type=int, default=DEFAULTS.batch)
    parser.add_argument("--learning-rate", type=float, default=DEFAULTS.learning_rate)
    parser.add_argument("--threads", type=int, default=DEFAULTS.threads)
    return parser


if __name__ == "__main__":
    main()
