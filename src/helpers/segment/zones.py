"""Lines -> zones: which of them are the page's text and which the website's furniture."""

import re

from helpers.model.segment import Zone
from helpers.packs.furniture import SCOPES, FurnitureCue, Scope, SegmentWords
from helpers.segment.lines import HEADINGS, Line
from helpers.segment.space import CLOSERS, last_mark

_SHORT = 240
_REAL_PROSE = 20
_REAL_HEADING = 3
_STACKED_WORDS = 8
_EXCERPT_WORDS = 8
_MENU = 3
_MENU_MARKS = frozenset("|•·›»>/")
_MENU_PARTS = re.compile(r"\s*[|•·›»>/]\s*")
_NO_CUE = re.compile(r"(?!)")

Cues = dict[Scope, tuple[str, ...]]


class Zones:
    """Finds website furniture by its cues and their runs.

    Parameters
    ----------
    words : SegmentWords
        Furniture cues, menu entries, month names.
    """

    def __init__(self, words: SegmentWords) -> None:
        self._starts = {scope: _starts([cue for cue in words.furniture if cue.scope == scope]) for scope in SCOPES}
        self._phrases: Cues = {
            scope: tuple(phrase for cue in words.furniture if cue.scope == scope for phrase in cue.contains) for scope in SCOPES
        }
        self._menu = frozenset(words.menu.words)
        self._headings = frozenset(words.heading_words.words)
        month = f"(?:{'|'.join(sorted(words.months.words, key=lambda word: (-len(word), word)))})"
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        written = rf"(?:{day} {month}\.?|{month}\.?(?: {day})?),? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
        name, tail = r"(?:[^|·•,.:;]{1,40}[|·•]\s*)?", r"(?:\s*[|·•]\s*\w{0,20})*\W*$"
        self._date = re.compile(f"{name}(?:{written}){tail}", re.IGNORECASE)

    def of(self, text: str, lines: list[Line]) -> list[Zone]:
        """Return each line's zone.

        Until the first real paragraph a run covers only short lines, so that a menu on top of a page does not swallow its text.
        """
        lowered = text.casefold()
        phrases: Cues = {scope: tuple(phrase for phrase in found if phrase in lowered) for scope, found in self._phrases.items()}
        contents = [text[line.body : line.end] if line.end - line.body <= _SHORT else "" for line in lines]
        cues = [self._cue(content, phrases) for content in contents]
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
        for start, end in (*self._menus(contents), *self._teasers(text, lines, cues)):
            chrome[start:end] = [True] * (end - start)
        return ["chrome" if found else "body" for found in chrome]

    def _cue(self, content: str, phrases: Cues) -> Scope | None:
        """Return the scope of the cue that a short line holds."""
        if not content:
            return None
        lowered = content.casefold() if any(phrases.values()) else ""
        for scope in SCOPES:
            if self._starts[scope].match(content) or any(phrase in lowered for phrase in phrases[scope]):
                return scope
        return "line" if self._date.match(content) else None

    def _ends(self, running: Scope, text: str, lines: list[Line], cues: list[Scope | None], index: int) -> bool:
        """Say whether a line without a cue is the page's text again."""
        line = lines[index]
        if running == "stack" and line.kind not in HEADINGS:
            return len(text[line.body : line.end].split(maxsplit=_STACKED_WORDS)) > _STACKED_WORDS
        if line.kind not in HEADINGS or not self._is_named(text, line):
            return False
        below = index + 1
        while below < len(lines) and below < index + 4 and (cues[below] == "line" or lines[below].kind in HEADINGS):
            below += 1
        return below < len(lines) and cues[below] is None and _is_prose(text, lines[below])

    def _is_named(self, text: str, line: Line) -> bool:
        """Say whether a heading is more than a visitor's name: marked, a question, three words, or a heading's usual word."""
        words = text[line.body : line.end].split()
        return line.level > 0 or line.kind == "question" or len(words) >= _REAL_HEADING or words[-1].casefold() in self._headings

    def _menus(self, contents: list[str]) -> list[tuple[int, int]]:
        """Find runs of lines, or single lines, that hold three or more menu entries."""
        found: list[tuple[int, int]] = []
        hits: list[int] = []
        for index, content in enumerate([*contents, ""]):
            if content and content.strip(" >›»|").casefold() in self._menu:
                if hits and index - hits[-1] > 2:
                    found.extend([(hits[0], hits[-1] + 1)] if len(hits) >= _MENU else [])
                    hits = []
                hits.append(index)
            elif content:
                parts = () if _MENU_MARKS.isdisjoint(content) else _MENU_PARTS.split(content.casefold())
                if sum(part in self._menu for part in parts) >= _MENU:
                    found.append((index, index + 1))
        return found + ([(hits[0], hits[-1] + 1)] if len(hits) >= _MENU else [])

    def _teasers(self, text: str, lines: list[Line], cues: list[Scope | None]) -> list[tuple[int, int]]:
        """Find teasers of other articles: a title, an excerpt that breaks off, and a byline, a date or "Read more"."""
        found = []
        for index in range(1, len(lines) - 1):
            line = lines[index]
            if line.kind == "text" and text[line.end - 1] in ".…]" and cues[index + 1] == "line":
                breaks_off = text[line.body : line.end].rstrip("]").endswith(("...", "…"))
                titled = lines[index - 1].kind in ("heading", "item", "fragment", "question")
                if breaks_off and titled and len(text[line.body : line.end].split()) >= _EXCERPT_WORDS:
                    found.append((index - 1, index + 2))
        return found


def _is_prose(text: str, line: Line) -> bool:
    """Say whether a line is a real paragraph: twenty words or more, closed by a final mark that does not break off."""
    if line.kind != "text" or last_mark(text, line.body, line.end) not in ".!?":
        return False
    breaks_off = text[max(line.body, line.end - 9) : line.end].rstrip(CLOSERS).endswith("..")
    return not breaks_off and len(text[line.body : line.body + 2000].split(maxsplit=_REAL_PROSE)) >= _REAL_PROSE


def _starts(cues: list[FurnitureCue]) -> re.Pattern[str]:
    """Join the cues' patterns into one that is matched at a line's start."""
    patterns = "|".join(f"(?:{pattern})" for cue in cues for pattern in cue.starts)
    return re.compile(patterns, re.IGNORECASE) if patterns else _NO_CUE
