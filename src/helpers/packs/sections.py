"""A section of a pack: what its own file says, and then what the folder of each topic adds to it under the same name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from helpers.errors import PackError
from helpers.packs.read import TOPICS, Ordered, Record, read_yaml, shown
from helpers.packs.topics import SECTIONS, read_order


def read_parts(folder: Path, name: str, model: type[Record]) -> list[tuple[Path, Record]]:
    """Read the parts of a section: ``<name>.yml`` of the pack, then that of each topic's folder.

    Parameters
    ----------
    folder : Path
        Of the pack.
    name : str
        Of the section: ``rules``, ``comparisons`` and so on.
    model : type of pydantic model
        Its schema, the same for the pack's own file and for a topic's; all parts may be missing.

    Returns
    -------
    list of (Path, record)
        The topics stand in the ``order`` of the section's own file, the others as ``topics.yml`` has them.

    Raises
    ------
    PackError
        A file is wrong, or orders topics that have no folder.
    """
    own = folder / f"{name}.yml"
    found = [(own, read_yaml(own, model))] if own.is_file() else []
    first = next((part.order for _, part in found if isinstance(part, Ordered)), ())
    topics = read_order(folder)
    strange = sorted(set(first) - set(topics))
    if strange:
        raise PackError(f"orders {strange[0]!r}, which has no folder below topics/", path=own.name, place="order")
    for topic in (*first, *(topic for topic in topics if topic not in first)):
        path = folder / TOPICS / topic / f"{name}.yml"
        if path.is_file():
            found.append((path, read_yaml(path, model)))
    return found


def read_section(folder: Path, name: str, model: type[Record]) -> Record:
    """Read a section as one: lists go on, mappings take in what is new; a section without a file is empty.

    Raises
    ------
    PackError
        As :func:`read_parts`, or two parts say the same.
    """
    joined: dict[str, Any] = {}
    for path, part in read_parts(folder, name, model):
        for field in sorted(part.model_fields_set):
            joined[field] = _joined(joined[field], getattr(part, field), path, field) if field in joined else getattr(part, field)
    try:
        return model.model_validate(joined)
    except ValidationError as error:
        raise PackError(error.errors()[0]["msg"], path=f"{name}.yml") from None


def _joined(known: Any, added: Any, path: Path, field: str) -> Any:
    if isinstance(known, tuple):
        return (*known, *added)
    if not isinstance(known, dict):
        raise PackError("the pack's own file says this already; keep one", path=shown(path), place=field)
    twice = sorted(known.keys() & added.keys())
    if twice:
        raise PackError(f"{twice[0]!r} stands in another file too; keep one", path=shown(path), place=field)
    return {**known, **added}


def check_folders(folder: Path) -> None:
    """Refuse what no section reads: a topic's folder that ``topics.yml`` does not name, and a file of another name in one.

    Raises
    ------
    PackError
    """
    known = set(read_order(folder))
    for path in _inside(folder / TOPICS):
        if path.parent.name not in known:
            raise PackError("topics.yml does not name this folder; add it to its order", path=f"{TOPICS}/{path.parent.name}")
        if path.stem not in SECTIONS:
            raise PackError(f"no section has this name; it is one of {', '.join(SECTIONS)}", path=shown(path))


def _inside(topics: Path) -> Iterator[Path]:
    yield from sorted(topics.glob("*/*.yml"))
