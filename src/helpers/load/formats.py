"""Which reader reads which file, by the name's ending."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from helpers.errors import SourceError
from helpers.load.writer import Loaded

Reader = Callable[[bytes], Loaded]
MEGABYTE = 1_000_000

OTHERS = {
    ".doc": "the old format of Word is not read; save it as .docx",
    ".ppt": "the old format of slides is not read; save it as .pptx",
    ".rtf": "rich text is not read; save it as .docx",
    ".odt": "OpenDocument is not read; save it as .docx",
    ".xls": "spreadsheets are not read; save the sheet as .csv",
    ".xlsx": "spreadsheets are not read; save the sheet as .csv",
    ".zip": "an archive is not read; unpack it",
} | dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff"), "a picture; its words are not read")


def _web(content: bytes) -> Loaded:
    from helpers.load.web import read

    return read(content)


def _saved_page(content: bytes) -> Loaded:
    from helpers.load.mail import read_page

    return read_page(content)


def _pdf(content: bytes) -> Loaded:
    from helpers.load.pdf import read

    return read(content)


def _word(content: bytes) -> Loaded:
    from helpers.load.word import read

    return read(content)


def _slides(content: bytes) -> Loaded:
    from helpers.load.slides import read

    return read(content)


def _mail(content: bytes) -> Loaded:
    from helpers.load.mail import read

    return read(content)


def _rows(content: bytes) -> Loaded:
    from helpers.load.rows import read

    return read(content)


def _values(content: bytes) -> Loaded:
    from helpers.load.values import read

    return read(content)


def _plain(content: bytes) -> Loaded:
    from helpers.load.plain import read

    return read(content)


def _markdown(content: bytes) -> Loaded:
    from helpers.load.markdown import read

    return read(content)


class Format(NamedTuple):
    """What reads a format, and the most megabytes that a file of it may have: what is mostly pictures may have more."""

    read: Reader
    most: int


FORMATS: dict[str, Format] = {
    ".txt": Format(_plain, 10),
    ".md": Format(_markdown, 10),
    ".html": Format(_web, 20),
    ".htm": Format(_web, 20),
    ".mhtml": Format(_saved_page, 50),
    ".mht": Format(_saved_page, 50),
    ".pdf": Format(_pdf, 50),
    ".docx": Format(_word, 50),
    ".pptx": Format(_slides, 100),
    ".eml": Format(_mail, 50),
    ".csv": Format(_rows, 10),
    ".json": Format(_values, 10),
}
ENDINGS = " ".join(FORMATS)


def is_read(path: Path) -> bool:
    """Say whether a file's ending is that of a format that is read."""
    return path.suffix.lower() in FORMATS


def why_not(path: Path) -> str:
    """Say why a file is not read whose ending is of none of the formats."""
    return OTHERS.get(path.suffix.lower(), f"none of the formats that are read ({ENDINGS})")


def load(content: bytes, path: Path) -> Loaded:
    """Read a file's bytes by the format that its name says.

    Raises
    ------
    SourceError
        It is of no format that is read, is broken or locked, or holds no text; one line that names the file.
    """
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        raise SourceError(why_not(path), path=path)
    if len(content) > known.most * MEGABYTE:
        raise SourceError(f"larger than {known.most} MB, the most for this format; split it", path=path)
    try:
        return known.read(content)
    except SourceError as error:
        raise SourceError(str(error), path=path) from None
    except Exception as error:  # a damaged file can break a format's library anywhere
        kind = path.suffix.lower()
        raise SourceError(f"it cannot be read as {kind} ({type(error).__name__}); save it anew", path=path) from None
