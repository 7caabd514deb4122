"""Two readers and a person who settles: what differs, what only one read, what a model proposes, in the panel and after it."""

import hashlib
import json

import pytest
from second_pages import claim
from small_texts import pipeline

from helpers.model import Document
from helpers.model.decision import Ruling
from helpers.panel import review_session, rows_of_review
from helpers.review import Journal, past_of
from helpers.review.chain import line, read_line
from helpers.second.kept import Answer
from helpers.show.second import second_tables
from helpers.show.view import View

TEXT = """# Chemical peel

After a chemical peel some people have redness.

A chemical peel has no risks at all. It works while you sleep.
"""
DIFFERS = claim(2, "some people have redness", "side_effect", item="redness", level="uncommon", certainty="hedged")
ALONE = claim(4, "It works", "efficacy", item="unspecified", level="benefit")
SAFE = {
    "sentence": 3,
    "quote": "no risks at all",
    "problem": "absolute_safety",
    "warning": [],
    "treatment": "chemical_peel",
    "reason": "No treatment is without risk.",
}
SLEEP = {
    **SAFE,
    "sentence": 4,
    "quote": "works while you sleep",
    "problem": "unsupported_strong",
    "reason": "It promises an effect.",
}


@pytest.fixture
def page():
    return Document("peel", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), "peel.md")


def reading_of(page, claims=(DIFFERS, ALONE), problems=(SAFE, SLEEP)):
    own = pipeline()
    reading = own.read(page)
    told = {"claims": {"claims": list(claims)}, "problems": {"problems": list(problems)}}
    prompts = own.second.prompts(own.second_page(reading))
    answers = [(one, Answer(json.dumps(told[one.part.task]), model="m", prompt=one.sha256)) for one in prompts]
    return own.with_second(reading, answers)


def view_of(page, journal=None, **more):
    past = past_of(journal, [page]) if journal else None
    return View.of(pipeline().review_readings([reading_of(page, **more)], past=past))


@pytest.fixture
def journal(tmp_path):
    with Journal(tmp_path / "journal.db") as opened:
        yield opened


def row_of(view, quote):
    [row] = [one for one in rows_of_review(view) if one["quote"] == quote]
    return row


def test_readers_who_differ_are_shown_side_by_side_with_their_sentence(page):
    view = view_of(page)
    told = (
        "Readers differ. The rules read “redness: stated (chemical peel)”; the model reads “redness: uncommon (chemical peel)”. "
    )
    both = [one for one in rows_of_review(view) if one["note"].startswith(told)]
    assert len(both) == 2 and {one["before"] + one["quote"] + one["after"] for one in both} == {TEXT.strip()}
    assert "Only the model reads this here (m); no rule does." in row_of(view, "It works")["note"]


def test_a_person_settles_by_marking_the_wrong_reading_and_the_journal_names_the_model(page, journal):
    view = view_of(page)
    wrong = next(one for one in view.review.claims if one.level == "uncommon")
    with_session = review_session(view, journal, reviewer="Sand")
    with_session.rule([wrong.claim_id], Ruling("misread"))
    [event] = journal.events()
    assert event.decision.claims[0].read_by == wrong.read_by
    assert read_line(line(event)) == event
    settled = view_of(page, journal)
    [left] = [one for one in settled.review.claims if one.item == "redness"]
    assert (left.reader, left.level, left.differs_from) == ("rules", "stated", None)


def test_what_the_rules_read_is_in_the_journal_as_before(page, journal):
    view = view_of(page)
    rules = next(one for one in view.review.claims if one.reader == "rules")
    review_session(view, journal, reviewer="Sand").rule([rules.claim_id], Ruling("misread"))
    assert "read_by" not in line(journal.events()[0])


def test_what_a_model_proposes_counts_nowhere_until_a_person_confirms_it(page, journal):
    view, without = view_of(page), view_of(page, problems=())
    assert view.review.findings == without.review.findings
    assert view.review.to_judge == without.review.to_judge and view.review.cards == without.review.cards
    row = row_of(view, "works while you sleep")
    assert row["statement"] == "A strong effect without a source" and row["severity"] == ""
    assert "A model proposes this" in row["note"] and "“It promises an effect.”" in row["note"]
    assert "counts nowhere until a reviewer confirms it" in row["note"]

    review_session(view, journal, reviewer="Sand").rule([row["claim_id"]], Ruling("unsubstantiated", "no source"))
    after = view_of(page, journal)
    [found] = [one for one in after.review.findings if one.kind == "proposed"]
    assert (found.problem, found.quote_a, found.severity) == ("unsupported_strong", "works while you sleep", "medium")
    assert row["claim_id"] in {one.claim_id for one in after.review.to_judge}
    others = [one.finding_id for one in after.review.findings if one.kind != "proposed"]
    assert others == [one.finding_id for one in view.review.findings]


def test_it_never_ranks_above_a_grave_finding_of_a_rule(page, journal):
    view = view_of(page)
    assert any(one.severity == "high" for one in view.review.findings)
    row = row_of(view, "works while you sleep")
    review_session(view, journal, reviewer="Sand").rule([row["claim_id"]], Ruling("misleading", "no source"))
    found = view_of(page, journal).review.findings
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    place = next(one.rank for one in found if one.kind == "proposed")
    assert all(one.rank < place for one in found if one.severity == "high")


def test_what_a_person_rejects_stays_out(page, journal):
    view = view_of(page)
    row = row_of(view, "works while you sleep")
    review_session(view, journal, reviewer="Sand").rule([row["claim_id"]], Ruling("out_of_scope", "it is true"))
    assert view_of(page, journal).review.findings == view.review.findings


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quote": "no risks whatsoever"}, "not_in_sentence"),
        ({"problem": "ugly_page"}, "problem"),
        ({"treatment": "laser"}, "treatment"),
        ({"problem": "missing_warning", "warning": []}, "warning"),
        ({"problem": "missing_warning", "warning": ["stroke"]}, "warning"),
        ({"sentence": 40}, "no_sentence"),
        ({"reason": None}, "wrong_form"),
    ],
)
def test_proposals_are_verified_the_same_way(page, change, why):
    second = reading_of(page, problems=({**SAFE, **change}, SAFE)).second
    assert [one.quote for one in second.proposals] == ["no risks at all"]
    assert [(one.dropped_for, one.task) for one in second.dropped] == [(why, "problems")]


def test_a_warning_that_is_proposed_must_be_owed_by_the_pack(page):
    owed = {**SAFE, "problem": "missing_warning", "warning": ["burns"]}
    [one] = reading_of(page, problems=(owed,)).second.proposals
    assert one.warning == ("burns",)


def test_the_report_s_tables_show_differences_proposals_and_what_is_not_believed(page):
    invented = claim(3, "risks of every kind", "safety", level="risky")
    view = view_of(page, claims=(DIFFERS, invented))
    differ, proposed, counts, dropped = second_tables(view)
    assert [row[3:] for row in differ.rows] == [("redness: stated (chemical peel)", "redness: uncommon (chemical peel)")]
    assert [row[1] for row in proposed.rows] == ["Safe without qualification", "A strong effect without a source"]
    why = "the quote does not stand in the sentence that it came with"
    assert dict(counts.rows)[f"Not believed, or not answered: {why}"] == 1
    assert [(row[1], row[2].startswith("“risks of every kind”: safety, risky")) for row in dropped.rows] == [
        (f"T{why[1:]}", True)
    ]


def test_without_a_second_reader_the_report_has_no_such_tables(page):
    view = View.of(pipeline().review([page]))
    assert second_tables(view) == []


def test_what_a_model_says_is_text_in_the_report_and_never_markup(page):
    evil = {**SLEEP, "reason": "<img src=x onerror=alert(1)> </script><script>alert(2)</script>"}
    view = view_of(page, problems=(evil,))
    html = str(second_tables(view)[1].html(inline=True))
    assert "<img" not in html and "<script" not in html and "&lt;img" in html
