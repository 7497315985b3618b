"""Reach the configured language model through LangChain, imported when it is first asked."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib.util import find_spec
from typing import Any

from rag.errors import LanguageModelError, MissingExtraError
from rag.generation.pieces import Piece
from rag.generation.prompts import Prompt
from rag.settings import Settings

# Where Ollama listens when nothing else is said; nobody else is asked without an address.
OLLAMA = "http://127.0.0.1:11434"

# A kept connection is often dead when the next question comes, which then has no answer.
EACH_CALL_CONNECTS = {"Connection": "close"}

PACKAGES = {"openai": "langchain_openai", "ollama": "langchain_ollama"}

# How the kinds of servers tell that a reply became as long as it may be.
STOPPED_AT_LENGTH = ("finish_reason", "done_reason", "stop_reason")
TOO_LONG = frozenset({"length", "max_tokens"})

# By the server's status; what it says beside that is in any language, and anyone's.
REASONS = {
    400: "godtog inte frågan",
    401: "godtog inte nyckeln i MOTESMINNE_LLM_API_KEY",
    403: "godtog inte nyckeln i MOTESMINNE_LLM_API_KEY",
    404: "har ingen sådan modell",
    413: "fick mer text än den tar emot",
    429: "har för mycket att göra",
}


class LanguageModel:
    """A model behind LangChain's `init_chat_model`."""

    def __init__(self, settings: Settings) -> None:
        self.name = settings.llm or ""
        self._settings = settings

    def stream(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield the reply as it is written.

        Raises:
            LanguageModelError: the model cannot be had, or not the whole of the reply.
        """
        from langsmith import tracing_context

        chat = self._chat
        messages = [("system", prompt.system), ("human", prompt.user)]
        # What is asked goes to the configured server and nowhere else, whatever else is set.
        with tracing_context(enabled=False):
            try:
                for chunk in chat.stream(messages):
                    yield Piece(chunk.text, is_cut=_is_cut(chunk.response_metadata))
            except Exception as error:  # each server's client has errors of its own
                raise LanguageModelError(self._reason(error)) from error

    @cached_property
    def _chat(self) -> Any:
        from langchain.chat_models import init_chat_model

        provider, model = _provider(self._settings)
        options = OPTIONS.get(provider, _any)(self._settings)
        try:
            return init_chat_model(model, model_provider=provider, **options)
        except ImportError as error:
            raise LanguageModelError(
                f"Språkmodellen {self.name} kräver ett av LangChains paket som inte är installerat"
            ) from error
        except (TypeError, ValueError) as error:  # pydantic's errors are ValueErrors
            raise LanguageModelError(
                f"Språkmodellen {self.name} godtar inte inställningarna: se MOTESMINNE_LLM, "
                "MOTESMINNE_LLM_BASE_URL och MOTESMINNE_LLM_PARAMETERS"
            ) from error

    def _reason(self, error: Exception) -> str:
        """Say in Swedish why there is no reply."""
        who = f"Språkmodellen {self.name}"
        status = getattr(error, "status_code", None)
        if isinstance(status, int) and status > 0:
            why = REASONS.get(status, "kunde inte svara")
            return f"{who} {why} (felkod {status})"
        kinds = " ".join(kind.__name__ for kind in type(error).__mro__)
        if "Timeout" in kinds:
            return f"{who} svarade inte i tid"
        if "Connect" in kinds or "Network" in kinds or "RemoteProtocol" in kinds:
            return f"{who} kan inte nås: kontrollera att servern är igång"
        return f"{who} svarade på ett sätt som inte kan läsas"


def load_model(settings: Settings) -> LanguageModel:
    """Return the model that *settings* name, without asking it anything.

    Raises:
        LanguageModelError: the settings cannot be right.
        MissingExtraError: the package for that kind of server is not installed.
    """
    provider, _ = _provider(settings)
    package = PACKAGES.get(provider, "langchain")
    if find_spec(package) is None:
        raise MissingExtraError(
            f"MOTESMINNE_LLM={settings.llm} kräver paketet {package.replace('_', '-')}, som inte "
            "är installerat: kör «pip install 'motesminne[llm]'»."
        )
    if provider == "openai" and not settings.llm_base_url:
        raise LanguageModelError(
            f"MOTESMINNE_LLM={settings.llm} saknar server: ange dess adress i "
            "MOTESMINNE_LLM_BASE_URL, till exempel http://127.0.0.1:8000/v1."
        )
    return LanguageModel(settings)


def _provider(settings: Settings) -> tuple[str, str]:
    provider, _, model = (settings.llm or "").partition(":")
    if not (provider.isidentifier() and model.strip()):
        raise LanguageModelError(
            f"MOTESMINNE_LLM={settings.llm!r} kan inte läsas: skriv sort och modell med kolon "
            "emellan, till exempel «ollama:llama3.2» eller «openai:mistral-small»."
        )
    return provider.lower(), model.strip()


def _openai(settings: Settings) -> dict[str, Any]:
    return _common(settings) | {
        "api_key": _key(settings) or "-",  # the client wants one, most own servers do not
        "max_retries": 1,
        "max_tokens": settings.llm_output_tokens,
        "use_responses_api": False,
        "default_headers": EACH_CALL_CONNECTS,
        "extra_body": _parameters(settings) or None,
    }


def _ollama(settings: Settings) -> dict[str, Any]:
    key = _key(settings)
    headers = EACH_CALL_CONNECTS | ({"Authorization": f"Bearer {key}"} if key else {})
    return {
        "base_url": settings.llm_base_url or OLLAMA,
        "client_kwargs": {"timeout": settings.llm_first_word_s, "headers": headers},
        "num_ctx": settings.llm_context_tokens,  # Ollama cuts what is longer, and says nothing
        "num_predict": settings.llm_output_tokens,
        "temperature": 0,
        **_parameters(settings),
    }


def _any(settings: Settings) -> dict[str, Any]:
    key = {"api_key": _key(settings)} if settings.llm_api_key else {}
    return (
        _common(settings) | key | {"max_tokens": settings.llm_output_tokens} | _parameters(settings)
    )


def _common(settings: Settings) -> dict[str, Any]:
    address = {"base_url": settings.llm_base_url} if settings.llm_base_url else {}
    return address | {"timeout": settings.llm_first_word_s, "temperature": 0}


OPTIONS: Mapping[str, Callable[[Settings], dict[str, Any]]] = {"openai": _openai, "ollama": _ollama}


def _key(settings: Settings) -> str | None:
    return settings.llm_api_key.get_secret_value() if settings.llm_api_key else None


def _parameters(settings: Settings) -> dict[str, Any]:
    parameters: dict[str, Any] = json.loads(settings.llm_parameters)
    return parameters


def _is_cut(metadata: Mapping[str, Any]) -> bool:
    return any(metadata.get(name) in TOO_LONG for name in STOPPED_AT_LENGTH)
