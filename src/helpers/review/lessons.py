"""What reviewers say of how pages were read, as cases for those who make the pack: what was misread, and what was missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from helpers.model.decision import MISREAD, Anchor, Event
from helpers.review.standing import in_force


@dataclass(frozen=True, slots=True)
class Lesson:
    """Words that were read wrongly, or not read.

    Attributes
    ----------
    kind : str
        ``misread`` or ``missed``.
    sentence, quote : str
        The sentence, and the words in it that it is about.
    topic, treatment, item, level, low, high, unit
        What was read; for what was missed, what should have been.
    rule : str
        Of the rule that read it; ``reviewer`` for what was missed.
    reason : str
        The reviewer's.
    reviewer, on, pack : str
        Who said so, the day, and the pack that had read the page.
    """

    kind: Literal["misread", "missed"]
    source_id: str
    sentence: str
    quote: str
    topic: str
    treatment: str
    item: str
    level: str
    low: float | None
    high: float | None
    unit: str
    rule: str
    reason: str
    reviewer: str
    on: str
    pack: str


def lessons(events: Sequence[Event]) -> tuple[Lesson, ...]:
    """Return every case that nobody took back, in the order in which it was told; the same words and reading once."""
    found: dict[tuple[str, str, str, str], Lesson] = {}
    for event in in_force(events):
        ruling = event.decision.ruling
        is_misread = ruling is not None and ruling.verdict == MISREAD
        if not is_misread and event.decision.kind != "missed":
            continue
        for claim in event.decision.claims:
            if claim.says is None:
                continue
            lesson = Lesson(
                kind="misread" if is_misread else "missed",
                source_id=claim.source_id,
                sentence=sentence_of(claim.anchor),
                quote=" ".join(claim.anchor.exact.split()),
                topic=claim.says.topic,
                treatment=claim.says.treatment,
                item=claim.says.item or "",
                level=claim.says.level or "",
                low=claim.says.low,
                high=claim.says.high,
                unit=claim.says.unit or "",
                rule=claim.says.rule,
                reason=ruling.reason if ruling else "",
                reviewer=event.decision.reviewer,
                on=event.time[:10],
                pack=event.decision.pack,
            )
            found.setdefault((lesson.kind, claim.statement_id, lesson.sentence, lesson.quote), lesson)
    return tuple(found.values())


def sentence_of(anchor: Anchor) -> str:
    """Return the sentence that an anchor stands in, on one line."""
    lead = anchor.start - anchor.sentence_start
    before = anchor.prefix[len(anchor.prefix) - lead :] if lead else ""
    after = anchor.suffix[: anchor.sentence_end - anchor.end]
    return " ".join(f"{before}{anchor.exact}{after}".split())
