"""The page Utvärdering: run a file of questions, see what came of it, compare with before."""

from functools import partial
from typing import Any

import streamlit as st

from rag.errors import MinutesError
from rag.settings import Settings
from ui import local, strings
from ui.backends import backend, visitor
from ui.drawing import frame
from ui.drawing.markup import literal
from ui.guarding.audit import Deed
from ui.guarding.roles import Act
from ui.said import said
from ui.widgets import linked

GLANCE_S = 0.5
"""How often the progress of a run is drawn anew."""
QUESTIONS = "jsonl"


def show() -> None:
    """Show what can be run, the run under way, and the kept ones."""
    if not backend.meetings():
        st.html(frame.empty())
        return
    st.title(strings.EVALUATION_TITLE, anchor=False)
    st.html(frame.lead(strings.EVALUATION_LEAD))
    visitor.require(Act.EVALUATE)
    kept = _evaluations(backend.settings())
    _new(kept)
    _kept(kept)


@st.cache_resource(show_spinner=False, hash_funcs={Settings: Settings.model_dump_json})
def _evaluations(current: Settings) -> Any:
    """Return the runs of the library; what measures is loaded when the page is first opened."""
    from ui.backends.evaluating import Evaluations

    return Evaluations(current, backend.assistant())


def _new(kept: Any) -> None:
    st.header(strings.EVALUATION_NEW, anchor=False)
    files = kept.files()
    if not files:
        st.html(frame.lead(strings.EVALUATION_NO_FILES))
    under_way = kept.job is not None and not kept.job.is_over
    if files:
        chosen = st.selectbox(strings.EVALUATION_FILE, files, format_func=lambda file: file.label)
        unchecked = st.checkbox(
            strings.EVALUATION_UNCHECKED, help=strings.EVALUATION_UNCHECKED_HELP
        )
        if st.button(strings.EVALUATION_RUN, type="primary", disabled=under_way):
            visitor.note(Deed.EVALUATED)
            kept.start(chosen, check=not unchecked)
            st.rerun()
    if under_way:
        _under_way(kept.job)
    elif kept.job and kept.job.failure:
        _failure(kept.job.failure)
    with st.expander(strings.EVALUATION_UPLOAD, expanded=not files):
        _upload(kept)


@st.fragment(run_every=GLANCE_S)
def _under_way(job: Any) -> None:
    if job.is_over:
        st.rerun()
    told = strings.EVALUATION_ASKING.format(
        file=literal(job.file), done=local.number(job.done), total=local.number(job.total)
    )
    st.progress(job.done / max(job.total, 1), text=told)
    st.button(strings.EVALUATION_STOP, on_click=job.stop.set, icon=":material/stop:")


def _failure(told: str) -> None:
    sentence, _, particulars = told.partition("\n")
    st.error(literal(said(sentence)))
    if particulars:
        with st.expander(strings.EVALUATION_PARTICULARS):
            st.text(particulars)


def _upload(kept: Any) -> None:
    with st.form("question-file", clear_on_submit=True, border=False):
        st.caption(strings.EVALUATION_FORMAT)
        file = st.file_uploader(strings.EVALUATION_UPLOAD_LABEL, type=[QUESTIONS])
        submitted = st.form_submit_button(strings.EVALUATION_KEEP)
    if submitted and file is None:
        st.info(strings.EVALUATION_NOTHING)
    elif submitted and file is not None:
        try:
            kept.keep_file(file.name, file.getvalue())
        except MinutesError as error:
            _failure(str(error))
        else:
            st.rerun()


def _kept(kept: Any) -> None:
    runs = kept.runs()
    st.header(strings.EVALUATION_RUNS, anchor=False)
    if not runs:
        st.html(frame.lead(strings.EVALUATION_NO_RUNS))
        return
    newest = runs[0].path.stem  # a run that is new is shown, whichever was chosen
    run = st.selectbox(strings.EVALUATION_CHOSEN, runs, format_func=_label, key=f"run-{newest}")
    earlier = [one for one in runs if one.file == run.file and one.created < run.created]
    before = st.selectbox(
        strings.EVALUATION_COMPARE,
        earlier,
        index=None,
        format_func=_label,
        placeholder=strings.EVALUATION_COMPARE_NONE if earlier else strings.EVALUATION_NO_EARLIER,
        disabled=not earlier,
    )
    if before:
        _compared(kept, before, run)
    _reported(kept, run)


def _label(run: Any) -> str:
    return strings.EVALUATION_RUN_LABEL.format(moment=local.moment(run.created), file=run.file)


def _compared(kept: Any, before: Any, after: Any) -> None:
    from ui.drawing import evaluation

    st.subheader(strings.EVALUATION_COMPARED, anchor=False)
    try:
        drawn = evaluation.comparison(kept.comparison(before.path, after.path))
    except MinutesError as error:
        st.error(literal(said(str(error))))
    else:
        linked.draw(drawn, key="compared")


def _reported(kept: Any, run: Any) -> None:
    from ui.drawing import evaluation

    st.subheader(strings.EVALUATION_REPORT, anchor=False)
    linked.draw(evaluation.run_report(kept.run(run.path)), key="evaluation")
    bar = st.container(horizontal=True)
    bar.download_button(
        strings.EVALUATION_DOWNLOAD,
        data=partial(kept.page, run.path),
        file_name=f"{run.path.stem}.html",
        mime="text/html",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
    bar.button(
        strings.EVALUATION_REMOVE,
        on_click=_remove,
        args=(kept, run),
        type="tertiary",
        icon=":material/delete:",
    )


def _remove(kept: Any, run: Any) -> None:
    kept.remove(run.path)
    st.toast(strings.EVALUATION_REMOVED)
