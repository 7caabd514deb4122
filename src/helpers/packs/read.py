"""One YAML file of a pack -> one checked, frozen record; one table beside it -> a record for each row."""

import csv
import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from helpers.errors import PackError
from helpers.kept import Kept, key_of
from helpers.packs.amiss import place_of, what_to_do, wrong_in

Record = TypeVar("Record", bound=BaseModel)

DEEPEST = 50
KEPT = "yaml"
TOPICS = "topics"  # the folder of a pack that holds a folder for each topic


class Strict(BaseModel):
    """A record that takes no key it does not know and never changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ordered(Strict):
    """A section whose parts stand in an order.

    Attributes
    ----------
    order : tuple of str
        The topics whose parts come first, in this order; said by the pack's own file.
    """

    order: tuple[str, ...] = ()


def shown(path: Path) -> str:
    """Return a file's name as messages say it, with the topic whose folder it stands in.

    Examples
    --------
    >>> shown(Path("kites/topics/lift/rules.yml")), shown(Path("kites/pack.yml"))
    ('lift/rules.yml', 'pack.yml')
    """
    return f"{path.parent.name}/{path.name}" if path.parent.parent.name == TOPICS else path.name


class _UniqueKeys(yaml.CSafeLoader):
    """Safe YAML that refuses a key given twice, so that no rule silently replaces another."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Build a mapping after checking its keys."""
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice; keep one", problem_mark=key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def _not_too_deep(text: str, path: Path) -> None:
    """Refuse lists in lists without end: what builds them would run out of stack, and end without a word."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise PackError(f"nested more than {DEEPEST} deep; write it flatter", path=shown(path))


def _content(text: str, path: Path) -> object:
    """Return what a YAML text holds, from what is kept of it: only what JSON holds just the same is."""
    kept, key = Kept(), key_of((KEPT, text))
    written = kept.read(KEPT, key)
    if written is not None:
        return json.loads(written)
    _not_too_deep(text, path)
    content = yaml.load(text, Loader=_UniqueKeys)
    with suppress(TypeError, ValueError, RecursionError):
        written = json.dumps(content).encode()
        if json.loads(written) == content:
            kept.write(KEPT, key, written)
    return content


def unlike(ids: Iterable[str]) -> None:
    """Refuse rules of one id.

    Raises
    ------
    ValueError
        An id stands twice; a schema that checks itself passes it on.
    """
    twice = sorted(name for name, count in Counter(ids).items() if count > 1)
    if twice:
        raise ValueError(f"the rule id {twice[0]} stands twice; rename one")


def read_yaml(path: Path, model: type[Record]) -> Record:
    """Read one YAML file and check it against its schema.

    Parameters
    ----------
    path : Path
        A UTF-8 YAML file.
    model : type of pydantic model
        Its schema.

    Raises
    ------
    PackError
        One line that names the file, the place in it and what to change.
    """
    if path.exists() and not path.is_file():
        raise PackError("no ordinary file; put a YAML file there", path=shown(path))
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        content = _content(text, path)
    except FileNotFoundError:
        raise PackError(f"the file is missing from the pack {path.parent.name}; add it", path=shown(path)) from None
    except UnicodeDecodeError:
        raise PackError("the file is not UTF-8; save it as UTF-8", path=shown(path)) from None
    except yaml.MarkedYAMLError as error:
        mark = error.context_mark if "quoted" in (error.context or "") else error.problem_mark  # else at the file's end
        place = f"line {mark.line + 1}" if mark else None
        raise PackError(f"not valid YAML: {error.problem}{what_to_do(text, error)}", path=shown(path), place=place) from None
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
        raise PackError(f"holds a value that is none ({error})", path=shown(path)) from None  # such as the 30th of February
    except OSError as error:
        raise PackError(f"cannot be read ({error.strerror})", path=shown(path)) from None
    try:
        return model.model_validate(content)
    except ValidationError as error:
        wrong = error.errors()
        first = next((one for one in wrong if one["type"] == "extra_forbidden"), wrong[0])  # a misspelt field lacks another, too
        raise PackError(wrong_in(first, model), path=shown(path), place=place_of(content, first["loc"])) from None


def read_rows(path: Path, model: type[Record], key: str) -> dict[str, Record]:
    """Read a table whose rows have an id of their own, in the file's order.

    Parameters
    ----------
    path : Path
        A UTF-8 CSV file with a header.
    model : type of pydantic model
        The schema of a row.
    key : str
        The column of the id.

    Raises
    ------
    PackError
        The file is missing or not UTF-8, a cell is wrong, or an id stands twice.
    """
    rows: dict[str, Record] = {}
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            for record in csv.DictReader(handle):
                row = model.model_validate(record)
                if record[key] in rows:
                    raise PackError(f"this {key} stands twice; keep one", path=path.name, place=record[key])
                rows[record[key]] = row
    except FileNotFoundError:
        raise PackError("the table is missing; put it back", path=path.name) from None
    except UnicodeDecodeError:
        raise PackError("the file is not UTF-8; save it as UTF-8", path=path.name) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise PackError(f"row {len(rows) + 1}: {first['msg']}", path=path.name, place=place) from None
    return rows
