"""Sentences that no rule has read, as people judge them: like claims that say just their own words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from helpers.model.claim import Claim, claim_id
from helpers.model.ledger import LedgerRow

UNREAD = "unread_sentence"  # the topic that they stand under


def unread_sentences(ledger: Iterable[LedgerRow], texts: Mapping[str, str]) -> tuple[Claim, ...]:
    """Return the unread sentences of a ledger; the same words make the same statement wherever they stand.

    Parameters
    ----------
    texts : mapping of str to str
        By source id.

    Returns
    -------
    tuple of Claim
        In the order of the ledger; topic ``UNREAD``, no treatment, the sentence itself as item, the ledger's reason as rule.
    """
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for row in ledger:
        if row.status == "unread":
            quote = texts[row.source_id][row.start : row.end]
            found.append(_judged(row, quote, occurrence=seen[row.source_id, quote]))
            seen[row.source_id, quote] += 1
    return tuple(found)


def _judged(row: LedgerRow, quote: str, *, occurrence: int) -> Claim:
    words = " ".join(quote.split())
    return Claim(
        claim_id=claim_id(
            source_id=row.source_id,
            topic=UNREAD,
            treatment="",
            item=words,
            level=None,
            low=None,
            high=None,
            quote=quote,
            occurrence=occurrence,
        ),
        source_id=row.source_id,
        topic=UNREAD,
        treatment="",
        item=words,
        level=None,
        low=None,
        high=None,
        unit=None,
        vague=False,
        certainty="asserted",
        zone="body",
        start=row.start,
        end=row.end,
        quote=quote,
        sentence_start=row.start,
        sentence_end=row.end,
        rule="",
    )
