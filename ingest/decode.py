"""Decode the bytes of a text file."""

import codecs

# UTF-32 begins like UTF-16; it is not decoded, and its NUL characters give it away.
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# What a line in Swedish holds beside ASCII.
SWEDISH = frozenset("åäöÅÄÖéÉèüÜæøØ§–—”’…•·°½´€\xa0")

# Text without a mark whose letters have a NUL byte each, all on the same side, is UTF-16.
SAMPLE = 4096
MOSTLY = 0.4

# Control characters that text may well hold: tab, line ends, form feed, an old end of file.
IN_TEXT = frozenset(b"\t\n\v\f\r\x1a\x1b")
CONTROL = bytes(set(range(32)) - IN_TEXT)


def decode(raw: bytes) -> str:
    """Return *raw* as text: by its byte order mark, as UTF-8, or as Windows' Latin-1.

    Bytes that mean nothing become U+FFFD.

    >>> decode("Åtgärd på mötet".encode("latin-1"))
    'Åtgärd på mötet'
    """
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if unmarked := _utf_16(raw):
        return raw.decode(unmarked, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _mend(raw)


def is_text(raw: bytes) -> bool:
    r"""Tell whether *raw* begins as text does, in any encoding.

    >>> is_text(b"Protokoll"), is_text(b"\x7fELF\0"), is_text("Möte".encode("utf-16"))
    (True, False, True)
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _utf_16(raw):
        return True
    return _is_plain(raw[:SAMPLE])


def _utf_16(raw: bytes) -> str | None:
    """Return the encoding of text in UTF-16 that has no mark, or `None`."""
    sample = raw[:SAMPLE]
    halves = {"utf-16-le": (sample[::2], sample[1::2]), "utf-16-be": (sample[1::2], sample[::2])}
    for encoding, (letters, others) in halves.items():
        if others.count(0) > MOSTLY * len(others) and _is_plain(letters):
            return encoding
    return None


def _is_plain(sample: bytes) -> bool:
    return len(sample) == len(sample.translate(None, CONTROL))


def _mend(raw: bytes) -> str:
    """Decode what is no valid UTF-8: damaged UTF-8, an older encoding, or both in one file.

    In Latin-1 a Swedish letter stands alone among ASCII and is never valid UTF-8, so text with more
    good sequences than bad ones is UTF-8 with damage, or with lines pasted from elsewhere.
    """
    damaged = raw.decode("utf-8", errors="replace")
    bad = damaged.count(REPLACEMENT)
    good = sum(char > "\x7f" for char in damaged) - bad
    if good <= bad:
        return raw.decode("cp1252", errors="replace")
    return "".join(map(_line, raw.splitlines(keepends=True)))


def _line(raw: bytes) -> str:
    """Decode a line of UTF-8, or one in Windows' Latin-1 that reads as Swedish."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        older = raw.decode("cp1252", errors="replace")
    if all(char in SWEDISH for char in older if char > "\x7f"):
        return older
    return raw.decode("utf-8", errors="replace")
