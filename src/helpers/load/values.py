"""JSON: each text is a line with its key as label; titles and questions are headings."""

import json
import re
from typing import Any

from helpers.errors import SourceError
from helpers.load.decode import decoded
from helpers.load.web import read_source
from helpers.load.writer import Loaded, Writer
from helpers.model.place import PartKind, Place

HEADS = frozenset({"title", "headline", "heading", "name", "question"})
DATA = frozenset({"id", "slug", "url", "href", "src", "link", "image", "type", "lang", "locale", "sku", "uuid", "hash", "email"})
MOST_VALUES = 100_000
_MARKUP = re.compile(r"</?(?:p|br|ul|ol|li|div|h[1-6]|strong|em|b|i|a|span|table)\b[^<>]*>", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PLAIN = re.compile(r"[A-Za-z_]\w*")


def read(content: bytes) -> Loaded:
    """Return the texts and numbers of a ``.json``, in the order of the file.

    Raises
    ------
    SourceError
        It is no JSON, or nested without end.
    """
    try:
        value = json.loads(decoded(content))
    except RecursionError:
        raise SourceError("its values stand too deep in one another; flatten it") from None
    except ValueError as error:
        raise SourceError(f"it is no JSON ({error}); mend it") from None
    writer = Writer()
    waiting: list[tuple[str, str, Any]] = [("$", "", value)]
    count = 0
    while waiting:
        path, key, one = waiting.pop()
        count += 1
        if count > MOST_VALUES:
            raise SourceError(f"it holds more than {MOST_VALUES:,} values; split it")
        if isinstance(one, dict):
            waiting.extend(reversed([(_below(path, str(name)), str(name), below) for name, below in one.items()]))
        elif isinstance(one, list):
            waiting.extend(reversed([(f"{path}[{index}]", key, below) for index, below in enumerate(one)]))
        elif isinstance(one, str | int | float) and not isinstance(one, bool):
            _write(writer, path, key, str(one))
    return writer.loaded()


def _write(writer: Writer, path: str, key: str, words: str) -> None:
    place, bare = Place(path, path), key.casefold()
    kind: PartKind = "data" if bare.lstrip("@_") in DATA or words.startswith(("http://", "https://")) else "text"
    if bare in HEADS or (words.endswith("?") and "\n" not in words):
        writer.block(words, place, kind=kind, sign="# ")
        return
    label = " ".join(_CAMEL.sub(" ", key).replace("_", " ").replace("-", " ").split())
    if _MARKUP.search(words):
        page = read_source(words)
        for part in page.parts:
            writer.block(page.text[part.start : part.end], place, kind=kind)
        return
    for block in words.split("\n\n"):
        writer.block(f"{label}: {block}" if label and len(block.split()) <= 12 else block, place, kind=kind)


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if _PLAIN.fullmatch(name) else f"{path}[{json.dumps(name)}]"
