"""Time verifying, reading and judging journals of 10,000 and 100,000 events: ten times the events, ten times the time.

Every twenty events are about another version of a page, of 6,000 characters, whose text is kept."""

import datetime
import hashlib
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from helpers.model.decision import EMPTY, VERDICTS, Anchor, Decision, Event, Head, Judged, Ruling
from helpers.model.document import Document
from helpers.review import Journal, chain, judgements, standing

SIZES = (10_000, 100_000)
START = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)


def version(number: int) -> Document:
    """Make the page that an event is about."""
    words = f"This is version {number // 20}. " + "Guests say that it brightens the skin. " * 155
    return Document(f"page-{number // 20 % 500}", words, hashlib.sha256(words.encode()).hexdigest(), "page.md")


def decisions(count: int) -> list[Event]:
    """Make events as a review makes them: two reviewers, a claim each, a reason of a sentence."""
    events: list[Event] = []
    previous, page = EMPTY.hash, version(0)
    for number in range(count):
        page = version(number) if number % 20 == 0 else page
        quote = f"treatment {number // 2} brightens the skin within {number % 9 + 1} weeks"
        anchor = Anchor(
            quote, "Guests say that ", ". The team will gladly tell you more.", number, number + 40, number - 9, number + 41, -1
        )
        claim = Judged(f"{number // 2:016x}", page.source_id, page.sha256, f"{number // 9:016x}", anchor)
        ruling = Ruling(
            VERDICTS[number % 5], f"Reason {number}: the page names no trial.", "may brighten the skin", ("E012",), "2032-01-01"
        )
        decision = Decision("decide", ("Sand", "Brook")[number % 2], (claim,), (), ruling, "aesthetics 1.0.0")
        stamp = (START + datetime.timedelta(seconds=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
        events.append(chain.seal(decision, time=stamp, previous=previous))
        previous = events[-1].hash
    return events


def seconds(work: Callable[[], object]) -> float:
    """Return the better of two runs."""
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    print(f"{'events':>8} {'verify s':>9} {'read s':>7} {'judge s':>8}")
    verified: list[float] = []
    for size in SIZES:
        events = decisions(size)
        with tempfile.TemporaryDirectory() as folder, Journal(Path(folder) / "journal.db") as journal:
            texts = {page.sha256: page.text for page in map(version, range(0, size, 20))}
            journal.extend(events, after=EMPTY, texts=texts)
            assert journal.head() == Head(size, events[-1].hash)
            ids = [f"{number:016x}" for number in range(size // 2)]
            verified.append(seconds(journal.verify))
            read = seconds(journal.events)
            judge = seconds(lambda events=events, ids=ids: judgements(ids, standing(events), needed=2))
            print(f"{size:>8} {verified[-1]:>9.2f} {read:>7.2f} {judge:>8.2f}")
    print(f"ten times the events take {verified[1] / verified[0]:.1f} times as long to verify")
    with tempfile.TemporaryDirectory() as folder, Journal(Path(folder) / "journal.db") as journal:
        some = [event.decision for event in decisions(500)]
        begun = time.perf_counter()
        for number, decision in enumerate(some):
            journal.append(decision, [version(number)])
        print(f"one decision is stored for good in {(time.perf_counter() - begun) / len(some) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
