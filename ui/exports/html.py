"""Write a paper as a page of HTML that needs nothing else, to read and to print."""

from importlib import resources

from markupsafe import Markup

from ui.exports.layout import layout
from ui.exports.paper import Paper


def html(paper: Paper) -> str:
    """Return *paper* as a page."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ui.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("paper.html.j2")
    return page.render(paper=layout(paper), created=paper.created, style=_style())


def _style() -> Markup:
    file = resources.files("ui.exports") / "templates" / "paper.css"
    return Markup(file.read_text(encoding="utf-8"))  # noqa: S704 - our own file
