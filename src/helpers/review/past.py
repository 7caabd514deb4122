"""What the journal knows of pages before their text of now."""

from collections.abc import Iterable

from helpers.model.decision import MISREAD
from helpers.model.document import Document
from helpers.model.proposed import CONFIRMS
from helpers.model.review import Past
from helpers.review.journal import Journal
from helpers.review.standing import judgements, let_go_of, missed_of, rulings, standing
from helpers.review.versions import earlier_versions


def past_of(journal: Journal, documents: Iterable[Document], *, needed: int = 1) -> Past:
    """Return the versions of pages that were decided on before the ones of now, and what reviewers said of how they were read.

    Parameters
    ----------
    documents : iterable of Document
        The sources as they are now.
    needed : int
        How many reviewers must agree: 1 or 2.
    """
    events = journal.events()
    if not events:
        return Past()
    now = {document.source_id: document for document in documents}
    stand = standing(events)
    settled = {
        claim_id: one.ruling for claim_id, one in judgements(stand, stand, needed=needed).items() if one.ruling is not None
    }
    return Past(
        versions=earlier_versions(rulings(events), journal.texts(), now),
        let_go=frozenset(let_go_of(events)),
        misread=tuple(stand[claim_id].claim for claim_id, ruling in settled.items() if ruling.verdict == MISREAD),
        missed=tuple(event.decision.claims[0] for event in missed_of(events)),
        objected=frozenset(claim_id for claim_id, ruling in settled.items() if ruling.verdict in CONFIRMS),
    )
