"""A claim's place, remembered by its words and what stands around them, and found again in a changed text.

The selectors are W3C's (Web Annotation Data Model, 4.2.4 text quote, 4.2.5 text position); the context of 32
characters is what the Hypothesis annotator uses. A place is only taken where it fits better than any other place, and
better than any lookalike did in the old text; position alone never decides.
"""

from dataclasses import dataclass

from helpers.model.claim import Claim
from helpers.model.decision import Anchor
from helpers.model.judgement import Found
from helpers.model.typography import unstyled_at

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Place:
    """What became of an anchor in a text; ``start, end`` are the quote's offsets there, or None."""

    found: Found
    start: int | None
    end: int | None
    reason: str


def anchor(claim: Claim, text: str) -> Anchor:
    """Remember where a claim stands.

    Parameters
    ----------
    claim : Claim
        Its offsets point into ``text``.
    text : str
        The source's text as loaded.
    """
    before = text[max(0, claim.sentence_start - CONTEXT) : claim.sentence_start]
    after = text[claim.sentence_end : claim.sentence_end + CONTEXT]
    sentence = text[claim.sentence_start : claim.sentence_end]
    others = [place for place in _places(sentence, text) if place != claim.sentence_start]
    return Anchor(
        exact=claim.quote,
        prefix=before + text[claim.sentence_start : claim.start],
        suffix=text[claim.end : claim.sentence_end] + after,
        start=claim.start,
        end=claim.end,
        sentence_start=claim.sentence_start,
        sentence_end=claim.sentence_end,
        rival=max((_fit(text, place, sentence, before, after) for place in others), default=-1),
    )


def find(anchor: Anchor, text: str) -> Place:
    """Find an anchor's place in a text that may have changed; never guess between lookalikes.

    Returns
    -------
    Place
        ``unchanged`` or ``moved`` only where the whole sentence stands word for word in one place that fits best.
    """
    lead = anchor.start - anchor.sentence_start
    before = anchor.prefix[: len(anchor.prefix) - lead]
    tail = anchor.sentence_end - anchor.end
    after = anchor.suffix[tail:]
    sentence = anchor.prefix[len(before) :] + anchor.exact + anchor.suffix[:tail]
    places = _places(sentence, text)
    if not places:
        return _in_other_typography(anchor, text, sentence, lead) or _edited(anchor, text, before, after, len(sentence))
    fits = [_fit(text, place, sentence, before, after) for place in places]
    best = max(fits)
    if fits.count(best) > 1:
        return Place("ambiguous", None, None, f"the sentence stands in {fits.count(best)} places that fit equally")
    if best <= anchor.rival:
        return Place("ambiguous", None, None, "it stood several times, and what is left fits no better than its lookalikes did")
    start = places[fits.index(best)] + lead
    if start == anchor.start:
        return Place("unchanged", start, start + len(anchor.exact), "the same words in the same place")
    return Place("moved", start, start + len(anchor.exact), "the same sentence in another place")


def _in_other_typography(anchor: Anchor, text: str, sentence: str, lead: int) -> Place | None:
    """Find a sentence that stood once and stands once, in other quotes, bullets, line ends, emphasis or spaces."""
    folded, words = unstyled_at(text), unstyled_at(sentence)
    places = _places(words.text, folded.text)
    if anchor.rival >= 0 or len(places) != 1:
        return None
    inside = [at for at, place in enumerate(words.places) if lead <= place < lead + len(anchor.exact)]
    if not inside:
        return None
    start, end = folded.places[places[0] + inside[0]], folded.places[places[0] + inside[-1]] + 1
    found: Found = "unchanged" if start == anchor.start else "moved"
    return Place(found, start, end, "the same words in other typography")


def _places(words: str, text: str) -> list[int]:
    """Return where ``words`` begin in ``text``, none inside the one before."""
    found = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def _fit(text: str, place: int, sentence: str, before: str, after: str) -> int:
    """Count the sides (0, 1, 2) on which a place has the same context; the edge of a text is a context too."""
    end = place + len(sentence)
    left = text[max(0, place - CONTEXT) : place] == before
    right = text[end : end + CONTEXT] == after
    return left + right


def _edited(anchor: Anchor, text: str, before: str, after: str, length: int) -> Place:
    """Say what became of a sentence that no longer stands word for word."""
    reach = 3 * length + CONTEXT
    between = _between(text, before, after, reach)
    if len(between) == 1 and text[slice(*between[0])].strip():
        return Place("changed", *between[0], "other words stand in its place")
    quotes = _places(anchor.exact, text)
    if len(quotes) == 1 and anchor.exact.strip():
        start, end = quotes[0], quotes[0] + len(anchor.exact)
        if (before and before in text[max(0, start - reach) : start]) or (after and after in text[end : end + reach]):
            return Place("changed", start, end, "its words stand, but the sentence around them was edited")
    return Place("vanished", None, None, "neither its sentence nor anything in its place is left")


def _between(text: str, before: str, after: str, reach: int) -> list[tuple[int, int]]:
    """Return what stands between the two contexts; an empty one is the edge of the text."""
    found = []
    for opening in _places(before, text) if before else [0]:
        start = opening + len(before)
        end = text.find(after, start, start + reach) if after else len(text)
        if start <= end <= start + reach:
            found.append((start, end))
    return found
