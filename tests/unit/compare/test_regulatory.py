"""What pages say of agencies, held against the table of regulatory facts."""

import pytest
from small_texts import page_of, pipeline

from helpers.compare.regulatory import wrong_regulatory


def severities(text: str) -> list[str]:
    page = page_of(text)
    return [one.severity for one in wrong_regulatory(page, pipeline().tables.regulatory)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our radiofrequency treatment is FDA-approved.", ["high"]),
        ("Our exosomes are approved by the FDA.", ["high"]),
        ("Our PRP is FDA-approved.", ["high"]),
        ("Kybella is FDA-approved for fullness under the chin.", []),
        ("Aqualyx is FDA-approved.", ["high"]),
        ("Botox is approved by the FDA.", []),
        ("Microneedling devices are FDA-cleared.", []),
        ("Some microneedling devices are authorised by the FDA.", []),
        ("The FDA has not approved exosomes.", []),
    ],
)
def test_statements_against_the_table(text: str, expected: list[str]) -> None:
    assert severities(text) == expected


def test_rows_for_named_products_do_not_speak_of_others() -> None:
    facts = pipeline().tables.regulatory
    assert "approved" in {row.status for row in facts.about("fat_dissolving", {"kybella"}, "us")}
    assert "approved" not in {row.status for row in facts.about("fat_dissolving", {"aqualyx"}, "us")}


def test_nothing_is_held_against_a_medicine_of_which_the_table_does_not_speak() -> None:
    assert severities("GLP-1 medication for weight loss. Semaglutide is FDA-approved.") == []
    assert severities("Our hydradermabrasion is FDA-approved.")
