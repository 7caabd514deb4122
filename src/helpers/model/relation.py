"""What two sources, or two statements of one source, have to do with each other."""

from dataclasses import dataclass, fields
from typing import Literal

COPY = "copy"  # the strength of an agreement of places that are copies of one text
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of the relation table (codebook, section 5); unordered, ``source_a <= source_b``.

    ``silent`` and ``unknown`` rows name one source and a topic: ``source_b`` and both claim ids are empty. In the written table
    a row without any source counts what several pages do not say, or what cannot be compared.
    """

    topic: str
    item: str
    treatment: str
    relation: str
    strength: str
    scope: str
    kind: str
    source_a: str
    source_b: str
    claim_a: str
    claim_b: str
    severity: Severity
    reason: str


RELATION_COLUMNS = tuple(field.name for field in fields(Relation))
