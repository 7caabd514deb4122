"""Schema of ``review.yml``: what counts as safety text, and how grave it is when a page's next version lacks it."""

from functools import cached_property
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from helpers.model.relation import Severity
from helpers.packs.frames import Frames, frames
from helpers.packs.read import Strict, read_yaml, unlike


class WarningWords(Strict):
    """Words by which a sentence warns wherever it stands.

    Attributes
    ----------
    says, unless_says : tuple of str
        Frames (see ``helpers.packs.frames``) of a sentence that warns, and of one that does not although it has the first.
    examples, counterexamples : tuple of str
        Sentences that warn so, and sentences that do not.
    """

    id: str = Field(min_length=1)
    says: tuple[str, ...] = Field(min_length=1)
    unless_says: tuple[str, ...] = ()
    reason: str
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = Field(min_length=1)


class SafetyText(Strict):
    """What counts as safety text (``review.yml`` of a pack).

    Attributes
    ----------
    topics : tuple of str
        Topics whose claims are warnings wherever they stand.
    reassurances : tuple of str
        Levels of those topics that warn of nothing, such as ``absent``.
    headings : tuple of str
        Words; a section whose heading has one of them at the start of a word is a warning as a whole.
    classes : dict of str to tuple of str
        Word classes of the frames of ``warns``.
    warns : tuple of WarningWords
        Sentences that warn by their words, whatever claims they make.
    harm : str
        What could happen if a warning goes.
    gone, still_said : str
        ``high``, ``medium`` or ``low``: where nothing of the kind is said now, and where it is, in other words.
    """

    topics: tuple[str, ...]
    reassurances: tuple[str, ...]
    headings: tuple[str, ...]
    classes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    warns: tuple[WarningWords, ...] = ()
    harm: str
    gone: Severity
    still_said: Severity

    @model_validator(mode="after")
    def _frames_hold_together(self) -> Self:
        unlike(one.id for one in self.warns)
        _ = self.compiled
        return self

    @cached_property
    def compiled(self) -> tuple[tuple[Frames, Frames], ...]:
        """What each of ``warns`` looks for, and what keeps it from warning."""
        return tuple((frames(one.says, self.classes), frames(one.unless_says, self.classes)) for one in self.warns)

    def warns_in(self, sentence: str) -> bool:
        """Say whether a sentence warns by its words."""
        return any(says.search(sentence) and not unless.search(sentence) for says, unless in self.compiled)


def read_safety(pack: Path) -> SafetyText:
    """Read ``review.yml`` of a pack's folder."""
    return read_yaml(pack / "review.yml", SafetyText)
