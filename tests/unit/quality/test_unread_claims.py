"""A claim is lost in silence where nothing that overlaps its sentence is shown to anybody."""

import pytest

from helpers.model.ledger import LedgerRow
from helpers.quality.gold import Gold, GoldClaim, ListedItems
from helpers.quality.unread import measure_unread

CLAIM = GoldClaim("a", 10, 20, "pain", "", "none", None, None, False, "asserted", "laser")
GOLD = Gold((CLAIM,), frozenset({"a"}), ListedItems(items={}, classes={}))


def row(start, end, status, source_id="a"):
    return LedgerRow(source_id, start, end, status, "", ())


@pytest.mark.parametrize(
    ("rows", "lost"),
    [
        ([row(10, 20, "no claim")], 1),
        ([row(10, 20, "chrome")], 1),
        ([row(10, 20, "unread")], 0),
        ([row(10, 20, "claims")], 0),
        ([row(10, 20, "gap")], 0),
        ([row(10, 14, "no claim"), row(15, 20, "unread")], 0),
        ([row(10, 20, "no claim"), row(20, 30, "unread")], 1),
        ([row(10, 20, "claims", source_id="b")], 1),
    ],
)
def test_what_is_lost_in_silence(rows, lost):
    told = measure_unread(GOLD, rows)
    assert (told.lost, told.annotated, told.share_lost) == (lost, 1, lost)


def test_flags_are_those_of_annotated_pages():
    told = measure_unread(GOLD, [row(0, 9, "unread"), row(10, 20, "unread"), row(0, 9, "unread", source_id="b")])
    assert (told.flags, told.flags_a_page) == (2, 2)
