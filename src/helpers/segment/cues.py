"""Lines -> furniture cues: what a line's own words say of it, before its shape and its neighbours are looked at."""

import re

from helpers.packs.furniture import SCOPES, FurnitureCue, Scope, SegmentWords
from helpers.segment.lines import Line

_SHORT = 240
_MENU = 3
_MENU_MARKS = frozenset("|•·›»>/")
_MENU_PARTS = re.compile(r"\s*[|•·›»>/]\s*")


class FurnitureCues:
    """Knows website furniture by its own words.

    Parameters
    ----------
    words : SegmentWords
        Furniture cues, menu entries, month names.
    """

    def __init__(self, words: SegmentWords) -> None:
        cues = {scope: [cue for cue in words.furniture if cue.scope == scope] for scope in SCOPES}
        self._starts = _starts(cues, _date(words.months.words))
        self._phrases = {scope: tuple(phrase for cue in cues[scope] for phrase in cue.contains) for scope in SCOPES}
        self._menu = frozenset(words.menu.words)

    def find(self, text: str, lines: list[Line]) -> list[Scope | None]:
        """Return the scope of each line's cue; a menu's entries and a date alone are cues of their own line."""
        lowered = text.casefold()
        phrases = [(scope, phrase) for scope in SCOPES for phrase in self._phrases[scope] if phrase in lowered]
        contents = [text[line.body : line.end].lstrip("*_") if line.end - line.body <= _SHORT else "" for line in lines]
        found = [self._cue(content, phrases) for content in contents]
        for start, end in self._menus(contents):
            found[start:end] = [cue or "line" for cue in found[start:end]]
        return found

    def _cue(self, content: str, phrases: list[tuple[Scope, str]]) -> Scope | None:
        """Return the scope of the cue that a short line holds."""
        if not content:
            return None
        if phrases:
            lowered = content.casefold()
            for scope, phrase in phrases:
                if phrase in lowered:
                    return scope
        starts = self._starts.match(content)
        return next(scope for scope in SCOPES if starts[scope] is not None) if starts else None

    def _menus(self, contents: list[str]) -> list[tuple[int, int]]:
        """Find runs of lines, or single lines, that hold three or more menu entries."""
        found: list[tuple[int, int]] = []
        hits: list[int] = []
        for index, content in enumerate(contents):
            if content.strip(" >›»|").casefold() in self._menu:
                if hits and index - hits[-1] > 2:
                    found.append((hits[0], hits[-1] + 1) if len(hits) >= _MENU else (0, 0))
                    hits = []
                hits.append(index)
            elif not _MENU_MARKS.isdisjoint(content):
                parts = _MENU_PARTS.split(content.casefold())
                found.append((index, index + 1) if sum(part in self._menu for part in parts) >= _MENU else (0, 0))
        if len(hits) >= _MENU:
            found.append((hits[0], hits[-1] + 1))
        return found


def _starts(cues: dict[Scope, list[FurnitureCue]], date: str) -> re.Pattern[str]:
    """Join the cues' patterns into one that is matched at a line's start, a group a scope; a date is a cue of its line."""
    patterns = {scope: [pattern for cue in cues[scope] for pattern in cue.starts] for scope in SCOPES}
    patterns["line"].append(date)
    groups = (f"(?P<{scope}>{'|'.join(f'(?:{one})' for one in patterns[scope]) or '(?!)'})" for scope in SCOPES)
    return re.compile("|".join(groups), re.IGNORECASE)


def _date(months: tuple[str, ...]) -> str:
    """Write the pattern of a line that holds a date, with a weekday or a name before it and a count behind, and nothing else."""
    month = f"(?:{'|'.join(sorted(months, key=lambda word: (-len(word), word)))})"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    written = rf"{day} {month}\.?,? \d{{4}}|{month}\.?(?: {day})?,? \d{{4}}"
    figures = r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    before, behind = r"(?:[^|·•,.:;]{1,40}[|·•]\s*|\w{3,6}day,? )?", r"(?:\s*[|·•]\s*\w{0,20})*\W*$"
    return f"{before}(?:{written}|{figures}){behind}"
