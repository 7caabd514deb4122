"""Frozen records that the stages hand to each other; no input or output here."""

from helpers.model.claim import CLAIM_COLUMNS, Claim, claim_id
from helpers.model.disclosure import DISCLOSURE_COLUMNS, Disclosure
from helpers.model.document import Document
from helpers.model.finding import FINDING_COLUMNS, Finding, finding_id
from helpers.model.gap import Gap
from helpers.model.quantity import Quantity
from helpers.model.relation import RELATION_COLUMNS, Relation
from helpers.model.segment import Block, Segmented, Sentence
from helpers.model.situation import SITUATION, Situation, can_meet, situation_of
from helpers.model.span import Span

__all__ = [
    "CLAIM_COLUMNS",
    "DISCLOSURE_COLUMNS",
    "FINDING_COLUMNS",
    "RELATION_COLUMNS",
    "SITUATION",
    "Block",
    "Claim",
    "Disclosure",
    "Document",
    "Finding",
    "Gap",
    "Quantity",
    "Relation",
    "Segmented",
    "Sentence",
    "Situation",
    "Span",
    "can_meet",
    "claim_id",
    "finding_id",
    "situation_of",
]
