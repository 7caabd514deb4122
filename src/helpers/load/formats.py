"""Which reader reads which file, by the name's ending."""

from collections.abc import Callable
from pathlib import Path

from helpers.errors import SourceError
from helpers.load.writer import Loaded

Reader = Callable[[bytes], Loaded]

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


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".md": _markdown,
    ".html": _web,
    ".htm": _web,
    ".mhtml": _saved_page,
    ".mht": _saved_page,
    ".pdf": _pdf,
    ".docx": _word,
    ".pptx": _slides,
    ".eml": _mail,
    ".csv": _rows,
    ".json": _values,
}
ENDINGS = " ".join(READERS)


def is_read(path: Path) -> bool:
    """Say whether a file's ending is that of a format that is read."""
    return path.suffix.lower() in READERS


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
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise SourceError(why_not(path), path=path)
    try:
        return reader(content)
    except SourceError as error:
        raise SourceError(str(error), path=path) from None
    except Exception as error:  # a damaged file can break a format's library anywhere
        kind = path.suffix.lower()
        raise SourceError(f"it cannot be read as {kind} ({type(error).__name__}); save it anew", path=path) from None
