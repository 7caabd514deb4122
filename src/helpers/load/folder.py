"""Folders and lists of paths -> documents, each source once."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from helpers.errors import SourceError
from helpers.load.document import read_document
from helpers.model import Document

SUFFIXES = (".md", ".txt")


def find_documents(folder: Path) -> list[Path]:
    """List a folder's ``.txt`` and ``.md`` files, sorted by source id; subfolders and hidden files are left out.

    Raises
    ------
    SourceError
        The folder is missing, is a file, may not be read, or holds no document.
    """
    folder = Path(folder)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: (entry.stem, entry.name))
    except FileNotFoundError:
        raise SourceError("there is no such folder; check the name", path=folder) from None
    except NotADirectoryError:
        raise SourceError("this is a file; name the folder that holds it", path=folder) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"the folder cannot be read ({reason})", path=repr(str(folder))) from None
    found = [
        entry for entry in entries if entry.suffix.lower() in SUFFIXES and not entry.name.startswith(".") and not entry.is_dir()
    ]
    if not found:
        raise SourceError("the folder holds no .txt or .md file; put the documents straight into it", path=folder)
    return found


def document_paths(paths: Sequence[Path]) -> list[Path]:
    """List files, and the documents of folders, sorted by source id; nothing is read yet.

    Raises
    ------
    SourceError
        No path is given, two files share a source id (or are the same file), or a folder holds no document.
    """
    if not paths:
        raise SourceError("no document named; give a file or a folder")
    files: list[Path] = []
    for path in map(Path, paths):
        files.extend(find_documents(path) if path.is_dir() else [path])
    return _each_once(files)


def _each_once(files: Iterable[Path]) -> list[Path]:
    """Sort files by their source ids; two with one source id are an error."""
    ordered = sorted(files, key=lambda path: (path.stem, path.name, str(path)))
    for before, after in pairwise(ordered):
        if before.stem == after.stem:
            raise SourceError(f"same source id as {before}; rename one of the two files", path=after)
    return ordered


def read_folder(folder: Path) -> list[Document]:
    """Load every document of a folder, sorted by source id.

    Raises
    ------
    SourceError
        The folder holds no document, two of them share a source id, or one cannot be read.
    """
    return [read_document(path) for path in _each_once(find_documents(folder))]


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """Load files and folders together, sorted by source id; the same file named twice is an error.

    Raises
    ------
    SourceError
        As ``read_document`` and ``document_paths``.
    """
    return [read_document(path) for path in document_paths(paths)]
