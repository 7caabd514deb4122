"""Decisions on claims: recorded once, never edited, held against sources that change."""

from helpers.model.judgement import statement_of
from helpers.review.agreement import Agreement, agreement, agreements, figure, pairs
from helpers.review.anchor import Place, anchor, find
from helpers.review.decide import adjudicate, decide, judged, judged_statement, let_go, undo
from helpers.review.exchange import Added, export_journal, import_journal, read_journal, texts_path
from helpers.review.follow import Following, follow
from helpers.review.heads import head_line, head_path, must_hold, read_head
from helpers.review.journal import Clock, Journal, Verified, utc_now
from helpers.review.past import past_of
from helpers.review.reopen import Citation, citations, reopened
from helpers.review.safety import lost_between, lost_safety
from helpers.review.standing import Standing, disagreements, in_force, judgements, let_go_of, rulings, shown_to, standing
from helpers.review.statements import statements
from helpers.review.tally import Tally, tallies
from helpers.review.versions import earlier_versions

__all__ = [
    "Added",
    "Agreement",
    "Citation",
    "Clock",
    "Following",
    "Journal",
    "Place",
    "Standing",
    "Tally",
    "Verified",
    "adjudicate",
    "agreement",
    "agreements",
    "anchor",
    "citations",
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
    "let_go",
    "let_go_of",
    "lost_between",
    "lost_safety",
    "must_hold",
    "pairs",
    "past_of",
    "read_head",
    "read_journal",
    "reopened",
    "rulings",
    "shown_to",
    "standing",
    "statement_of",
    "statements",
    "tallies",
    "texts_path",
    "undo",
    "utc_now",
]
