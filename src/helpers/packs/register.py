"""The entries of the evidence register as they stand."""

from typing import Literal

from pydantic import Field

from helpers.packs.joining import Direction
from helpers.packs.read import Strict


class RegisterRow(Strict):
    """One entry of ``evidence.csv``, its cells as they stand; a blank one means "not in the text seen", never "none"."""

    tier: Literal["core", "supplementary"]
    ref_id: str = Field(min_length=1)
    topic: str
    short_citation: str
    year: str
    full_title: str
    identifiers_seen: str
    design: str
    n: str
    intervention: str
    condition_outcome: str
    claim_tested: str = Field(min_length=1)
    finding: str
    direction: Direction
    ocebm_2011_level: str
    level_reason: str
    session_interval_days: str
    session_count: str
    schedule_note: str
    downtime_adverse_events: str
    quality_caveats: str
    confidence: str
    public_url: str

    @property
    def level(self) -> int | None:
        """The OCEBM 2011 level, 1 (best) to 5; None for what is not graded: laws, notices, codes, unseen results."""
        return int(self.ocebm_2011_level) if self.ocebm_2011_level in {"1", "2", "3", "4", "5"} else None

    def says(self, words: str) -> bool:
        """Tell whether one cell holds ``words`` exactly."""
        return any(words in cell for cell in self.__dict__.values())
