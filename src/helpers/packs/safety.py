"""Schema of ``review.yml``: what counts as safety text, and how grave it is when a page's next version lacks it."""

from pathlib import Path

from helpers.model.relation import Severity
from helpers.packs.read import Strict, read_yaml


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
    harm : str
        What could happen if a warning goes.
    gone, still_said : str
        ``high``, ``medium`` or ``low``: where nothing of the kind is said now, and where it is, in other words.
    """

    topics: tuple[str, ...]
    reassurances: tuple[str, ...]
    headings: tuple[str, ...]
    harm: str
    gone: Severity
    still_said: Severity


def read_safety(pack: Path) -> SafetyText:
    """Read ``review.yml`` of a pack's folder."""
    return read_yaml(pack / "review.yml", SafetyText)
