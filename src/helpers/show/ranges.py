"""Times, counts and depths as ranges: what each page states, what it does not, and what trials did."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from helpers.model import Claim
from helpers.model.evidence import TrialSchedule
from helpers.model.interval import in_words
from helpers.show.looks import LOOKS
from helpers.show.view import View
from helpers.show.words import counted, figures_of, listed, plain, said

LOST = f"{LOOKS['unknown'].sign} unknown: a list was lost"
Kind = Literal["page", "other", "words", "trial"]


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One line of a range figure.

    Attributes
    ----------
    who, what : str
        The page or the trials; what is said, in words.
    kind : str
        ``page``; ``other`` (a page on another treatment than most); ``trial``; ``words`` where there is no figure to draw.
    low, high : float or None
        In the topic's unit; None is open.
    points : tuple of float
        For trials: where each of them lies.
    claim : Claim or None
        What it is read from.
    """

    who: str
    what: str
    kind: Kind
    low: float | None = None
    high: float | None = None
    points: tuple[float, ...] = ()
    claim: Claim | None = None


def range_topics(view: View) -> list[str]:
    """Return the topics with a unit on which a page makes a claim, in the pack's order."""
    spoken = {claim.topic for claim in view.told}
    return [topic for topic, about in view.topics.items() if about.unit and topic in spoken]


def unstated_topics(view: View) -> list[str]:
    """Return the topics with a unit on which no page makes a claim."""
    stated = range_topics(view)
    return [topic for topic, about in view.topics.items() if about.unit and topic not in stated]


def range_rows(view: View, topic: str) -> list[RangeRow]:
    """Return the lines of a topic: each page's distinct figures, or why there are none; then the trials' by purpose."""
    on_topic = [claim for claim in view.told if claim.topic == topic]
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in on_topic:
        by_source[claim.source_id].append(claim)
    main = _most_frequent(claim.treatment for claim in on_topic)
    lost = {(gap.source_id, gap.topic) for gap in view.review.gaps}
    rows: list[RangeRow] = []
    for source in view.sources:
        claims = by_source.get(source.source_id, [])
        nothing = LOST if (source.source_id, topic) in lost else view.not_stated(source.source_id)
        rows += _page_rows(view.names[source.source_id], claims, main, nothing)
    return [*rows, *trial_rows(view, topic, on_topic)]


def _page_rows(who: str, claims: list[Claim], main: str, nothing: str) -> list[RangeRow]:
    drawn: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        if (claim.low, claim.high) != (None, None):
            drawn.setdefault((claim.item, claim.low, claim.high, claim.vague, claim.treatment), claim)
    if drawn:
        return [_page_row(who, claim, main) for claim in drawn.values()]
    if not claims:
        return [RangeRow(who, nothing, "words")]
    levels = list(dict.fromkeys(said(claim) for claim in claims if claim.level and not claim.item))
    if levels:
        return [RangeRow(who, f"no figure, in words: {listed(levels)}", "words", claim=claims[0])]
    return [RangeRow(who, f"{counted(len({claim.item for claim in claims}), 'item')} named, no figure", "words", claim=claims[0])]


def _page_row(who: str, claim: Claim, main: str) -> RangeRow:
    about = "" if claim.treatment == main else f", {plain(claim.treatment)}"
    what = ": ".join(filter(None, (plain(claim.item), figures_of(claim))))
    return RangeRow(who, f"{what}{about}", "other" if about else "page", claim.low, claim.high, claim=claim)


def trial_rows(view: View, topic: str, claims: Iterable[Claim]) -> list[RangeRow]:
    """Return a line for each purpose or effect that trials of the same treatments tell of."""
    groups: defaultdict[str, list[TrialSchedule]] = defaultdict(list)
    for trial in _trials(view, topic, claims):
        groups[plain(trial.item or trial.purpose)].append(trial)
    return [_trial_row(about, trials) for about, trials in sorted(groups.items())]


def _trials(view: View, topic: str, claims: Iterable[Claim]) -> list[TrialSchedule]:
    treatments = {claim.treatment for claim in claims}
    return [trial for trial in view.review.schedules if trial.topic == topic and trial.treatment in treatments]


def _trial_row(about: str, trials: list[TrialSchedule]) -> RangeRow:
    ends = sorted(end for trial in trials for end in (trial.low, trial.high) if end is not None)
    open_end = any(trial.high is None for trial in trials)
    low, high = (ends[0], None if open_end else ends[-1]) if ends else (None, None)
    many = counted(len({trial.ref_id for trial in trials}), "entry", "entries")
    subject = f"{about}: " if about else ""
    return RangeRow(
        "Trials (register)",
        f"{subject}{in_words(low, high, trials[0].unit)} ({many})",
        "trial",
        low,
        high,
        tuple(dict.fromkeys(ends)),
    )


def trial_words(view: View, topic: str) -> str:
    """Return what trials of the pages' treatments did, in words; ``""`` where the register holds nothing."""
    rows = trial_rows(view, topic, [claim for claim in view.told if claim.topic == topic])
    return "; ".join(row.what for row in rows)


def _most_frequent(names: Iterable[str]) -> str:
    counts: defaultdict[str, int] = defaultdict(int)
    for name in names:
        counts[name] += 1
    return min(counts, key=lambda name: (-counts[name], name), default="")
