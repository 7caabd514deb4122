"""Claims set against each other: where sources agree, conflict or stay silent, and what cannot be published as it stands."""

from helpers.compare.findings import all_findings
from helpers.compare.judged import naming_places, with_findings
from helpers.compare.ledger import ledger_of
from helpers.compare.pages import Page
from helpers.compare.proposed import with_confirmed
from helpers.compare.relations import compare
from helpers.compare.warnings import owed_warnings
from helpers.compare.wording_trace import wordings_tried

__all__ = [
    "Page",
    "all_findings",
    "compare",
    "ledger_of",
    "naming_places",
    "owed_warnings",
    "with_confirmed",
    "with_findings",
    "wordings_tried",
]
