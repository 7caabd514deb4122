"""The letters of a Word paragraph, and what its style makes of it."""

import re
from collections.abc import Iterator
from typing import Any

from helpers.load.office import FALLBACK, WORD

P, TEXT, BOX = f"{WORD}p", f"{WORD}t", f"{WORD}txbxContent"
LETTERS = {f"{WORD}tab": "\t", f"{WORD}ptab": "\t", f"{WORD}br": " ", f"{WORD}cr": " ", f"{WORD}noBreakHyphen": "-"}
GONE = frozenset(f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")) | {FALLBACK, BOX}
_HEADING = re.compile(r"heading (\d)|(title|subtitle)", re.IGNORECASE)


def letters(paragraph: Any) -> str:
    """Return what a paragraph says; what tracked changes delete or move away is left out, and a text box stands by itself."""
    return "".join(_pieces(paragraph))


def _pieces(parent: Any) -> Iterator[str]:
    waiting = [iter(parent)]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
        elif one.tag == TEXT:
            yield "".join(one.itertext())
        elif one.tag in LETTERS:
            yield LETTERS[one.tag]
        elif one.tag == f"{WORD}sym":
            yield _symbol(one)
        elif one.tag == f"{WORD}r" and one.find(f"{WORD}rPr/{WORD}vanish") is not None:
            continue
        elif one.tag not in GONE:
            waiting.append(iter(one))


def _symbol(one: Any) -> str:
    """Return a symbol's character; those of a private font stand for marks that no text has."""
    try:
        code = int(one.get(f"{WORD}char") or "", 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= code <= 0xF0FF else chr(code) if 0x20 <= code < 0xD800 else ""


def styles_of(root: Any) -> dict[str, str]:
    """Return the names of styles by their ids."""
    found = {}
    for style in root.iter(f"{WORD}style") if root is not None else ():
        name = style.find(f"{WORD}name")
        if style.get(f"{WORD}styleId") and name is not None:
            found[style.get(f"{WORD}styleId")] = name.get(f"{WORD}val") or ""
    return found


def sign_of(paragraph: Any, styles: dict[str, str]) -> str:
    """Return what marks a heading or a list item in plain text."""
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    name = styles.get(style.get(f"{WORD}val"), style.get(f"{WORD}val") or "") if style is not None else ""
    if heading := _HEADING.match(name):
        return "#" * int(heading[1] or 1) + " " if heading[1] != "0" else ""
    numbered = paragraph.find(f"{WORD}pPr/{WORD}numPr/{WORD}numId")
    listed = numbered is not None and numbered.get(f"{WORD}val") != "0"
    return "- " if listed or name.lower().startswith("list") else ""
