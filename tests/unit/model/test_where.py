"""Where a quote stands in its file, in words."""

from helpers.model import Document
from helpers.model.place import Part, Place

TEXT = "First line.\nSecond line.\n\nLast."


def where(words, parts=()):
    return Document("a", TEXT, "0" * 64, "a.txt", parts=parts).where(TEXT.index(words))


def test_plain_text_tells_the_line():
    assert [where(words) for words in ("First", "line.", "Second", "Last")] == ["line 1", "line 1", "line 2", "line 4"]


def test_a_part_tells_its_own_place():
    box = (1.4, 2.0, 3.0, 4.0)
    parts = (
        Part(0, 11, "text", Place("page 3", page=3, box=box)),
        Part(12, len(TEXT), "text", Place("", selector="a > b > c > d > e")),
    )
    assert where("First", parts) == "page 3, 1 2 to 3 4"
    assert where("Last", parts) == "… > d > e"
