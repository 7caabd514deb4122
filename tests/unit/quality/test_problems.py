"""Annotated problems are read, and what cannot be one is named with its row."""

import pytest

from helpers.errors import WorkbookError
from helpers.quality.problems import read_problems

HEAD = "doc,kind,gravity,start,end,start2,end2,warning,treatment,what\n"


def test_places_and_codes_are_read(tmp_path):
    table = tmp_path / "problems.csv"
    table.write_text(f"{HEAD}a,missing_warning,3,,,,,burns;scarring,laser,no burns\na,comparison,2,3,9,12,20,,laser,best\n")
    warning, comparison = read_problems(table)
    assert (warning.places, warning.warning) == ((), {"burns", "scarring"})
    assert (comparison.places, comparison.warning, comparison.gravity) == (((3, 9), (12, 20)), frozenset(), 2)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,boasting,2,3,9,,,,laser,best", "'boasting' is no kind of problem"),
        ("a,comparison,4,3,9,,,,laser,best", "4 is no gravity"),
        ("a,comparison,2,here,9,,,,laser,best", "'here'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, row, told):
    (tmp_path / "problems.csv").write_text(f"{HEAD}{row}\n")
    with pytest.raises(WorkbookError, match=rf"problems\.csv, row 2: .*{told}"):
        read_problems(tmp_path / "problems.csv")


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "problems.csv").write_text("doc,kind\n")
    with pytest.raises(WorkbookError, match="the column 'gravity' is missing"):
        read_problems(tmp_path / "problems.csv")
