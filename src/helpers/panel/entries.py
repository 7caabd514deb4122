"""The entries of the queue: claims dealt out to statements or cards, and each entry in short."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from helpers.errors import WorkbookError
from helpers.model.decision import Event
from helpers.model.judgement import Judgement
from helpers.model.words import VERDICT_WORDS
from helpers.panel.rows import SEVERITIES, CardRow, Row

FINAL = ("agreed", "adjudicated", "decided")


def by_statement(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Group the rows by statement, the gravest first."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["severity"] not in SEVERITIES:
            raise WorkbookError(
                f"{row['severity']!r} is no severity; use high, medium, low or nothing", place=f"claim {row['claim_id']}"
            )
        grouped[row["statement_id"]].append(row)
    ranked = sorted(grouped, key=lambda name: min(SEVERITIES.index(row["severity"]) for row in grouped[name]))
    return {name: grouped[name] for name in ranked}


def on_cards(rows: Sequence[Row], cards: Mapping[str, CardRow]) -> dict[str, list[Row]]:
    """Deal the rows out to their cards; a card without a row is shown all the same, where something is told on it."""
    dealt: dict[str, list[Row]] = {name: [] for name in cards}
    for row in rows:
        if row["card"] not in dealt:
            raise WorkbookError("this row lies on none of the cards; give the panel its card", place=f"claim {row['claim_id']}")
        dealt[row["card"]].append(row)
    return dealt


def of_sentence(row: Row, words: str) -> CardRow:
    """Return the sentence of a claim as if it were a card."""
    return CardRow(
        id="",
        title=f"The whole sentence: “{words}”",
        page=row["source"],
        source_id=row["source_id"],
        kind="Sentence",
        severity=row["severity"],
        why=[],
        notes=[],
        owed=[],
    )


def short(rows: Sequence[Row], card: CardRow | None, found: Sequence[Judgement], *, left: int, settling: bool) -> dict[str, Any]:
    """Return an entry in short: its words, what it can be found by, its severity, and where it stands.

    Parameters
    ----------
    found : sequence of Judgement
        What stands about its rows.
    left : int
        On how many of them the reviewer has something left to do.
    settling : bool
        Whether a disagreement on one of them waits for this reviewer.
    """
    stage, state = _stage(found, left, settling=settling)
    return {
        "words": card["title"] if card else rows[0]["statement"],
        "topic": "" if card else rows[0]["topic"],
        "topics": sorted({row["topic"] for row in rows}),
        "page": card["page"] if card else "",
        "kind": card["kind"] if card else "",
        "severity": card["severity"] if card else min((row["severity"] for row in rows), key=SEVERITIES.index),
        "places": len(rows),
        "sources": [card["page"]] if card else sorted({row["source"] for row in rows}),
        "source_ids": [card["source_id"]] if card else sorted({row["source_id"] for row in rows}),
        "said": " ".join(f"{row['statement']} {row['quote']}" for row in rows) if card else rows[0]["quote"],
        "stage": stage,
        "state": state,
        "noted": any(row["note"] or row["lapsed"] for row in rows),
    }


def verdict_of(event: Event) -> dict[str, Any]:
    """Return a verdict as the page shows it."""
    ruling = event.decision.ruling
    if ruling is None:  # no undo stands on a claim
        raise WorkbookError("an event without a verdict stands on a claim", place=f"event {event.hash}")
    return {
        "who": event.decision.reviewer,
        "settled": event.decision.kind == "adjudicate",
        "verdict": ruling.verdict,
        "words": VERDICT_WORDS[ruling.verdict],
        "when": event.time,
        "reason": ruling.reason,
        "wording": ruling.wording,
        "references": list(ruling.references),
        "expires": ruling.expires or "",
    }


def _stage(found: Sequence[Judgement], left: int, *, settling: bool) -> tuple[str, str]:
    """Say where an entry stands for this reviewer: for the page's filters, and in a few words."""
    if not found:
        return "mend", "To mend on the page"
    if settling:
        return "settle", "To settle: reviewers disagree"
    if left:
        return "open", "To review" if left == len(found) else f"To review: {left} of {len(found)} places"
    if any(one.state == "disagreed" for one in found):
        return "disagree", "Reviewers disagree"
    if any(one.state == "awaits_second" for one in found):
        return "waiting", "Waiting for the second reviewer"
    return "done", ", ".join(sorted({VERDICT_WORDS[one.ruling.verdict] for one in found if one.ruling is not None}))
