"""Warnings that a page carried in its last version and no longer carries."""

import re
from collections.abc import Iterable

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.review import Reading
from helpers.model.safety import LostWarning, warning_id
from helpers.model.segment import Segmented, Sentence
from helpers.model.typography import unstyled
from helpers.packs.safety import SafetyText

SHARED = 0.7  # of the longer words of a warning: then it is given in other words
STEM = 5  # letters by which two forms of a word are one
_SENTENCES = re.compile(r"(?<=[.!?])\s+|[\r\n]+")


def lost_between(old: Iterable[Reading], new: Iterable[Reading], safety: SafetyText) -> tuple[LostWarning, ...]:
    """List the safety sentences that sources lost between two versions of a folder.

    Parameters
    ----------
    old, new : iterable of Reading
        A source that only one of them holds lost no sentence: it came or went as a whole.

    Returns
    -------
    tuple of LostWarning
        In the order of ``old``.
    """
    now = {reading.document.source_id: reading for reading in new}
    lost: list[LostWarning] = []
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
) -> tuple[LostWarning, ...]:
    """List the safety sentences of a source's last version that are gone.

    Parameters
    ----------
    old, segmented, claims
        The last version: its document, its sentences, its claims.
    new_text, new_claims
        The version of now, of the same source.

    Returns
    -------
    tuple of LostWarning
        In reading order of the old text.
    """
    heading_words = re.compile(r"\b(?:" + "|".join(re.escape(word) for word in safety.headings) + ")", re.IGNORECASE)
    warnings = [claim for claim in claims if _warns(claim, safety)]
    given = [claim for claim in new_claims if _warns(claim, safety)]
    still = {_warning(claim) for claim in given} | {(claim.topic, claim.item) for claim in given}
    left = unstyled(new_text)
    lost = []
    for sentence in segmented.sentences:
        if sentence.zone != "body" or sentence.kind in ("heading", "question"):
            continue
        quote = old.text[sentence.start : sentence.end]
        heading = _heading(old.text, sentence, heading_words)
        said = [claim for claim in warnings if sentence.start <= claim.start < sentence.end]
        in_words = safety.warns_in(quote)
        if (heading or said or in_words) and unstyled(quote) not in left:
            still_said = bool(said) and all(_warning(claim) in still for claim in said)
            still_said = still_said or (in_words and not heading and _is_said(quote, new_text, safety))
            lost.append(_lost(old, sentence, heading, said[0].topic if said else "", still_said, safety))
    return tuple(lost)


def _warns(claim: Claim, safety: SafetyText) -> bool:
    return claim.topic in safety.topics and claim.level not in safety.reassurances


def _warning(claim: Claim) -> tuple[str | float | None, ...]:
    """Return what a claim warns of, with its figures where it has any: without them it would warn of less."""
    figures = (claim.low, claim.high) if claim.low is not None or claim.high is not None else ()
    return claim.topic, claim.item, *figures


def _heading(text: str, sentence: Sentence, words: re.Pattern[str]) -> str:
    above = (span.of(text).strip() for span in sentence.headings)
    return next((heading for heading in above if words.search(heading)), "")


def _lost(old: Document, sentence: Sentence, heading: str, topic: str, still_said: bool, safety: SafetyText) -> LostWarning:
    quote = old.text[sentence.start : sentence.end]
    where = f" under \u201c{heading}\u201d" if heading else ""
    became = "its warnings are still given in other words" if still_said else "this version does not say it in other words either"
    reason = f"The last version warned{where}: \u201c{quote}\u201d. That sentence is gone; {became}."
    return LostWarning(
        warning_id=warning_id(old.source_id, quote),
        source_id=old.source_id,
        sha256=old.sha256,
        topic=topic,
        start=sentence.start,
        end=sentence.end,
        quote=quote,
        heading=heading,
        still_said=still_said,
        severity=safety.still_said if still_said else safety.gone,
        reason=reason,
        harm=safety.harm,
    )


def _is_said(quote: str, text: str, safety: SafetyText) -> bool:
    """Say whether a text warns in words of which most are those of a sentence."""
    sought = _stems(quote)
    said = (one for one in _SENTENCES.split(text) if one.strip() and safety.warns_in(one))
    return bool(sought) and any(len(sought & _stems(one)) / len(sought) >= SHARED for one in said)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in re.findall(r"\w{4,}", words.casefold()))
