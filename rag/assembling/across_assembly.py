"""Wire settings into what tells of many meetings together: no question needs to load it."""

from rag.across import Across
from rag.assembling.parts import Models, parts_of
from rag.registers.register import Registers
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.library import Library


def build_across(settings: Settings, *, models: Models | None = None) -> Across:
    """Return what tells of many meetings of the library of *settings* together."""
    parts = parts_of(settings, models)
    return Across(parts.library, parts.database, parts.indexes, parts.search, parts.understander)


def open_registers(settings: Settings) -> Registers:
    """Return the decisions and tasks of the library of *settings*; loads no model."""
    database = Database.open(settings.library, settings.access)
    return Registers(Library(database), database)
