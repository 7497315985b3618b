"""Compare word by word where a statement nearly repeats what it cites."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rag.grounding import modality, negation, quantifiers
from rag.grounding.alignment import Alignment
from rag.grounding.difference import Difference
from rag.grounding.measured import measured
from rag.grounding.synonyms import alike
from rag.grounding.text import Token
from rag.results import Support

# A statement repeats a sentence when it shares so many of its own words with it, in order.
NEARLY = 0.65
# Longer sentences, words without a full stop, would take long to compare.
LONGEST = 120
# So many words in one place may be left out, as a clause, with whatever they deny or weaken.
CLAUSE = 3
# So many changed words are still one alteration: "köper" for "säljer", "säger upp" for "anställer".
FEW, ALTERED = 2, 0.25
# Words that may be put in as long as they take no other's place: "ska", "enligt".
MILD = frozenset({"shall", "think", "get", "decide", "wish", "propose"})

Block = tuple[list[Token], list[Token]]
"""Cited words, and the words that stand in their place."""


def differences(alignment: Alignment) -> Iterator[Difference]:
    """Yield a difference for each word that is put in, changed or left out and matters."""
    for sentence in alignment.sentences:
        cited = [token for token in alignment.cited.tokens if token.sentence == sentence]
        blocks = _changed(cited, alignment.claim.tokens)
        if blocks is not None:
            yield from _counted(alignment, blocks)
            yield from _firmness(blocks)
            yield from _new_word(alignment, blocks)
            return


def _changed(cited: Sequence[Token], claim: Sequence[Token]) -> list[Block] | None:
    """Return where the two differ, or nothing when the statement is no near copy."""
    if max(len(cited), len(claim)) > LONGEST:
        return None
    known = {token.stem for token in cited}
    if sum(token.stem in known for token in claim) < NEARLY * len(claim):
        return None
    matcher = SequenceMatcher(
        None, [t.stem for t in cited], [t.stem for t in claim], autojunk=False
    )
    same = sum(block.size for block in matcher.get_matching_blocks())
    if same < NEARLY * len(claim):
        return None
    return [
        (list(cited[a:b]), list(claim[c:d]))
        for change, a, b, c, d in matcher.get_opcodes()
        if change != "equal"
    ]


def _counted(alignment: Alignment, blocks: Sequence[Block]) -> Iterator[Difference]:
    """Yield a difference for each denial and quantity that is put in or left out."""
    gone = {_matter(token) for cited, _ in blocks for token in cited}
    come = {_matter(token) for _, claim in blocks for token in claim}
    for cited, claim in blocks:
        for token in claim:
            if (matter := _matter(token)) and matter not in gone:
                if negation.sets_limit(alignment.claim, token):
                    continue
                yield Difference(f"”{token.word}” står inte så i det citerade.")
        if len(cited) - len(claim) < CLAUSE:
            for token in cited:
                if (matter := _matter(token)) and matter not in come:
                    yield Difference(f"Det citerade säger ”{token.word}”; det saknas.")


def _matter(token: Token) -> str | None:
    return "deny" if token.word in negation.DENYING else quantifiers.CLASS.get(token.word)


def _firmness(blocks: Sequence[Block]) -> Iterator[Difference]:
    """Yield a difference where a word of modality stands in the place of another."""
    gone = {t.word: name for cited, _ in blocks for t in cited if (name := _modal(t))}
    come = {t.word: name for _, claim in blocks for t in claim if (name := _modal(t))}
    lost, new = set(gone.values()) - set(come.values()), set(come.values()) - set(gone.values())
    if new - (set() if lost else MILD):
        word = next(word for word, name in come.items() if name in new)
        yield Difference(f"”{word}” står inte så i det citerade.")


def _modal(token: Token) -> str | None:
    name = modality.CLASS.get(token.word)
    return "decide" if name == "agree" else name


def _new_word(alignment: Alignment, blocks: Sequence[Block]) -> Iterator[Difference]:
    """Yield a difference when a word without a counterpart is all that was changed."""
    changed = [token for _, claim in blocks for token in claim]
    most = max(1, ALTERED * len(alignment.claim.tokens))
    if len(changed) > FEW or len(changed) > most:
        return
    numbers = measured(alignment.claim)
    gone = [token for cited, _ in blocks for token in cited]
    for token in changed:
        if _is_new(token, gone) and token.place not in numbers:
            yield Difference(f"Ordet ”{token.word}” står inte i det citerade.", Support.PARTLY)


def _is_new(token: Token, gone: Sequence[Token]) -> bool:
    return (
        token.content
        and not token.light
        and not _matter(token)
        and not _modal(token)
        and not any(alike(token.stem, other.stem) for other in gone)
    )
