"""What is known of a folder's sources beside their text."""

import datetime
import hashlib
from pathlib import Path, PurePosixPath

from helpers.errors import ChangedSourceError, PackError, SourceError
from helpers.load.document import read_bytes
from helpers.load.folder import MANIFEST, find_documents
from helpers.packs.read import Strict, read_yaml


class SourceInfo(Strict):
    """One source as its page shows it.

    Attributes
    ----------
    title : str
        As on the page; in square brackets where the page shows none and the words are ours.
    publisher : str or None
    date : datetime.date or None
        Only where the page itself shows the day it was published.
    sells : str
        What the page sells or promotes, in our words.
    sha256 : str
        Of the file's bytes, in lower-case hex.
    """

    title: str
    publisher: str | None
    date: datetime.date | None
    sells: str
    sha256: str


class _Manifest(Strict):
    """The whole file: sources by file name, in a subfolder with the path to it."""

    sources: dict[str, SourceInfo]


def read_manifest(folder: Path) -> dict[str, SourceInfo]:
    """Read a folder's ``manifest.yml`` and check its hashes; files that it does not list are fine.

    Returns
    -------
    dict
        By source id, sorted; empty where the folder has no manifest.

    Raises
    ------
    SourceError
        The manifest is not valid, or names a file that is missing.
    ChangedSourceError
        A file's sha256 differs.
    """
    path = Path(folder) / MANIFEST
    listed = read_entries(path)
    for name, info in listed.items():
        file = path.parent / name
        if not _exists(file):
            raise SourceError(f"the manifest lists {name}, which is missing; add the file or drop its entry", path=path)
        found = hashlib.sha256(read_bytes(file)).hexdigest()
        if found != info.sha256:
            wrong = f"the file is not the one that {MANIFEST} describes; restore it, or, if the page was updated, write there"
            raise ChangedSourceError(f"{wrong} sha256: {found} (workbook manifest does)", path=file)
    if not listed:
        return {}
    ids = {one.path.relative_to(folder).as_posix(): one.source_id for one in find_documents(folder).found}
    return {ids[name]: listed[name] for name in sorted(listed) if name in ids}


def read_entries(path: Path) -> dict[str, SourceInfo]:
    """Read a manifest without looking at the files that it lists; empty where there is none.

    Raises
    ------
    SourceError
        It is not valid.
    """
    if not path.exists():
        return {}
    if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
        raise SourceError("a link that leads out of the folder; put the file itself there", path=path)
    try:
        listed = read_yaml(path, _Manifest).sources
    except PackError as error:
        raise SourceError(str(error)) from None
    for name in listed:
        if not _is_below(name):
            raise SourceError(f"{name!r} is not the name of a file in this folder", path=path)
    return listed


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # such as a name that no disk can hold
        return False


def _is_below(name: str) -> bool:
    """Say whether a name is a plain path to a file below the folder."""
    written = PurePosixPath(name)
    return bool(written.name) and not written.is_absolute() and ".." not in written.parts and written.as_posix() == name
