"""Every knob, read once at the edge; creating one loads no model and opens no library."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_serializer, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from rag.access import EVERYTHING, Access


class Settings(BaseSettings):
    """Settings by `MOTESMINNE_…` in the environment, or by argument."""

    model_config = SettingsConfigDict(env_prefix="MOTESMINNE_", frozen=True, extra="ignore")

    library: Path = Field(default_factory=lambda: user_data_path("motesminne") / "library")
    """The library's directory; made when something is first ingested."""
    access: Annotated[Access, NoDecode] = EVERYTHING
    """Whose minutes are seen: in the environment a JSON list of bodies, all when it is empty."""
    words: Path | None = None
    """A folder with own tables of words, which add to those in `rag/swedish/vocabulary`."""
    embedding_model: str | None = None
    """A sentence-transformers name or folder; the shipped Swedish model when unset."""
    query_prefix: str = ""
    """Put before each question by models that want it, such as E5's `query: ` or a whole
    instruction; `\\n` is a line's end."""
    passage_prefix: str = ""
    """Put before each passage by models that want it, such as E5's `passage: `."""
    embedding_dimension: int | None = Field(default=None, ge=1)
    """How many of a vector's first numbers are kept; all when unset."""
    reranker: str | None = None
    """A cross-encoder's name or folder, which reads the best passages anew; none when unset."""
    rerank_top: int = Field(default=20, ge=1)
    """How many passages the reranker reads: each costs as much as the ones before it."""
    reranker_weight: float = Field(default=1.0, ge=0)
    """What the reranker's score counts, beside the weights of the search."""
    words_only: bool = False
    """Search with stems and n-grams alone and load no model."""
    device: str = "cpu"
    """Where a sentence-transformers model runs."""
    batch_size: int = Field(default=32, ge=1)
    """How many texts such a model reads at a time."""
    allow_download: bool = False
    """Whether a model that is not on this machine may be fetched from its hub."""
    stem_weight: float = Field(default=0.1, ge=0)
    """What the stems' score counts in a search; 0 switches the leg off."""
    ngram_weight: float = Field(default=0.4, ge=0)
    """The same of the character n-grams."""
    vector_weight: float = Field(default=0.15, ge=0)
    """The same of the vectors' cosine."""
    token_weight: float = Field(default=0.6, ge=0)
    """The same of the tokens' cosines, with the shipped model and others like it."""
    recency_weight: float = Field(default=0.0, ge=0)
    """What a meeting's newness counts; nothing unless it is asked for."""
    exact_up_to: int = Field(default=2_000_000, ge=0)
    """Up to so many chunks a question is compared with every vector, which is exact and quick
    under any filter: 9 ms and 27 MB for 100,000 (docs/retrieval.md); beyond, Chroma is asked."""
    chroma: str | None = None
    """A Chroma server's address, such as `http://127.0.0.1:8000`, to keep the vectors' index on;
    it is kept in the library's directory when unset."""
    chroma_token: SecretStr | None = None
    """What that server, or a proxy before it, wants as `Authorization: Bearer …`."""
    chroma_timeout_s: float = Field(default=10.0, gt=0)
    """How long a question waits for it; then it is answered by words alone, and says so."""
    max_file_mb: int = Field(default=100, ge=1)
    """Larger files are refused."""
    max_pages: int = Field(default=2_000, ge=1)
    """Documents with more pages are refused."""
    read_timeout_s: float = Field(default=60.0, gt=0)
    """How long the reading of one file may take."""
    read_memory_mb: int = Field(default=2_000, ge=500)
    """How much memory it may take."""
    ocr: Literal["auto", "off"] = "auto"
    """Whether pictures of text are interpreted where tesseract is installed."""
    ocr_timeout_s: float = Field(default=600.0, gt=0)
    """How long the pictures in one file may take; what there is no time for is told."""
    max_question_chars: int = Field(default=2_000, ge=1)
    """Longer questions are refused."""
    llm: str | None = None
    """A language model that words the answers, as LangChain names it: `ollama:llama3.2`,
    `openai:name` for all servers that speak OpenAI's protocol; verbatim extracts when unset."""
    llm_base_url: str | None = None
    """Its server's address."""
    llm_api_key: SecretStr | None = None
    """Its server's key, if it wants one."""
    llm_first_word_s: float = Field(default=30.0, gt=0)
    """How long its first word may take, and each silence after that."""
    llm_timeout_s: float = Field(default=90.0, gt=0)
    """How long its whole reply may take."""
    llm_context_tokens: int = Field(default=8_192, ge=1_024)
    """How much it can read and write at a time; what does not fit is left out, and told."""
    llm_output_tokens: int = Field(default=600, ge=50)
    """How much of that is kept for its reply."""
    llm_parameters: str = "{}"
    """A JSON object that goes with every call: in the request's body to servers that speak
    OpenAI's protocol, otherwise as arguments to LangChain's class."""
    llm_unsupported: Literal["drop", "mark"] = "drop"
    """Whether its sentences that the minutes do not carry are struck out or marked."""
    llm_rewrite_follow_ups: bool = False
    """Whether it puts follow-up questions in full before the search."""
    llm_widen_search: bool = False
    """Whether it puts a question in other words when nothing is found."""
    llm_most_calls: int = Field(default=3, ge=1)
    """How many times it may be asked for one question."""
    summary_style: str = ""
    """What a language model's summaries should sound like: `för pressmeddelande`."""
    summary_calls: int = Field(default=60, ge=1)
    """How many times it may be asked for one summary."""
    summary_timeout_s: float = Field(default=900.0, gt=0)
    """How long all of those may take together; what there is no time for stays extracts."""
    language: Literal["sv", "en"] = "sv"
    """In which language the app speaks to those who have not chosen one."""
    without_sign_in: bool = False
    """Whether the app may be opened to other computers, for anybody there."""
    allowed_hosts: str = ""
    """The names under which browsers reach the app then, with commas between; any when empty."""
    sign_in: Path | None = None
    """A file that says how visitors sign in, and what the members of which groups may see and do;
    nobody signs in when unset."""
    client_secret: SecretStr | None = None
    """What the app proves by, to who signs visitors in, that it is itself; see that file."""
    audit_days: int | None = Field(default=None, ge=1)
    """How many days it is kept who did what in the app; when unset 365 where visitors sign in,
    otherwise nothing is noted."""
    lock_timeout_s: float = Field(default=60.0, ge=0)
    """How long a writer waits for another."""

    def seen_by(self, access: Access) -> "Settings":
        """Return the settings for whoever may see no more than *access*."""
        return self.model_copy(update={"access": access.within(self.access)})

    @property
    def weights(self) -> dict[str, float]:
        """What each leg of the search counts, by its name."""
        words = {"stems": self.stem_weight, "ngrams": self.ngram_weight}
        models = {
            "vectors": self.vector_weight,
            "tokens": self.token_weight,
            "reranker": self.reranker_weight if self.reranker else 0.0,
        }
        return words | ({} if self.words_only else models) | {"recency": self.recency_weight}

    @field_validator("access", mode="before")
    @classmethod
    def _read_access(cls, written: Any) -> Any:
        return Access.of(written) if isinstance(written, str) else written

    @field_serializer("access")
    def _write_access(self, access: Access) -> str:
        return access.key

    @field_validator("query_prefix", "passage_prefix")
    @classmethod
    def _break_lines(cls, prefix: str) -> str:
        r"""Read `\n` as a line's end: not every shell and file of settings can hold one."""
        return prefix.replace("\\n", "\n")

    @field_validator("chroma")
    @classmethod
    def _is_address(cls, written: str | None) -> str | None:
        """Return *written* without a slash at its end, unless it is no server's address."""
        if not written:
            return None
        parts = urlsplit(written)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ValueError(written)
        return written.rstrip("/")

    @field_validator("llm_parameters")
    @classmethod
    def _is_object(cls, written: str) -> str:
        """Return *written*, unless it is no JSON object."""
        if not isinstance(json.loads(written), dict):
            raise ValueError(written)  # noqa: TRY004 - pydantic wants a ValueError
        return written
