"""What people see: tables in a reviewer's words, figures, highlighted texts, and the report."""

from helpers.show.cards import page_cards
from helpers.show.claims import claim_counts, claim_tables
from helpers.show.contradictions import contradiction_picture
from helpers.show.differences import difference_table
from helpers.show.evidence import (
    closest,
    contradicted,
    mixed,
    notices,
    supported,
    verdict_counts,
    wording_picture,
    wording_table,
)
from helpers.show.findings import conflicts, gravest, other_findings
from helpers.show.levels import level_pictures
from helpers.show.matrix import legend, matrix_picture, matrix_table
from helpers.show.pages import source_pages
from helpers.show.problem_quality import lost_in_silence, problem_kinds, problem_scores, rule_scores
from helpers.show.quality import (
    false_claims,
    known_misfires,
    left_unread,
    missed_claims,
    overall_scores,
    shares_right,
    topic_scores,
)
from helpers.show.range_figures import range_pictures
from helpers.show.readers import readers_about, readers_agreement, readers_apart, readers_scores
from helpers.show.sources import (
    accounting_picture,
    accounting_table,
    copied,
    lost_lists,
    not_read,
    source_table,
    unread_sentences,
)
from helpers.show.start import banner, headline, source_proposals
from helpers.show.texts import marked_texts
from helpers.show.view import View

__all__ = [
    "View",
    "accounting_picture",
    "accounting_table",
    "banner",
    "claim_counts",
    "claim_tables",
    "closest",
    "conflicts",
    "contradicted",
    "contradiction_picture",
    "copied",
    "difference_table",
    "false_claims",
    "gravest",
    "headline",
    "known_misfires",
    "left_unread",
    "legend",
    "level_pictures",
    "lost_in_silence",
    "lost_lists",
    "marked_texts",
    "matrix_picture",
    "matrix_table",
    "missed_claims",
    "mixed",
    "not_read",
    "notices",
    "other_findings",
    "overall_scores",
    "page_cards",
    "problem_kinds",
    "problem_scores",
    "range_pictures",
    "readers_about",
    "readers_agreement",
    "readers_apart",
    "readers_scores",
    "rule_scores",
    "shares_right",
    "source_pages",
    "source_proposals",
    "source_table",
    "supported",
    "topic_scores",
    "unread_sentences",
    "verdict_counts",
    "wording_picture",
    "wording_table",
]
