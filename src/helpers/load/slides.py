"""Slides: titles, texts and tables in the order of the slides; what the speaker notes is told apart."""

from typing import Any

from helpers.errors import SourceError
from helpers.load.office import DRAWING, RELATION, SLIDES, Package
from helpers.load.writer import Loaded, Writer
from helpers.model.place import PartKind, Place

P, TEXT, BREAK = f"{DRAWING}p", f"{DRAWING}t", f"{DRAWING}br"
TITLES = ("title", "ctrTitle")
FURNITURE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
PRESENTATION = "ppt/presentation.xml"


def read(content: bytes) -> Loaded:
    """Return the words of a presentation.

    Raises
    ------
    SourceError
        It is none, is broken or locked.
    """
    package = Package(content, "presentation")
    main = next((name for kind, name in package.related("").values() if kind == "officeDocument"), PRESENTATION)
    root, related = package.xml(main), package.related(main)
    if root is None or not str(root.tag).startswith(SLIDES):
        raise SourceError("this is no presentation, or a broken one; save it anew")
    writer = Writer()
    writer.about = package.about()
    for number, one in enumerate(root.iter(f"{SLIDES}sldId"), start=1):
        _, name = related.get(one.get(f"{RELATION}id") or "", ("", ""))
        slide = package.xml(name)
        if slide is None:
            writer.lose(f"slide {number} is missing from the file", is_part=True)
            continue
        _shapes(writer, slide, Place(f"slide {number}", page=number), "hidden" if slide.get("show") == "0" else "text")
        notes = next((target for kind, target in package.related(name).values() if kind == "notesSlide"), "")
        if (beside := package.xml(notes)) is not None:
            _shapes(writer, beside, Place(f"notes of slide {number}", page=number), "notes")
    return writer.loaded()


def _shapes(writer: Writer, slide: Any, place: Place, kind: PartKind) -> None:
    for shape in slide.iter(f"{SLIDES}sp", f"{SLIDES}graphicFrame"):
        holder = shape.find(f"{SLIDES}nvSpPr/{SLIDES}nvPr/{SLIDES}ph")
        role = holder.get("type") or "body" if holder is not None else ""
        if role in FURNITURE:
            continue
        for table in shape.iter(f"{DRAWING}tbl"):
            for number, row in enumerate(table.iter(f"{DRAWING}tr"), start=1):
                cells = [" ".join(_letters(one) for one in cell.iter(P)) for cell in row.iter(f"{DRAWING}tc")]
                where = [place._replace(words=f"{place.words}, row {number}, column {at}") for at in range(1, len(cells) + 1)]
                writer.row(list(zip(cells, where, strict=True)), kind=kind)
        if next(shape.iter(f"{DRAWING}tbl"), None) is None:
            paragraphs = list(shape.iter(P))
            for paragraph in paragraphs:
                writer.block(_letters(paragraph), place, kind=kind, sign=_sign(paragraph, role, several=len(paragraphs) > 1))


def _sign(paragraph: Any, role: str, *, several: bool) -> str:
    """Return what marks a slide's title, and the points of its body."""
    if role in TITLES:
        return "# "
    plain = paragraph.find(f"{DRAWING}pPr/{DRAWING}buNone") is not None
    marked = any(paragraph.find(f"{DRAWING}pPr/{DRAWING}{name}") is not None for name in ("buChar", "buAutoNum", "buBlip"))
    return "- " if marked or (role in ("body", "obj") and several and not plain) else ""


def _letters(paragraph: Any) -> str:
    return "".join(" " if one.tag == BREAK else "".join(one.itertext()) for one in paragraph.iter(TEXT, BREAK))
