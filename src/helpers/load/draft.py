"""One draft of any format the content team writes -> its text, and where each word stands in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from helpers.errors import SourceError
from helpers.load.decode import decoded
from helpers.load.document import loaded_of, read_bytes
from helpers.load.formats import ENDINGS, is_read
from helpers.load.writer import Loaded
from helpers.model.document import Document
from helpers.model.draft import Allowance, Draft, Mark
from helpers.model.place import UNSEEN, Part

THE_DRAFT = "the draft"  # what reasons call it
UNPUBLISHED = frozenset({"notes", "code", "data", "hidden"}) | UNSEEN
_LINE_END = re.compile(r"\r\n|\r|\n")
_SIGN = re.compile(r"#+ |- |\| ")
_COMMENT = re.compile(r"<!--[ \t]*workbook:[ \t]*allow[ \t]+(W\d{3})\b[ \t:]*([^\r\n]*?)[ \t]*-->")
_COMMENTED = {".md", ".txt", ".html", ".htm"}


def read_draft(path: Path) -> Draft:
    """Read a draft: everything in it that is to be published, its menus and banners as well.

    Raises
    ------
    SourceError
        It is missing, of a format that is not read, unreadable, or holds no text; one line that names the file.
    """
    path = Path(path)
    if not is_read(path):
        raise SourceError(f"a draft is one of {ENDINGS}; save it as one of them", path=path)
    return draft_of_bytes(read_bytes(path), path)


def draft_of_bytes(content: bytes, path: Path) -> Draft:
    """Read a draft that is no file, or not the one of now: what an editor shows, or what comes in by a pipe.

    Parameters
    ----------
    content : bytes
    path : Path
        Its ending says how the bytes are read.

    Raises
    ------
    SourceError
        As ``read_draft``.
    """
    allowed: tuple[Allowance, ...] = ()
    if path.suffix.lower() in _COMMENTED and b"workbook:" in content:
        source = decoded(content)
        allowed = tuple(_allowances(source))
        if path.suffix.lower() == ".txt" and allowed:
            content = _COMMENT.sub(lambda found: " " * len(found[0]), source).encode("utf-8", "surrogatepass")
    loaded = loaded_of(content, path)
    if loaded.marks:
        marks = _of_source(loaded, decoded(content))
    elif loaded.parts and path.suffix.lower() != ".md":
        marks = _of_parts(loaded)
    else:
        marks = _of_lines(loaded.text)
    parts = tuple(_published(part) for part in loaded.parts)
    digest = sha256(loaded.text.encode("utf-8")).hexdigest()
    return Draft(str(path), Document(THE_DRAFT, loaded.text, digest, path.name, parts, loaded.losses), marks, allowed)


def draft_of_text(text: str, name: str) -> Draft:
    """Return a draft that is no file yet, such as a page with its edits in place."""
    encoded = text.encode("utf-8", "surrogatepass")
    document = Document(THE_DRAFT, text, sha256(encoded).hexdigest(), name)
    return Draft(name, document, _of_lines(text), tuple(_allowances(text)))


def _allowances(source: str) -> Iterator[Allowance]:
    """Read the comments that ask not to be told: each about the words on its own line, else about the next line with words."""
    lines = _LINE_END.split(source)
    words = [bool(re.sub(r"<!--.*?-->", "", line).strip()) for line in lines]
    for number, line in enumerate(lines):
        for found in _COMMENT.finditer(line):
            about = next((at for at in range(number, len(lines)) if words[at]), number)
            yield Allowance(about + 1, found[1], " ".join(found[2].split()))


def _published(part: Part) -> Part:
    return part if part.said or part.kind in UNPUBLISHED else part._replace(kind="text")


def _starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def _of_lines(text: str) -> tuple[Mark, ...]:
    return tuple(Mark(start, line, 1) for line, start in enumerate(_starts(text), start=1))


def _of_source(loaded: Loaded, source: str) -> tuple[Mark, ...]:
    """Say where words stand in the lines of a source whose markup is left out of the text."""
    starts = _starts(source)
    marks = [Mark(0, 1, 1)]
    for offset, at in loaded.marks:
        line = bisect_right(starts, at)
        marks.append(Mark(offset, line, at - starts[line - 1] + 1))
    return tuple(marks)


def _of_parts(loaded: Loaded) -> tuple[Mark, ...]:
    """Count the paragraphs and cells of a file that has no lines."""
    marks = [Mark(0, 1, 1)]
    for number, part in enumerate(loaded.parts, start=1):
        sign = _SIGN.match(loaded.text, part.start, part.end)
        marks.append(Mark(sign.end() if sign else part.start, number, 1))
    return tuple(marks)
