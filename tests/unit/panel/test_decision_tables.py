"""What the journal says of a review, in tables: who sees what, who disagrees, what reopened."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.load import read_folder
from helpers.model.decision import Judged, Ruling
from helpers.panel import (
    Decisions,
    agreement_table,
    decision_table,
    progress_table,
    reading_table,
    reopened_table,
    settling_table,
)
from helpers.pipeline import Pipeline
from helpers.review import Journal, adjudicate, as_read, decide, judged, missed
from helpers.show.parts import Table
from helpers.show.view import View

PAGES = {
    "bay": "# Mesotherapy\n\nMesotherapy has no downtime.\n\nMesotherapy improves wrinkles.\n",
    "cliff": "# Mesotherapy\n\nMesotherapy has no downtime.\n\nMesotherapy improves hydration.\n",
}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture
def view_of(pipeline: Pipeline, tmp_path: Path) -> Callable[..., View]:
    """Read the pages, after an edit."""

    def read(old: str = "", new: str = "") -> View:
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        for name, text in PAGES.items():
            (folder / f"{name}.md").write_text(text.replace(old, new) if old else text, encoding="utf-8")
        return View.of(pipeline.review(read_folder(folder)))

    return read


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.db")


def on(view: View, topic: str) -> list[Judged]:
    return [judged(claim, view.document(claim.source_id)) for claim in view.told if claim.topic == topic]


def cells(table: Table) -> list[list[str]]:
    return [[str(one) for one in row] for row in table.frame().values.tolist()]


def test_an_empty_journal_says_so(view_of: Callable[..., View], journal: Journal) -> None:
    found = Decisions.read(view_of(), journal)
    for table in (decision_table, agreement_table, reading_table, reopened_table):
        assert repr(table(found)) == "Nobody has decided anything yet."
    assert repr(settling_table(found)) == "No two reviewers disagree."
    name, claims, settled, *_, nobody = cells(progress_table(found))[-1]
    assert (name, claims, settled, nobody) == ("All sources", "6", "0", "6")


def test_a_decision_is_a_row_whatever_it_covers(view_of: Callable[..., View], journal: Journal) -> None:
    view = view_of()
    ruling = Ruling("misleading", "redness lasts\n<b>a day</b>", "Expect a day of redness.", ("PMID 1", "PMID 2"), "2031-01-31")
    event = journal.append(decide(on(view, "downtime"), ruling, reviewer="Sand"))
    found = Decisions.read(view, journal)
    ((statement, verdict, why, who, where),) = cells(decision_table(found))
    assert statement == "Recovery time: none (mesotherapy)"
    assert verdict == "Misleading"
    assert why.splitlines() == [
        "redness lasts <b>a day</b>",
        "Instead: “Expect a day of redness.”",
        "See PMID 1; PMID 2",
        "Good until 2031-01-31",
    ]
    assert who.splitlines() == ["Sand", f"{event.time[:10]} {event.time[11:16]} UTC"]
    assert [line.split()[-1] for line in where.splitlines()] == ["bay.md", "cliff.md"]
    assert "<b>" not in decision_table(found).html(inline=True)
    assert cells(progress_table(found))[-1][1:] == ["6", "2", "0", "0", "4"]
    assert repr(agreement_table(found)) == "Only Sand decided: agreement needs two reviewers on the same claims."


def test_a_verdict_stays_hidden_until_both_are_in(view_of: Callable[..., View], journal: Journal) -> None:
    view = view_of()
    downtime = on(view, "downtime")
    first = journal.append(decide(downtime, Ruling("misleading", "I know"), reviewer="Sand"))
    blind = Decisions.read(view, journal, reviewer="Brook", needed=2)
    assert repr(decision_table(blind)) == "2 verdicts are hidden until as many as needed are in."
    assert len(cells(decision_table(Decisions.read(view, journal, reviewer=" Sand ", needed=2)))) == 1
    assert cells(progress_table(blind))[-1][1:] == ["6", "0", "2", "0", "4"]

    second = journal.append(decide(downtime, Ruling("substantiated"), reviewer="Brook"))
    both = Decisions.read(view, journal, needed=2)
    assert [row[1] for row in cells(decision_table(both))] == ["Misleading", "Substantiated"]
    ((statement, sides, _),) = cells(settling_table(both))
    assert statement == "Recovery time: none (mesotherapy)"
    assert sides.splitlines() == ["Brook: Substantiated", "Sand: Misleading", "I know"]
    assert cells(agreement_table(both)) == [
        ["Brook and Sand", "1", "0.00 (0.00 to 0.79)", "0.00 (no interval)", "cannot be told"]
    ]

    journal.append(adjudicate([first, second], downtime, Ruling("needs_qualification"), reviewer="Heath"))
    settled = Decisions.read(view, journal, needed=2)
    assert settling_table(settled).rows == []
    assert "settled it" in cells(decision_table(settled))[-1][3]


def test_what_reopened_says_what_became_of_it_and_what_leans_on_it(view_of: Callable[..., View], journal: Journal) -> None:
    view = view_of()
    ruling = Ruling("misleading", wording="Expect a day of redness.")
    journal.append(decide(on(view, "downtime"), ruling, reviewer="Sand"))
    journal.append(decide(on(view, "efficacy")[:1], Ruling("substantiated"), reviewer="Sand"))
    assert repr(reopened_table(Decisions.read(view, journal))).startswith("No decision reopened")

    edited = view_of("no downtime", "little downtime")
    found = Decisions.read(edited, journal)
    first, second = cells(reopened_table(found))
    assert first[0].splitlines() == ["“no downtime”", "bay.md"]
    assert first[1] == "Sand: Misleading"
    assert "little downtime" in first[2]
    assert first[3].splitlines() == [
        "approved wording: Sand suggested instead: Expect a day of redness.",
        "group decision: Sand decided it together with 1 more",
    ]
    assert second[0].splitlines()[1] == "cliff.md"
    blind = Decisions.read(edited, journal, reviewer="Brook", needed=2)
    assert [row[1] for row in cells(reopened_table(blind))] == ["hidden until as many verdicts as needed are in"] * 2
    assert "redness" not in reopened_table(blind).html(inline=True)


def test_decisions_on_sources_that_are_not_here_are_only_counted(
    view_of: Callable[..., View], journal: Journal, pipeline: Pipeline, tmp_path: Path
) -> None:
    view = view_of()
    journal.append(decide(on(view, "downtime"), Ruling("misleading"), reviewer="Sand"))
    (tmp_path / "pages" / "cliff.md").unlink()
    found = Decisions.read(View.of(pipeline.review(read_folder(tmp_path / "pages"))), journal)
    assert (found.reopened, found.elsewhere) == ((), 1)
    assert repr(reopened_table(found)).endswith("; 1 claim was decided on sources that are not here.")


def test_it_is_counted_how_well_the_pages_were_read(view_of: Callable[..., View], journal: Journal) -> None:
    view = view_of()
    (bay, cliff), claims = on(view, "downtime"), {claim.claim_id: claim for claim in view.told}
    journal.append(decide([cliff], Ruling("misleading", "no"), reviewer="Sand"))
    wrong = replace(bay, says=as_read(claims[bay.claim_id]))
    journal.append(decide([wrong], Ruling("misread"), reviewer="Sand"))
    lost = replace(claims[bay.claim_id], topic="pain", claim_id="0" * 16)
    journal.append(missed(lost, view.document("bay"), reviewer="Sand"))
    table = cells(reading_table(Decisions.read(view, journal)))
    assert [row[1:] for row in table] == [["1", "1", "1"], ["1", "0", "0"], ["2", "1", "1"]]
