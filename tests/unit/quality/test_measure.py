"""Claims are counted against annotations as section 7 of the codebook says."""

from dataclasses import replace
from pathlib import Path

import pytest
from gold_as_claims import gold_claims

from helpers.errors import WorkbookError
from helpers.model import Claim
from helpers.paths import DATA
from helpers.quality import Gold, measure, read_gold
from helpers.quality.agreement import pairs

GOLD = read_gold(DATA / "gold" / "sources.csv")


def test_the_annotation_measured_against_itself_is_perfect() -> None:
    quality = measure(GOLD, gold_claims())
    assert quality.together().f1 == 1
    assert quality.together().found == len(GOLD.claims) == 310
    assert (quality.certainty, quality.treatment) == (1, 1)
    assert not quality.missed
    assert not quality.false


def test_a_claim_left_out_is_missed_and_one_made_up_is_false() -> None:
    claims = list(gold_claims())
    other_level = replace(claims[0], level="no_benefit")
    quality = measure(GOLD, [other_level, *claims[1:]])
    assert [one.start for one in quality.missed] == [claims[0].start]
    assert list(quality.false) == [other_level]
    assert quality.together().found == 309


def test_furniture_and_documents_that_nobody_annotated_are_left_out() -> None:
    claims = list(gold_claims())
    extra = [replace(claims[0], zone="chrome"), replace(claims[0], source_id="elsewhere")]
    assert measure(GOLD, [*claims, *extra]).together().false == 0


@pytest.mark.parametrize(("low", "same"), [(14.5, True), (16, False), (None, False)])
def test_bounds_agree_within_five_per_cent(low: float | None, same: bool) -> None:
    gold = next(one for one in GOLD.claims if one.topic == "session_interval" and one.low == 14)
    claim = next(one for one in gold_claims() if one.topic == "session_interval" and one.low == 14)
    assert bool(pairs([gold], [replace(claim, low=low)], GOLD.listed)) is same


def test_vague_bounds_agree_within_a_factor_of_two() -> None:
    gold = next(one for one in GOLD.claims if one.topic == "onset" and one.vague and one.low == 60)
    claim = next(one for one in gold_claims() if one.topic == "onset" and one.low == 60)
    assert pairs([gold], [replace(claim, low=90)], GOLD.listed)
    assert not pairs([gold], [replace(claim, low=130)], GOLD.listed)


def test_each_annotation_is_matched_once_and_as_many_as_possible() -> None:
    gold = [one for one in GOLD.claims if one.topic == "downtime" and one.level == "minimal"]
    claims = [one for one in gold_claims() if one.topic == "downtime" and one.level == "minimal"]
    assert len(pairs(gold, [*claims, *claims], GOLD.listed)) == len(gold)


def test_items_outside_the_codebook_count_as_other() -> None:
    assert GOLD.listed.listed("efficacy", "tattoo") == "other"
    assert GOLD.listed.listed("efficacy", "acne") == "acne"
    assert GOLD.listed.listed("technique", "device") == "device"


def test_a_wrong_number_is_named_with_its_row(tmp_path: Path) -> None:
    (tmp_path / "gold.csv").write_text(
        "doc,start,end,topic,item,level,low,high,vague,certainty,treatment\na,0,5,pain,,none,soon,,false,asserted,peel\n"
    )
    with pytest.raises(WorkbookError, match=r"gold\.csv, row 2: .*'soon'"):
        read_gold(tmp_path / "gold.csv")


HEAD = "doc,start,end,topic,item,level,low,high,vague,certainty,treatment,situation,zone\n"


def small_gold(tmp_path: Path, *rows: str) -> Gold:
    (tmp_path / "gold.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows))
    return read_gold(tmp_path / "gold.csv")


def small_claim(**said: object) -> Claim:
    """Return a claim that the first row of ``DOWNTIME`` is about."""
    plain = replace(gold_claims()[0], source_id="a", topic="downtime", item=None, level="none", low=None, high=None)
    return replace(plain, treatment="chemical_peel", certainty="asserted", sentence_start=0, sentence_end=9, **said)


DOWNTIME = "a,0,9,downtime,,none,,,false,asserted,deep_peel,phase=later;product=deep_peel;area=face,body"


def test_treatments_are_scored_by_class(tmp_path: Path) -> None:
    gold = small_gold(tmp_path, DOWNTIME)
    assert gold.claims[0].treatment == "chemical_peel"
    for treatment, right in (("chemical_peel", 1), ("tca_peel", 1), ("laser", 0)):
        assert measure(gold, [replace(small_claim(), treatment=treatment)]).treatment == right


def test_what_nobody_annotated_is_not_counted_as_wrong(tmp_path: Path) -> None:
    gold = small_gold(tmp_path, DOWNTIME, "b,0,9,downtime,,none,,,false,,,,body")
    quality = measure(gold, [small_claim(), replace(small_claim(), source_id="b", treatment="laser", certainty="hedged")])
    assert (quality.together().found, quality.treatment, quality.certainty) == (2, 1, 1)


@pytest.mark.parametrize(
    ("said", "right", "told"),
    [
        ({}, 0, 0),
        ({"phase": "later"}, 1, 1),
        ({"phase": "later", "area": "face", "product": "deep_peel"}, 2, 2),
        ({"phase": "during", "group": "men"}, 0, 2),
    ],
)
def test_situations_are_counted_on_the_claims_found(tmp_path: Path, said: dict[str, str], right: int, told: int) -> None:
    narrowing = measure(small_gold(tmp_path, DOWNTIME), [small_claim(**said)]).narrowing
    assert narrowing is not None
    assert (narrowing.right, narrowing.annotated, narrowing.told) == (right, 2, told)
    assert narrowing.recall == right / 2
    assert narrowing.precision == (right / told if told else 0)


def test_situations_that_nobody_annotated_are_not_counted() -> None:
    assert measure(GOLD, gold_claims()).narrowing is None


def test_the_same_said_twice_of_one_sentence_is_read_once(tmp_path: Path) -> None:
    gold = small_gold(tmp_path, DOWNTIME)
    assert measure(gold, [small_claim(), replace(small_claim(), quote="no downtime", start=3)]).together().false == 0
    assert measure(gold, [small_claim(), replace(small_claim(), sentence_start=1)]).together().false == 1


def test_annotated_furniture_takes_no_part_and_a_page_may_have_no_claim(tmp_path: Path) -> None:
    gold = small_gold(tmp_path, DOWNTIME.replace("body", "chrome"), "b,0,0,none,,,,,,,,,")
    assert (gold.claims, gold.sources) == ((), {"a", "b"})
    assert measure(gold, [replace(small_claim(), source_id="b")]).together().false == 1
