"""Schemas of the words that tell how a page is built: headings, lists, lead-ins, abbreviations and website furniture."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator

from helpers.packs.read import Ordered, Strict, read_yaml
from helpers.packs.sections import read_section


def _compiles(pattern: str) -> str:
    """Refuse a pattern that is not a regular expression."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is not a regular expression: {error}") from None
    return pattern


Scope = Literal["run", "stack", "line"]
SCOPES: tuple[Scope, ...] = ("run", "stack", "line")
Pattern = Annotated[str, AfterValidator(_compiles)]


class WordGroup(Strict):
    """Words that play one part, and why the part is needed."""

    reason: str
    words: tuple[str, ...]


class FurnitureCue(Strict):
    """How one piece of website furniture announces itself.

    Attributes
    ----------
    scope : str
        ``line``: only the line itself; ``stack``: also the short lines below it; ``run``: also what follows, up to the next
        real heading.
    starts : tuple of str
        Regular expressions, matched at the start of a short line whatever its case.
    contains : tuple of str
        Lower-case phrases that give a line away wherever they stand in it.
    examples, counter_examples : tuple of str
        Whole lines that it must and must not match.
    """

    id: str
    reason: str
    scope: Scope
    starts: tuple[Pattern, ...] = ()
    contains: tuple[str, ...] = ()
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    @model_validator(mode="after")
    def _has_cues_in_lower_case(self) -> Self:
        if not self.starts and not self.contains:
            raise ValueError("give starts, contains or both")
        if any(phrase != phrase.casefold() for phrase in self.contains):
            raise ValueError("write the phrases of contains in lower case")
        return self


class Abbreviations(Strict):
    """Words whose full stop need not end a sentence.

    Attributes
    ----------
    never : WordGroup
        The stop never ends a sentence ("Dr.", "e.g.").
    unit : WordGroup
        It ends one only before a capital letter ("30 min. Rest").
    figure : WordGroup
        It ends none before a figure ("No. 5").
    maybe : WordGroup
        It ends one only before a word that opens sentences ("in the U.S. It").
    """

    never: WordGroup
    unit: WordGroup
    figure: WordGroup
    maybe: WordGroup


class SegmentWords(Strict):
    """Everything that ``helpers.segment`` knows about English pages (``segments.yml``)."""

    abbreviations: Abbreviations
    starters: WordGroup
    letter_nouns: WordGroup
    dangling: WordGroup
    finite_verbs: WordGroup
    question_words: WordGroup
    small_words: WordGroup
    heading_words: WordGroup
    list_headings: WordGroup
    no_labels: WordGroup
    open_lead_ins: WordGroup
    pronouns: WordGroup
    months: WordGroup
    menu: WordGroup
    furniture: tuple[FurnitureCue, ...]

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        ids = [cue.id for cue in self.furniture]
        if len(set(ids)) < len(ids):
            raise ValueError("each furniture cue needs an id of its own")
        return self


class GapTopic(Strict):
    """The words in a lead-in that say what its lost list was about.

    Attributes
    ----------
    topic : str
        A topic of the pack.
    cues : tuple of str
        Words or phrases in lower case; ``*`` at a word's end stands for any ending.
    """

    topic: str
    reason: str
    cues: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


class GapTopics(Ordered):
    """A topic pack's lead-ins (``gaps.yml``); the first topic with a cue in the lead-in is the gap's."""

    topics: tuple[GapTopic, ...] = ()


def read_segment_words(pack: Path) -> SegmentWords:
    """Read a pack's ``segments.yml``.

    Raises
    ------
    PackError
        The file is missing or does not fit the schema.
    """
    return read_yaml(pack / "segments.yml", SegmentWords)


def read_gap_topics(pack: Path) -> GapTopics:
    """Read a topic pack's ``gaps.yml``; a pack without one tells no topics.

    Raises
    ------
    PackError
        A file does not fit the schema.
    """
    return read_section(pack, "gaps", GapTopics)
