"""Draw a turn of a conversation as HTML: the question, what it got, and what can be done."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from rag.results import Answer, Support
from rag.storing.turns import Gone, Interrupted, Problem, Turn, Verdict
from ui import language, strings
from ui.choosing import question_link
from ui.drawing import chips, render
from ui.drawing.chips import Known
from ui.drawing.markup import NOTHING, Html, join, tag, text, told
from ui.drawing.tools import bare, tool
from ui.exports.formats import Format
from ui.exports.talk_paper import answer_paper
from ui.exports.writers import written
from ui.language import Language

GOOD, BAD, AGAIN, SAVE = "good", "bad", "again", "save"


def turn(
    value: Turn,
    known: Known,
    explained: Collection[Support] = (),
    is_savable: bool = True,  # noqa: FBT001, FBT002 - what is drawn
) -> Html:
    """Draw *value*; marks of support that are *explained* already are not explained again."""
    match value.outcome:
        case Answer() as answer:
            drawn = join(
                render.answer(answer, known, explained=explained),
                _tools(value, answer, is_savable=is_savable),
                _verdict(value.verdict),
            )
            limits = answer.understood.limits
        case Problem(sentence=sentence):
            drawn, limits = _failed(sentence), ()
        case Interrupted():
            drawn, limits = _failed(strings.ASK_INTERRUPTED), ()
        case Gone():
            drawn, limits = _failed(strings.ASK_GONE), ()
    head = join(
        render.question(value.question), chips.of_answer(value.asked.filters, limits, known)
    )
    return tag("div", head, drawn, class_="turn")


def draft(value: Turn, known: Known) -> Html:
    """Draw a turn whose answer is still being written."""
    if not isinstance(value.outcome, Answer):
        return NOTHING
    drawn = render.answer(value.outcome, known)
    return tag("div", render.question(value.question), drawn, class_="turn")


def explained_by(turns: Sequence[Turn]) -> set[Support]:
    """Return the marks of support that the answers of *turns* have explained."""
    answers = (turn.outcome for turn in turns if isinstance(turn.outcome, Answer))
    return {said.support for answer in answers for said in answer.statements}


def _failed(sentence: str) -> Html:
    """Draw why there is no answer, and what to do."""
    return join(
        tag("p", told(sentence), class_="warning", role="alert"),
        tag("div", tool("again", strings.ASK_AGAIN, data_act=AGAIN), class_="tools"),
    )


def _tools(value: Turn, answer: Answer, *, is_savable: bool) -> Html:
    verdict = value.verdict
    link = question_link.write(question_link.alone(value.asked, answer.understood))
    return tag(
        "div",
        tool("copy", strings.ASK_COPY, data_copy=copied(answer), data_done=strings.COPIED),
        tool("link", strings.ASK_LINK, data_copy_link=f"?{link}", data_done=strings.COPIED),
        bare(
            "thumb",
            strings.VERDICT_GOOD,
            "thumb",
            data_act=GOOD,
            aria_pressed=_truth(verdict is not None and verdict.is_good),
        ),
        bare(
            "thumb",
            strings.VERDICT_BAD,
            "thumb down",
            data_unfold=BAD,
            aria_expanded="false",
            aria_pressed=_truth(verdict is not None and not verdict.is_good),
        ),
        tool("again", strings.ASK_AGAIN, data_act=AGAIN),
        tool("save", strings.ASK_SAVE, data_act=SAVE, title=strings.ASK_SAVE_HELP)
        if is_savable
        else NOTHING,
        class_="tools",
        role="group",
        aria_label=strings.ASK_TOOLS,
    )


def copied(answer: Answer) -> str:
    """Return an answer with its sources as text to paste, Swedish as the minutes are."""
    with language.told(Language.SWEDISH):
        paper = answer_paper(answer, created=datetime.now(tz=UTC).astimezone())
        return str(written(paper, Format.TEXT))


def _truth(*values: bool) -> str:
    return str(all(values)).lower()


def _verdict(verdict: Verdict | None) -> Html:
    """Draw the form that asks what is wrong with an answer, and what was said of it."""
    noted = NOTHING
    if verdict and not verdict.is_good and verdict.reason:
        said = strings.VERDICT_NOTED.format(reason=verdict.reason)
        noted = tag("p", text(said), class_="details verdict", role="status")
    return join(noted, _reason())


def _reason() -> Html:
    reasons = (
        tag("label", tag("input", type="radio", name="reason", value=why), text(f" {why}"))
        for why in strings.VERDICT_REASONS
    )
    own = tag(
        "label",
        text(strings.VERDICT_OWN),
        tag("input", type="text", name="own", maxlength="300"),
        class_="own",
    )
    send = tag("button", text(strings.VERDICT_SEND), type="submit", class_="tool send")
    cancel = tag("button", text(strings.CANCEL), type="button", class_="tool", data_unfold=BAD)
    return tag(
        "form",
        tag("fieldset", tag("legend", text(strings.VERDICT_WHY)), *reasons),
        own,
        tag("div", send, cancel, class_="form-tools"),
        class_="reason",
        data_act=BAD,
        data_fold=BAD,
        hidden="",
    )
