"""What readers are given and return: a file's bytes, its text, its pages, and its members."""

from dataclasses import dataclass

from rag.span import Page

MEMBER = " › "
"""Between a file's name and that of what lies in it: `mail.eml › bilaga.pdf`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The bytes of a file, or of a member of an archive or an e-mail."""

    name: str
    """As messages and citations name it: `arkiv.zip › mapp/möte.docx`."""
    raw: bytes

    def member(self, name: str, raw: bytes) -> "File":
        """Return what lies in this one under *name*."""
        return File(name=f"{self.name}{MEMBER}{name}", raw=raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as text; every page's span lies in `text`."""

    text: str
    """Lines separated by a newline; headings and list markers kept as a reader sees them."""
    pages: tuple[Page, ...] = ()
    """Empty when the format has no pages."""
    warnings: tuple[str, ...] = ()
    """What could not be read, one Swedish sentence each: `Sida 3 saknar text …`."""
    pictures: tuple[int, ...] = ()
    """The pages that are pictures of text, still to be interpreted."""
