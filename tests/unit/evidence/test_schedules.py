"""Schedules of the trials as rows, and bounds in words."""

import pytest
from register_of_tests import register

from helpers.evidence import schedules
from helpers.evidence.schedules import amount


def test_every_range_of_the_mapping_is_a_row() -> None:
    rows = schedules(register())
    expected = sum(
        len(mapped.treatments) * (len(mapped.durations) + sum(part is not None for _, part in mapped.schedule))
        for _, mapped in register().entries.values()
    )
    assert len(rows) == expected > 80


def test_rows_of_one_treatment_by_topic_item_and_entry() -> None:
    rows = schedules(register(), "mesotherapy")
    assert {row.treatment for row in rows} == {"mesotherapy"}
    keys = [(row.topic, row.item or "", row.ref_id) for row in rows]
    assert keys == sorted(keys)


def test_free_text_was_turned_into_ranges_once() -> None:
    rows = {(row.ref_id, row.topic): row for row in schedules(register()) if row.item is None}
    said = {key: (row.low, row.high) for key, row in rows.items()}
    assert said["MN03", "session_interval"] == (14, 28)
    assert said["HAS2", "session_interval"] == (7, 28)
    assert said["FC04", "session_count"] == (0, 6)
    assert said["HAS5", "session_interval"] == (90, 90)
    assert said["FR02", "course_duration"] == (90, 90)
    assert ("MNS4", "session_count") not in said  # "12 weeks" is no number of sessions
    assert "newsletter summary" in rows["FC01", "session_interval"].words


def test_blank_cells_give_no_row() -> None:
    assert not [row for row in schedules(register()) if row.ref_id in {"ME02", "FR06"} and row.topic == "session_interval"]


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (14, 30, "day", "14 to 30 days"),
        (7, 7, "day", "7 days"),
        (1, 1, "day", "1 day"),
        (14, None, "day", "14 days or more"),
        (0, 2, "day", "up to 2 days"),
        (0.083, 1, "day", "2 hours to 1 day"),
        (0.083, 0.208, "day", "2 to 5 hours"),
        (2, None, "count", "2 sessions or more"),
        (1, 2, "day", "1 to 2 days"),
        (None, None, "day", "not stated"),
    ],
)
def test_amounts_in_words(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert amount(low, high, unit) == words
