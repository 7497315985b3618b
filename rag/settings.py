"""Every knob, read once at the edge; creating one loads no model and opens no library."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Settings by `MOTESMINNE_…` in the environment, or by argument."""

    model_config = SettingsConfigDict(env_prefix="MOTESMINNE_", frozen=True, extra="ignore")

    library: Path = Field(default_factory=lambda: user_data_path("motesminne") / "library")
    """The library's directory; made when something is first ingested."""
    embedding_model: str | None = None
    """A sentence-transformers name or folder; the shipped Swedish model when unset."""
    query_prefix: str = ""
    """Put before each question by models that want it, such as E5's `query: `."""
    passage_prefix: str = ""
    """Put before each passage by models that want it, such as E5's `passage: `."""
    device: str = "cpu"
    """Where a sentence-transformers model runs."""
    stem_weight: float = Field(default=0.1, ge=0)
    """What the stems' score counts in a search; 0 switches the leg off."""
    ngram_weight: float = Field(default=0.4, ge=0)
    """The same of the character n-grams."""
    vector_weight: float = Field(default=0.1, ge=0)
    """The same of the vectors' cosine."""
    token_weight: float = Field(default=0.5, ge=0)
    """The same of the tokens' cosines, with the shipped model and others like it."""
    exact_up_to: int = Field(default=50_000, ge=0)
    """Up to so many chunks a question is compared with every vector: a few milliseconds, and
    exact; beyond, Chroma's index is asked, which takes a second to open."""
    max_file_mb: int = Field(default=100, ge=1)
    """Larger files are refused."""
    max_question_chars: int = Field(default=2_000, ge=1)
    """Longer questions are refused."""
    lock_timeout_s: float = Field(default=10.0, ge=0)
    """How long a writer waits for another."""

    @property
    def weights(self) -> dict[str, float]:
        """What each leg of the search counts, by its name."""
        return {
            "stems": self.stem_weight,
            "ngrams": self.ngram_weight,
            "vectors": self.vector_weight,
            "tokens": self.token_weight,
        }
