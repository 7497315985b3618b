"""Write a paper as PDF, set by Typst with the fonts that it brings."""

import json
from importlib import resources
from typing import Any

from rag.errors import ExportError
from ui.exports.layout import layout
from ui.exports.paper import Paper

# Archivable and accessible; a character that no font has is allowed by neither.
STANDARDS = ["a-2a"]


def pdf(paper: Paper) -> bytes:
    """Return *paper* as PDF, as PDF/A where its characters allow it.

    Raises:
        ExportError: Typst cannot set it.
    """
    from typst import TypstError

    inputs = {"paper": json.dumps(layout(paper), ensure_ascii=False)}
    made = int(paper.created.timestamp())
    try:
        return _compiled(inputs, made, STANDARDS)
    except TypstError:
        pass  # most often such a character; any other fault comes again
    try:
        return _compiled(inputs, made, [])
    except TypstError as error:
        raise ExportError(
            f"PDF-filen kunde inte sättas ({error.message}): välj docx eller html i stället."
        ) from error


def _compiled(inputs: dict[str, str], made: int, standards: list[Any]) -> bytes:
    from typst import Compiler

    template = resources.files("ui.exports") / "templates" / "paper.typ"
    compiler = Compiler(template.read_bytes(), sys_inputs=inputs)
    written = compiler.compile(format="pdf", pdf_standards=standards, timestamp=made)
    return b"".join(written) if isinstance(written, list) else written or b""
