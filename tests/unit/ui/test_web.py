"""The pages' first HTML, and what counts as a page."""

from pathlib import Path

import pytest
from starlette.requests import Request
from streamlit import file_util

from ui.choices import Look
from ui.language import Language
from ui.web import first_html, is_page


def request(path: str, accept: str = "text/html,*/*", method: str = "GET") -> Request:
    headers = [(b"accept", accept.encode())]
    scope = {"type": "http", "method": method, "path": path, "headers": headers}
    return Request(scope | {"query_string": b"", "server": ("127.0.0.1", 80), "scheme": "http"})


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param(request("/"), True, id="the first page"),
        pytest.param(request("/moten"), True, id="another"),
        pytest.param(request("/_stcore/health"), False, id="streamlit's own"),
        pytest.param(request("/kalla/ab12"), False, id="a source"),
        pytest.param(request("/sprak/en"), False, id="the choice of a language"),
        pytest.param(request("/utseende/dark"), False, id="the choice of a look"),
        pytest.param(request("/static/js/index.js"), False, id="a script"),
        pytest.param(request("/favicon.png"), False, id="a picture"),
        pytest.param(request("/", accept="application/json"), False, id="a program"),
        pytest.param(request("/", method="POST"), False, id="not a look"),
    ],
)
def test_pages_are_told_from_all_else(asked: Request, *, expected: bool) -> None:
    assert expected == is_page(asked)


@pytest.mark.parametrize("language", Language)
def test_the_page_has_its_language_and_knows_its_server_at_once(language: Language) -> None:
    html = first_html(Path(file_util.get_static_dir()) / "index.html", language, Look.DARK)

    assert f'<html lang="{language}">' in html
    assert """-v2', '"Dark"')""" in html
    assert "<title>Mötesminne</title>" in html
    assert html.index("BACKEND_BASE_URL") < html.index('type="module"')
