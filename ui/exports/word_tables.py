"""Give a table of a Word document its widths and rules, and a header that each page repeats."""

from collections.abc import Sequence
from typing import Any

THIN, THICK = 4, 8
"""Eighths of a point."""
RULE = "C9D1D9"
BORDERS = """<w:tblBorders {space}><w:bottom w:val="single" w:sz="{thin}" w:color="{rule}"/>
<w:insideH w:val="single" w:sz="{thin}" w:color="{rule}"/></w:tblBorders>"""
MARGINS = """<w:tblCellMar {space}><w:left w:w="0" w:type="dxa"/><w:right w:w="140" w:type="dxa"/>
</w:tblCellMar>"""
UNDER_HEADER = """<w:tcBorders {space}><w:bottom w:val="single" w:sz="{thick}" w:color="000000"/>
</w:tcBorders>"""
WHOLE_ROW = "<w:cantSplit {space}/>"
REPEATED = "<w:tblHeader {space}/>"


def format_table(table: Any, shares: Sequence[float], width: int) -> None:
    """Set *table* over *width*, its columns by their *shares* of it."""
    table.autofit = False
    _keep_in_order(table)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(width * share)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_parsed(WHOLE_ROW))  # noqa: SLF001 - as python-docx advises
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = int(width * share)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(_parsed(REPEATED))  # noqa: SLF001
    for cell in head.cells:
        cell._tc.get_or_add_tcPr().append(_parsed(UNDER_HEADER))  # noqa: SLF001


def _keep_in_order(table: Any) -> None:
    """Set rules and margins where the schema has them: around the layout."""
    [layout] = table._tbl.tblPr.xpath("w:tblLayout")  # noqa: SLF001
    layout.addprevious(_parsed(BORDERS))
    layout.addnext(_parsed(MARGINS))


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.format(space=nsdecls("w"), thin=THIN, thick=THICK, rule=RULE))
