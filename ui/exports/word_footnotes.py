"""Write the footnotes of a Word document, which python-docx does not know of."""

from typing import Any

from ui.exports.paper import Note
from ui.exports.word_styles import NOTE, NOTE_MARK

EMPTY = """<w:footnotes {space}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote></w:footnotes>"""
SEPARATORS = '<w:footnotePr {space}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'

FOOTNOTE = """<w:footnote {space} w:id="{id}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>
<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>"""
BOOKMARK = '<w:bookmarkStart {space} w:id="{id}" w:name="{name}"/>'
BOOKMARK_END = '<w:bookmarkEnd {space} w:id="{id}"/>'
REFERENCE = """<w:r {space}><w:rPr><w:rStyle w:val="{mark}"/></w:rPr>
<w:footnoteReference w:id="{id}"/></w:r>"""
AGAIN = """<w:fldSimple {space} w:instr=" NOTEREF {name} \\f \\h ">
<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:t>{number}</w:t></w:r></w:fldSimple>"""
COMMA = """<w:r {space}><w:rPr><w:rStyle w:val="{mark}"/></w:rPr>
<w:t xml:space="preserve">, </w:t></w:r>"""


class Footnotes:
    """The footnotes of a document: a note's second mention refers to its first."""

    def __init__(self, document: Any, styles: dict[str, str], *, before: int = 0) -> None:
        """Take the document, its styles' ids, and how many footnotes stand *before* ours."""
        self._styles = styles
        self._root = _footnotes_of(document)
        self._next_id = max([0, *_ids(self._root)]) + 1
        bookmarks = document.element.xpath("//w:bookmarkStart/@w:id")
        self._next_bookmark = max([0, *map(int, bookmarks)]) + 1
        self._before = before
        self._mentioned: dict[Note, tuple[int, str]] = {}
        """Each note's number, and the bookmark of its mark."""

    def mark(self, paragraph: Any, notes: tuple[Note, ...]) -> None:
        """Append the marks of *notes* to *paragraph*."""
        for place, note in enumerate(notes):
            if place:
                self._append(paragraph, COMMA)
            if note in self._mentioned:
                number, name = self._mentioned[note]
                self._append(paragraph, AGAIN, name=name, number=number)
            else:
                self._mention(paragraph, note)

    def _mention(self, paragraph: Any, note: Note) -> None:
        name = f"_Kalla{self._next_bookmark}"  # hidden, for it begins with an underscore
        self._mentioned[note] = (self._before + len(self._mentioned) + 1, name)
        self._root.append(self._footnote(note))
        self._append(paragraph, BOOKMARK, id=self._next_bookmark, name=name)
        self._append(paragraph, REFERENCE, id=self._next_id)
        self._append(paragraph, BOOKMARK_END, id=self._next_bookmark)
        self._next_id += 1
        self._next_bookmark += 1

    def _footnote(self, note: Note) -> Any:
        element = self._element(FOOTNOTE, id=self._next_id, style=self._styles[NOTE])
        _text_of(element).text = f" {note.text}"
        return element

    def _append(self, paragraph: Any, xml: str, **values: Any) -> None:
        paragraph._p.append(self._element(xml, **values))  # noqa: SLF001 - as python-docx advises

    def _element(self, xml: str, **values: Any) -> Any:
        return _parsed(xml, mark=self._styles[NOTE_MARK], **values)


def _footnotes_of(document: Any) -> Any:
    """Return the footnotes' element, new and empty when the document has none."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return relation.target_part.element
    place, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    part = XmlPart(place, kind, _parsed(EMPTY), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    following = document.settings.element.xpath("w:endnotePr | w:compat")
    if following:
        following[0].addprevious(_parsed(SEPARATORS))
    return part.element


def _ids(footnotes: Any) -> list[int]:
    from docx.oxml.ns import qn

    return [int(footnote.get(qn("w:id"))) for footnote in footnotes.iter(qn("w:footnote"))]


def _text_of(footnote: Any) -> Any:
    from docx.oxml.ns import qn

    return next(footnote.iter(qn("w:t")))


def _parsed(xml: str, **values: Any) -> Any:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(xml.format(space=nsdecls("w"), **values))
