"""The tables beside the register are cited by who said it, where and when."""

import pytest

from helpers.errors import PackError
from helpers.packs.references import read_references
from helpers.paths import DATA

HEAD = "id,who,title,date,statement,url_or_slug\n"


def test_every_row_of_every_table_can_be_cited() -> None:
    found = read_references(DATA / "evidence")
    assert {one[0] for one in found} == {"A", "R", "W"}
    assert all(row.words and row.statement for row in found.values())
    assert not any("as stored" in row.words or row.date.count("(") != row.date.count(")") for row in found.values())


def test_a_row_is_cited_and_only_an_address_is_a_link(tmp_path) -> None:
    rows = "W-1,FDA,A letter,2020-01-02,It burns.,https://fda.gov/x\nW-2,MHRA,,as stored (2019),It bleeds.,a-slug\n"
    (tmp_path / "warnings.csv").write_text(HEAD + rows, encoding="utf-8")
    found = read_references(tmp_path)
    assert (found["W-1"].words, found["W-1"].url) == ("FDA, A letter, 2020-01-02", "https://fda.gov/x")
    assert (found["W-2"].words, found["W-2"].url) == ("MHRA, 2019", "")


@pytest.mark.parametrize(("content", "wrong"), [(b"\xff\xfe", "not UTF-8"), (b"id,who\nW-1,FDA\n", "no column")])
def test_a_table_that_cannot_be_read_is_named(tmp_path, content: bytes, wrong: str) -> None:
    (tmp_path / "warnings.csv").write_bytes(content)
    with pytest.raises(PackError, match=wrong):
        read_references(tmp_path)
