"""Decisions on claims: recorded once, never edited, held against sources that change."""

from helpers.model.judgement import statement_of
from helpers.review.agreement import Agreement, agreement, agreements, figure, pairs
from helpers.review.anchor import Place, anchor, find
from helpers.review.decide import adjudicate, as_read, decide, judged, judged_statement, let_go, missed, undo
from helpers.review.exchange import Added, export_journal, import_journal, read_journal, texts_path
from helpers.review.follow import Following, follow
from helpers.review.heads import head_line, head_path, must_hold, read_head
from helpers.review.journal import Clock, Journal, Verified, utc_now
from helpers.review.lessons import Lesson, lessons, sentence_of
from helpers.review.past import past_of
from helpers.review.readings import REVIEWER, as_reviewed, claim_at, without_a_reading
from helpers.review.reopen import Citation, citations, reopened
from helpers.review.safety import lost_between, lost_safety
from helpers.review.standing import (
    Standing,
    disagreements,
    in_force,
    judgements,
    let_go_of,
    missed_of,
    rulings,
    shown_to,
    standing,
)
from helpers.review.statements import statements
from helpers.review.tally import Tally, tallies
from helpers.review.versions import earlier_versions

__all__ = [
    "REVIEWER",
    "Added",
    "Agreement",
    "Citation",
    "Clock",
    "Following",
    "Journal",
    "Lesson",
    "Place",
    "Standing",
    "Tally",
    "Verified",
    "adjudicate",
    "agreement",
    "agreements",
    "anchor",
    "as_read",
    "as_reviewed",
    "citations",
    "claim_at",
    "decide",
    "disagreements",
    "earlier_versions",
    "export_journal",
    "figure",
    "find",
    "follow",
    "head_line",
    "head_path",
    "import_journal",
    "in_force",
    "judged",
    "judged_statement",
    "judgements",
    "lessons",
    "let_go",
    "let_go_of",
    "lost_between",
    "lost_safety",
    "missed",
    "missed_of",
    "must_hold",
    "pairs",
    "past_of",
    "read_head",
    "read_journal",
    "reopened",
    "rulings",
    "sentence_of",
    "shown_to",
    "standing",
    "statement_of",
    "statements",
    "tallies",
    "texts_path",
    "undo",
    "utc_now",
    "without_a_reading",
]
