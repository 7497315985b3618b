"""Decode the bytes of a text file."""

import codecs

# UTF-32 begins like UTF-16; it is not decoded, and its NUL characters give it away.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(raw: bytes) -> str:
    """Return *raw* as text: by its byte order mark, as UTF-8, or as Windows' Latin-1.

    Bytes that mean nothing become U+FFFD.

    >>> decode("Åtgärd på mötet".encode("latin-1"))
    'Åtgärd på mötet'
    """
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _mend(raw)


def _mend(raw: bytes) -> str:
    """Decode what is no valid UTF-8: damaged UTF-8, or an older encoding.

    In Latin-1 a Swedish letter stands alone among ASCII and is never valid UTF-8, so text with more
    good sequences than bad ones is UTF-8 with damage.
    """
    damaged = raw.decode("utf-8", errors="replace")
    bad = damaged.count(REPLACEMENT)
    good = sum(char > "\x7f" for char in damaged) - bad
    return damaged if good > bad else raw.decode("cp1252", errors="replace")
