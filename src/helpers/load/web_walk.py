"""The walk through a parsed web page: what begins a line, what is shown, and to which part of the page it belongs."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from helpers.load.web_blocks import Block, Blocks
from helpers.load.web_map import is_number, page_map
from helpers.load.web_zones import is_furniture, named_kind, opened_by_people
from helpers.load.writer import Word
from helpers.model.place import PartKind, Place

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form header hgroup hr html legend main menu nav ol option p pre search section select table tbody tfoot thead "
    "title ul".split()
)
HEADINGS = {"summary": "# "} | {f"h{level}": "#" * level + " " for level in range(1, 7)}
UNSEEN = frozenset("script style template svg math iframe object video audio canvas textarea datalist".split())  # noqa: SIM905
INLINE = frozenset("b big code em font i img li small span strike strong sub sup td th tr u".split())  # noqa: SIM905
SEEN = (BLOCKS - {"title"}) | HEADINGS.keys() | INLINE
STRUCK = frozenset({"del", "s", "strike"})
STEPS = 40


class Open(NamedTuple):
    """An element that is open: what is known of everything in it."""

    tag: str
    number: int
    unseen: str  # the tag that hides it
    kind: PartKind | None
    in_article: bool
    struck: bool
    linked: bool
    path: str
    steps: int
    block: str  # the path of the block that holds it
    heading: bool  # whether it is the page's own heading
    furniture: bool  # whether its tag says that it is none of the article
    children: "Counter[str]"


class Walk:
    """Hands the page's words to :class:`Blocks`."""

    def __init__(self, blocks: Blocks, words: Sequence[Sequence[Word]], spaced: Sequence[bool], kept: set[int]) -> None:
        self._blocks = blocks
        self._words = words
        self._spaced = spaced
        self._kept = kept
        self._struck: list[Word] = []
        self.shown_heads: set[str] = set()

    def through(self, root: Any) -> None:
        """Walk through a page from its first element to its last."""
        from lxml.etree import Comment, iterwalk

        map_ = page_map(root, self._kept, [sum(len(word.letters) for word in run) for run in self._words])
        self._opened_by = opened_by_people(root)
        self._article, self._most = map_.article, map_.most
        if map_.nothing:
            self._kept = set()
        open_: list[Open] = [Open("", -1, "", None, False, False, False, "", 0, "", False, False, Counter())]
        number = -1
        for node in reversed(list(root.itersiblings(Comment, preceding=True))):
            if is_number(node.text):
                self._run(int(node.text), open_[-1])  # words before the first tag
        for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
            number += event != "end"
            if event == "start":
                open_.append(self._opened(node, number, open_[-1]))
                self._start(node, open_[-1])
                before = node.getprevious() if open_[-1].tag == "title" else None
                if before is not None and before.tag is Comment and is_number(before.text):
                    self._run(int(before.text), open_[-1])  # inside a title a comment would be text
            elif event == "end":
                self._end(open_.pop())
            elif event == "comment" and is_number(node.text) and getattr(node.getnext(), "tag", "") != "title":
                self._run(int(node.text), open_[-1])
        for node in root.itersiblings(Comment):
            if is_number(node.text):
                self._run(int(node.text), open_[-1])
        self._blocks.unlabel()

    def _opened(self, node: Any, number: int, above: Open) -> Open:
        tag = node.tag.lower() if isinstance(node.tag, str) else ""
        above.children[tag] += 1
        path, steps = _path(node, tag, above)
        unseen = above.unseen
        if not unseen and tag in UNSEEN:
            unseen = tag
        elif unseen in ("svg", "math") and tag in SEEN:
            unseen = ""  # as browsers do: a paragraph is never a part of a drawing
        furniture = is_furniture(node, in_article=above.in_article)
        known = furniture or number not in self._most
        named = named_kind(node, in_article=above.in_article, opened=self._opened_by) if known else None
        kind = (named if named != "text" else above.kind) or named or above.kind
        if tag == "button" and (above.tag in HEADINGS or node.get("aria-expanded") or node.get("aria-controls")):
            kind = above.kind  # it opens an answer
        return Open(
            tag,
            number,
            unseen,
            kind,
            above.in_article or tag in ("article", "main"),
            above.struck or tag in STRUCK,
            above.linked or tag == "a",
            path,
            steps,
            path if tag in BLOCKS or tag in HEADINGS or tag in ("li", "td", "th") else above.block,
            above.heading or tag == "h1",
            above.furniture or furniture or named == "hidden",
            Counter(),
        )

    def _start(self, node: Any, opened: Open) -> None:
        if opened.unseen:
            return
        tag = opened.tag
        if tag in HEADINGS:
            self._blocks.begin(HEADINGS[tag])
        elif tag == "li":
            self._blocks.begin("- ")
        elif tag == "tr":
            self._blocks.row()
        elif tag in ("td", "th"):
            self._blocks.cell()
        elif tag == "br":
            self._blocks.space("\n")
        elif tag == "dt":
            self._blocks.unlabel()
        elif tag in BLOCKS and not self._keeps_sign(tag):
            self._blocks.begin()
        elif tag in ("img", "area", "input"):
            self._alt(node, opened)

    def _keeps_sign(self, tag: str) -> bool:
        """Say whether a block opens right behind a list's mark or a heading's, as a paragraph in an item does."""
        return tag in ("p", "div", "section", "button") and self._blocks.signed

    def _end(self, closed: Open) -> None:
        if closed.unseen:
            return
        tag = closed.tag
        if tag == "dt":
            if self._blocks.head().endswith("?"):
                self._blocks.sign("# ")
                self._blocks.end()
            else:
                self._blocks.label()
        elif tag in ("dl", "body"):
            self._blocks.unlabel()
        elif tag == "tr":
            self._blocks.end_row()
        elif tag == "title":
            self.shown_heads.add(self._blocks.head())
            self._blocks.end()
        elif tag in BLOCKS or tag in HEADINGS or tag in ("li", "td", "th"):
            self._blocks.end()
        if tag in STRUCK and self._struck:
            self._blocks.aside(Block(self._struck, _place(closed), "struck", ""))
            self._struck = []

    def _run(self, number: int, within: Open) -> None:
        if number >= len(self._words) or within.unseen:
            return
        if within.struck:
            self._struck.extend(self._words[number])
            return
        if self._spaced[number]:
            self._blocks.space()
        self._blocks.add(self._words[number], _place(within), self._kind(number, within))

    def _kind(self, number: int, within: Open) -> PartKind:
        """Return the part of the page that a run belongs to; the article is what a reader mode keeps, and what lies amid that."""
        if within.tag == "title":
            return "title"
        if within.number in self._kept and not within.furniture:
            return "text"
        amid = number in self._article and not within.linked
        return within.kind or ("text" if amid or not self._kept or within.heading else "other")

    def _alt(self, node: Any, opened: Open) -> None:
        words = " ".join((node.get("alt") or "").split())
        if words:
            kind = opened.kind or "alt"
            self._blocks.aside(Block([Word(words)], Place("a picture's description", opened.path), kind, ""))


def _place(opened: Open) -> Place:
    return Place("", opened.block)


def _path(node: Any, tag: str, above: Open) -> tuple[str, int]:
    """Return an element's CSS path, begun anew where an element has an id, and its steps; very deep ones keep their block's."""
    name = node.get("id") or ""
    if name and name.isascii() and name.replace("-", "").replace("_", "").isalnum() and name[0].isalpha():
        return f"#{name}", 1
    if above.steps >= STEPS or not tag.isascii() or not tag.isalnum():
        return above.path, above.steps
    step = tag if tag in ("html", "body", "head") else f"{tag}:nth-of-type({above.children[tag]})"
    between = " " if above.tag == "table" else " > "  # browsers put a tbody there
    return (f"{above.path}{between}{step}" if above.path else step), above.steps + 1
