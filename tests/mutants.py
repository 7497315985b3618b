"""Invented files of every format that is read, and ways to damage them as chance and spite do."""

import re
import zlib
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from functools import cache
from io import BytesIO
from pathlib import PurePath
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

TEXT = """Sammanträdesprotokoll
Byalaget i Gransele 2024-03-04
Plats och tid: Bygdegården, kl. 18.00-19.30
Närvarande: Tova Lindhem, ordförande, Bosse Ahlgren
Frånvarande: Ulla Kvist, ersätts av Sten Mård

§ 1 Val av justerare
Beslut: att utse Bosse Ahlgren att justera protokollet

§ 2 Bryggan (dnr BY 2024/7)
Tova Lindhem berättade att bryggan är trasig.
Beslut
Byalaget beslutar att laga bryggan för 4 500 kr
Ja: 5, Nej: 2. Tova Lindhem fixar virke till den 10/6.
"""
LINES = TEXT.splitlines()


def _pdf() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pageCompression=0, invariant=1)
    for _ in range(2):
        for number, line in enumerate(LINES):
            canvas.drawString(70, 780 - 15 * number, line)
        canvas.grid([70, 200, 400], [300, 320, 340])
        canvas.drawString(75, 305, "Namn")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _docx() -> bytes:
    buffer = BytesIO()
    document = docx.Document()
    document.add_heading(LINES[0], level=1)
    for line in LINES[1:]:
        document.add_paragraph(line, style="List Number" if line.startswith("§") else None)
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Uppgift"
    table.cell(0, 0).merge(table.cell(1, 1))
    document.sections[0].header.paragraphs[0].text = "Sida 1 (2)"
    document.save(buffer)
    kept = re.compile(r"\[Content|_rels/|word/(document|styles|numbering|header1|_rels)")
    with ZipFile(buffer) as package:
        return packed({n: package.read(n) for n in package.namelist() if kept.match(n)})


OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"


def _odt() -> bytes:
    spaces = " ".join(f'xmlns:{n}="{OPEN_DOCUMENT}{n}:1.0"' for n in ("office", "text", "table"))
    entries = "".join(f"<text:p>{line}</text:p>" for line in LINES[1:])
    content = f"""<office:document-content {spaces}><office:automatic-styles>
<text:list-style text:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>
</office:automatic-styles><office:body><office:text><text:h text:outline-level="1">{LINES[0]}
</text:h>{entries}<text:list text:style-name="L1"><text:list-item><text:p>Val<text:s text:c="2"/>av
</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell
 table:number-columns-repeated="2"><text:p>Namn</text:p></table:table-cell></table:table-row>
</table:table></office:text></office:body></office:document-content>"""
    styles = f"<office:document-styles {spaces}><office:styles/></office:document-styles>"
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": content.encode(),
            "styles.xml": styles.encode(),
            "META-INF/manifest.xml": b"<manifest/>",
        }
    )


def _rtf() -> bytes:
    body = "".join(f"{line}\\par\n" for line in LINES)
    body = "".join(c if c < "\x7f" else f"\\u{ord(c)}?" for c in body)
    table = "\\trowd\\cellx100\\cellx200 Namn\\cell Roll\\cell\\row"
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 heading 1;}}"
        f"\\pard\\s1 {body}\\pard{{\\field{{\\fldrslt x}}}}\\'e5\\bin3 abc{table}}}"
    ).encode("cp1252")


def _html() -> bytes:
    rows = "".join(f"<tr><td colspan=2>{line}</td><td>x</td></tr>" for line in LINES[:5])
    body = "".join(f"<p>{line}<br></p>" for line in LINES)
    return (
        "<!doctype html><html lang=sv><head><meta charset=utf-8><title>Möte</title></head><body>"
        f"<h1>{LINES[0]}</h1>{body}<ol start=3><li>Ett<li>Två</ol><table>{rows}</table></body>"
    ).encode()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Tova <tova@gransele.example>", "byalaget@gransele.example"
    message["Subject"], message["Date"] = "Protokoll från mötet", "Mon, 04 Mar 2024 20:00:00 +0100"
    message["Message-ID"] = "<1@gransele.example>"
    message.set_content(TEXT)
    message.add_alternative(_html().decode(), subtype="html")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="möte.txt")
    message.add_attachment(_rtf(), maintype="application", subtype="rtf", filename="möte.rtf")
    message.set_boundary("gräns".encode().hex())
    return message.as_bytes()


def _picture(format_: str) -> bytes:
    buffer = BytesIO()
    frames = [Image.new("L", (60, 40), shade) for shade in (255, 200)]
    several = {"save_all": True, "append_images": frames[1:]} if format_ == "TIFF" else {}
    frames[0].save(buffer, format_, **several)
    return buffer.getvalue()


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of *members*, the same at every run."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            with archive.open(name.replace("\0", "0") or "0", "w") as member:
                member.write(raw)
    return buffer.getvalue()


SEEDS: Mapping[str, Callable[[], bytes]] = {
    "möte.txt": TEXT.encode,
    "möte.md": f"# {TEXT}\n| Vem | Vad |\n| --- | --- |\n| Tova | virke |\n".encode,
    "möte.html": _html,
    "möte.docx": _docx,
    "möte.odt": _odt,
    "möte.rtf": _rtf,
    "möte.pdf": _pdf,
    "möte.png": lambda: _picture("PNG"),
    "möte.jpg": lambda: _picture("JPEG"),
    "möte.tif": lambda: _picture("TIFF"),
    "brev.eml": _mail,
    "arkiv.zip": lambda: packed({"a/möte.txt": TEXT.encode(), "möte.rtf": _rtf(), "b.odt": _odt()}),
}
NAMES = tuple(SEEDS)


@cache
def seed(name: str) -> bytes:
    """Return the whole file of that *name*."""
    return SEEDS[name]()


# What readers have words for, and numbers that no reader expects.
NUMBERS = "-1 0 1 65536 99999 2147483648 4294967295 1e308 1E999999 ² ٣ ½ nan 0x7f".split()
NUMBERS.append("9" * 5_000)
TOKENS = (
    "/Count 99999 /Kids[1 0 R] /MediaBox[0 0 1e9 1e9] /MediaBox[0 0 0 0] /Rotate 45 /Encrypt 1 0 R",
    "{ } \\u-99999? \\bin9999999 \\'zz \\ansicpg0 \\fs0 \\listtext \\row \\cell \\cellx-1 \\ls9",
    "<td colspan=99999999> <ol start=1e9> <table> </p> <svg> <![CDATA[ &#x110000; &#0; <!--",
    '<w:ilvl w:val="-1"/> <w:numId w:val="99999"/> <w:t> </w:p> <w:vMerge/> <w:gridSpan/>',
    "Content-Type:multipart/mixed;boundary=x Content-Type:text/plain;charset=utf-7 =?x?q?=zz?= --x",
    "Content-Transfer-Encoding:uuencode Date:31Feb Subject:=?utf-8?b?////?= Content-Type:;;",
    "\0 \ufeff \u202e \ud7ff § §§ 1–99999999 a) 31/2 2024-02-31 kl. 25.61 \x0c \x1a | |--- `",
)
WORDS = tuple(word.encode() for line in TOKENS for word in line.split(" "))

LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
DOCTYPES = (
    f'<!DOCTYPE x [<!ENTITY e0 "skratt">{LAUGHS}]>',
    f'<!DOCTYPE x [<!ENTITY e8 "{"a" * 50_000}">]>',
    '<!DOCTYPE x [<!ENTITY e8 SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ENTITY e8 SYSTEM "http://gransele.example/e">]>',
    '<!DOCTYPE x SYSTEM "http://gransele.example/x.dtd">',
)

ELEMENT = re.compile(rb"<[\w:]{1,40}(?:\s[^<>]{0,300})?>")
VALUE = re.compile(rb'(?<==")[^"<]{0,40}(?=")|\d{1,9}')
STREAM = re.compile(rb"stream\r?\n(.{1,100000}?)endstream", re.DOTALL)

Way = Callable[[bytes, Random], bytes]


def flipped(raw: bytes, chance: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(raw: bytes, chance: Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def dropped(raw: bytes, chance: Random) -> bytes:
    start, end = _part(raw, chance)
    return raw[:start] + raw[end:]


def repeated(raw: bytes, chance: Random) -> bytes:
    start, end = _part(raw, chance)
    times = chance.choice((2, 20, 2_000))
    return raw[:start] + raw[start : min(end, start + 400_000 // times)] * times + raw[end:]


def spiced(raw: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + chance.choice(WORDS) * chance.choice((1, 1, 3, 5_000)) + raw[place:]


def spliced(raw: bytes, chance: Random) -> bytes:
    other = seed(chance.choice(NAMES))
    start, end = _part(other, chance)
    place = chance.randrange(len(raw) + 1)
    return raw[:place] + other[start:end] + raw[place:]


def recounted(raw: bytes, chance: Random) -> bytes:
    return _replaced(VALUE, raw, chance, lambda _: chance.choice(NUMBERS).encode())


def nested(raw: bytes, chance: Random) -> bytes:
    deep = chance.choice((3, 200, 20_000))
    if raw.startswith(b"{\\rtf"):
        return raw[:-1] + b"{" * deep + b"x" + b"}" * deep + b"}"
    return _replaced(ELEMENT, raw, chance, lambda found: found * deep)


def laughing(raw: bytes, chance: Random) -> bytes:
    start = raw.find(b"?>") + 2 if raw.startswith(b"<?xml") else 0
    changed = raw[:start] + chance.choice(DOCTYPES).encode() + raw[start:]
    return _replaced(ELEMENT, changed, chance, lambda found: found + b"&e8;")


def repacked(raw: bytes, chance: Random) -> bytes:
    """Damage what lies in a package, and pack it again."""
    try:
        with ZipFile(BytesIO(raw)) as package:
            members = {name: package.read(name) for name in package.namelist()}
    except (BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, RuntimeError):
        return flipped(raw, chance)
    if not members:
        return raw
    name = chance.choice(list(members))
    fate = chance.randrange(8)
    if fate == 0:
        del members[name]
    elif fate == 1:
        members[chance.choice(("../ut.txt", "/möte.txt", "C:\\m.txt", "a" * 3_000, "m.pdf"))] = (
            TEXT.encode()
        )
    elif fate == 2:
        members["inre.zip"] = raw
    elif fate == 3:
        members[name] = bytes(chance.choice((0, 1_000, 20_000_000)))
    else:
        members[name] = chance.choice(INNER)(members[name], chance)
    return packed(members)


def restreamed(raw: bytes, chance: Random) -> bytes:
    """Damage what a page of a PDF draws, and pack it as PDF does."""
    return _replaced(
        STREAM, raw, chance, lambda found: b"stream\n" + flipped(found[7:-9], chance) + b"endstream"
    )


INNER: tuple[Way, ...] = (flipped, cut, dropped, repeated, spiced, recounted, nested, laughing)
WAYS: tuple[Way, ...] = (*INNER, spliced, repacked, repacked, repacked, restreamed)


def mutant(name: str, number: int) -> bytes:
    """Return the file of that *name*, damaged one to three times, always the same by *number*."""
    chance = Random(number)  # noqa: S311 - no secret
    raw = seed(name)
    packed_ = PurePath(name).suffix in {".docx", ".odt", ".zip"}
    for _ in range(chance.choice((1, 1, 2, 3))):
        way = repacked if packed_ and chance.random() < 0.7 else chance.choice(WAYS)
        raw = way(raw, chance)
    return raw or b"\0"


def _part(raw: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(raw) + 1)
    return start, min(len(raw), start + chance.choice((1, 16, 200, 5_000)))


def _replaced(
    pattern: re.Pattern[bytes], raw: bytes, chance: Random, new: Callable[[bytes], bytes]
) -> bytes:
    found = list(pattern.finditer(raw))
    if not found:
        return raw
    one = chance.choice(found)
    return raw[: one.start()] + new(one.group()) + raw[one.end() :]
