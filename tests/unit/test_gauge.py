"""What is found on our own annotated pages, held from below, and which rules find it."""

import csv
import re

import pytest
from small_texts import pipeline

from helpers.errors import WorkbookError
from helpers.gauge import Figures, gauge, rule_table
from helpers.load import open_folder
from helpers.paths import DATA, DEFAULT_PACK, ROOT
from helpers.quality import read_gold
from helpers.quality.problems import read_problems
from helpers.quality.score import CORE
from helpers.quality.sets import own_sets, sets_in
from helpers.quality.tally import RuleScore

GOLDEN = ROOT / "tests" / "golden" / "rules_on_our_own_pages.csv"
PAGES, PROBLEMS, CLAIMS = (DATA / "gold" / name for name in ("pages", "problems.csv", "claims.csv"))


@pytest.fixture(scope="module")
def ours() -> Figures:
    """The figures on the pages that we invented."""
    [one] = [one for one in own_sets(DEFAULT_PACK) if one.problems]
    return gauge(one, pipeline())


def test_what_is_found_on_our_own_pages(ours):
    told = ours.problems
    assert (len(told.sources), told.grave.of, told.real.of) == (8, 36, 86)
    assert told.grave.share >= 0.6
    assert told.real.share >= 0.48
    assert told.agreement.share >= 0.55
    assert told.first.share >= 0.6
    assert told.findings_a_page <= 9


def test_what_is_read_of_our_own_pages(ours):
    told = ours.reading
    assert (len(told.sources), told.together().found + told.together().missed) == (4, 145)
    assert told.together().f1 >= 0.62
    assert told.together(topics=CORE).f1 >= 0.6
    assert told.treatment >= 0.95
    assert told.narrowing.annotated
    assert ours.unread.share_lost <= 0.05


def test_no_rule_is_worse_than_it_was(ours):
    """Where one is, on purpose: ``workbook quality --rules`` writes the table anew; say in the commit why."""
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        before = {row["rule"]: row for row in csv.DictReader(file)}
    now = {one.rule: one for one in rule_table([ours])}
    for rule, row in before.items():
        one = now.get(rule, RuleScore(rule, 0, 0, 0))
        assert one.met >= int(row["met"]), f"{rule} meets fewer problems"
    for rule, one in now.items():
        wrong = int(before[rule]["of"]) - int(before[rule]["met"]) - int(before[rule]["near"]) if rule in before else 0
        assert one.of - one.met - one.near <= wrong, f"{rule} is wrong more often"


def test_problems_and_claims_stand_at_whole_sentences_of_their_pages():
    texts = {document.source_id: document.text for document in open_folder(PAGES).documents}
    problems, claims = read_problems(PROBLEMS), read_gold(CLAIMS).claims
    assert {one.source_id for one in problems} == set(texts)
    assert all(bool(one.places) != bool(one.warning) for one in problems)
    places = {(one.source_id, *place) for one in problems for place in one.places}
    for source_id, start, end in places | {(one.source_id, one.start, one.end) for one in claims}:
        text = texts[source_id]
        assert re.fullmatch(r"[A-Z].*", text[start:end], re.DOTALL)
        assert re.search(r"(^|[.!?”:\"*]\s|\n|[-\d.|] |\")$", text[:start])
        assert re.match(r"\s|$|\"", text[end:])


@pytest.fixture
def hidden(tmp_path):
    """A set that is score only: a page, its annotations, a case and small inputs."""
    folder = tmp_path / "blind"
    (folder / "docs").mkdir(parents=True)
    text = "# Chemical peel\n\nThe peel has no downtime.\n\nA good result is guaranteed.\n"
    (folder / "docs" / "p.md").write_text(text)
    gold = "doc,start,end,topic,item,level,low,high,vague,certainty,treatment\n"
    (folder / "gold.csv").write_text(
        f"{gold}p,17,42,downtime,,none,,,false,asserted,chemical_peel\np,17,42,pain,,none,,,false,asserted,peel\n"
    )
    head = "doc,kind,gravity,start,end,start2,end2,warning,treatment,what\n"
    (folder / "problems.csv").write_text(f"{head}p,testimonial,2,17,42,,,,chemical_peel,x\n")
    (folder / "ruled.csv").write_text(
        "id,category,verdict,text,offending\nc,guarantee,unacceptable,A peel. Results are guaranteed.,guaranteed\n"
    )
    (folder / "read.csv").write_text(
        "kind,text,expect\nK,It has no downtime.,+downtime/*/none\nL,It has no downtime.,-downtime/*/none\n"
    )
    (folder / "found.csv").write_text("id,text,expect\nf1,Tea.,-any\n")
    return folder


def test_a_set_that_is_score_only_gives_totals_and_nothing_else(hidden):
    [one] = sets_in(hidden)
    told = gauge(one, pipeline())
    assert (told.reading.together().found, told.reading.together().missed) == (1, 1)
    assert told.problems.real.of == 1
    assert told.cases[0].told.of == 1
    assert [(table[0].name, table[0].good, table[0].of) for table in told.probes] == [("all", 1, 2), ("all", 1, 1)]
    assert (told.reading.missed, told.reading.false, told.cases[0].by_category) == ((), (), ())
    assert (told.problems.missed, told.problems.by_kind, told.problems.by_rule) == ((), (), ())
    assert rule_table([told]) == ()


def test_the_same_set_under_another_name_tells_more(hidden):
    [one] = sets_in(hidden.rename(hidden.with_name("open")))
    told = gauge(one, pipeline())
    assert told.reading.missed
    assert told.problems.missed
    assert [table[0].name for table in told.probes] == ["K", "f1"]
    assert told.probes[0][1].good == 0


def test_annotations_of_a_page_that_is_not_there_are_refused(hidden):
    (hidden / "docs" / "p.md").rename(hidden / "docs" / "q.md")
    [one] = sets_in(hidden)
    with pytest.raises(WorkbookError, match="'p' is annotated and not among the pages"):
        gauge(one, pipeline())
