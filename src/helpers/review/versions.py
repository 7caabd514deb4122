"""The versions of pages before the ones of now, as far as reviewers decided on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from helpers.model.decision import Event
from helpers.model.document import Document


def earlier_versions(
    events: Iterable[Event], texts: Mapping[str, str], documents: Mapping[str, Document]
) -> tuple[Document, ...]:
    """Return the versions that were decided on and are not those of now.

    Parameters
    ----------
    events : iterable of Event
        The whole journal, in order.
    texts : mapping of str to str
        From ``Journal.texts``; a version of which the journal keeps no text is left out.
    documents : mapping of str to Document
        The sources as they are now, by source id; versions of sources that are no longer there are left out.

    Returns
    -------
    tuple of Document
        In the order of ``documents``, of each source the version decided on last first.
    """
    decided: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for event in events:
        for claim in event.decision.claims:
            versions = decided[claim.source_id]
            versions.pop(claim.sha256, None)
            versions[claim.sha256] = None
    return tuple(
        replace(now, text=texts[sha256], sha256=sha256)
        for source_id, now in documents.items()
        for sha256 in reversed(decided.get(source_id, {}))
        if sha256 != now.sha256 and sha256 in texts
    )
