"""Wire settings into what words answers and summaries with a language model."""

from rag.generation.generator import Generator
from rag.generation.limits import Limits
from rag.generation.model import load_model
from rag.generation.pieces import Model
from rag.generation.summary_asking import Allowance
from rag.generation.summary_writing import SummaryWriter
from rag.generation.wording import Wording
from rag.settings import Settings
from rag.storing.library import Library


def writers(
    settings: Settings, library: Library, model: Model | None = None
) -> tuple[Generator, SummaryWriter]:
    """Return what words answers and summaries with *model*, or with the one of *settings*."""
    model = model or load_model(settings)
    return _generator(model, settings, library), _summary_writer(model, settings)


def _generator(model: Model, settings: Settings, library: Library) -> Generator:
    """Return what words the answers with *model*."""
    limits = _limits(settings)
    keep = settings.llm_unsupported == "mark"
    return Generator(
        model=model,
        limits=limits,
        word=Wording(model, limits, library.document, keep_unsupported=keep),
        completes=settings.llm_rewrite_follow_ups,
        widens=settings.llm_widen_search,
    )


def _summary_writer(model: Model, settings: Settings) -> SummaryWriter:
    """Return what words summaries with *model*."""
    return SummaryWriter(
        model,
        _limits(settings),
        Allowance(calls=settings.summary_calls, total_s=settings.summary_timeout_s),
        keep_unsupported=settings.llm_unsupported == "mark",
        style=settings.summary_style,
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        first_word_s=settings.llm_first_word_s,
        reply_s=settings.llm_timeout_s,
        context_tokens=settings.llm_context_tokens,
        output_tokens=settings.llm_output_tokens,
        most_calls=settings.llm_most_calls,
    )
