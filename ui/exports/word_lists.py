"""Give the list style of a Word document its bullets, where a template has none."""

from typing import Any

EMPTY = "<w:numbering {space}/>"
BULLETS = """<w:abstractNum {space} w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>"""
LIST = '<w:num {space} w:numId="{id}"><w:abstractNumId w:val="{bullets}"/></w:num>'


def ensure_bullets(document: Any, style: Any) -> None:
    """Let *style* have bullets, unless it belongs to a list already."""
    if style.element.xpath("w:pPr/w:numPr"):
        return
    numbering = _numbering(document)
    bullets = _next(numbering, "w:abstractNum/@w:abstractNumId")
    number = _next(numbering, "w:num/@w:numId")
    defined = _parsed(BULLETS, id=bullets)
    lists = numbering.xpath("w:num")
    if lists:  # definitions stand before the lists
        lists[0].addprevious(defined)
    else:
        numbering.append(defined)
    defined.getparent().xpath("w:abstractNum | w:num")[-1].addnext(
        _parsed(LIST, id=number, bullets=bullets)
    )
    style.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number


def _numbering(document: Any) -> Any:
    """Return the numbering's element, new and empty when the document has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.parts.numbering import NumberingPart

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    place, kind = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
    part = NumberingPart(place, kind, _parsed(EMPTY), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element


def _next(numbering: Any, ids: str) -> int:
    return max([0, *map(int, numbering.xpath(ids))]) + 1


def _parsed(xml: str, **values: Any) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.format(space=nsdecls("w"), **values))
