"""Time verifying, reading and judging journals of 10,000 and 100,000 events: ten times the events, ten times the time."""

import datetime
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from helpers.model.decision import EMPTY, VERDICTS, Anchor, Decision, Event, Head, Judged, Ruling
from helpers.review import Journal, chain, judgements, standing

SIZES = (10_000, 100_000)
START = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)


def decisions(count: int) -> list[Event]:
    """Make events as a review makes them: two reviewers, a claim each, a reason of a sentence."""
    events: list[Event] = []
    previous = EMPTY.hash
    for number in range(count):
        quote = f"treatment {number // 2} brightens the skin within {number % 9 + 1} weeks"
        anchor = Anchor(
            quote, "Guests say that ", ". The team will gladly tell you more.", number, number + 40, number - 9, number + 41, -1
        )
        claim = Judged(f"{number // 2:016x}", f"page-{number % 500}", "5e" * 32, f"{number // 9:016x}", anchor)
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
            journal.extend(events, after=EMPTY)
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
        for decision in some:
            journal.append(decision)
        print(f"one decision is stored for good in {(time.perf_counter() - begun) / len(some) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
