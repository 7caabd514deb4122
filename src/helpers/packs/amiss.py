"""What is wrong with a YAML file, and where, in words of whoever writes it."""

from difflib import get_close_matches
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

_UNREADABLE = {  # what YAML's own message holds -> what to do
    "mapping values are not allowed": "put words with a colon in quotes",
    "cannot start any token": "put words that begin with such a mark in quotes",
    "undefined alias": "put words that begin with a star in quotes",
    "quoted scalar": "close these quotes; an apostrophe inside single ones is written twice",
    "parsing a flow": "put words with a colon, a bracket or an apostrophe in quotes, and close each bracket",
    "did not find expected '-'": "indent alike what belongs together",
    "expected key": "put words with an apostrophe or a bracket in double quotes, and indent alike what belongs together",
}


def wrong_in(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return what a schema found wrong, in words of whoever writes the file."""
    name = error["loc"][-1] if error["loc"] else ""
    if error["type"] == "missing":
        return f"the field {name!r} is missing; add it"
    if error["type"] == "string_type":
        return error["msg"] + _unquoted(error["input"])
    if error["type"] != "extra_forbidden":
        return error["msg"]
    schema = model.model_json_schema()
    fields = {field for one in (schema, *schema.get("$defs", {}).values()) for field in one.get("properties", ())}
    close = get_close_matches(str(name), sorted(fields - {name}), n=1)
    meant = f" (did you mean {close[0]!r}?)" if close else "; correct its name, or take it out"
    rest = "; if it is the rest of a text with a comma, put the whole text in quotes" if error["input"] is None else ""
    return f"{name!r} is no field here{meant}{rest}"


def place_of(content: Any, location: tuple[int | str, ...]) -> str | None:
    """Return where something stands: behind the id of the rule that it stands in, where that has one."""
    inside, way, held = "", list[str](), content
    for part in location:
        way.append(str(part))
        named = isinstance(held, dict) and part in held
        held = held[part] if named or (isinstance(held, list) and isinstance(part, int)) else None
        if isinstance(held, dict) and isinstance(held.get("id"), str):
            inside, way = held["id"], []
    return ", ".join(filter(None, (inside, ".".join(way)))) or None


def what_to_do(text: str, error: yaml.MarkedYAMLError) -> str:
    """Return what to do about text that YAML does not read, behind a semicolon; nothing where nobody knows."""
    mark, lines = error.problem_mark, text.split("\n")
    if mark and "".join(lines[mark.line : mark.line + 1])[mark.column : mark.column + 1] == "\t":
        return "; indent with spaces, not with a tab"
    told = f"{error.problem} {error.context}"
    return next((f"; {said}" for words, said in _UNREADABLE.items() if words in told), "")


def _unquoted(taken: object) -> str:
    """Return what to do where YAML took words without quotes for something else."""
    if isinstance(taken, bool):
        words = "`yes`, `on` and `true`" if taken else "`no`, `off` and `false`"
        return f": YAML takes {words} for {str(taken).lower()}; put the word in quotes"
    if taken is None:
        return ": YAML takes `null`, `~` and nothing at all for no value; put the word in quotes"
    if isinstance(taken, dict):
        return ": YAML takes a colon with a space behind it for a name and its value; put the whole phrase in quotes"
    if isinstance(taken, list):
        return ": YAML takes what stands in [brackets] for a list; put the whole phrase in quotes"
    return f": YAML takes {taken} for a number or a day; put it in quotes"
