"""Word documents: paragraphs, headings, lists, tables, text boxes and footnotes, as they read when every change is accepted."""

from collections.abc import Iterator
from typing import Any

from helpers.load.office import FALLBACK, RELATION, WORD, Package
from helpers.load.word_text import letters, sign_of, styles_of
from helpers.load.writer import Loaded, Writer
from helpers.model.place import PartKind, Place

P, TABLE, ROW, CELL, BOX = f"{WORD}p", f"{WORD}tbl", f"{WORD}tr", f"{WORD}tc", f"{WORD}txbxContent"
CONTAINERS = frozenset(f"{WORD}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body"))
DOCUMENT = "word/document.xml"
BESIDE: tuple[tuple[str, str, PartKind], ...] = (
    ("footnotes", "footnote", "footnote"),
    ("endnotes", "endnote", "footnote"),
    ("comments", "comment", "notes"),
)


def read(content: bytes) -> Loaded:
    """Return the words of a Word document.

    Raises
    ------
    SourceError
        It is none, is broken or locked.
    """
    package = Package(content, "Word document")
    main = next((name for kind, name in package.related("").values() if kind == "officeDocument"), DOCUMENT)
    root = package.xml(main)
    body = root.find(f"{WORD}body") if root is not None else None
    writer = Writer()
    writer.about = package.about()
    if body is None:
        from helpers.errors import SourceError

        raise SourceError("this is no Word document, or a broken one; save it anew")
    related = package.related(main)
    named = dict(reversed(related.values()))
    reader = _Reader(writer, styles_of(package.xml(named.get("styles", "word/styles.xml"))))
    reader.blocks(body)
    for part, element, kind in BESIDE:
        root = package.xml(named.get(part, f"word/{part}.xml"))
        for number, one in enumerate(_real_notes(root, element), start=1):
            who = one.get(f"{WORD}author")
            reader.aside(one, f"{element} {number}" + (f" by {who}" if who else ""), kind)
    used = {one.get(f"{RELATION}id") for tag in ("headerReference", "footerReference") for one in body.iter(f"{WORD}{tag}")}
    for key in sorted(related, key=lambda key: related[key][1]):
        kind_of, name = related[key]
        if key in used and kind_of in ("header", "footer"):
            root = package.xml(name)
            if root is not None:
                reader.aside(root, f"{kind_of} of the pages", "header" if kind_of == "header" else "footer")
    return writer.loaded()


def _real_notes(root: Any, element: str) -> Iterator[Any]:
    """Give the notes of a part, without the lines that separate them from the page."""
    for one in root.iter(f"{WORD}{element}") if root is not None else ():
        if one.get(f"{WORD}type") in (None, "normal"):
            yield one


class _Reader:
    """Writes what stands in an element, block by block."""

    def __init__(self, writer: Writer, styles: dict[str, str]) -> None:
        self._writer = writer
        self._styles = styles
        self._paragraph = 0
        self._table = 0

    def blocks(self, parent: Any, kind: PartKind = "text") -> None:
        """Write paragraphs and tables; a paragraph whose mark is deleted goes on in the next."""
        waiting: list[Any] = []
        for one in _blocks(parent):
            if one.tag == P:
                self._paragraph += 1
                waiting.append(one)
                if one.find(f"{WORD}pPr/{WORD}rPr/{WORD}del") is None:
                    self._write(waiting, kind)
                    waiting = []
            else:
                self._write(waiting, kind)
                waiting = []
                self._rows(one, kind)
        self._write(waiting, kind)

    def aside(self, parent: Any, where: str, kind: PartKind) -> None:
        """Write what stands outside the body, such as a footnote."""
        for one in parent.iter(P):
            self._writer.block(letters(one), Place(where), kind=kind)

    def _write(self, paragraphs: list[Any], kind: PartKind) -> None:
        words = "".join(letters(one) for one in paragraphs)
        place = Place(f"paragraph {self._paragraph}")
        for one in paragraphs[:1]:
            for line in words.split("\f"):
                self._writer.block(line, place, kind=kind, sign=sign_of(one, self._styles))
        for one in paragraphs:
            for box in one.iter(BOX):
                if next(box.iterancestors(FALLBACK), None) is None and next(box.iterancestors(P)) is one:
                    self.blocks(box, kind)

    def _rows(self, table: Any, kind: PartKind) -> None:
        self._table += 1
        own = self._table
        for number, row in enumerate(_inside(table, ROW), start=1):
            if row.find(f"{WORD}trPr/{WORD}del") is not None:
                continue
            cells = list(_inside(row, CELL))
            lined = [[one for one in _blocks(cell) if one.tag == TABLE or letters(one).strip()] for cell in cells]
            if all(len(lines) <= 1 and all(one.tag == P and one.find(f".//{BOX}") is None for one in lines) for lines in lined):
                self._paragraph += sum(1 for cell in cells for one in _blocks(cell) if one.tag == P)
                self._writer.row(
                    [
                        (letters(lines[0]) if lines else "", Place(f"table {own}, row {number}, column {column}"))
                        for column, lines in enumerate(lined, start=1)
                    ],
                    kind=kind,
                )
            else:
                for cell in cells:
                    self.blocks(cell, kind)


def _blocks(parent: Any) -> Iterator[Any]:
    """Give the paragraphs and tables directly in an element, through what only wraps them."""
    for one in parent:
        if one.tag in (P, TABLE):
            yield one
        elif one.tag in CONTAINERS:
            yield from _blocks(one)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Give the rows of a table or the cells of a row, through what only wraps them."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag in CONTAINERS:
            yield from _inside(one, tag)
