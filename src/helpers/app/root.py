"""The folders that people may choose: those below one root. A name from a browser is a path only if it stays there."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from helpers.errors import WorkbookError
from helpers.load import is_read
from helpers.load.folder import RECORD

MANY = 200  # folders that are listed; others are typed
MOST, DEEP = 500, 4  # folders that are looked through to count documents, and how deep


class Listed(NamedTuple):
    """A folder as it is offered."""

    name: str
    path: str
    documents: int


@dataclass(frozen=True)
class Root:
    """The folder that holds every folder that may be chosen."""

    top: Path

    def folder(self, name: str) -> Path:
        """Return the folder of a name that was typed or chosen.

        Raises
        ------
        WorkbookError
            It leads out of the root, or there is none.
        """
        try:
            top, found = self.top.resolve(), (self.top / name.strip()).resolve()
            inside, there = found.is_relative_to(top), found.is_dir()
        except (OSError, ValueError, RuntimeError):
            raise WorkbookError("this is no name of a folder; choose one from the list") from None
        if not inside:
            raise WorkbookError(f"it does not lie in {self.top.name}; choose one from the list, or start the app on it")
        if not there:
            raise WorkbookError("there is no such folder; choose one from the list", path=name.strip())
        return found

    def holds(self, folder: Path) -> bool:
        """Say whether a folder lies below the root, or is it."""
        return folder.resolve().is_relative_to(self.top.resolve())

    def name(self, folder: Path) -> str:
        """Return what a folder is called: its path from the root."""
        return folder.resolve().relative_to(self.top.resolve()).as_posix()

    def way(self, folder: Path) -> list[Listed]:
        """Return the folders on the way down to a folder, from the root on."""
        parts = folder.resolve().relative_to(self.top.resolve()).parts
        steps = [self.top.resolve().joinpath(*parts[:count]) for count in range(len(parts) + 1)]
        return [Listed(step.name or "/", self.name(step), 0) for step in steps]

    def inside(self, folder: Path) -> list[Listed]:
        """Return the folders in a folder that hold documents, with how many; hidden ones and links are left out."""
        found = [Listed(one.name, self.name(one), count_documents(one)) for one in _folders(folder)]
        return [one for one in found if one.documents][:MANY]


def count_documents(folder: Path) -> int:
    """Count the files in a folder and its subfolders that have the name of a document, as far as one looks without waiting."""
    count, waiting = 0, [(folder, 0)]
    for _ in range(MOST):
        if not waiting:
            break
        here, depth = waiting.pop()
        count += sum(is_read(entry) and entry.is_file() for entry in _entries(here))
        if depth < DEEP:
            waiting += ((one, depth + 1) for one in _folders(here))
    return count


def _folders(folder: Path) -> list[Path]:
    return [
        one
        for one in _entries(folder)
        if not one.name.startswith((".", "__")) and one.is_dir() and not one.is_symlink() and not (one / RECORD).is_file()
    ]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
