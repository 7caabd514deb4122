"""Several files that belong to one run: written aside, then moved into place, all of them whatever stops it in between."""

import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.export.run_record import RECORD, with_record

UNFINISHED = ".unfinished-"  # drafts of a run that has not come to its end
WHOLE = ".whole-"  # all drafts of a run that has, while they move


@contextmanager
def together(folder: Path | str, about: Mapping[str, object] | None = None) -> Iterator[Path]:
    """Give an empty folder to write to; its files move into ``folder`` only if the block ends well.

    Whatever stops the block, the files of the last run still stand. Files of the same names are replaced, each of them whole;
    others are left alone. One run at a time writes to a folder. Where one was killed, the next finishes what it had begun to
    move, and removes what it had not.

    Parameters
    ----------
    folder : Path or str
        Where the files are to stand, in subfolders of the same names; made if missing.
    about : mapping, optional
        What the run was made of; ``run.json`` says for each file which run it is of.

    Yields
    ------
    Path
        A folder inside ``folder``.

    Raises
    ------
    WorkbookError
        If the folder cannot be made or written to, or another run is writing to it.
    """
    final = Path(folder)
    with _alone(final):
        _tidy(final)
        drafts = _made(final)
        try:
            yield drafts
            if about is not None:
                with_record(drafts, final, about)
            _check(drafts, final)
            with _undisturbed():
                whole = drafts.rename(drafts.with_name(drafts.name.replace(UNFINISHED, WHOLE)))
                _move(whole, final)
        finally:
            shutil.rmtree(drafts, ignore_errors=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep every other run out of a folder; the system ends this with the process, however that ends."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise _refused(folder, error) from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkbookError("another run is writing to this folder; wait for its end, or name another", path=folder) from None
        yield
    finally:
        os.close(handle)


def _made(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder))
    except OSError as error:
        raise _refused(folder, error) from None


def _refused(folder: Path, error: OSError) -> WorkbookError:
    return WorkbookError(f"cannot be written to ({error.strerror or error}); name another folder", path=folder)


def _tidy(folder: Path) -> None:
    """Finish the moves of a run that was killed among them, and remove the drafts of one that was killed before."""
    for whole in sorted(folder.glob(f"{WHOLE}*")):
        with _undisturbed():
            _move(whole, folder)
    for drafts in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(drafts, ignore_errors=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interrupt wait for the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _drafts(folder: Path) -> list[Path]:
    """List the files of a folder, what tells of them last."""
    return sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: (path.name == RECORD, path))


def _check(drafts: Path, final: Path) -> None:
    """Refuse before anything moves what could not all be moved."""
    for draft in _drafts(drafts):
        place = final / draft.relative_to(drafts)
        if place.is_dir():
            raise WorkbookError("cannot be written (Is a directory); remove what stands there", path=place)
        for folder in place.relative_to(final).parents:
            if (final / folder).exists() and not (final / folder).is_dir():
                raise WorkbookError("cannot be written (Not a directory); remove what stands there", path=final / folder)


def _move(whole: Path, final: Path) -> None:
    for draft in _drafts(whole):
        place = final / draft.relative_to(whole)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(place)
        except OSError as error:
            raise WorkbookError(f"cannot be written ({error.strerror or error}); remove what stands there", path=place) from None
    shutil.rmtree(whole, ignore_errors=True)
