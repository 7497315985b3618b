"""Note what is done in the terminal, where a log of what is done in the app is kept."""

import getpass
from collections.abc import Iterable
from pathlib import Path

from rag.settings import Settings
from ui.guarding.audit import AUDIT_DAYS, Deed, Log, log_folder
from ui.guarding.person import Person

# Whoever runs commands reads the library's files anyway: there is nothing to allow or to refuse.
TERMINAL = "{user} i terminalen"


def note(library: Path, did: Deed, documents: Iterable[str]) -> None:
    """Note that the computer's user *did* that to *documents*, before it is done.

    Raises:
        LibraryError: it cannot be written.
    """
    folder = log_folder(library)
    if not folder.is_dir():
        return
    log = Log(folder, Settings().audit_days or AUDIT_DAYS)
    person = Person(id="", name=TERMINAL.format(user=getpass.getuser()), grants=())
    for document in documents:
        log.note(person, did, document)
