"""Gather each language's texts into one table, by their names."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from ui.language import Language

SUBJECTS = (
    "app",
    "asking",
    "answers",
    "meetings",
    "meeting",
    "changing",
    "registers",
    "adding",
    "evaluating",
    "status",
    "figures",
    "told",
    "streamlit",
    "signing_in",
)
FOLDERS = {Language.SWEDISH: "swedish", Language.ENGLISH: "english"}


def table(language: Language) -> Mapping[str, Any]:
    """Return all that the app says in *language*."""
    modules = (import_module(f"ui.texts.{FOLDERS[language]}.{subject}") for subject in SUBJECTS)
    return {
        name: value for module in modules for name, value in vars(module).items() if name.isupper()
    }


TABLES = {language: table(language) for language in Language}
