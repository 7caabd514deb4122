"""The version of a page before the one of now, as far as reviewers decided on it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from helpers.model.decision import Event
from helpers.model.document import Document


def last_versions(events: Iterable[Event], texts: Mapping[str, str], documents: Mapping[str, Document]) -> dict[str, Document]:
    """Return for each source the version that was decided on last and is not the one of now.

    Parameters
    ----------
    events : iterable of Event
        The whole journal, in order.
    texts : mapping of str to str
        From ``Journal.texts``.
    documents : mapping of str to Document
        The sources as they are now, by source id.

    Returns
    -------
    dict of str to Document
        By source id, in the order of ``documents``. A source that nobody decided on in another version is not in it, nor one
        whose version the journal has no text of, nor one that is no longer there.
    """
    last: dict[str, str] = {}
    for event in events:
        if event.decision.kind == "let_go":  # it names a version that was the last one even then
            continue
        for claim in event.decision.claims:
            now = documents.get(claim.source_id)
            if now is not None and now.sha256 != claim.sha256:
                last[claim.source_id] = claim.sha256
    return {
        source_id: replace(now, text=texts[last[source_id]], sha256=last[source_id])
        for source_id, now in documents.items()
        if last.get(source_id) in texts
    }
