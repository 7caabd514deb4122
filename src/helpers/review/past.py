"""What the journal knows of pages before their text of now."""

from collections.abc import Iterable

from helpers.model.document import Document
from helpers.model.review import Past
from helpers.review.journal import Journal
from helpers.review.standing import let_go_of, rulings
from helpers.review.versions import earlier_versions


def past_of(journal: Journal, documents: Iterable[Document]) -> Past:
    """Return the versions of pages that were decided on before the ones of now, and the warnings that were let go.

    Parameters
    ----------
    documents : iterable of Document
        The sources as they are now.
    """
    events = journal.events()
    if not events:
        return Past()
    now = {document.source_id: document for document in documents}
    return Past(earlier_versions(rulings(events), journal.texts(), now), frozenset(let_go_of(events)))
