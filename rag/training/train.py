"""Train the table of token vectors: each query's own passage against those of the others."""

import time
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy, embedding_bag, normalize

from rag.training.batches import Noise, TokenLists, draw, row_batches

LOG_EVERY = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The numbers of a training run."""

    dimension: int = 256
    shorter: int = 64
    """The first so many values of a vector are trained to be useful by themselves."""
    buckets: int = 150_000
    epochs: int = 2
    batch: int = 2_048
    learning_rate: float = 0.014
    scale: float = 20.0
    """What cosines are multiplied by before the softmax."""
    dropout: float = 0.3
    crop: float = 0.4
    query_tokens: int = 64
    passage_tokens: int = 200
    spread: float = 0.1
    """The standard deviation of the first weights."""
    seed: int = 7
    threads: int = 2


class TokenTable(torch.nn.Module):
    """A vector for each token: its own weights and its n-grams', scaled by how rare it is."""

    def __init__(
        self,
        rarity: NDArray[np.float32],
        buckets: tuple[NDArray[np.int64], NDArray[np.int64]],
        recipe: Recipe,
    ) -> None:
        super().__init__()
        random = torch.Generator().manual_seed(recipe.seed)
        own = torch.randn(len(rarity), recipe.dimension, generator=random)
        shared = torch.randn(recipe.buckets, recipe.dimension, generator=random)
        self.own = torch.nn.Parameter(own * recipe.spread)
        self.shared = torch.nn.Parameter(shared * recipe.spread)
        flat, offsets = (torch.from_numpy(array) for array in buckets)
        self.flat, self.offsets = flat, offsets
        self.rarity = torch.from_numpy(rarity)[:, None]

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        """Return the vectors of *tokens*."""
        starts = self.offsets[tokens]
        counts = self.offsets[tokens + 1] - starts
        first = torch.cumsum(counts, 0) - counts
        where = torch.arange(int(counts.sum())) - torch.repeat_interleave(first - starts, counts)
        shared = embedding_bag(self.flat[where], self.shared, first, mode="sum")
        shared = shared / counts.clamp(min=1).sqrt()[:, None]
        return (self.own[tokens] + shared) * self.rarity[tokens]


def rarity_of(lists: TokenLists, vocabulary: int) -> NDArray[np.float32]:
    """Return each token's inverse document frequency, 1 on average."""
    owner = np.repeat(np.arange(len(lists)), np.diff(lists.offsets))
    seen = np.unique(owner * vocabulary + lists.ids)
    frequency = np.bincount(seen % vocabulary, minlength=vocabulary)
    rarity = np.log((len(lists) + 1) / (frequency + 1)) + 1e-2
    return np.asarray(rarity / rarity.mean(), dtype=np.float32)


def train(
    queries: TokenLists,
    passages: TokenLists,
    buckets: tuple[NDArray[np.int64], NDArray[np.int64]],
    recipe: Recipe,
) -> NDArray[np.float32]:
    """Return the trained table, one row for each token."""
    torch.set_num_threads(recipe.threads)
    random = np.random.default_rng(recipe.seed)
    table = TokenTable(rarity_of(passages, len(buckets[1]) - 1), buckets, recipe)
    batches = list(row_batches(len(queries), recipe.batch, recipe.epochs, random))
    optimizer = torch.optim.Adam(table.parameters(), lr=recipe.learning_rate, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(
        optimizer, start_factor=1.0, end_factor=0.0, total_iters=len(batches)
    )
    noise = Noise(recipe.dropout, recipe.crop, recipe.query_tokens)
    passage_noise = Noise(recipe.dropout, recipe.crop, recipe.passage_tokens)
    started = time.monotonic()
    for step, rows in enumerate(batches):
        optimizer.zero_grad(set_to_none=True)
        drawn = draw(queries, rows, noise, random), draw(passages, rows, passage_noise, random)
        loss = contrast(*_means(table, *drawn), recipe)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % LOG_EVERY == 0 or step == len(batches) - 1:
            elapsed = time.monotonic() - started
            print(
                f"step {step + 1}/{len(batches)} loss {loss.item():.3f} {elapsed:.0f} s", flush=True
            )
    with torch.no_grad():
        return np.asarray(table(torch.arange(len(table.rarity))).numpy(), dtype=np.float32)


def _means(
    table: TokenTable, first: TokenLists, second: TokenLists
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the mean token vectors of two batches; only the tokens that occur are computed."""
    ids = np.concatenate([first.ids, second.ids]).astype(np.int64)
    tokens, positions = np.unique(ids, return_inverse=True)
    vectors = table(torch.from_numpy(tokens))
    split = len(first.ids)
    return (
        _bag(vectors, positions[:split], first.offsets),
        _bag(vectors, positions[split:], second.offsets),
    )


def _bag(
    vectors: torch.Tensor, positions: NDArray[np.int64], offsets: NDArray[np.int64]
) -> torch.Tensor:
    return embedding_bag(
        torch.from_numpy(positions),
        vectors,
        torch.from_numpy(offsets),
        mode="mean",
        include_last_offset=True,
    )


def contrast(queries: torch.Tensor, passages: torch.Tensor, recipe: Recipe) -> torch.Tensor:
    """Return the symmetric InfoNCE loss, at full and at shorter length."""
    target = torch.arange(len(queries))
    losses = []
    for length in (recipe.dimension, recipe.shorter):
        left = normalize(queries[:, :length], dim=1)
        right = normalize(passages[:, :length], dim=1)
        logits = recipe.scale * left @ right.T
        losses.append(cross_entropy(logits, target) + cross_entropy(logits.T, target))
    return torch.stack(losses).mean()
