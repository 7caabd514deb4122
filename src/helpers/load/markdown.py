"""Markdown: the file's characters, unchanged."""

from helpers.load.plain import utf8
from helpers.load.writer import Loaded


def read(content: bytes) -> Loaded:
    """Return the characters of a file.

    Raises
    ------
    SourceError
        It is not UTF-8.
    """
    return Loaded(utf8(content))
