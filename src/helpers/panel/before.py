"""Same as before: the decision on the same sentence elsewhere, or on one that differs a little and makes the same statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.model.changes import changes, is_small
from helpers.model.claim import Claim
from helpers.model.decision import MISREAD, Event, Judged
from helpers.model.document import Document
from helpers.model.judgement import STAYS, Followed, statement_of
from helpers.model.strange import revealed
from helpers.model.words import VERDICT_WORDS
from helpers.review import sentence_of

Following = Mapping[Judged, Followed]
WORDINGS = 20  # of one statement that are held against a sentence; the latest


@dataclass(frozen=True, slots=True)
class Offer:
    """A decision that may be taken again: on whose claim, and the event that holds its ruling."""

    judged: Judged
    event: Event


class Before:
    """What was decided before, by what it was about.

    Parameters
    ----------
    events : iterable of Event
        Those in force that rule on claims, in order.
    following : mapping of Judged to Followed
        Where their claims stand now.
    """

    def __init__(self, events: Iterable[Event], following: Following) -> None:
        self._following = following
        self._by_statement: defaultdict[str, dict[str, list[Offer]]] = defaultdict(dict)
        self._by_source: defaultdict[str, list[Offer]] = defaultdict(list)
        for event in events:
            for judged in event.decision.claims:
                offer = Offer(judged, event)
                wordings = self._by_statement[judged.statement_id]
                said = _plainly(sentence_of(judged.anchor))
                wordings[said] = wordings.pop(said, [])  # the latest wording stands last
                wordings[said].append(offer)
                if following[judged].found not in STAYS:
                    self._by_source[judged.source_id].append(offer)

    def on(self, claim: Claim, text: str, *, reviewer: str, needed: int) -> Offer | None:
        """Return what can be decided as before; nothing where it was never decided, or may not be seen yet.

        One's own decision comes first, then one on these very words before they were edited, then the latest.

        Parameters
        ----------
        text : str
            Of the claim's page.
        """
        sentence = text[claim.sentence_start : claim.sentence_end]
        here = [one for one in self._by_source.get(claim.source_id, ()) if self._stood_here(one, claim, sentence)]
        same = [one for one in self._said_alike(claim, sentence) if self._is_elsewhere(one, claim)]
        seen = [(one, True) for one in here] + [(one, False) for one in same]
        may_see = [(one, edited) for one, edited in seen if _may_see(one.event, reviewer, needed)]

        def nearest(pair: tuple[Offer, bool]) -> tuple[bool, bool, str]:
            offer, edited = pair
            return offer.event.decision.reviewer == reviewer, edited, offer.event.time

        return max(may_see, key=nearest)[0] if may_see else None

    def _said_alike(self, claim: Claim, sentence: str) -> list[Offer]:
        """Return what was decided on the same statement in the same sentence, or in one that differs a little."""
        wordings = self._by_statement.get(statement_of(claim), {})
        said = _plainly(sentence)
        if said in wordings:
            return wordings[said]
        return [one for other in [*wordings][-WORDINGS:] if is_small(other, said) for one in wordings[other]]

    def _stood_here(self, one: Offer, claim: Claim, sentence: str) -> bool:
        """Say whether these words were decided on before they were edited a little, and still speak of the same."""
        place = self._following[one.judged]
        if place.start is None or place.end is None or place.claim_id is not None:
            return False
        overlaps = claim.start < place.end and place.start < claim.end
        return overlaps and is_small(sentence_of(one.judged.anchor), sentence)

    def _is_elsewhere(self, one: Offer, claim: Claim) -> bool:
        decided = one.event.decision
        here = self._following[one.judged].claim_id == claim.claim_id
        return not here and claim.claim_id not in decided.exceptions and one.judged.says is None


def told(offer: Offer, claim: Claim, document: Document, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return an offer as the page shows it: who decided what, when and where, and how the two sentences differ."""
    ruling, decision = offer.event.decision.ruling, offer.event.decision
    if ruling is None:
        return {}
    now = " ".join(document.text[claim.sentence_start : claim.sentence_end].split())
    before = sentence_of(offer.judged.anchor)
    return {
        "who": decision.reviewer,
        "when": offer.event.time,
        "verdict": ruling.verdict,
        "words": VERDICT_WORDS[ruling.verdict],
        "reason": ruling.reason,
        "wording": ruling.wording,
        "references": list(ruling.references),
        "expires": ruling.expires or "",
        "where": titles.get(offer.judged.source_id, offer.judged.source_id),
        "changes": [[kind, revealed(words)] for kind, words in changes(before, now)] if before != now else [],
    }


def _plainly(sentence: str) -> str:
    return " ".join(sentence.casefold().split())


def _may_see(event: Event, reviewer: str, needed: int) -> bool:
    """Others' verdicts may count for nothing before one's own is in; what settled a disagreement may be seen."""
    decision = event.decision
    if decision.ruling is None or decision.ruling.verdict == MISREAD:
        return False
    return decision.reviewer == reviewer or needed == 1 or decision.kind == "adjudicate"
