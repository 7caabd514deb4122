"""Bytes -> characters, by what the file says of its own encoding."""

import codecs
import re

_NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HEAD = 4096
_FALLBACK = "cp1252"  # what browsers take where a page says nothing


def decoded(content: bytes, named: str = "") -> str:
    """Return the characters of a page or a mail's body: by its byte order mark, as it names, as UTF-8, or as browsers guess.

    Parameters
    ----------
    named : str
        What was said of the encoding outside the bytes, such as by a mail's head.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    found = _NAMED.search(content[:_HEAD])
    for encoding in (named, found[1].decode("ascii") if found else "", "utf-8"):
        text = _try(content, encoding)
        if text is not None:
            return text
    return content.decode(_FALLBACK, "replace")


def _try(content: bytes, encoding: str) -> str | None:
    """Decode strictly; nothing where the encoding is unknown, is no encoding of text, or does not fit."""
    name = encoding.lower()
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        name = _FALLBACK  # as browsers do
    try:
        text = content.decode(name) if name else None
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) else None
