"""Warnings that pages owe: by the treatments they offer, and what gives them."""

import csv

import pytest
from small_texts import page_of, pipeline

from helpers.compare.warnings import owed_warnings, warning_findings
from helpers.model import Disclosure, Finding
from helpers.paths import DATA


def owed(text: str, source_id: str = "page") -> list[Disclosure]:
    return owed_warnings([page_of(text, source_id)], pipeline().tables.warnings)


def states(text: str, treatment: str) -> dict[str, str]:
    return {one.disclosure: one.state for one in owed(text) if one.treatment == treatment}


def findings(text: str) -> list[Finding]:
    page = page_of(text)
    return list(warning_findings(owed_warnings([page], pipeline().tables.warnings), [page]))


def test_a_page_owes_what_its_treatment_owes() -> None:
    owes = states("Our dermal filler gives volume to the cheeks.", "dermal_filler")
    assert owes["vascular_occlusion"] == owes["infection"] == "missing"


def test_three_treatments_owe_three_sets_and_one_finding_each() -> None:
    text = "# Dermal filler\nIt gives volume.\n\n# Microneedling\nNeedles prick it.\n\n# Chemical peel\nAcid takes skin off."
    found = findings(text)
    assert {one.treatment for one in found} == {"dermal_filler", "microneedling", "chemical_peel"}
    assert all(one.problem == "missing_warning" and one.advice.startswith("Insert:") for one in found)


def test_the_grave_ones_are_named_first() -> None:
    (finding,) = findings("Our dermal filler gives volume to the cheeks.")
    severities = {one.disclosure: one.severity for one in owed("Our dermal filler gives volume to the cheeks.")}
    grave = [severities[code] == "high" for code in finding.warning]
    assert grave == sorted(grave, reverse=True) and grave[0]


@pytest.mark.parametrize(
    ("text", "code", "state"),
    [
        ("Lip filler is injected. Infection is rare.", "infection", "given"),
        ("Lip filler is injected. An infection can follow.", "infection", "given"),
        ("Lip filler is not for you with an active skin infection.", "infection", "missing"),
        ("Lip filler is injected. There is no infection afterwards.", "infection", "missing"),
        ("Lip filler is injected. In rare cases a blood vessel can be blocked.", "vascular_occlusion", "given"),
        ("Lip filler must not be used in pregnancy or with an allergy.", "who_must_not_have_it", "given"),
    ],
)
def test_given_only_where_a_reader_is_told_that_it_can_happen(text: str, code: str, state: str) -> None:
    assert states(text, "dermal_filler")[code] == state


def test_the_warning_of_another_treatment_does_not_give_it() -> None:
    text = "# Chemical peel\nA chemical peel can be followed by an infection.\n\n# Dermal filler\nDermal filler gives volume."
    assert states(text, "dermal_filler")["infection"] == "missing"
    assert states(text, "chemical_peel")["infection"] == "given"


def test_under_a_lost_list_nobody_can_know() -> None:
    text = "Mesotherapy is injected into the skin. Potential side effects include:\n\n# Prices\nAsk us."
    assert set(states(text, "mesotherapy").values()) <= {"unknown", "given"}
    (finding,) = findings(text)
    assert finding.relation == "unknown" and "unsafe to publish" in finding.reason


def test_a_report_of_studies_owes_nothing() -> None:
    text = "Abstract\nWe searched for trials of mesotherapy. Six randomized controlled trials were found.\n\nConclusion"
    assert owed(text) == []


def test_what_is_named_in_passing_is_not_offered() -> None:
    text = "# Mesotherapy\n" + "Mesotherapy is injected into the skin. " * 8 + "Unlike botox it does not relax muscles."
    assert {one.treatment for one in owed(text)} == {"mesotherapy"}


def test_every_code_names_rows_or_the_reason_of_its_group() -> None:
    warnings = pipeline().tables.warnings
    for treatment, all_of_them in warnings.owed.items():
        for one in all_of_them:
            assert one.rows or one.because, (treatment, one.code)


def test_a_report_of_an_official_text_alone_makes_nothing_grave() -> None:
    for all_of_them in pipeline().tables.warnings.owed.values():
        for one in all_of_them:
            assert one.severity != "high" or any(row.first_hand and row.severity == "grave" for row in one.grounds)


def test_references_are_rows_of_the_table() -> None:
    with (DATA / "evidence" / "warnings.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    assert {reference for one in owed("Botox, dermal filler, laser.") for reference in one.references} <= known


def test_a_text_on_a_kind_of_the_treatment_bears_a_report_out() -> None:
    """What a regulator says of vessels was read as a report; the label of a booster, which is a filler, says the same."""
    found = pipeline().tables.warnings.of("dermal_filler")
    blocked, eyes = (next(one for one in found if one.code == code) for code in ("vascular_occlusion", "eye_injury"))
    assert not any(row.first_hand for row in blocked.rows) and blocked.severity == "high"
    assert not eyes.of_kinds and eyes.severity == "medium"
    assert found[0].code == "vascular_occlusion"


@pytest.mark.parametrize(
    "text",
    [
        "Unlike dermal filler, it needs no needle.",
        "Our nurse is certified in dermal filler.",
        "Dermal filler may be added later.",
        "Some choose it as an alternative to dermal filler.",
    ],
)
def test_what_is_compared_learnt_or_added_is_not_offered(text: str) -> None:
    assert not states(f"A chemical peel takes skin off. {text}", "dermal_filler")
    assert states("A chemical peel takes skin off. Dermal filler gives volume.", "dermal_filler")


def test_who_was_treated_already_need_not_be_told_who_may_be_treated() -> None:
    parts = ("exercise", "saunas", "swimming", "alcohol", "make-up", "the sun", "sunbeds", "heat", "hot baths")
    advice = " ".join(f"Avoid {part} for two days." for part in parts)
    sheet = states(f"Dermal filler aftercare\n\n{advice}", "dermal_filler")
    assert sheet["infection"] == "missing"
    assert "who_must_not_have_it" not in sheet
    assert "who_must_not_have_it" in states(f"# Dermal filler\nIt gives volume to cheeks.\n{advice[:60]}", "dermal_filler")
    home = states(f"Tretinoin aftercare\n\n{advice}", "skincare")
    assert home["who_must_not_have_it"] == "missing"


def test_a_medicine_on_prescription_owes_who_must_not_have_it_and_who_prescribes() -> None:
    owes = states("Semaglutide for weight loss. Our weight loss plan uses semaglutide.", "glp1_medication")
    assert set(owes) == {"who_must_not_have_it", "prescriber"}
