"""Draw statements with the marks of their citations and of how far they are supported, as HTML."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from rag.results import Citation, Statement, Support
from rag.span import Span
from ui import local, strings
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text
from ui.said import said

SEPARATOR = " · "
# Where a table's columns met in the file; as long as the separator, so places stay the same.
TABLE_BAR = " | "
# A number stays on one line: 9 500 000 kronor.
THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}\b)")
# Long quotes are cut in lists; the source shows them whole.
EXCERPT_CHARS = 280
# A last word up to this length is kept on one line with the numbers after it.
LONGEST_ENDING = 20
# More runs of words than these are not marked one by one.
MOST_RUNS = 40


def place(
    document_id: str,
    start: int | str | None = None,
    end: int | str | None = None,
    *,
    words: Iterable[Span] = (),
) -> str:
    """Write where a click leads, as `ui.place` reads it.

    Args:
        document_id: The document.
        start: Where the passage to mark begins, if there is one.
        end: Where it ends.
        words: Those of its words that carry what was clicked.

    >>> place("ab12", 3, 9), place("ab12", 3, 9, words=[Span(4, 6)])
    ('ab12:3:9', 'ab12:3:9:4-6')
    """
    if start is None:
        return document_id
    runs = ",".join(f"{run.start}-{run.end}" for run in islice(words, MOST_RUNS))
    return ":".join(filter(None, (document_id, str(start), str(end), runs)))


def separated(*parts: Html) -> Html:
    """Return the *parts* that there are, with the sign between them."""
    return Html(SEPARATOR.join(filter(None, parts)))


def statement(value: Statement, numbered: Mapping[int, Citation]) -> Html:
    """Draw a statement, the marks of its citations, and how far it is supported if not wholly."""
    marks = (
        _cite(numbered[n], [carrier.span for carrier in value.carriers if carrier.citation == n])
        for n in value.citations
        if n in numbered
    )
    words = THOUSANDS.sub(local.NO_BREAK_SPACE, value.text.replace(TABLE_BAR, SEPARATOR))
    before, space, last_word = words.rpartition(" ")
    if len(last_word) > LONGEST_ENDING:
        before, space, last_word = words, "", ""
    ending = tag("span", swedish(last_word), *marks, class_="ending")
    return tag("p", swedish(before + space), ending, _support(value), class_="statement")


def in_order(
    statements: Iterable[Statement], citations: Iterable[Citation]
) -> Mapping[int, Citation]:
    """Return what is cited by the numbers that *statements* have, numbered from 1 as it is read."""
    used = dict.fromkeys(n for one in statements for n in one.citations)
    known = {citation.n: citation for citation in citations if citation.n in used}
    found = (n for n in used if n in known)
    return {n: replace(known[n], n=number) for number, n in enumerate(found, 1)}


def legend(statements: Iterable[Statement], explained: Collection[Support] = ()) -> Html:
    """Explain each mark of support that *statements* have, once, unless it is *explained*."""
    marks = {one.support for one in statements} - {Support.SUPPORTED, *explained}
    sentences = (strings.SUPPORTS_EXPLAINED[mark] for mark in Support if mark in marks)
    return join(*(tag("p", text(sentence), class_="details") for sentence in sentences))


def where(citation: Citation) -> str:
    """Write where a citation stands: meeting, date, item and page."""
    page = strings.PAGE.format(page=citation.page) if citation.page else ""
    date = local.iso_text(citation.date) if citation.date else ""
    return SEPARATOR.join(part for part in (citation.meeting, date, citation.item, page) if part)


def excerpt(quote: str, limit: int = EXCERPT_CHARS) -> str:
    """Return *quote* on one line, cut at a word when longer than *limit*.

    >>> excerpt("Årsavgiften höjs från och med 2025.", 18)
    'Årsavgiften höjs …'
    """
    line = one_line(quote)
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + " …"


def quoted(quote: str) -> str:
    """Return *quote* between quotation marks, cut when it is long."""
    return strings.QUOTED.format(quote=excerpt(quote))


def one_line(value: str) -> str:
    """Return *value* with single spaces only."""
    return " ".join(value.split())


def _support(value: Statement) -> Html:
    """Draw how far a statement is supported, the reason to be read at the mark; or nothing."""
    if value.support is Support.SUPPORTED:
        return NOTHING
    mark = strings.SUPPORTS[value.support]
    if not value.reason:
        return tag("span", text(mark), class_="support")
    return tag(
        "button",
        text(mark),
        class_="support",
        type="button",
        data_where=mark.capitalize(),
        data_quote=said(value.reason),
        aria_label=strings.SUPPORT_LABEL.format(mark=mark, reason=said(value.reason)),
    )


def _cite(citation: Citation, carriers: Sequence[Span]) -> Html:
    whole = Span(citation.start, citation.end)
    words = [span for span in carriers if span != whole]
    return tag(
        "button",
        text(str(citation.n)),
        class_="cite",
        type="button",
        data_open=place(citation.document_id, citation.start, citation.end, words=words),
        data_where=where(citation),
        data_quote=quoted(citation.quote),
        aria_label=strings.SOURCE_LABEL.format(n=citation.n, where=where(citation)),
    )
