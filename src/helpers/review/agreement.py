"""How far two reviewers agree, beyond what chance would give."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import krippendorff
import numpy as np
import numpy.typing as npt

from helpers.model.decision import VERDICTS, Verdict
from helpers.review.standing import Standing

Pair = tuple[Verdict, Verdict]
Interval = tuple[float, float]
Table = npt.NDArray[np.int64]
RESAMPLES = 1000
SEED = 1960
NORMAL = 1.959963984540054  # the 97.5th percentile of the normal distribution
_ONES = np.eye(len(VERDICTS), dtype=np.int64)
_UNITS = np.array([a + b for a in _ONES for b in _ONES])  # how often each verdict was given, for each pair of verdicts


@dataclass(frozen=True, slots=True)
class Agreement:
    """Figures of agreement between two reviewers, each with its 95 % interval.

    Attributes
    ----------
    units : int
        Pairs of verdicts. A pair of group decisions counts once, however many claims it covers.
    share : float or None
        Part of the units with the same verdict, 0 to 1; its interval is Wilson's (1927).
    kappa : float or None
        Cohen (1960): agreement beyond what each reviewer's own frequencies give by chance. 1 is perfect, 0 is chance.
    alpha : float or None
        Krippendorff's for nominal data, by the ``krippendorff`` library.
    share_interval, kappa_interval, alpha_interval : (float, float) or None
        Kappa's and alpha's: percentile bootstrap over units, 1,000 resamples, fixed seed (Efron and Tibshirani 1993,
        chapter 13). None where it cannot be told: fewer than two units, no disagreement to resample, or a reviewer with one
        verdict only.
    """

    first: str
    second: str
    units: int
    share: float | None
    share_interval: Interval | None
    kappa: float | None
    kappa_interval: Interval | None
    alpha: float | None
    alpha_interval: Interval | None


def pairs(standing: Mapping[str, Standing], first: str, second: str) -> tuple[Pair, ...]:
    """Return the two reviewers' verdicts on what both decided, one pair of events once.

    Returns
    -------
    tuple of Pair
        The verdict of ``first`` and that of ``second``.
    """
    found: dict[tuple[str, str], Pair] = {}
    for one in standing.values():
        a, b = one.rulings.get(first), one.rulings.get(second)
        if a is not None and b is not None and a.decision.ruling is not None and b.decision.ruling is not None:
            found[a.hash, b.hash] = a.decision.ruling.verdict, b.decision.ruling.verdict
    return tuple(found.values())


def agreement(verdicts: Iterable[Pair], *, first: str = "", second: str = "") -> Agreement:
    """Measure how far two reviewers agree.

    Parameters
    ----------
    verdicts : iterable of Pair
        From ``pairs``.
    """
    counts = Counter(verdicts)
    table = np.array([[counts[a, b] for b in VERDICTS] for a in VERDICTS])
    units, same = int(table.sum()), int(np.trace(table))
    samples = _resamples(table) if 0 < same < units else ()
    return Agreement(
        first=first,
        second=second,
        units=units,
        share=same / units if units else None,
        share_interval=_wilson(same, units) if units else None,
        kappa=_kappa(table),
        kappa_interval=_percentiles([_kappa(sample) for sample in samples]),
        alpha=_alpha(table),
        alpha_interval=_percentiles([_alpha(sample) for sample in samples]),
    )


def agreements(standing: Mapping[str, Standing]) -> tuple[Agreement, ...]:
    """Measure how far every two reviewers agree who decided something in common, by their names."""
    names = sorted({name for one in standing.values() for name in one.rulings})
    found = (agreement(pairs(standing, first, second), first=first, second=second) for first, second in combinations(names, 2))
    return tuple(one for one in found if one.units)


def figure(value: float | None, interval: Interval | None) -> str:
    """Return a figure with its interval in words.

    Examples
    --------
    >>> figure(0.4, (0.125, 0.7)), figure(0.4, None), figure(None, None)
    ('0.40 (0.12 to 0.70)', '0.40 (no interval)', 'cannot be told')
    """
    if value is None:
        return "cannot be told"
    return f"{value:.2f} (no interval)" if interval is None else f"{value:.2f} ({interval[0]:.2f} to {interval[1]:.2f})"


def _kappa(table: Table) -> float | None:
    """Cohen's kappa of a table of verdicts, one reviewer's down and the other's across (Cohen 1960, formula 1)."""
    units = table.sum()
    if units < 1:
        return None
    observed = float(np.trace(table) / units)
    by_chance = float(table.sum(axis=0) @ table.sum(axis=1) / units**2)
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def _alpha(table: Table) -> float | None:
    """Krippendorff's alpha of the same table; it needs two units and two verdicts."""
    used = (table.sum(axis=0) + table.sum(axis=1)) > 0
    if table.sum() < 2 or used.sum() < 2:
        return None
    return float(krippendorff.alpha(value_counts=np.repeat(_UNITS, table.ravel(), axis=0), level_of_measurement="nominal"))


def _resamples(table: Table) -> Iterable[Table]:
    """Draw the units again, with replacement; a table of counts is drawn as a multinomial."""
    units = table.sum()
    draws = np.random.default_rng(SEED).multinomial(units, table.ravel() / units, size=RESAMPLES)
    return tuple(draws.reshape(-1, *table.shape))


def _percentiles(values: Sequence[float | None]) -> Interval | None:
    """Return the middle 95 % of the values that can be computed; values that never differ tell nothing."""
    known = [value for value in values if value is not None]
    if len(set(known)) < 2:
        return None
    low, high = np.percentile(known, [2.5, 97.5])
    return float(low), float(high)


def _wilson(same: int, units: int) -> Interval:
    """Return Wilson's score interval of a share (Wilson 1927), which stays honest at 0 and 1."""
    share, square = same / units, NORMAL**2
    centre = (share + square / (2 * units)) / (1 + square / units)
    reach = NORMAL * math.sqrt(share * (1 - share) / units + square / (4 * units**2)) / (1 + square / units)
    return max(0.0, centre - reach), min(1.0, centre + reach)
