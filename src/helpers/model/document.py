"""A source's text exactly as it was loaded."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One source's loaded text; every offset in the workbook points into ``text``.

    Attributes
    ----------
    source_id : str
        The file name without its suffix.
    text : str
        The file's characters, unchanged; offsets are Python string indices.
    sha256 : str
        Of the file's bytes, in lower-case hex.
    name : str
        The file's name with its suffix.
    """

    source_id: str
    text: str
    sha256: str
    name: str
