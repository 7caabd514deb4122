"""The list of warnings that are gone: a reviewer lets one go with a reason, and what a page said is text."""

from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from helpers.load import read_folder
from helpers.model.safety import LostWarning
from helpers.panel import Decisions, gone_panel, let_go_table
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal
from helpers.show.view import View

HOSTILE = '<script>alert(1)</script> "onmouseover="x'


@pytest.fixture(scope="module")
def whole() -> View:
    return View.of(Pipeline.of("aesthetics").review(read_folder(SEEDS)[:1]))


@pytest.fixture
def view(whole: View) -> View:
    """One source, whose last version warned of something."""
    source = whole.sources[0].source_id
    lost = LostWarning("w1", source, "0" * 64, "side_effect", 0, 10, HOSTILE, "", False, "high", f"It said {HOSTILE}.", "harm")
    return replace(whole, review=replace(whole.review, gone=(lost,)))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.db") as opened:
        yield opened


def test_where_nothing_went_there_is_nothing_to_do(whole: View, journal: Journal) -> None:
    panel = gone_panel(whole, journal, reviewer=lambda: "Sand")
    assert panel.rows == []
    assert repr(panel).startswith("No warning is gone")


@pytest.mark.parametrize(("name", "reason", "told"), [("", "old", "reviewer's name"), ("Sand", "  ", "give a reason")])
def test_without_a_name_or_a_reason_nothing_is_written(view: View, journal: Journal, name: str, reason: str, told: str) -> None:
    [row] = gone_panel(view, journal, reviewer=lambda: name).rows
    row.why.value = reason
    row.button.click()
    assert told in unescape(row.told.value)
    assert journal.events() == () and not row.button.disabled


def test_letting_go_is_put_on_record_once(view: View, journal: Journal) -> None:
    [row] = gone_panel(view, journal, reviewer=lambda: "Sand").rows
    row.why.value = "No needle is used."
    row.button.click()
    [event] = journal.events()
    assert (event.decision.kind, event.decision.reviewer, event.decision.claims[0].claim_id) == ("let_go", "Sand", "w1")
    assert row.button.disabled
    table = let_go_table(Decisions.read(view, journal))
    assert table.frame().iloc[0].tolist()[1:2] == ["No needle is used."]
    assert "script>" not in table.html(inline=True).replace("&lt;/script&gt;", "").replace("&lt;script&gt;", "")


def test_the_words_of_a_page_are_text(view: View, journal: Journal) -> None:
    [row] = gone_panel(view, journal, reviewer=lambda: "Sand").rows
    shown = row.box.children[0].value
    assert "<script>" not in shown and "&lt;script&gt;" in shown
