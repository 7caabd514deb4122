"""Documents as they are read once reviewers have said what was read wrongly, and what was not read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from helpers.model.claim import Claim, claim_id
from helpers.model.decision import Judged, Says
from helpers.model.document import Document
from helpers.model.judgement import STAYS, statement_of
from helpers.model.ledger import LedgerRow
from helpers.model.review import Past, Reading
from helpers.model.segment import Sentence
from helpers.packs.topics import Topic
from helpers.review.anchor import find
from helpers.review.follow import follow

REVIEWER = "reviewer"  # what stands for the rule of a claim that a reviewer has read


def as_reviewed(readings: Sequence[Reading], past: Past, topics: Mapping[str, Topic]) -> tuple[list[Reading], tuple[Claim, ...]]:
    """Leave out the claims that reviewers found read wrongly, and take in those that they say were missed.

    Parameters
    ----------
    topics : mapping of str to Topic
        The pack's; what was missed on another pack's topics is left to that pack.

    Returns
    -------
    list of Reading
        The same documents.
    tuple of Claim
        What was left out, by source and place.
    """
    if not past.misread and not past.missed:
        return list(readings), ()
    documents = {one.document.source_id: one.document for one in readings}
    found = follow(past.misread, documents, [claim for one in readings for claim in one.claims])
    wrong = {one.claim_id for one in found.values() if one.claim_id is not None and one.found in STAYS}
    missed: defaultdict[str, list[Judged]] = defaultdict(list)
    for judged in past.missed:
        if judged.says is None or not _is_known(judged.says, topics):
            continue
        missed[judged.source_id].append(judged)
    left_out = tuple(claim for one in readings for claim in one.claims if claim.claim_id in wrong)
    return [_reading(one, wrong, missed[one.document.source_id]) for one in readings], left_out


def without_a_reading(ledger: Iterable[LedgerRow], misread: Iterable[Claim]) -> list[LedgerRow]:
    """Return a ledger in which nobody is asked again for a sentence that reviewers have looked at: it makes no such claim."""
    judged = {(claim.source_id, claim.sentence_start) for claim in misread}
    why = "reviewers looked at it: what was read from it does not stand there"
    return [
        replace(row, status="no claim", reason=why) if row.status == "unread" and (row.source_id, row.start) in judged else row
        for row in ledger
    ]


def claim_at(document: Document, sentences: Sequence[Sentence], start: int, end: int, says: Says) -> Claim:
    """Return the claim that words of a page make, as a reviewer says.

    Parameters
    ----------
    sentences : sequence of Sentence
        Of the document, in reading order.
    start, end : int
        Half-open offsets of the words.
    """
    quote = document.text[start:end]
    place = bisect_right(sentences, start, key=lambda one: one.start) - 1
    inside = place >= 0 and end <= sentences[place].end
    sentence = (sentences[place].start, sentences[place].end) if inside else (start, end)
    identity = claim_id(
        source_id=document.source_id,
        topic=says.topic,
        treatment=says.treatment,
        item=says.item,
        level=says.level,
        low=says.low,
        high=says.high,
        quote=quote,
        occurrence=document.text.count(quote, 0, start),
    )
    return Claim(
        claim_id=identity,
        source_id=document.source_id,
        topic=says.topic,
        treatment=says.treatment,
        item=says.item,
        level=says.level,
        low=says.low,
        high=says.high,
        unit=says.unit,
        vague=says.vague,
        certainty="asserted",
        zone="body",
        start=start,
        end=end,
        quote=quote,
        sentence_start=sentence[0],
        sentence_end=sentence[1],
        rule=REVIEWER,
    )


def _reading(reading: Reading, wrong: set[str], missed: Sequence[Judged]) -> Reading:
    kept = [claim for claim in reading.claims if claim.claim_id not in wrong]
    for judged in missed:
        claim = _missed(reading, judged)
        if claim is not None and not any(_is_read(claim, other) for other in kept):
            kept.append(claim)
    kept.sort(key=lambda claim: claim.start)
    return replace(reading, claims=tuple(kept))


def _is_known(says: Says, topics: Mapping[str, Topic]) -> bool:
    topic = topics.get(says.topic)
    return topic is not None and says.level in (None, *topic.scale, *topic.levels)


def _missed(reading: Reading, judged: Judged) -> Claim | None:
    """Return the claim where its words still stand; None where they went, or were never given a meaning."""
    place = find(judged.anchor, reading.document.text)
    if judged.says is None or place.found not in STAYS or place.start is None or place.end is None:
        return None
    return claim_at(reading.document, reading.segmented.sentences, place.start, place.end, judged.says)


def _is_read(claim: Claim, other: Claim) -> bool:
    """Say whether a rule, or another reviewer, reads the same from these words by now."""
    return statement_of(claim) == statement_of(other) and claim.start < other.end and other.start < claim.end
