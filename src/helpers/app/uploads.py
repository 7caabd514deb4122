"""Files that people bring: into the folder that is open, or into one below ``uploads``; never over a file unless they say so."""

from pathlib import Path

from helpers.app.root import Root
from helpers.errors import WorkbookError
from helpers.export import atomic_path
from helpers.load import is_read, why_not
from helpers.settings import Settings

UPLOADS = "uploads"
LONGEST = 200  # bytes of a name
NO_NAME = "this is no name for it; use letters, figures, blanks, dots and dashes"


def may_go_into(root: Root, settings: Settings, name: str) -> Path:
    """Return the folder that a file may be stored in: the one that is open, or one below ``uploads``.

    Raises
    ------
    WorkbookError
        It is another.
    """
    folder = root.folder(name)
    if folder == settings.place.resolve() or folder.is_relative_to((root.top / UPLOADS).resolve()):
        return folder
    raise WorkbookError(f"files go into the folder that is open, or into a new one below {UPLOADS}")


def new_folder(root: Root, name: str) -> Path:
    """Make a folder below ``uploads``, or take the one that is there."""
    folder = root.top / UPLOADS / plain_name(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkbookError(f"it cannot be made ({error.strerror}); choose another name", path=name) from None
    return root.folder(f"{UPLOADS}/{folder.name}")


def store(folder: Path, name: str, content: bytes, *, replace: bool = False) -> None:
    """Write one file.

    Raises
    ------
    WorkbookError
        Its name is none, its format is not read, it is empty, or there is a file of this name.
    """
    place = folder / plain_name(name)
    if not is_read(place):
        raise WorkbookError(why_not(place), path=place.name)
    if not content:
        raise WorkbookError("the file is empty", path=place.name)
    if place.is_symlink() or (place.exists() and not replace):
        raise WorkbookError("there is a file of this name; tick that it is to be replaced, or rename it", path=place.name)
    with atomic_path(place) as draft:
        draft.write_bytes(content)


def plain_name(name: str) -> str:
    """Return a name that is one step below a folder and nothing else.

    Raises
    ------
    WorkbookError
        It leads elsewhere, is hidden, or no system would take it.
    """
    name = name.strip()
    bad = not name or name.startswith(".") or any(letter in '/\\:*?"<>|' or not letter.isprintable() for letter in name)
    try:
        bad = bad or len(name.encode()) > LONGEST
    except UnicodeEncodeError:
        bad = True
    if bad:
        raise WorkbookError(NO_NAME, path=repr(name))
    return name
