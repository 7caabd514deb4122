"""Folders and lists of paths -> documents, each source once, and what was passed over with its reason."""

import json
import stat
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from helpers.errors import SourceError
from helpers.load.document import read_document
from helpers.load.formats import is_read, why_not
from helpers.model import Document
from helpers.model.source import Passed

MANIFEST = "manifest.yml"
RECORD = "run.json"
RESULTS = ("report.html", "claims.csv", "review.xlsx")  # what a run writes: a folder with these is no source
PAGE_FOLDERS = ("_files", "_Dateien", "-Dateien", ".files", "_fichiers", "_archivos")  # what browsers save beside a page
DEEPEST = 20


class Found(NamedTuple):
    """A document that was found, and the source id that it gets."""

    path: Path
    source_id: str


class Listing(NamedTuple):
    """The documents that were found, by source id, and what was passed over."""

    found: list[Found]
    passed: list[Passed]


class Folder(NamedTuple):
    """What a folder holds: its documents, and what was passed over."""

    documents: list[Document]
    passed: list[Passed]


def find_documents(folder: Path) -> Listing:
    """List a folder's documents, those of its subfolders included, by source id, and what is no document, with the reason.

    Raises
    ------
    SourceError
        The folder is missing, is a file, may not be read, or holds no document.
    """
    folder = Path(folder)
    files, passed = _walk(folder)
    if not files:
        told = f"; passed over: {', '.join(f'{one.name} ({one.reason})' for one in passed[:3])}" if passed else ""
        raise SourceError(f"the folder holds no document{told}", path=folder)
    return Listing(_named(files, folder), passed)


def _walk(folder: Path) -> tuple[list[Path], list[Passed]]:
    files: list[Path] = []
    passed: list[Passed] = []
    waiting = [folder]
    inside = _resolved(folder)
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(here.iterdir(), key=lambda entry: entry.name)
        except (OSError, ValueError) as error:
            if here is folder:
                raise _refused(folder, error) from None
            passed.append(Passed(_name(here, folder), f"the folder cannot be read ({getattr(error, 'strerror', None) or error})"))
            continue
        names = {entry.name for entry in entries}
        for entry in entries:
            if here is folder and entry.name == MANIFEST:
                continue
            reason = _why_passed(entry, names, inside)
            if reason is None and entry.is_dir():
                deep = len(entry.relative_to(folder).parts) > DEEPEST
                if deep:
                    passed.append(Passed(_name(entry, folder), f"a folder more than {DEEPEST} folders deep"))
                else:
                    waiting.append(entry)
            elif reason is None:
                files.append(entry)
            else:
                passed.append(Passed(_name(entry, folder), reason))
    return files, sorted(passed)


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError, ValueError):
        return folder


def _refused(folder: Path, error: Exception) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError("there is no such folder; check the name", path=folder)
    if isinstance(error, NotADirectoryError):
        return SourceError("this is a file; name the folder that holds it", path=folder)
    reason = getattr(error, "strerror", None) or str(error)
    return SourceError(f"the folder cannot be read ({reason})", path=repr(str(folder)))


def _why_passed(entry: Path, names: set[str], inside: Path) -> str | None:
    """Say why an entry of a folder is passed over; nothing where it is to be read."""
    if entry.name.startswith("."):
        return "hidden"
    try:
        if entry.is_symlink() and not entry.resolve(strict=True).is_relative_to(inside):
            return "a link that leads out of the folder"
        mode = entry.stat().st_mode
    except (OSError, RuntimeError, ValueError):
        return "a link that leads nowhere"
    if stat.S_ISDIR(mode):
        if entry.is_symlink():
            return "a link to a folder"
        page = next((entry.name.removesuffix(end) for end in PAGE_FOLDERS if entry.name.endswith(end)), None)
        if page is not None and {f"{page}.html", f"{page}.htm"} & names:
            return "belongs to the saved page beside it"
        return "the results of a run" if _is_of_a_run(entry) else None
    if not stat.S_ISREG(mode):
        return "no ordinary file but a pipe, a socket or a device"
    return None if is_read(entry) else why_not(entry)


def _is_of_a_run(folder: Path) -> bool:
    """Say whether a folder holds what the workbook wrote, by its record or by the files of a whole run."""
    record = folder / RECORD
    if record.is_file():
        try:
            return set(json.loads(record.read_bytes())) == {"files", "runs"}
        except (OSError, ValueError, TypeError, RecursionError):
            return False
    return all((folder / name).is_file() for name in RESULTS)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _named(files: Iterable[Path], folder: Path) -> list[Found]:
    """Give each file its path without the ending as source id; files that would share one keep their endings."""
    paths = [(path, path.relative_to(folder)) for path in files]
    times = Counter(below.with_suffix("").as_posix() for _, below in paths)
    found = []
    for path, below in paths:
        bare = below.with_suffix("").as_posix()
        found.append(Found(path, bare if times[bare] == 1 else below.as_posix()))
    return sorted(found, key=lambda one: (one.source_id, one.path.name))


def list_documents(paths: Sequence[Path]) -> Listing:
    """List files, and the documents of folders, sorted by source id; nothing is read yet.

    Raises
    ------
    SourceError
        No path is given, a file is named twice, or a folder holds no document.
    """
    if not paths:
        raise SourceError("no document named; give a file or a folder")
    found: list[tuple[Found, Path]] = []
    passed: list[Passed] = []
    for path in map(Path, paths):
        if path.is_dir():
            some, others = find_documents(path)
            found.extend((one, path) for one in some)
            passed.extend(others)
        else:
            found.append((Found(path, path.stem), path.parent))
    _refuse_twice([one.path for one, _ in found])
    times = Counter(one.source_id for one, _ in found)
    named = [_apart(one, root) if times[one.source_id] > 1 else one for one, root in found]
    return Listing(sorted(named, key=lambda one: (one.source_id, one.path.name, str(one.path))), passed)


def _refuse_twice(files: Sequence[Path]) -> None:
    seen: dict[Path, Path] = {}
    for path in files:
        real = _resolved(path)
        if real in seen:
            raise SourceError(f"the same file as {seen[real]}; name it once", path=path)
        seen[real] = path


def _apart(found: Found, root: Path) -> Found:
    """Return a source id that holds the whole path, for a file that shares its name with one of another folder."""
    return found._replace(source_id=f"{root.as_posix()}/{found.source_id}{found.path.suffix}".removeprefix("./"))


def open_folder(folder: Path) -> Folder:
    """Load every document of a folder, sorted by source id; what cannot be read is passed over with its reason.

    Raises
    ------
    SourceError
        The folder holds no document that can be read.
    """
    found, passed = find_documents(folder)
    documents = []
    for one in found:
        try:
            document = read_document(one.path, one.source_id)
        except SourceError as error:
            passed.append(Passed(_name(one.path, folder), str(error).removeprefix(f"{one.path}: ")))
        else:
            documents.append(document)
            passed.extend(Passed(_name(one.path, folder), loss.reason) for loss in document.losses)
    if not documents:
        raise SourceError(f"no document can be read: {passed[0].name}: {passed[0].reason}", path=folder)
    return Folder(documents, sorted(passed))


def read_folder(folder: Path) -> list[Document]:
    """Load every document of a folder that can be read, sorted by source id.

    Raises
    ------
    SourceError
        As ``open_folder``.
    """
    return open_folder(folder).documents


def read_documents(paths: Sequence[Path]) -> list[Document]:
    """Load files and folders together, sorted by source id; the same file named twice is an error.

    Raises
    ------
    SourceError
        As ``read_document`` and ``list_documents``.
    """
    return [read_document(one.path, one.source_id) for one in list_documents(paths).found]
