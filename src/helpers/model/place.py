"""Where a piece of a document's text stands in its file, and what part of the file it is."""

from bisect import bisect_right
from typing import Literal, NamedTuple

PartKind = Literal[
    "text",  # what the page is there to say
    "title",  # what a browser's tab and a search engine show
    "description",  # what search engines show below the title
    "faq",  # questions and answers that only search engines are given
    "alt",  # what stands for a picture
    "footnote",
    "menu",
    "banner",
    "footer",
    "header",
    "aside",
    "form",
    "cookies",
    "comments",
    "related",
    "advert",
    "hidden",
    "struck",
    "notes",
    "code",
    "data",
    "comment",
    "address",
    "markup",
    "other",  # what stands outside the article and is nothing of these
]
UNSEEN: frozenset[PartKind] = frozenset({"comment", "address", "markup", "struck"})  # amid what is said
SAID: frozenset[PartKind] = frozenset({"text", "title", "description", "faq", "alt", "footnote"})


SHOWN_STEPS = 4  # of a CSS selector; a longer one is shown by its end


class Place(NamedTuple):
    """Where something stands in a file.

    Attributes
    ----------
    words : str
        For people: "page 3", "paragraph 12", "slide 2", "row 4, column price".
    selector : str
        For programs: a CSS selector of a web page, a path of a JSON value; empty where the format has none.
    page : int
        The page of a PDF or the slide, from 1; 0 where the format has no pages.
    box : tuple of float or None
        Left, top, right and bottom on the page of a PDF, in points from its upper left corner.
    """

    words: str
    selector: str = ""
    page: int = 0
    box: tuple[float, float, float, float] | None = None

    @property
    def told(self) -> str:
        """The place for people: its words or the end of its selector, and the box on a page of a PDF."""
        steps = self.selector.split(" > ")
        short = self.selector if len(steps) <= SHOWN_STEPS else f"… > {' > '.join(steps[-2:])}"
        box = f", {self.box[0]:.0f} {self.box[1]:.0f} to {self.box[2]:.0f} {self.box[3]:.0f}" if self.box else ""
        return f"{self.words or short}{box}"


class Part(NamedTuple):
    """The characters ``text[start:end]`` of a document: one paragraph, heading, item, cell or value of the file."""

    start: int
    end: int
    kind: PartKind
    place: Place

    @property
    def said(self) -> bool:
        """Whether the page says it itself: menus, comments of visitors and the like are no part of what it says."""
        return self.kind in SAID


class Loss(NamedTuple):
    """Something of the file that could not be read, and why.

    Attributes
    ----------
    start : int
        Before which character of the text it should stand.
    reason : str
    is_part : bool
        Whether it is a part of what the page says, such as a page that is a picture.
    """

    start: int
    reason: str
    is_part: bool = False


def part_at(parts: tuple[Part, ...], offset: int) -> Part | None:
    """Return the part that holds a character."""
    index = bisect_right(parts, offset, key=lambda part: part.start) - 1
    return parts[index] if index >= 0 and offset < parts[index].end else None
