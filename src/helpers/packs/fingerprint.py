"""Which rules exactly a pack holds: a hash over everything that was written for it."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

SHOWN = 12  # hex digits that people see


def fingerprint(folders: Iterable[Path], evidence: Path | None = None) -> str:
    """Return the SHA-256 of a pack's files, the same wherever they lie and however their lines end.

    Parameters
    ----------
    folders : iterable of Path
        The pack's own folder and that of the pack it extends: their YAML counts.
    evidence : Path, optional
        The folder of the tables that it names: their YAML and CSV counts.
    """
    files = [
        (f"{number}/{path.relative_to(folder).as_posix()}", path)
        for number, folder in enumerate(folders)
        for path in folder.rglob("*.yml")
    ]
    if evidence is not None:
        files += [(f"evidence/{path.name}", path) for path in evidence.iterdir() if path.suffix in {".yml", ".csv"}]
    every = hashlib.sha256()
    for name, path in sorted(files):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        every.update(f"{name} {len(content)}\n".encode())
        every.update(content)
    return every.hexdigest()
