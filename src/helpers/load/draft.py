"""One draft of any format the content team writes -> its text, and where each word stands in the file."""

import re
from hashlib import sha256
from pathlib import Path

from helpers.errors import SourceError
from helpers.load.document import read_bytes
from helpers.model.document import Document
from helpers.model.draft import Draft, Mark

SUFFIXES = (".md", ".txt", ".html", ".htm", ".docx")
THE_DRAFT = "the draft"  # what reasons call it
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_draft(path: Path) -> Draft:
    """Read a draft.

    Raises
    ------
    SourceError
        It is missing, of another format, unreadable, or holds no text; one line that names the file.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise SourceError(f"a draft is one of {', '.join(SUFFIXES)}; save it as one of them", path=path)
    content = read_bytes(path)
    if suffix == ".docx":
        from helpers.load.draft_docx import words_of_docx  # python-docx takes long to import

        text, marks = words_of_docx(content, path)
    else:
        text, marks = _of_text(_decoded(content, path), is_html=suffix.startswith(".htm"))
    if not text.strip():
        raise SourceError("the draft holds no text; fill it or leave it out", path=path)
    document = Document(source_id=THE_DRAFT, text=text, sha256=sha256(content).hexdigest(), name=path.name)
    return Draft(path=str(path), document=document, marks=tuple(marks))


def draft_of_text(text: str, name: str) -> Draft:
    """Return a draft that is no file yet, such as a page with its edits in place."""
    encoded = text.encode("utf-8", "surrogatepass")
    return Draft(name, Document(THE_DRAFT, text, sha256(encoded).hexdigest(), name), tuple(_of_text(text, is_html=False)[1]))


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"not UTF-8 at byte {error.start}; save the file as UTF-8", path=path) from None


def _of_text(text: str, *, is_html: bool) -> tuple[str, list[Mark]]:
    if is_html:
        from helpers.load.draft_html import words_of_html

        return words_of_html(text)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    return text, [Mark(start, line, 1) for line, start in enumerate(starts, start=1)]
