"""What was worked out once, kept in files named by what it was made of; without them everything is only slower.

A file holds a checksum of its content before the content, so that a damaged one is taken for none and made anew. It is written
beside its place and moved there when whole, so that two processes never see half of it. Content is JSON, or a table that
SQLite reads: nothing that could run.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from helpers.paths import ROOT

VARIABLE = "WORKBOOK_CACHE"  # another folder, or "off"
DEFAULT = ROOT / ".cache" / "workbook"
MOST_BYTES = 300_000_000
MOST_FILES = 5_000
_CHECK = 32


def key_of(parts: Iterable[str | bytes]) -> str:
    """Return the name of what is made of some parts: a hash of all of them, in order."""
    every = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        every.update(f"{len(content)}:".encode())
        every.update(content)
    return every.hexdigest()


@cache
def code_edition() -> str:
    """Return a hash of the program itself: what another edition of it made is not used."""
    folder = Path(__file__).parent
    files = sorted(folder.rglob("*.py"))
    return key_of(part for path in files for part in (path.relative_to(folder).as_posix(), path.read_bytes()))


class Kept:
    """A folder of such files.

    Parameters
    ----------
    folder : Path or None
        By default what ``WORKBOOK_CACHE`` names, else ``.cache/workbook`` of the project; "off" keeps nothing.
    off : bool
        Keep nothing.
    """

    def __init__(self, folder: Path | None = None, *, off: bool = False) -> None:
        named = "off" if off else os.environ.get(VARIABLE, "")
        self._folder = folder or (None if named == "off" else Path(named) if named else DEFAULT)
        if self._folder is not None and not _is_own(self._folder):
            self._folder = None

    def read(self, kind: str, key: str) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or what is there is damaged."""
        if self._folder is None:
            return None
        path = self._folder / kind / key
        try:
            content = path.read_bytes()
            if _checksum(content[_CHECK:]) == content[:_CHECK]:
                with suppress(OSError):
                    os.utime(path)  # what is used is not the first to go
                return content[_CHECK:]
            path.unlink(missing_ok=True)
        except OSError:
            pass
        return None

    def write(self, kind: str, key: str, content: bytes) -> None:
        """Keep something; where the disk does not let it, nothing is kept."""
        if self._folder is None:
            return
        path = self._folder / kind / key
        beside = path.with_name(f".{key[:16]}.{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(exist_ok=True)
            beside.write_bytes(_checksum(content) + content)
            beside.replace(path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Remove what was not used for longest, until what is kept is within bounds."""
        if self._folder is None:
            return
        found = []
        for path in self._folder.glob("*/*"):
            with suppress(OSError):
                known = path.stat()
                found.append((known.st_mtime_ns, known.st_size, path))
        size, count = sum(one[1] for one in found), len(found)
        for _, bytes_, path in sorted(found):
            if size <= MOST_BYTES and count <= MOST_FILES:
                return
            with suppress(OSError):
                path.unlink(missing_ok=True)
            size, count = size - bytes_, count - 1


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK).digest()


def _is_own(folder: Path) -> bool:
    """Say whether a folder is this user's own, or not there yet: what others wrote is not read."""
    try:
        return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except FileNotFoundError:
        return True
    except OSError:
        return False
