"""The Swedish sentences that tell how an answer with a language model was made."""

from collections import Counter
from collections.abc import Sequence

from rag.generation.checking import Fault
from rag.generation.evidence import Chosen

# Said of a reply of which nothing could be used, by what most of its sentences lack.
USELESS = {
    Fault.REFUSAL: "fann inget svar i källorna",
    Fault.FOREIGN: "svarade inte på svenska",
    Fault.INVENTED: "hänvisade till källor som inte finns",
    Fault.UNSUPPORTED: "skrev inget som protokollen belägger",
    Fault.CUT: "kom inte till slutet av en mening",
}
NO_WORDS = "svarade ingenting"
ADDED = "Det som ligger närmast frågan i protokollen saknades i språkmodellens svar och är tillagt."
NO_ROOM = (
    "får inte plats med någon källa: höj MOTESMINNE_LLM_CONTEXT_TOKENS till vad modellen klarar"
)


def useless(name: str, faults: Sequence[Fault]) -> str:
    """Say why nothing of a reply can be used, as a clause without its full stop."""
    why = USELESS[Counter(faults).most_common(1)[0][0]] if faults else NO_WORDS
    return f"Språkmodellen {name} {why}"


def instead(reason: str) -> str:
    """Say that extracts stand instead of a model's answer, and why."""
    return f"{reason}. Svaret är därför ordagranna utdrag."


def made(chosen: Chosen, struck: Sequence[Fault], marked: Sequence[Fault]) -> tuple[str, ...]:
    """Say what the model was not given, and what of its reply is not shown, or not believed."""
    count = Counter(struck)
    cut, refused = count.pop(Fault.CUT, 0), count.pop(Fault.REFUSAL, 0)
    read, offered = len(chosen.sources), chosen.offered
    said = {
        f"Språkmodellen läste {read} av {offered} avsnitt; resten fick inte plats.": offered - read,
        f"{_count(chosen.withheld)} som talar till språkmodellen hölls utanför.": chosen.withheld,
        f"{_count(count.total())} från språkmodellen ströks: protokollen belägger inte det som "
        "sägs.": count.total(),
        f"{_count(len(marked))} från språkmodellen saknar belägg i protokollen.": len(marked),
        "Språkmodellen skrev också att allt inte framgår av källorna.": refused,
        "Språkmodellen avbröts när svaret blev för långt.": cut,
    }
    return tuple(sentence for sentence, is_so in said.items() if is_so)


def completed(question: str) -> str:
    """Say how a follow-up was put in full."""
    return f"Följdfrågan tolkades av språkmodellen som «{question}»"


def widened(question: str) -> str:
    """Say with which other words something was found."""
    return f"Frågans egna ord gav inget; språkmodellen föreslog «{question}»"


def _count(count: int) -> str:
    return "En mening" if count == 1 else f"{count} meningar"
