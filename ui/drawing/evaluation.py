"""Draw what came of a run of questions, and what differs between two."""

from collections.abc import Iterable, Mapping, Sequence

from eval.compare import Change, Comparison, Pair
from eval.dataset import Category
from eval.figures import Figures, figures_of
from eval.measures import MEASURES
from eval.record import Result, Run
from eval.wording import CATEGORIES, NOTHING, change_text, interval_text, outcome_text, value_text
from ui import local, strings
from ui.drawing.markup import Html, join, tag, text
from ui.said import said

# What stands first; the rest is under "all measures".
HEADLINES = ("right", "citation_precision", "right_refusal", "latency_p50")
BY_CATEGORY = ("right", "hit@10", "citation_precision", "latency_p50")


def run_report(run: Run) -> Html:
    """Draw the figures of *run*, and the questions that went wrong."""
    figures = figures_of(run)
    wrong = [result for result in run.results if not result.is_right]
    return tag(
        "div",
        _headlines(figures.overall),
        _folded(strings.EVALUATION_BY_CATEGORY, _by_category(figures.by_category)),
        _folded(strings.EVALUATION_ALL, _all(figures.overall)),
        tag("h3", text(strings.EVALUATION_WRONG.format(count=local.number(len(wrong))))),
        _wrong(wrong) if wrong else tag("p", text(strings.EVALUATION_NONE_WRONG)),
        class_="evaluation",
    )


def comparison(value: Comparison) -> Html:
    """Draw what changed between two runs, the questions first."""
    told = strings.EVALUATION_CHANGED.format(
        gained=local.count(len(value.gained), strings.EVALUATION_QUESTION_FORMS),
        lost=local.number(len(value.lost)),
    )
    other = () if value.same_library else (_note(strings.EVALUATION_OTHER_LIBRARY),)
    return tag(
        "div",
        tag("p", text(told), class_="outcome"),
        *other,
        *_pairs(strings.EVALUATION_GAINED, value.gained, "good"),
        *_pairs(strings.EVALUATION_LOST, value.lost, "bad"),
        _folded(strings.EVALUATION_CHANGES, _changes(value.changes), is_open=True),
        class_="evaluation",
    )


def _headlines(figures: Figures) -> Html:
    shown = [(MEASURES[name], figures[name]) for name in HEADLINES if name in figures]
    pairs = (
        tag(
            "div",
            tag("dt", text(said(measure.label))),
            tag("dd", text(_figure(value_text(measure, figure.value)))),
        )
        for measure, figure in shown
    )
    return tag("dl", *pairs, class_="facts")


def _wrong(results: Iterable[Result]) -> Html:
    rows = (
        tag(
            "li",
            tag("strong", text(result.question.question)),
            tag(
                "div", text(f"{result.question.id}: {said(outcome_text(result))}"), class_="details"
            ),
            tag("div", text(_missed(result)), class_="details"),
        )
        for result in results
    )
    return tag("ul", *rows, class_="questions")


def _missed(result: Result) -> str:
    if result.error:
        return result.error
    quotes = "; ".join(" … ".join(group) for group in result.missed)
    return strings.EVALUATION_MISSED.format(quotes=quotes) if quotes else ""


def _by_category(categories: Mapping[Category, Figures]) -> Html:
    head = (
        strings.EVALUATION_CATEGORY,
        strings.EVALUATION_QUESTIONS,
        *(said(MEASURES[name].label) for name in BY_CATEGORY),
    )
    rows = [
        (
            said(CATEGORIES[category]),
            local.number(figures["right"].n),
            *(
                _figure(value_text(MEASURES[name], figures[name].value))
                if name in figures
                else NOTHING
                for name in BY_CATEGORY
            ),
        )
        for category, figures in categories.items()
    ]
    return _table(head, rows)


def _all(figures: Figures) -> Html:
    rows = [
        (
            said(MEASURES[name].label),
            _figure(value_text(MEASURES[name], figure.value)),
            _figure(interval_text(MEASURES[name], figure)),
            local.number(figure.n),
        )
        for name, figure in figures.items()
    ]
    return _table(strings.EVALUATION_ALL_COLUMNS, rows)


def _changes(changes: Iterable[Change]) -> Html:
    rows = [
        (
            said(change.measure.label),
            _figure(value_text(change.measure, change.before)),
            _figure(value_text(change.measure, change.after)),
            _figure(change_text(change.measure, change.difference.value)),
            _verdict(change),
        )
        for change in changes
    ]
    return _table(strings.EVALUATION_CHANGE_COLUMNS, rows)


def _verdict(change: Change) -> str:
    if change.is_better:
        return strings.EVALUATION_BETTER
    return strings.EVALUATION_WORSE if change.is_worse else strings.EVALUATION_SAME


def _pairs(title: str, pairs: Sequence[Pair], kind: str) -> Iterable[Html]:
    if not pairs:
        return
    rows = (
        tag(
            "li",
            tag("strong", text(pair.after.question.question)),
            tag(
                "div",
                text(
                    strings.EVALUATION_FROM_TO.format(
                        before=said(outcome_text(pair.before)), after=said(outcome_text(pair.after))
                    )
                ),
                class_="details",
            ),
            class_=kind,
        )
        for pair in pairs
    )
    yield join(tag("h3", text(title)), tag("ul", *rows, class_="questions"))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Html:
    """Draw a table whose first column names its rows; a narrow screen scrolls it sideways."""
    titles = (tag("th", text(title), scope="col") for title in head)
    body = (
        tag(
            "tr",
            tag("th", text(row[0]), scope="row"),
            *(tag("td", text(cell)) for cell in row[1:]),
        )
        for row in rows
    )
    table = tag("table", tag("thead", tag("tr", *titles)), tag("tbody", *body), class_="figures")
    return tag("div", table, class_="sideways", tabindex="0", role="region", aria_label=head[0])


def _folded(title: str, content: Html, *, is_open: bool = False) -> Html:
    opened = {"open": ""} if is_open else {}
    return tag("details", tag("summary", text(title)), content, **opened)


def _note(sentence: str) -> Html:
    return tag("p", text(sentence), class_="warning")


def _figure(written: str) -> str:
    """Return a figure of `eval.wording` with the decimal mark of the reader's language."""
    return written.replace(",", strings.DECIMAL_MARK).replace("p.e.", strings.PERCENTAGE_POINTS)
