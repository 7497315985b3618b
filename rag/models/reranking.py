"""Read a question and each passage together with a cross-encoder; imported on first use."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import ModelError
from rag.models.pretrained import Sort, Source, load_pretrained, running


class CrossEncoderReranker:
    """A cross-encoder that is loaded when it first has something to read."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __call__(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return how well each text answers *question*, 0 to 1, (n,).

        Raises:
            ModelError: there is no such model, it is damaged or no cross-encoder.
        """
        if not texts:
            return np.zeros(0, dtype=np.float32)
        from torch.nn import Identity

        with running(Sort.RERANKER, self._source):
            logits = self._model.predict(
                [(question, text) for text in texts],
                activation_fn=Identity(),  # models differ in what they apply of themselves
                batch_size=self._source.batch_size,
                show_progress_bar=False,
            )
        if not np.isfinite(logits).all():
            raise self._unusable("ger inga tal")
        return np.asarray((1 + np.tanh(logits / 2)) / 2, dtype=np.float32)  # the logistic curve

    @cached_property
    def _model(self) -> Any:
        model = load_pretrained(Sort.RERANKER, self._source)
        if model.num_labels != 1:
            raise self._unusable(f"ger {model.num_labels} tal per textstycke i stället för ett")
        trained = model.model.config.architectures if model.model else None
        # Other models are read too, with a last layer of chance.
        if trained and type(model.model).__name__ not in trained:
            raise self._unusable(f"är tränad till något annat ({trained[0]})")
        return model

    def _unusable(self, why: str) -> ModelError:
        return ModelError(
            f"Omrangordnaren {self._source.name!r} {why}: ange en cross-encoder för sökning i "
            "MOTESMINNE_RERANKER, eller ta bort inställningen."
        )
