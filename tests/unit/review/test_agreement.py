import math
from dataclasses import replace

import pytest

from helpers.model.decision import Judged, Ruling, Verdict
from helpers.review import Journal, agreement, decide, pairs, standing

YES: Verdict = "substantiated"
NO: Verdict = "unsubstantiated"
HALF: Verdict = "needs_qualification"


def units(table: dict[tuple[Verdict, Verdict], int]) -> list[tuple[Verdict, Verdict]]:
    return [pair for pair, count in table.items() for _ in range(count)]


def test_figures_worked_out_by_hand() -> None:
    """50 units: both yes 20, both no 15, yes/no 5, no/yes 10. Chance: 25/50 * 30/50 + 25/50 * 20/50 = 0.5."""
    found = agreement(units({(YES, YES): 20, (NO, NO): 15, (YES, NO): 5, (NO, YES): 10}))
    assert found.units == 50
    assert found.share == pytest.approx(0.7)
    assert found.kappa == pytest.approx(0.4)
    observed, expected = 15 / 50, 2 * 55 * 45 / (100 * 99)  # disagreements seen, and expected of 100 single verdicts
    assert found.alpha == pytest.approx(1 - observed / expected)


def test_wilsons_interval_of_a_share_as_published() -> None:
    """Newcombe 1998 (Statistics in Medicine 17, 857-872), table I: 81 of 263 gives 0.2553 to 0.3662 (method 3)."""
    found = agreement(units({(YES, YES): 81, (YES, NO): 182}))
    assert found.share_interval == pytest.approx((0.2553, 0.3662), abs=5e-5)


def test_intervals_hold_their_figures_and_are_the_same_each_time() -> None:
    verdicts = units({(YES, YES): 20, (NO, NO): 12, (HALF, HALF): 9, (YES, HALF): 5, (NO, YES): 4})
    found = agreement(verdicts)
    for value, interval in [
        (found.share, found.share_interval),
        (found.kappa, found.kappa_interval),
        (found.alpha, found.alpha_interval),
    ]:
        assert value is not None and interval is not None
        assert interval[0] < value < interval[1]
    assert found == agreement(verdicts) == agreement(reversed(verdicts))


def test_kappas_bootstrap_agrees_with_the_published_standard_error() -> None:
    """Fleiss, Cohen and Everitt 1969: the large-sample standard error, for a table of 200 units."""
    table = [[88, 14], [22, 76]]
    n = 200
    p = [[cell / n for cell in row] for row in table]
    rows, columns = [sum(row) for row in p], [p[0][j] + p[1][j] for j in (0, 1)]
    observed, chance = p[0][0] + p[1][1], sum(rows[i] * columns[i] for i in (0, 1))
    kappa = (observed - chance) / (1 - chance)
    a = sum(p[i][i] * (1 - (rows[i] + columns[i]) * (1 - kappa)) ** 2 for i in (0, 1))
    b = (1 - kappa) ** 2 * sum(p[i][j] * (columns[i] + rows[j]) ** 2 for i, j in ((0, 1), (1, 0)))
    c = (kappa - chance * (1 - kappa)) ** 2
    error = math.sqrt(a + b - c) / ((1 - chance) * math.sqrt(n))

    found = agreement(units({(YES, YES): 88, (YES, NO): 14, (NO, YES): 22, (NO, NO): 76}))
    assert found.kappa == pytest.approx(kappa)
    assert found.kappa_interval == pytest.approx((kappa - 1.96 * error, kappa + 1.96 * error), abs=0.02)


@pytest.mark.parametrize(
    ("verdicts", "share", "kappa", "alpha"),
    [
        ([], None, None, None),
        ([(YES, YES)], 1.0, None, None),
        ([(YES, YES)] * 9, 1.0, None, None),
        ([(YES, NO)], 0.0, 0.0, None),
        ([(YES, YES), (NO, NO)], 1.0, 1.0, 1.0),
    ],
)
def test_what_cannot_be_computed_is_said_to_be_none(
    verdicts: list[tuple[Verdict, Verdict]], share: float | None, kappa: float | None, alpha: float | None
) -> None:
    found = agreement(verdicts)
    assert (found.share, found.kappa, found.alpha) == (share, kappa, alpha)
    assert found.kappa_interval is None and found.alpha_interval is None


def test_a_pair_of_group_decisions_counts_once(journal: Journal, lines_claim: Judged, downtime_claim: Judged) -> None:
    group = [replace(lines_claim, claim_id=f"{number:016x}") for number in range(12)]
    journal.append(decide(group, Ruling(YES), reviewer="Sand"))
    journal.append(decide(group, Ruling(YES), reviewer="Brook", exceptions=[group[5].claim_id]))
    journal.append(decide([group[5]], Ruling(NO), reviewer="Brook"))
    journal.append(decide([downtime_claim], Ruling(YES), reviewer="Sand"))
    assert sorted(pairs(standing(journal.events()), "Sand", "Brook")) == [(YES, YES), (YES, NO)]


def test_a_reviewer_with_one_verdict_only_gives_kappa_no_interval() -> None:
    found = agreement(units({(YES, YES): 7, (YES, NO): 3}))
    assert (found.kappa, found.kappa_interval) == (0.0, None)
