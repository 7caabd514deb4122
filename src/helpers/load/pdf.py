"""PDF: the text of the pages in reading order, each paragraph with its page and its box."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from helpers.errors import SourceError
from helpers.load.pdf_blocks import LARGER, blocks_of, leading_of
from helpers.load.pdf_columns import columns_of
from helpers.load.pdf_join import Joiner
from helpers.load.pdf_letters import Piece, pieces_of
from helpers.load.writer import Loaded, Writer
from helpers.model.place import PartKind, Place

MOST_PAGES = 500
EDGE = 0.12  # of the page's height: where heads and feet of pages stand
FEWEST = 3  # letters; a page with fewer, and with a picture, is a picture
_FIGURES = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


class _Page(NamedTuple):
    number: int
    height: float
    pieces: list[Piece]
    lost: str = ""


def read(content: bytes) -> Loaded:
    """Return the text of a PDF.

    Raises
    ------
    SourceError
        It is locked by a password, or broken.
    """
    import pypdfium2

    writer = Writer()
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError("this PDF is locked by a password; save it without one") from None
        raise SourceError("this is no PDF, or a broken one; save it anew") from None
    try:
        about = pdf.get_metadata_dict(skip_empty=True)
        names = {"Title": "title", "Author": "publisher", "CreationDate": "date"}
        writer.about = {names[key]: " ".join(value.split()) for key, value in about.items() if key in names}
        count = len(pdf)
        pages = list(_pages(pdf))
    finally:
        pdf.close()
    _write(writer, pages)
    if count > MOST_PAGES:
        writer.lose(f"pages {MOST_PAGES + 1} to {count} are not read: {MOST_PAGES} is the most", is_part=True)
    return writer.loaded()


def _pages(pdf: Any) -> Iterator[_Page]:
    """Give each page with its text, or with the reason why it has none."""
    for index in range(min(len(pdf), MOST_PAGES)):
        try:
            page = pdf[index]
            textpage = page.get_textpage()
            pieces = pieces_of(page, textpage)
            drawn = any(True for _ in page.get_objects(filter=(3,), max_depth=3)) if len(pieces) < 2 else False
            height = page.get_height()
            textpage.close()
            page.close()
        except Exception:  # a page can be broken in many ways; the others are read
            yield _Page(index + 1, 0, [], "is broken")
            continue
        is_picture = drawn and sum(len(piece.text) for piece in pieces) < FEWEST
        yield _Page(index + 1, height, pieces, "is a picture; its words are not read" if is_picture else "")


def _write(writer: Writer, pages: list[_Page]) -> None:
    sizes: Counter[float] = Counter()
    known: set[str] = set()
    for page in pages:
        for piece in page.pieces:
            sizes[round(piece.size, 1)] += len(piece.text)
            known.update(word.casefold() for word in _WORDS.findall(piece.text)[:-1])
    usual = max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 10.0
    edges = _edges(pages)
    larger = sorted({size for size in sizes if size > LARGER * usual}, reverse=True)
    columns = [columns_of([piece for piece in page.pieces if not _is_edge(piece, page, edges)]) for page in pages]
    leading = leading_of([column for of_page in columns for column in of_page])
    joiner = Joiner(writer, frozenset(known), larger)
    for page, of_page in zip(pages, columns, strict=True):
        if page.lost:
            joiner.lose(f"page {page.number} {page.lost}")
        for column in of_page:
            for block in blocks_of(column, usual, leading):
                joiner.add(block, page.number)
        for edge, kind in (("top", "header"), ("bottom", "footer")):
            shown = [piece for piece in page.pieces if _edge(piece, page) == edge and _is_edge(piece, page, edges)]
            joiner.beside([(piece.text, _place(page, piece)) for piece in shown], _kind(kind))
    joiner.end()


def _place(page: _Page, piece: Piece) -> Place:
    box = (round(piece.left, 1), round(piece.top, 1), round(piece.right, 1), round(piece.bottom, 1))
    return Place(f"page {page.number}", page=page.number, box=box)


def _kind(name: str) -> PartKind:
    return "header" if name == "header" else "footer"


def _edges(pages: list[_Page]) -> frozenset[tuple[str, str]]:
    """Return what stands at the head or the foot of several pages, whatever figures it has."""
    seen: Counter[tuple[str, str]] = Counter()
    for page in pages:
        seen.update({(edge, _bare(piece)) for piece in page.pieces if (edge := _edge(piece, page)) is not None})
    least = max(2, min(3, len(pages) // 2))
    return frozenset(one for one, count in seen.items() if count >= least and len(pages) > 1)


def _is_edge(piece: Piece, page: _Page, edges: frozenset[tuple[str, str]]) -> bool:
    edge = _edge(piece, page)
    return edge is not None and (edge, _bare(piece)) in edges


def _edge(piece: Piece, page: _Page) -> str | None:
    if piece.bottom < EDGE * page.height:
        return "top"
    return "bottom" if piece.top > (1 - EDGE) * page.height else None


def _bare(piece: Piece) -> str:
    return _FIGURES.sub("0", piece.text.casefold())
