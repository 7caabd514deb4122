"""What the journal knows of pages before their text of now."""

from collections.abc import Iterable, Sequence

from helpers.model.decision import MISREAD, Event, Judged
from helpers.model.document import Document
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
    return Past(
        versions=earlier_versions(rulings(events), journal.texts(), now),
        let_go=frozenset(let_go_of(events)),
        misread=_misread(events, needed),
        missed=tuple(event.decision.claims[0] for event in missed_of(events)),
    )


def _misread(events: Sequence[Event], needed: int) -> tuple[Judged, ...]:
    """Return the claims of which it is settled that they were read wrongly, as they were when that was last said."""
    stand = standing(events)
    settled = judgements(stand, stand, needed=needed)
    return tuple(
        stand[claim_id].claim for claim_id, one in settled.items() if one.ruling is not None and one.ruling.verdict == MISREAD
    )
