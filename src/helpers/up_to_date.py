"""A folder's manifest brought up to date in its place, whole or not at all."""

from pathlib import Path

from helpers.export import atomic_path
from helpers.load.folder import MANIFEST
from helpers.load.manifest_update import Update, updated_manifest


def bring_up_to_date(folder: Path) -> Update:
    """Write a folder's manifest where there is something new to write; see :func:`updated_manifest`.

    Raises
    ------
    SourceError
        The manifest is not valid, or the folder holds no document.
    """
    update = updated_manifest(folder)
    if update.added or update.changed:
        with atomic_path(folder / MANIFEST) as draft:
            draft.write_text(update.text, encoding="utf-8", newline="")
    return update
