"""The words of an HTML page with their places; headings, list items and table rows are marked as in plain text."""

import re
from html import unescape
from html.parser import HTMLParser

from helpers.model.draft import Mark

BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form header hr html legend "  # noqa: SIM905
    "main nav ol option p pre section select summary table tbody tfoot thead title tr ul".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CELLS = frozenset({"td", "th"})
UNSEEN = frozenset({"script", "style", "template", "svg", "math", "iframe"})
DESCRIPTIONS = frozenset({"description", "og:description", "og:title", "twitter:description"})
_WORD = re.compile(r"\S+")


def words_of_html(source: str) -> tuple[str, list[Mark]]:
    """Return the text that readers see, and what search engines show of the page, with a mark for each word."""
    page = _Page()
    page.feed(source)
    page.close()
    return "".join(page.parts), page.marks


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self.marks: list[Mark] = [Mark(0, 1, 1)]
        self._length = 0
        self._unseen = 0
        self._parted = True  # whether a space or a line end stands before the next word

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins, and take the words that an attribute shows."""
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in HEADINGS:
            self._line("\n\n# ")
        elif tag == "li":
            self._line("\n- ")
        elif tag == "tr":
            self._line("\n| ")
        elif tag == "br" or tag in BLOCKS:
            self._line("\n" if tag == "br" else "\n\n")
        self._shown(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<br/>`` as ``<br>``; ``<script/>`` holds nothing."""
        if tag not in UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End a line where a block ends."""
        if tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in CELLS:
            self._write(" | ")
        elif tag in HEADINGS or (tag in BLOCKS and tag != "tr"):
            self._line("\n\n")

    def handle_data(self, data: str) -> None:
        """Take words, one space between them."""
        line, column = self.getpos()
        self._words(data, line, column + 1)

    def handle_entityref(self, name: str) -> None:
        """Take a named character as it is shown."""
        self._character(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take a numbered character as it is shown."""
        self._character(f"&#{name};")

    def _character(self, written: str) -> None:
        line, column = self.getpos()
        self._words(unescape(written), line, column + 1)

    def _shown(self, tag: str, attrs: dict[str, str | None]) -> None:
        described = tag == "meta" and (attrs.get("name") or attrs.get("property") or "").lower() in DESCRIPTIONS
        words = attrs.get("content") if described else attrs.get("alt")
        if words and words.strip():
            line, column = self.getpos()
            self._line("\n\n")
            self._mark(line, column + 1)
            self._write(" ".join(words.split()))
            self._line("\n\n")

    def _words(self, data: str, line: int, column: int) -> None:
        """Add words, each with its mark; ``line`` and ``column`` are those of the first character."""
        if self._unseen:
            return
        line_start, end = 1 - column, 0
        for word in _WORD.finditer(data):
            between = data[end : word.start()]
            if between:
                self._space()
                if "\n" in between:
                    line += between.count("\n")
                    line_start = end + between.rfind("\n") + 1
            self._mark(line, word.start() - line_start + 1)
            self._write(word.group())
            self._parted = False
            end = word.end()
        if end < len(data):
            self._space()

    def _space(self) -> None:
        if not self._parted:
            self._write(" ")
            self._parted = True

    def _line(self, begin: str) -> None:
        if not self._unseen:
            self._write(begin)
            self._parted = True

    def _mark(self, line: int, column: int) -> None:
        self.marks.append(Mark(self._length, line, column))

    def _write(self, text: str) -> None:
        if not self._unseen:
            self.parts.append(text)
            self._length += len(text)
