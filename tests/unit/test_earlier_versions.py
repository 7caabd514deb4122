"""A page that changed since it was decided on: the warnings that it lost are findings and hold it, until one lets them go."""

import datetime
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.desk import Desk
from helpers.errors import WorkbookError
from helpers.model import Document
from helpers.model.decision import Ruling
from helpers.model.review import Review
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged, let_go, past_of, undo

OLD = "# Mesotherapy\n\nMesotherapy has no downtime.\n\nBruising lasts up to 5 days. Infection is a rare side effect.\n"
NEW = "# Mesotherapy\n\nMesotherapy has no downtime.\n\nBruising lasts up to 5 days.\n"
DAY = datetime.date(2031, 5, 4)


def page(text: str) -> Document:
    return Document("page", text, hashlib.sha256(text.encode()).hexdigest(), "page.txt")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture
def journal(tmp_path: Path, pipeline: Pipeline) -> Journal:
    """A journal in which the first claim of the old page was decided."""
    opened = Journal(tmp_path / "journal.db", clock=lambda: datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC))
    claim = pipeline.read(page(OLD)).claims[0]
    opened.append(decide([judged(claim, page(OLD))], Ruling("substantiated"), reviewer="Sand"), [page(OLD)])
    return opened


@pytest.fixture
def review(pipeline: Pipeline, journal: Journal) -> Callable[[str], Review]:
    return lambda text: pipeline.review([page(text)], past=past_of(journal, [page(text)]))


def gone(review: Review) -> list[str]:
    return [finding.quote_a for finding in review.findings if finding.kind == "warning_gone"]


def test_a_warning_that_went_is_a_finding_that_holds_the_page(
    review: Callable[[str], Review], pipeline: Pipeline, journal: Journal
) -> None:
    now = review(NEW)
    assert gone(now) == ["Infection is a rare side effect."]
    finding = now.findings[0]
    assert (finding.kind, finding.severity, finding.start_a, finding.topic) == ("warning_gone", "high", None, "side_effect")
    [held] = Desk(pipeline, now, journal.events(), as_of=DAY).readiness
    assert (held.action, held.rule) == ("hold", "warning_gone")
    assert held.warnings_gone == ("Infection is a rare side effect.",)


def test_nothing_went_from_a_page_that_is_as_it_was_or_that_nobody_decided_on(
    review: Callable[[str], Review], pipeline: Pipeline, tmp_path: Path
) -> None:
    assert gone(review(OLD)) == []
    with Journal(tmp_path / "empty.db") as empty:
        assert gone(pipeline.review([page(NEW)], past=past_of(empty, [page(NEW)]))) == []


def test_a_warning_that_comes_back_is_no_finding(review: Callable[[str], Review]) -> None:
    assert gone(review(NEW + "\nInfection is a rare side effect.\n")) == []


def test_a_reviewer_lets_it_go_and_takes_that_back(review: Callable[[str], Review], journal: Journal) -> None:
    before = journal.events()
    [lost] = review(NEW).gone
    event = journal.append(let_go(lost, reviewer="Sand", reason="No needle is used any more."))
    assert gone(review(NEW)) == []
    journal.append(undo(event, reviewer="Sand"))
    assert gone(review(NEW)) == [lost.quote]
    assert journal.events()[:1] == before
    journal.verify()


def test_a_warning_stays_gone_over_several_versions(
    review: Callable[[str], Review], journal: Journal, pipeline: Pipeline
) -> None:
    claim = pipeline.read(page(NEW)).claims[0]
    journal.append(decide([judged(claim, page(NEW))], Ruling("substantiated"), reviewer="Sand"), [page(NEW)])
    assert gone(review(NEW + "\nAsk us anything.\n")) == ["Infection is a rare side effect."]


def test_letting_go_rules_on_no_claim(review: Callable[[str], Review], journal: Journal, pipeline: Pipeline) -> None:
    now = review(NEW)
    decided = Desk(pipeline, now, journal.events(), as_of=DAY).case.judgements
    journal.append(let_go(now.gone[0], reviewer="Sand", reason="No needle is used any more."))
    assert Desk(pipeline, now, journal.events(), as_of=DAY).case.judgements == decided


@pytest.mark.parametrize(("reviewer", "reason", "message"), [("Sand", " ", "give a reason"), ("", "old", "reviewer's name")])
def test_letting_go_needs_a_name_and_a_reason(review: Callable[[str], Review], reviewer: str, reason: str, message: str) -> None:
    with pytest.raises(WorkbookError, match=message):
        let_go(review(NEW).gone[0], reviewer=reviewer, reason=reason)
