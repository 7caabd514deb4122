"""Sentences that the extractor is known to read wrongly, kept until it reads them rightly."""

from pathlib import Path

from pydantic import Field

from helpers.model import Claim
from helpers.model.interval import in_words
from helpers.packs.read import Strict, read_yaml
from helpers.paths import DEFAULT_PACK

UNNAMED = "unspecified"


class Misfire(Strict):
    """A sentence of our own that is read wrongly.

    Attributes
    ----------
    text : str
    expected, says : tuple of str
        The claims that it makes, and those that are read instead, each as :func:`in_one_line` writes it.
    """

    text: str
    expected: tuple[str, ...]
    says: tuple[str, ...]


class Fault(Strict):
    """What the extractor does not see, with sentences that show it.

    Attributes
    ----------
    fault : str
        In a reviewer's words.
    pack : str
    sentences : tuple of Misfire
    """

    fault: str
    pack: str = DEFAULT_PACK
    sentences: tuple[Misfire, ...] = Field(min_length=1)


class FaultFile(Strict):
    """``misfires.yml``, the most general fault first."""

    faults: tuple[Fault, ...]


def read_misfires(path: Path) -> tuple[Fault, ...]:
    """Read the known misfires.

    Raises
    ------
    PackError
        The file is missing or does not fit the schema.
    """
    return read_yaml(path, FaultFile).faults


def in_one_line(claim: Claim) -> str:
    """Return what a claim says: topic, item, level, bounds, "hedged" and its treatment, as far as there are any.

    Examples
    --------
    ``downtime, some, 1 to 2 days``; ``efficacy, acne, benefit, hedged, of mesotherapy``.
    """
    bounds = in_words(claim.low, claim.high, claim.unit)
    hedged = "hedged" if claim.certainty == "hedged" else ""
    treatment = f"of {claim.treatment}" if claim.treatment != UNNAMED else ""
    return ", ".join(part for part in (claim.topic, claim.item, claim.level, bounds, hedged, treatment) if part)
