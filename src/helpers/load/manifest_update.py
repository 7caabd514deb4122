"""A folder's manifest written or brought up to date: hashes, and for new files what they say of themselves."""

import datetime
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import yaml

from helpers.errors import SourceError
from helpers.load.document import loaded_of, read_bytes
from helpers.load.folder import MANIFEST, find_documents
from helpers.load.manifest import read_entries

_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_HEADING = re.compile(r"^#+ +(\S.*?)\s*$", re.MULTILINE)


class Update(NamedTuple):
    """A manifest's new text, and what is new in it.

    Attributes
    ----------
    text : str
    added, changed, missing : list of str
        Names of files that were not listed, that have another hash than before, and that are listed but gone.
    refused : list of str
        Files that cannot be read, each with the reason.
    """

    text: str
    added: list[str]
    changed: list[str]
    missing: list[str]
    refused: list[str]


def updated_manifest(folder: Path) -> Update:
    """Return a folder's manifest with the hashes of now and an entry for each new file; all else in it stays as people wrote it.

    Raises
    ------
    SourceError
        The manifest is not valid, or the folder holds no document.
    """
    path = Path(folder) / MANIFEST
    listed = read_entries(path)
    text = read_bytes(path).decode("utf-8") if path.exists() else "sources:\n"
    update = Update("", [], [], [], [])
    for name, info in listed.items():
        file = path.parent / name
        if not file.is_file():
            update.missing.append(name)
            continue
        now = hashlib.sha256(read_bytes(file)).hexdigest()
        if now != info.sha256:
            text = _with_hash(text, name, info.sha256, now)
            update.changed.append(name)
    for found in find_documents(folder).found:
        name = found.path.relative_to(folder).as_posix()
        if name in listed:
            continue
        try:
            entry = _entry(found.path)
        except SourceError as error:
            update.refused.append(str(error).removeprefix(f"{found.path}: "))
            continue
        written = yaml.safe_dump({name: entry}, allow_unicode=True, sort_keys=False, width=1000)
        text = text.rstrip("\n") + "\n" + "".join(f"  {line}\n" for line in written.splitlines())
        update.added.append(name)
    return update._replace(text=text)


def _with_hash(text: str, name: str, old: str, now: str) -> str:
    """Put a new hash in the place of an old one, behind the name that it belongs to."""
    place = text.find(old, max(text.find(name), 0))
    if place < 0:
        raise SourceError(f"the entry of {name} cannot be changed; write there sha256: {now}", path=MANIFEST)
    return text[:place] + now + text[place + len(old) :]


def _entry(path: Path) -> dict[str, object]:
    content = read_bytes(path)
    loaded = loaded_of(content, path)
    about = dict(loaded.about)
    heading = _HEADING.search(loaded.text)
    return {
        "title": about.get("title") or (heading[1] if heading else f"[{path.name}]"),
        "publisher": about.get("publisher"),
        "date": _day(about.get("date", "")),
        "sells": "",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _day(written: str) -> datetime.date | None:
    found = _DAY.match(written)
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
