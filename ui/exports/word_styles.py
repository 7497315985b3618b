"""Give a Word document the styles that a paper is written in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

ACCENT = "1F4E79"
NEUTRAL = "404040"
"""Instead of the accent in a template, which has colours of its own."""
SOFT = "57606A"
SHADE = "F3F6F9"
FONT = "Calibri"

NORMAL = "Normal"
TITLE = "Title"
SUBTITLE = "Subtitle"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
HEADING_SIZES = ((HEADINGS[0], 15, 18), (HEADINGS[1], 12, 12), (HEADINGS[2], 11, 10))
"""Each with its size and the space before it."""
BULLET = "List Bullet"
FACT = "Uppgift"
RULED = "Beslut"
CELL = "Tabelltext"
CLOSING = "Slutnotering"
NOTE = "footnote text"
NOTE_MARK = "footnote reference"

# The shade's own colour above and below is but a little more of it.
RULED_BORDERS = """<w:top w:val="single" w:sz="24" w:space="1" w:color="{shade}"/>
<w:left w:val="single" w:sz="18" w:space="8" w:color="{accent}"/>
<w:bottom w:val="single" w:sz="24" w:space="1" w:color="{shade}"/>"""

# Where what is said of a fact begins, in points.
FACT_INDENT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleRule:
    """How a style looks; measures are points."""

    name: str
    id: str
    """What paragraphs call it."""
    size: float | None = None
    bold: bool | None = None
    colour: str | None = None
    before: float = 0
    after: float = 4
    indent: float | None = None
    hanging: float = 0
    keeps_next: bool = False
    level: int | None = None
    """Of a heading, from 0."""
    ruled: bool = False
    """A rule on the left, and a shade."""
    is_mark: bool = False
    """A style of characters, set high."""


RULES = (
    StyleRule(name=NORMAL, id="Normal", size=11, after=6),
    StyleRule(name=TITLE, id="Title", size=22, bold=True, colour="000000", keeps_next=True),
    StyleRule(name=SUBTITLE, id="Subtitle", size=12, bold=False, colour=SOFT, after=14),
    *(
        StyleRule(
            name=name, id=name.replace(" ", ""), size=size, bold=True, colour=ACCENT,
            before=before, keeps_next=True, level=level,
        )
        for level, (name, size, before) in enumerate(HEADING_SIZES)
    ),
    StyleRule(name=BULLET, id="ListBullet", after=3),
    StyleRule(name=FACT, id="Uppgift", after=3, indent=FACT_INDENT, hanging=FACT_INDENT),
    StyleRule(name=RULED, id="Beslut", after=0, indent=10, ruled=True),
    StyleRule(name=CELL, id="Tabelltext", size=10, before=2, after=2),
    StyleRule(name=CLOSING, id="Slutnotering", size=9.5, colour=SOFT, before=6),
    StyleRule(name=NOTE, id="FootnoteText", size=9, after=1),
    StyleRule(name=NOTE_MARK, id="FootnoteReference", is_mark=True),
)  # fmt: skip


def furnish(document: Any, *, keep: bool) -> None:
    """Set the styles of `RULES`; *keep* those that the document has, and add the others."""
    known = {style.name.casefold(): style for style in document.styles}
    accent = NEUTRAL if keep else ACCENT
    for rule in RULES:
        style = known.get(rule.name.casefold())
        if style is None:
            _apply(_added(document, rule), rule, accent)
        elif not keep:
            _apply(style, rule, accent)
    if not keep:
        _set_font(document)


def style_ids(document: Any) -> dict[str, str]:
    """Return what paragraphs call each style of `RULES` in *document*."""
    known = {style.name.casefold(): style.style_id for style in document.styles}
    return {rule.name: known[rule.name.casefold()] for rule in RULES}


def _added(document: Any, rule: StyleRule) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    kind = WD_STYLE_TYPE.CHARACTER if rule.is_mark else WD_STYLE_TYPE.PARAGRAPH
    taken = {style.style_id for style in document.styles}
    own = rule.name in (FACT, RULED, CELL, CLOSING)
    style = document.styles.add_style(rule.name, kind, builtin=not own)
    style.element.styleId = next(name for name in _ids(rule.id) if name not in taken)
    if not rule.is_mark:
        style.base_style = document.styles.default(kind)
    style.hidden = style.unhide_when_used = False
    return style


def _ids(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name}{number}"
        number += 1


def _apply(style: Any, rule: StyleRule, accent: str) -> None:
    from docx.shared import Pt, RGBColor

    if rule.is_mark:
        style.font.superscript = True
        return
    _clear(style)
    style.font.size = Pt(rule.size) if rule.size else None
    style.font.bold = rule.bold
    style.font.italic = False if rule.name == SUBTITLE else None
    if rule.colour:
        colour = accent if rule.colour == ACCENT else rule.colour
        style.font.color.rgb = RGBColor.from_string(colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(rule.before), Pt(rule.after)
    layout.keep_with_next = rule.keeps_next or None
    if rule.indent is not None:
        layout.left_indent, layout.first_line_indent = Pt(rule.indent), Pt(-rule.hanging)
        if rule.hanging:
            layout.tab_stops.add_tab_stop(Pt(rule.indent))
    if rule.level is not None:
        _append(style, f'<w:outlineLvl {{}} w:val="{rule.level}"/>')
    if rule.ruled:
        _rule(style, accent)


def _clear(style: Any) -> None:
    """Take away the theme's fonts, spacing of letters and borders that a style came with."""
    from docx.oxml.ns import qn

    for name in ("w:rFonts", "w:spacing", "w:kern", "w:i", "w:iCs"):
        for found in style.element.xpath(f"w:rPr/{name}"):
            found.getparent().remove(found)
    for found in style.element.xpath("w:pPr/w:pBdr | w:pPr/w:outlineLvl"):
        found.getparent().remove(found)
    for colour in style.element.findall(f".//{qn('w:color')}"):
        colour.getparent().remove(colour)


def _rule(style: Any, accent: str) -> None:
    """Set the left rule and the shade where the schema has them: after the paragraph's breaks."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    space = nsdecls("w")
    sides = RULED_BORDERS.format(shade=SHADE, accent=accent)
    border = parse_xml(f"<w:pBdr {space}>{sides}</w:pBdr>")
    shade = parse_xml(f'<w:shd {space} w:val="clear" w:color="auto" w:fill="{SHADE}"/>')
    properties = style.element.get_or_add_pPr()
    first = properties.xpath("w:tabs | w:spacing | w:ind")[0]
    first.addprevious(border)
    first.addprevious(shade)


def _append(style: Any, xml: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    style.element.get_or_add_pPr().append(parse_xml(xml.format(nsdecls("w"))))


def _set_font(document: Any) -> None:
    """Let all text be of one font, in Swedish."""
    from docx.oxml.ns import qn

    fonts = document.styles[NORMAL].element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for language in document.styles.element.xpath("w:docDefaults//w:lang"):
        language.set(qn("w:val"), "sv-SE")
