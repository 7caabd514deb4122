"""Warnings that a page carried in its last version and no longer carries."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.review import Reading
from helpers.model.segment import Segmented, Sentence
from helpers.packs.read import Strict, read_yaml


class SafetyText(Strict):
    """What counts as safety text (``review.yml`` of a pack).

    Attributes
    ----------
    topics : tuple of str
        Topics whose claims are warnings wherever they stand.
    reassurances : tuple of str
        Levels of those topics that warn of nothing, such as ``absent``.
    headings : tuple of str
        Words; a section whose heading has one of them at the start of a word is a warning as a whole.
    """

    topics: tuple[str, ...]
    reassurances: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LostSafety:
    """A sentence of safety text that the new version does not have.

    Attributes
    ----------
    start, end : int
        Half-open offsets of the sentence in the old text.
    quote : str
        The sentence.
    heading : str
        The safety heading that it stood under, or ``""``.
    still_said : bool
        The new version still makes every warning of the sentence, in other words; False is the graver finding.
    reason : str
        A sentence for the reviewer.
    """

    source_id: str
    start: int
    end: int
    quote: str
    heading: str
    still_said: bool
    reason: str


def read_safety(pack: Path) -> SafetyText:
    """Read ``review.yml`` of a pack's folder."""
    return read_yaml(pack / "review.yml", SafetyText)


def lost_between(old: Iterable[Reading], new: Iterable[Reading], safety: SafetyText) -> tuple[LostSafety, ...]:
    """List the safety sentences that sources lost between two versions of a folder.

    Parameters
    ----------
    old, new : iterable of Reading
        A source that only one of them holds lost no sentence: it came or went as a whole.

    Returns
    -------
    tuple of LostSafety
        In the order of ``old``.
    """
    now = {reading.document.source_id: reading for reading in new}
    lost: list[LostSafety] = []
    for reading in old:
        document = reading.document
        if document.source_id in now:
            after = now[document.source_id]
            lost += lost_safety(
                document,
                reading.segmented,
                reading.claims,
                new_text=after.document.text,
                new_claims=after.claims,
                safety=safety,
            )
    return tuple(lost)


def lost_safety(
    old: Document,
    segmented: Segmented,
    claims: Iterable[Claim],
    *,
    new_text: str,
    new_claims: Iterable[Claim],
    safety: SafetyText,
) -> tuple[LostSafety, ...]:
    """List the safety sentences of a source's last version that are gone.

    Parameters
    ----------
    old, segmented, claims
        The last version: its document, its sentences, its claims.
    new_text, new_claims
        The version of now, of the same source.

    Returns
    -------
    tuple of LostSafety
        In reading order of the old text.
    """
    heading_words = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in safety.headings) + ")", re.IGNORECASE)
    warnings = [claim for claim in claims if _warns(claim, safety)]
    still = {(claim.topic, claim.item) for claim in new_claims if _warns(claim, safety)}
    left = _plain(new_text)
    lost = []
    for sentence in segmented.sentences:
        if sentence.zone != "body" or sentence.kind in ("heading", "question"):
            continue
        quote = old.text[sentence.start : sentence.end]
        heading = _heading(old.text, sentence, heading_words)
        said = {(claim.topic, claim.item) for claim in warnings if sentence.start <= claim.start < sentence.end}
        if (heading or said) and _plain(quote) not in left:
            lost.append(_lost(old.source_id, sentence, quote, heading, still_said=bool(said) and said <= still))
    return tuple(lost)


def _warns(claim: Claim, safety: SafetyText) -> bool:
    return claim.topic in safety.topics and claim.level not in safety.reassurances


def _heading(text: str, sentence: Sentence, words: re.Pattern[str]) -> str:
    above = (span.of(text).strip() for span in sentence.headings)
    return next((heading for heading in above if words.search(heading)), "")


def _lost(source_id: str, sentence: Sentence, quote: str, heading: str, *, still_said: bool) -> LostSafety:
    where = f" under \u201c{heading}\u201d" if heading else ""
    became = "its warnings are still given in other words" if still_said else "nothing of the kind is said now"
    reason = f"The last version warned{where}: \u201c{quote}\u201d. That sentence is gone; {became}."
    return LostSafety(source_id, sentence.start, sentence.end, quote, heading, still_said, reason)


def _plain(text: str) -> str:
    return " ".join(text.split())
