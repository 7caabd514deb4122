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
        In the order of the ledger; topic ``UNREAD``, no treatment, the sentence itself as item.
    """
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for row in ledger:
        if row.status == "unread":
            quote = texts[row.source_id][row.start : row.end]
            words, again = " ".join(quote.split()), seen[row.source_id, quote]
            found.append(sentence_to_judge(row.source_id, row.start, row.end, quote, topic=UNREAD, item=words, occurrence=again))
            seen[row.source_id, quote] += 1
    return tuple(found)


def sentence_to_judge(
    source_id: str, start: int, end: int, quote: str, *, topic: str, item: str, treatment: str = "", occurrence: int = 0
) -> Claim:
    """Return a sentence as people judge it: a claim without a value."""
    return Claim(
        claim_id=claim_id(
            source_id=source_id,
            topic=topic,
            treatment=treatment,
            item=item,
            level=None,
            low=None,
            high=None,
            quote=quote,
            occurrence=occurrence,
        ),
        source_id=source_id,
        topic=topic,
        treatment=treatment,
        item=item,
        level=None,
        low=None,
        high=None,
        unit=None,
        vague=False,
        certainty="asserted",
        zone="body",
        start=start,
        end=end,
        quote=quote,
        sentence_start=start,
        sentence_end=end,
        rule="",
    )
