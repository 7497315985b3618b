"""Every sentence that the app shows, in the language of the one who reads: see `ui/texts`.

`strings.ASK` is looked up when it is drawn. What is looked up when a module is imported, or in a
thread of one's own making, is Swedish whoever reads.
"""

from ui.language import current
from ui.texts.tables import TABLES


def __getattr__(name: str) -> object:
    """Return the text called *name*."""
    try:
        return TABLES[current()][name]
    except KeyError:
        raise AttributeError(name) from None
