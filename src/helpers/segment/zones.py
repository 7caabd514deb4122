"""Cues -> zones: how far each piece of website furniture reaches, and where the page's text goes on."""

from helpers.model.segment import Zone
from helpers.packs.furniture import Scope, SegmentWords
from helpers.segment.lines import HEADINGS, Line
from helpers.segment.space import CLOSERS, last_mark

_REAL_PROSE = 20
_REAL_HEADING = 3
_STACKED_WORDS = 8
_EXCERPT_WORDS = 8
_LOOK_AHEAD = 4


class Zones:
    """Tells the page's text from furniture.

    Parameters
    ----------
    words : SegmentWords
        The words that headings are made of.
    """

    def __init__(self, words: SegmentWords) -> None:
        self._headings = frozenset(words.heading_words.words)

    def of(self, text: str, lines: list[Line], cues: list[Scope | None]) -> list[Zone]:
        """Return each line's zone.

        Until the first real paragraph a run covers only short lines, so that furniture on top of a page does not swallow its
        text.
        """
        chrome = [False] * len(lines)
        running: Scope | None = None
        begun = False
        for index, cue in enumerate(cues):
            if cue == "run" and begun:
                running = "run"
            elif cue in ("run", "stack"):
                running = running or "stack"
            elif cue is None and running is not None and self._ends(running, text, lines, cues, index):
                running = None
            chrome[index] = running is not None or cue is not None
            begun = begun or (not chrome[index] and _is_prose(text, lines[index]))
        for index in range(1, len(lines) - 1):
            if cues[index + 1] == "line" and _is_excerpt(text, lines[index - 1], lines[index]):
                chrome[index - 1 : index + 2] = [True] * 3
        return ["chrome" if found else "body" for found in chrome]

    def _ends(self, running: Scope, text: str, lines: list[Line], cues: list[Scope | None], index: int) -> bool:
        """Say whether a line without a cue is the page's text again."""
        line = lines[index]
        if running == "stack" and line.kind not in HEADINGS:
            return len(text[line.body : line.end].split(maxsplit=_STACKED_WORDS)) > _STACKED_WORDS
        if line.kind not in HEADINGS or not self._is_named(text, line):
            return False
        below = index + 1
        while below < min(len(lines), index + _LOOK_AHEAD) and cues[below] == "line":
            below += 1
        return below < len(lines) and cues[below] is None and _is_prose(text, lines[below])

    def _is_named(self, text: str, line: Line) -> bool:
        """Say whether a heading is more than a visitor's name: marked, a question, three words, or a heading's usual word."""
        words = text[line.body : line.end].split()
        return line.level > 0 or line.kind == "question" or len(words) >= _REAL_HEADING or words[-1].casefold() in self._headings


def _is_prose(text: str, line: Line) -> bool:
    """Say whether a line is a real paragraph: twenty words or more, closed by a final mark that does not break off."""
    if line.kind != "text" or last_mark(text, line.body, line.end) not in ".!?":
        return False
    breaks_off = text[max(line.body, line.end - 9) : line.end].rstrip(CLOSERS).endswith("..")
    return not breaks_off and len(text[line.body : line.body + 2000].split(maxsplit=_REAL_PROSE)) >= _REAL_PROSE


def _is_excerpt(text: str, above: Line, line: Line) -> bool:
    """Say whether a line is the excerpt of another article: prose that breaks off under a title."""
    if above.kind not in ("heading", "question", "item", "fragment") or line.kind != "text" or text[line.end - 1] not in ".…]":
        return False
    content = text[line.body : line.end].rstrip("]")
    return content.endswith(("...", "…")) and len(content.split(maxsplit=_EXCERPT_WORDS)) >= _EXCERPT_WORDS
