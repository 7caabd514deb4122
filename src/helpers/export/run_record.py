"""``run.json``: which run each file of a folder is of, and what that run was made of."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

RECORD = "run.json"


def with_record(drafts: Path, final: Path, about: Mapping[str, object]) -> None:
    """Write among the drafts of a run what stands in the folder after it.

    The record holds ``files``, by name: the SHA-256 and the run, and ``runs``, by the first figures of the SHA-256 of what they
    were made of. Files of earlier runs that are still there keep their entries; no clock, so equal runs leave equal bytes.
    """
    run = hashlib.sha256(_dump(about).encode("utf-8", "backslashreplace")).hexdigest()[:16]
    files, runs = _earlier(final)
    for draft in sorted(path for path in drafts.rglob("*") if path.is_file()):
        files[draft.relative_to(drafts).as_posix()] = {"run": run, "sha256": hashlib.sha256(draft.read_bytes()).hexdigest()}
    runs[run] = dict(about)
    there = {one["run"] for one in files.values()}
    record = {"files": files, "runs": {name: made_of for name, made_of in runs.items() if name in there}}
    (drafts / RECORD).write_text(_dump(record) + "\n", encoding="utf-8", errors="backslashreplace", newline="\n")


def made_of(folder: Path, name: str) -> Mapping[str, object] | None:
    """Return what a file of a folder was made of; None where the record does not know it."""
    files, runs = _earlier(folder)
    about = runs.get(files[name]["run"]) if name in files else None
    return about if isinstance(about, dict) else None


def _earlier(final: Path) -> tuple[dict[str, dict[str, str]], dict[str, object]]:
    """Return what the last record says of files that are still there; one that was changed by hand counts for nothing."""
    try:
        record = json.loads((final / RECORD).read_bytes())
        files = {
            str(name): {"run": str(one["run"]), "sha256": str(one["sha256"])}
            for name, one in record["files"].items()
            if (final / name).is_file()
        }
        return files, dict(record["runs"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, {}


def _dump(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1)
