"""Write a file beside its place and move it there when it is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers.errors import WorkbookError


@contextmanager
def atomic_path(path: Path | str) -> Iterator[Path]:
    """Give the name of a draft to write to; it becomes ``path`` only if the block ends well.

    Whatever stops the block (an error, an interrupt, a full disk), the file that stood at ``path`` still stands and
    the draft is removed. The draft has the suffix of ``path`` and lies in the same folder, which is made if missing.

    Parameters
    ----------
    path : Path or str
        The file to write.

    Yields
    ------
    Path
        The draft.

    Raises
    ------
    WorkbookError
        If the folder, the disk or the permissions do not let the file be written.

    Examples
    --------
    >>> with atomic_path("build/page.html") as draft:  # doctest: +SKIP
    ...     draft.write_text("<p>whole</p>", encoding="utf-8")
    """
    final = Path(path)
    draft = final.with_name(f".{final.stem}.{os.getpid()}{final.suffix}")
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(final)
    except OSError as error:
        if error.filename is not None and Path(os.fsdecode(error.filename)) not in (draft, *final.parents):
            raise
        reason = error.strerror or str(error)
        raise WorkbookError(f"cannot be written ({reason}); nothing was changed", path=final) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
