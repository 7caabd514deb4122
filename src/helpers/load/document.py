"""One file -> one document, its text exactly as it stands on disk."""

import hashlib
import stat
from pathlib import Path

from helpers.errors import SourceError
from helpers.model import Document

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def read_bytes(path: Path) -> bytes:
    """Read an ordinary file.

    Raises
    ------
    SourceError
        The file is missing, is a folder, a pipe or a loop of links, or may not be read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError("this is a folder; name a .txt or .md file in it", path=path)
        if not stat.S_ISREG(mode):
            raise SourceError("not an ordinary file; name a .txt or .md file", path=path)
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError("there is no such file; check the name", path=path) from None
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"the file cannot be read ({reason}); check its links and permissions", path=repr(str(path))) from None


def read_document(path: Path) -> Document:
    r"""Load one text file.

    Line ends stay as they are (``\r\n`` is two characters) and a byte order mark stays the first character, so that offsets
    are true to the file: ``text.encode("utf-8")`` gives the file's bytes back.

    Raises
    ------
    SourceError
        One line naming the file: missing, unreadable, a folder, not UTF-8 (with the byte offset), or without text.
    """
    path = Path(path)
    content = read_bytes(path)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 at byte {error.start}; save the file as UTF-8", path=path) from None
    if not text.strip().strip(INVISIBLE).strip():
        raise SourceError("the file holds no text; remove it or fill it", path=path)
    return Document(source_id=path.stem, text=text, sha256=hashlib.sha256(content).hexdigest(), name=path.name)
