"""Schema of ``severities.yml``: how much harm a relation on a topic could do, in words and in three steps."""

from collections.abc import Iterator
from typing import get_args

from pydantic import Field

from helpers.model.finding import FindingKind
from helpers.model.relation import Severity
from helpers.packs.read import Ordered, Strict


class Harm(Strict):
    """What a topic's relations can lead to.

    Attributes
    ----------
    harm : str
        What could happen to a patient or to the publisher if it is published as it stands, whatever the hedging.
    conflict, tension, silent, unknown : str
        ``high``, ``medium`` or ``low``. Agreement and what cannot be compared harm nobody: always ``low``.
    """

    harm: str
    conflict: Severity
    tension: Severity
    silent: Severity
    unknown: Severity

    def of(self, relation: str) -> Severity:
        """Return the severity of a relation on this topic."""
        table: dict[str, Severity] = {
            "conflict": self.conflict,
            "tension": self.tension,
            "silent": self.silent,
            "unknown": self.unknown,
        }
        return table.get(relation, "low")


class SeverityFile(Ordered):
    """The harm of each topic, and of those that are not named.

    Attributes
    ----------
    kinds : tuple of str
        The kinds of findings; among findings of one severity, an earlier kind comes first.
    topics : dict of str to Harm
        Among findings of one severity and kind, an earlier topic comes first.
    other : Harm
        Of topics that are not named.
    """

    kinds: tuple[FindingKind, ...] = get_args(FindingKind)
    topics: dict[str, Harm] = Field(default_factory=dict)
    other: Harm = Harm(
        harm="readers are told different things and cannot know which to rely on",
        conflict="medium",
        tension="low",
        silent="low",
        unknown="low",
    )

    def named(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield every topic that the file names, with no levels."""
        yield from ((topic, ()) for topic in self.topics)
