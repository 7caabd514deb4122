"""A warning that a page gave in its last version and no longer gives."""

import hashlib
from dataclasses import dataclass, fields

from helpers.model.relation import Severity


@dataclass(frozen=True, slots=True)
class LostWarning:
    """A sentence of safety text that the new version does not have.

    Attributes
    ----------
    warning_id : str
        A hash of its source and its words.
    sha256 : str
        Of the last version.
    topic : str
        What it warned of; empty where only its heading says that it is a warning.
    start, end : int
        Half-open offsets of the sentence in the text of the last version.
    quote : str
        The sentence.
    heading : str
        The safety heading that it stood under, or ``""``.
    still_said : bool
        The new version still makes every warning of the sentence, in other words; False is the graver finding.
    severity : str
    reason, harm : str
        A sentence for the reviewer, and what could happen now that it is gone.
    """

    warning_id: str
    source_id: str
    sha256: str
    topic: str
    start: int
    end: int
    quote: str
    heading: str
    still_said: bool
    severity: Severity
    reason: str
    harm: str


LOST_WARNING_COLUMNS = tuple(field.name for field in fields(LostWarning))


def warning_id(source_id: str, quote: str) -> str:
    """Return a stable id for a warning that went, whichever version it was last seen in.

    Returns
    -------
    str
        16 hex digits.
    """
    return hashlib.sha256(f"{source_id}\x1f{quote}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
