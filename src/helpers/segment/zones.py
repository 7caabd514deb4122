"""Lines -> zones: which of them are the page's text and which the website's furniture."""

import re

from helpers.model.segment import Zone
from helpers.packs.furniture import FurnitureCue, SegmentWords
from helpers.segment.lines import Line
from helpers.segment.space import last_mark

_SHORT = 240
_REAL_PROSE = 20
_REAL_HEADING = 3
_EXCERPT_WORDS = 8
_MENU = 3
_MENU_MARKS = frozenset("|•·›»>/")
_MENU_PARTS = re.compile(r"\s*[|•·›»>/]\s*")


class Zones:
    """Finds website furniture by its cues and their runs.

    Parameters
    ----------
    words : SegmentWords
        Furniture cues, menu entries, month names.
    """

    def __init__(self, words: SegmentWords) -> None:
        self._cues = {scope: _pattern([cue for cue in words.furniture if cue.scope == scope]) for scope in ("run", "line")}
        self._phrases = {
            scope: tuple(phrase for cue in words.furniture if cue.scope == scope for phrase in cue.contains)
            for scope in ("run", "line")
        }
        self._menu = frozenset(words.menu.words)
        self._headings = frozenset(words.heading_words.words)
        month = f"(?:{'|'.join(sorted(words.months.words, key=lambda word: (-len(word), word)))})"
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        written = rf"(?:{day} {month}\.?|{month}\.?(?: {day})?),? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
        name, tail = r"(?:[^|·•–—,.:;]{1,40}\s*[|·•–—-]\s*)?", r"(?:\s*[|·•–—-]\s*\w{0,20})*\W*$"
        self._date = re.compile(f"{name}(?:{written}){tail}", re.IGNORECASE)

    def of(self, text: str, lines: list[Line]) -> list[Zone]:
        """Return each line's zone."""
        lowered = text.casefold()
        phrases = {scope: tuple(phrase for phrase in found if phrase in lowered) for scope, found in self._phrases.items()}
        contents = [text[line.body : line.end] if line.end - line.body <= _SHORT else "" for line in lines]
        alone = [self._is_cue(content, "line", phrases) or bool(self._date.match(content)) for content in contents]
        opens = [self._is_cue(content, "run", phrases) for content in contents]
        chrome = [False] * len(lines)
        running = False
        for index in range(len(lines)):
            if opens[index]:
                running = True
            elif running and not alone[index] and self._is_body_again(text, lines, index, opens):
                running = False
            chrome[index] = running or alone[index]
        for start, end in (*self._menus(contents), *self._teasers(text, lines, alone)):
            chrome[start:end] = [True] * (end - start)
        return ["chrome" if found else "body" for found in chrome]

    def _is_cue(self, content: str, scope: str, phrases: dict[str, tuple[str, ...]]) -> bool:
        """Say whether a short line holds a cue of a scope."""
        if not content:
            return False
        lowered = content.casefold() if phrases[scope] else ""
        return self._cues[scope].match(content) is not None or any(phrase in lowered for phrase in phrases[scope])

    def _is_body_again(self, text: str, lines: list[Line], index: int, opens: list[bool]) -> bool:
        """Say whether a line ends a run: a real heading over a paragraph that is no excerpt."""
        line = lines[index]
        if line.kind not in ("heading", "question") or index + 1 == len(lines) or opens[index + 1]:
            return False
        below = lines[index + 1]
        words = text[line.body : line.end].split()
        named = len(words) >= _REAL_HEADING or line.level or line.kind == "question" or words[-1].casefold() in self._headings
        if not named or below.kind != "text" or last_mark(text, below.body, below.end) not in ".!?":
            return False
        end = text[below.body : below.end].rstrip("”\"') ")
        return not end.endswith("..") and len(text[below.body : below.body + 2000].split()) >= _REAL_PROSE

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

    def _teasers(self, text: str, lines: list[Line], alone: list[bool]) -> list[tuple[int, int]]:
        """Find teasers of other articles: a title, an excerpt that breaks off, and a byline, a date or "Read more"."""
        found = []
        for index in range(1, len(lines) - 1):
            line = lines[index]
            if line.kind == "text" and text[line.end - 1] in ".…]" and alone[index + 1]:
                breaks_off = text[line.body : line.end].rstrip("]").endswith(("...", "…"))
                titled = lines[index - 1].kind in ("heading", "item", "fragment", "question")
                if breaks_off and titled and len(text[line.body : line.end].split()) >= _EXCERPT_WORDS:
                    found.append((index - 1, index + 2))
        return found


def _pattern(cues: list[FurnitureCue]) -> re.Pattern[str]:
    """Join the cues' patterns into one that is matched at a line's start."""
    patterns = [pattern for cue in cues for pattern in cue.starts]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
