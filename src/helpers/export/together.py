"""Several files that belong to one run: written aside, then moved into place one by one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.errors import WorkbookError


@contextmanager
def together(folder: Path | str) -> Iterator[Path]:
    """Give an empty folder to write to; its files move into ``folder`` only if the block ends well.

    Whatever stops the block, the files of the last run still stand. Files of the same names are replaced, one by one and
    each of them whole; others are left alone.

    Parameters
    ----------
    folder : Path or str
        Where the files are to stand, in subfolders of the same names; made if missing.

    Yields
    ------
    Path
        A folder inside ``folder``.

    Raises
    ------
    WorkbookError
        If the folder cannot be made or written to.
    """
    final = Path(folder)
    try:
        final.mkdir(parents=True, exist_ok=True)
        drafts = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=final))
    except OSError as error:
        raise WorkbookError(f"cannot be written to ({error.strerror or error}); name another folder", path=final) from None
    try:
        yield drafts
        for draft in sorted(path for path in drafts.rglob("*") if path.is_file()):
            _move(draft, final / draft.relative_to(drafts))
    finally:
        shutil.rmtree(drafts, ignore_errors=True)


def _move(draft: Path, final: Path) -> None:
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        draft.replace(final)
    except OSError as error:
        raise WorkbookError(f"cannot be written ({error.strerror or error}); remove what stands there", path=final) from None
