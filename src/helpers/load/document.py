"""One file -> one document: its text, and where each part of it stands in the file."""

import hashlib
import stat
from pathlib import Path

from helpers.errors import SourceError
from helpers.load.formats import load
from helpers.load.writer import Loaded
from helpers.model import Document

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"
LARGEST = 100_000_000  # bytes of a file; most formats have narrower bounds
LONGEST = 2_000_000  # characters of a text: a thousand pages; what is longer is no document that people review
MOST_LINES = 100_000


def read_bytes(path: Path) -> bytes:
    """Read an ordinary file of at most ``LARGEST`` bytes.

    Raises
    ------
    SourceError
        The file is missing, is a folder, a pipe or a loop of links, is too large, or may not be read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError("this is a folder; name a document in it", path=path)
        if not stat.S_ISREG(found.st_mode):
            raise SourceError("not an ordinary file; name a document", path=path)
        if found.st_size > LARGEST:
            raise SourceError(f"larger than {LARGEST // 1_000_000} MB; split it", path=path)
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("there is no such file; check the name", path=path) from None
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"the file cannot be read ({reason}); check its links and permissions", path=repr(str(path))) from None


def read_document(path: Path, source_id: str | None = None) -> Document:
    r"""Load one file of any of the formats.

    Of plain text and Markdown, line ends stay as they are (``\r\n`` is two characters) and a byte order mark stays the first
    character, so that offsets are true to the file: ``text.encode("utf-8")`` gives the file's bytes back.

    Parameters
    ----------
    path : Path
    source_id : str, optional
        Else the file's name without its ending.

    Raises
    ------
    SourceError
        One line naming the file: missing, unreadable, a folder, of no format that is read, broken, locked, or without text.
    """
    path = Path(path)
    content = read_bytes(path)
    loaded = loaded_of(content, path)
    return Document(
        source_id=path.stem if source_id is None else source_id,
        text=loaded.text,
        sha256=hashlib.sha256(loaded.text.encode("utf-8")).hexdigest(),
        name=path.name,
        parts=loaded.parts,
        losses=loaded.losses,
    )


def loaded_of(content: bytes, path: Path) -> Loaded:
    """Read a file's bytes; a text that nobody could review is refused.

    Raises
    ------
    SourceError
        As ``read_document``.
    """
    loaded = load(content, path)
    if len(loaded.text) > LONGEST:
        raise SourceError(f"its text has more than {LONGEST // 1_000_000} million characters; split it", path=path)
    if loaded.text.count("\n") + loaded.text.count("\r") > 2 * MOST_LINES:  # each block has an empty line below it
        raise SourceError(f"its text has more than {MOST_LINES:,} paragraphs; split it", path=path)
    if not loaded.text.strip().strip(INVISIBLE).strip():
        why = f"{loaded.losses[0].reason}" if loaded.losses else "remove it or fill it"
        raise SourceError(f"the file holds no text; {why}", path=path)
    return loaded
