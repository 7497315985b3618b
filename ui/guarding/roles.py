"""Which role may do what."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a group's members are to the bodies that it is for."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


class Act(StrEnum):
    """What a visitor can do."""

    READ = "read"
    ASK = "ask"
    EXPORT = "export"
    FOLLOW = "follow"
    ADD = "add"
    CORRECT = "correct"
    REMOVE = "remove"
    EVALUATE = "evaluate"
    SETTINGS = "settings"
    PURGE = "purge"
    AUDIT = "audit"


_READING = frozenset({Act.READ, Act.ASK, Act.EXPORT, Act.FOLLOW})
_EDITING = _READING | {Act.ADD, Act.CORRECT, Act.REMOVE}

ALLOWED: Mapping[Role, frozenset[Act]] = {
    Role.READER: _READING,
    Role.EDITOR: _EDITING,
    Role.ADMIN: frozenset(Act),
}

OF_ALL_BODIES = frozenset({Act.EVALUATE, Act.SETTINGS})
"""What shows or changes the whole library, and is only for those who may see all of it."""
