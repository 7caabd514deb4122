"""What each claim gets from the register, and what it must never get."""

import pytest
from register_of_tests import answer, made_up, register

from helpers.evidence import match

DOUBT = "Outbreaks and cases show that it occurs, never how often"


def test_mesotherapy_for_wrinkles_of_an_unnamed_product_is_mixed() -> None:
    found = answer(made_up("efficacy", "wrinkles", "benefit"))
    assert (found.verdict, found.applicability, found.best_level) == ("mixed", "applies", 3)
    assert found.references == ("FR02", "FR03", "FR04", "FR07", "FRS2")
    assert "does not name its product" in found.reason and "NCTF 135HA" in found.reason
    assert "FR06" in found.closest and "hyaluronic acid alone" in found.reason
    assert "underpowered null" in found.caveats


def test_hyaluronic_acid_alone_meets_the_trials_of_hyaluronic_acid_alone() -> None:
    found = answer(made_up("efficacy", "hydration", "benefit"), made_up("composition", "hyaluronic_acid"))
    assert (found.product, found.verdict, found.references, found.best_level) == ("hyaluronic_acid", "supports", ("FR06",), 2)


def test_hyaluronic_acid_among_vitamins_is_a_mixture() -> None:
    parts = (made_up("composition", "hyaluronic_acid"), made_up("composition", "vitamins"))
    assert answer(made_up("efficacy", "hydration", "benefit"), *parts).references == ("FR07",)


def test_a_substance_of_another_sentence_does_not_count() -> None:
    elsewhere = made_up("composition", "hyaluronic_acid", sentence=1)
    assert answer(made_up("efficacy", "hydration", "benefit"), elsewhere).product == "mixture"


def test_finasteride_in_the_scalp_has_no_entry() -> None:
    found = answer(made_up("efficacy", "hair_loss", "benefit"), made_up("composition", "finasteride"))
    assert (found.verdict, found.applicability, found.references) == ("no evidence found", "closest, not applicable", ())
    assert "no entry on efficacy (hair loss) with mesotherapy: finasteride" in found.reason
    assert "HAS4 (several products under one result)" in found.reason
    assert "HA01, HAS2 and HAS5 (another product: dutasteride)" in found.reason


def test_dutasteride_in_the_scalp_meets_its_own_trials() -> None:
    found = answer(made_up("efficacy", "hair_loss", "benefit"), made_up("composition", "dutasteride"))
    assert (found.verdict, found.references) == ("supports", ("HA01", "HAS2", "HAS5"))


def test_pooled_reviews_answer_for_the_treatment_as_such() -> None:
    found = answer(made_up("efficacy", "hair_loss", "benefit"))
    assert (found.verdict, found.references) == ("mixed", ("HA02", "HA03", "HAS4"))


def test_tranexamic_acid_is_mixed_and_what_nobody_tested_is_named() -> None:
    parts = (made_up("composition", "tranexamic_acid"), made_up("composition", "glutathione"))
    found = answer(made_up("efficacy", "pigmentation", "benefit"), *parts)
    assert (found.verdict, found.best_level) == ("mixed", 2)
    assert found.references == ("ME01", "ME02", "ME05", "ME06", "MES2")
    assert "No entry on glutathione alone" in found.reason


def test_a_denial_turns_the_verdict_round() -> None:
    scars = {"treatment": "microneedling"}
    assert answer(made_up("efficacy", "acne_scars", "benefit", **scars)).verdict == "supports"
    assert answer(made_up("efficacy", "acne_scars", "no_benefit", **scars)).verdict == "contradicts"


@pytest.mark.parametrize(
    "ref_id", ["FR08", "MN02", "ME03", "ME04", "ME07", "ASS3", "ASS4", "MNS3", "MNS4", "MES1", "MES3", "FCS1"]
)
def test_a_comparison_bears_on_no_promise(ref_id: str) -> None:
    entry = register().entries[ref_id].mapped
    assert entry.polarity == "comparison"
    products = [name for name in entry.products if name not in {"mixture", "none", "mixed_topicals"}]
    for treatment in entry.treatments:
        for part in entry.speaks_to:
            if part.topic == "efficacy" and part.reading is None:
                claim = made_up("efficacy", part.item, "benefit", treatment=treatment)
                assert (
                    ref_id
                    not in answer(claim, *(made_up("composition", name, treatment=treatment) for name in products)).references
                )


def test_fat_injections_are_not_mesotherapy() -> None:
    claim = made_up("efficacy", "fat", "benefit")
    found = answer(claim, made_up("composition", "deoxycholic_acid"))
    assert found.verdict == "no evidence found" and "FC04" not in found.references
    as_such = made_up("efficacy", "fat", "benefit", treatment="fat_dissolving")
    licensed = answer(as_such, made_up("composition", "deoxycholic_acid", treatment="fat_dissolving"))
    assert (licensed.verdict, licensed.references) == ("supports", ("FC04",))
    assert "FCS2 (tests another claim)" in licensed.reason and "only to the licensed drug" in licensed.caveats


def test_needling_alone_does_not_answer_for_needling_with_a_product() -> None:
    found = answer(made_up("efficacy", "acne_scars", "benefit", treatment="microneedling_mesotherapy"))
    assert (found.verdict, found.applicability) == ("no evidence found", "closest, not applicable")
    assert "another treatment: microneedling" in found.reason


def test_a_mixture_spread_on_the_skin_is_not_injected() -> None:
    found = answer(made_up("efficacy", "hydration", "benefit"), made_up("technique", "topical", sentence=1))
    assert found.route == "topical" and found.references == ()
    assert "another route: injection" in found.reason


def test_two_stated_depths_are_two_routes() -> None:
    below = made_up("target_layer", "subcutaneous")
    assert "FRS2" not in answer(made_up("efficacy", "pores", "benefit"), below).references
    assert "FRS2" in answer(made_up("efficacy", "pores", "benefit"), made_up("target_layer", "dermis")).references


def test_opinion_alone_never_shows_that_something_works() -> None:
    found = answer(made_up("efficacy", "cellulite", "benefit"))
    assert (found.verdict, found.references, found.best_level) == ("no evidence found", ("DHS3",), 5)
    assert "FC03" in found.closest


def test_opinion_is_not_weighed_where_a_study_speaks() -> None:
    found = answer(made_up("efficacy", "rejuvenation", "benefit"))
    assert "DHS3" in found.references and "not weighed are entries that found a benefit: DHS3" in found.reason
    assert found.best_level == 3


@pytest.mark.parametrize("level", ["rare", "uncommon", "common"])
def test_outbreaks_never_become_a_rate(level: str) -> None:
    found = answer(made_up("side_effect", "infection", level))
    assert found.verdict == "no evidence found"
    assert {"AE01", "AE02", "AE03"} <= set(found.references)
    assert DOUBT in found.reason
    assert "15.2" not in found.reason and "%" not in found.reason


def test_outbreaks_show_that_infection_occurs() -> None:
    assert answer(made_up("side_effect", "infection", "stated")).verdict == "supports"
    assert answer(made_up("side_effect", "infection", "absent")).verdict == "contradicts"


def test_no_side_effects_at_all_is_contradicted_by_any_of_them() -> None:
    found = answer(made_up("side_effect", "any", "absent", treatment="microneedling"))
    assert found.verdict == "contradicts" and "MN01" in found.references


def test_not_having_seen_an_effect_does_not_deny_it() -> None:
    found = answer(made_up("side_effect", "infection", "absent", treatment="microneedling"))
    assert found.verdict != "supports"
    assert "does not show that it cannot occur" in found.reason


@pytest.mark.parametrize(("level", "verdict"), [("safe", "contradicts"), ("generally_safe", "mixed"), ("risky", "supports")])
def test_harm_on_record_weighs_against_reassurance(level: str, verdict: str) -> None:
    found = answer(made_up("safety", None, level))
    assert found.verdict == verdict
    assert {"AE01", "AE02", "AE03"} <= set(found.references)


def test_granuloma_after_needling_with_vitamins() -> None:
    found = answer(made_up("side_effect", "granuloma", "absent", treatment="microneedling_mesotherapy"))
    assert (found.verdict, found.references) == ("contradicts", ("AE04", "AES7"))


@pytest.mark.parametrize(
    ("level", "verdict"), [("established", "contradicts"), ("limited", "supports"), ("belief", "supports"), ("none", "mixed")]
)
def test_how_well_mesotherapy_is_proven(level: str, verdict: str) -> None:
    assert answer(made_up("evidence_basis", None, level)).verdict == verdict


def test_a_finding_on_fat_does_not_speak_of_anything_else() -> None:
    assert "FCS4" in answer(made_up("evidence_basis", None, "limited")).closest
    about_fat = answer(made_up("evidence_basis", None, "limited"), made_up("efficacy", "fat", "benefit"))
    assert "FCS4" in about_fat.references


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [(1950, 1959, "supports"), (1952, 1952, "mixed"), (1970, 1979, "contradicts"), (None, None, "supports")],
)
def test_the_year_of_origin_is_compared_as_a_figure(low: float | None, high: float | None, verdict: str) -> None:
    assert answer(made_up("origin", "michel_pistor", low=low, high=high)).verdict == verdict


@pytest.mark.parametrize(("low", "high", "verdict"), [(1, 4, "mixed"), (0, 12, "mixed"), (20, 30, "contradicts")])
def test_no_depth_is_agreed(low: float, high: float, verdict: str) -> None:
    assert answer(made_up("depth", low=low, high=high)).verdict == verdict


@pytest.mark.parametrize(
    ("low", "high", "place"),
    [(7, 7, "is below"), (14, 28, "is within"), (14, None, "overlaps"), (60, 90, "is above"), (7, 21, "overlaps")],
)
def test_an_interval_is_set_beside_the_trials_and_never_contradicted(low: float, high: float | None, place: str) -> None:
    found = answer(made_up("session_interval", low=low, high=high))
    assert found.verdict == "no evidence found"
    assert found.schedule.endswith(f"Trials: rejuvenation 14 to 30 days (FR01, FR02, FR03, FR04), the page {place}.")
    assert found.closest == ("FR01", "FR02", "FR03", "FR04")


def test_how_long_an_effect_lasts_is_set_beside_what_the_register_says() -> None:
    found = answer(made_up("side_effect", "any", "stated", low=2, high=5))
    assert found.schedule == "Page: 2 to 5 days. Register: any up to 2 days (FR07), the page overlaps."


@pytest.mark.parametrize(
    "topic", ["aftercare", "contraindication", "composition", "session_duration", "technique", "variability"]
)
def test_topics_without_any_entry_are_out_of_scope(topic: str) -> None:
    found = answer(made_up(topic, "pregnancy"))
    assert (found.verdict, found.references, found.closest) == ("not in the register's scope", (), ())
    assert found.reason


def test_a_covered_topic_without_an_entry_for_the_item_has_no_evidence() -> None:
    found = answer(made_up("efficacy", "acne", "benefit"))
    assert (found.verdict, found.applicability, found.closest) == ("no evidence found", "", ())


@pytest.mark.parametrize("treatment", ["dermal_filler", "unspecified", "", "something new"])
def test_a_treatment_that_nobody_mapped_gets_nothing_by_accident(treatment: str) -> None:
    found = answer(made_up("efficacy", "wrinkles", "benefit", treatment=treatment))
    assert (found.verdict, found.references) == ("no evidence found", ())


def test_microneedling_devices_are_authorised_and_not_for_pushing_products_in() -> None:
    assert answer(made_up("regulatory_status", "fda", "cleared", treatment="microneedling")).verdict == "supports"
    found = answer(made_up("regulatory_status", "fda", "cleared", treatment="microneedling_mesotherapy"))
    assert (found.verdict, found.references, found.best_level) == ("contradicts", ("RG04",), None)
    assert "RG04 (USA, 8 June 2018)" in found.notices
    assert found.notices.endswith("check against current law before use")


def test_fda_approval_of_mesotherapy_solutions_has_no_entry() -> None:
    found = answer(made_up("regulatory_status", "fda", "considered_safe"))
    assert (found.verdict, found.references) == ("no evidence found", ())
    assert "RGS7 (limited to another purpose)" in found.reason


@pytest.mark.parametrize(
    ("item", "treatment", "expected"),
    [
        ("wrinkles", "mesotherapy", {"AD01 (USA, 20 December 2022)", "AD02 (UK, undated)"}),
        ("rejuvenation", "mesotherapy", {"ADS3 (UK, undated)"}),
        ("cellulite", "mesotherapy", {"ADS2 (UK, undated)"}),
        ("fat", "mesotherapy", {"RG06 (France, 17 Feb 2012)", "RGS7 (USA, 14 May 2007)"}),
        ("fat", "fat_dissolving", {"ADS1 (UK, 12 July 2023)", "RGS1 (USA, 5 April 2010)"}),
    ],
)
def test_laws_and_codes_stand_beside_with_country_and_date(item: str, treatment: str, expected: set[str]) -> None:
    notices = answer(made_up("efficacy", item, "benefit", treatment=treatment)).notices
    assert all(notice in notices for notice in expected)
    assert "ADS1" in notices or treatment == "mesotherapy"


def test_website_furniture_gets_no_row_and_lends_no_substance() -> None:
    teaser = made_up("composition", "hyaluronic_acid", zone="chrome")
    claim = made_up("efficacy", "hydration", "benefit")
    (found,) = match([claim, teaser], register())
    assert found.claim_id == claim.claim_id and found.product == "mixture"


def test_an_empty_table_has_no_rows() -> None:
    assert match([], register()) == []
