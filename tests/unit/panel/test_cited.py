"""What can be cited, and what is refused."""

import pytest

from helpers.panel.references import not_in_register, wrong_reference

REGISTER = ["FR07", "W-FIL-01"]


@pytest.mark.parametrize(
    "reference",
    [
        *REGISTER,
        "10.1111/abc.1",
        "doi: 10.1111/abc.1",
        "PMID 1234567",
        "PMC1234567",
        "NCT01234567",
        "https://example.org/a",
        "Brook J, Reed A. Needling of scars. Skin Letters 2019;3:1",
        "Health Office (2021): Advice on peels",
    ],
)
def test_a_reference_is_of_the_register_or_found_by_others(reference: str) -> None:
    assert wrong_reference(reference, REGISTER) == ""


@pytest.mark.parametrize("reference", ["A1", "FR08", "W-FIL-99"])
def test_an_id_that_the_register_has_not_is_refused(reference: str) -> None:
    assert wrong_reference(reference, REGISTER) == (
        f"{reference!r} is no entry of the register; take one that stands there, or name another document"
    )
    assert wrong_reference(reference) == ""  # nothing is known of a register


@pytest.mark.parametrize(
    "reference",
    [
        "1",
        "1234567",
        "a study",
        "2019",
        "see above",
        "s. 3",
        "no idea 2020",
        "FDA 2024",
        "Our own register, 2025",
        "PMID",
        "10.5",
        "http://x",
    ],
)
def test_what_nobody_can_find_is_refused(reference: str) -> None:
    assert "is no reference that others can find" in wrong_reference(reference, REGISTER)


def test_a_document_of_a_year_to_come_is_none() -> None:
    assert wrong_reference("Brook J. Needling of scars. Skin Letters, 2099", REGISTER)


def test_what_is_not_in_the_register_is_known() -> None:
    assert not_in_register(["FR07", "PMID 1234567"], REGISTER) == ["PMID 1234567"]
    assert not_in_register(["FR07"], None) == []
