"""Plain text: the file's characters, unchanged."""

from helpers.errors import SourceError
from helpers.load.writer import Loaded


def read(content: bytes) -> Loaded:
    """Return the characters of a file.

    Raises
    ------
    SourceError
        It is not UTF-8.
    """
    return Loaded(utf8(content))


def utf8(content: bytes) -> str:
    """Decode a file that people write by hand."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 at byte {error.start}; save the file as UTF-8") from None
