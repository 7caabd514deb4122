import json
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from helpers.errors import WorkbookError
from helpers.export import read_table, write_table
from helpers.model import CLAIM_COLUMNS, SITUATION, Claim

SUFFIXES = [".csv", ".jsonl", ".parquet"]


@pytest.fixture
def claims(make_claim):
    return [
        make_claim(claim_id="a", low=1 / 24, high=7.0, unit="day", zone="chrome", certainty="hedged", vague=True),
        make_claim(claim_id="b", quote='=HYPERLINK("x")\r\n, "quoted"', item="bruising", level=None),
        make_claim(claim_id="c", treatment="", quote="\u2028 – 日 😀", phase="later", area="face/neck", product="profhilo"),
    ]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_written_comes_back(tmp_path, claims, suffix):
    write_table(claims, Claim, tmp_path / f"claims{suffix}")
    assert read_table(tmp_path / f"claims{suffix}") == claims


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_without_a_claim_comes_back_empty(tmp_path, suffix):
    write_table([], Claim, tmp_path / f"claims{suffix}")
    assert read_table(tmp_path / f"claims{suffix}") == []


def test_json_brings_a_lone_surrogate_back(tmp_path, make_claim):
    claim = make_claim(quote="a\udc80b")
    write_table([claim], Claim, tmp_path / "claims.jsonl")
    assert read_table(tmp_path / "claims.jsonl") == [claim]


def test_a_spreadsheet_may_have_reordered_the_columns_and_shouted_the_flags(tmp_path, claims):
    columns = tuple(reversed(CLAIM_COLUMNS))
    write_table(claims, columns, tmp_path / "claims.csv")
    text = (tmp_path / "claims.csv").read_text(encoding="utf-8")
    (tmp_path / "claims.csv").write_text(text.replace(",true,", ",TRUE,"), encoding="utf-8-sig")
    assert read_table(tmp_path / "claims.csv")[0] == claims[0]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("low", "soon", "low is 'soon'; it must be a finite number"),
        ("high", "inf", "high is 'inf'; it must be a finite number"),
        ("start", "1.5", "start is '1.5'; it must be a whole number"),
        ("start", "", "start is empty; it must be a whole number"),
        ("start", "99", "start 99 and end 15 are no span"),
        ("vague", "perhaps", "vague is 'perhaps'; it must be true or false"),
        ("zone", "margin", "zone is 'margin'; it must be one of body, chrome"),
        ("certainty", "sure", "certainty is 'sure'; it must be asserted or hedged"),
        ("claim_id", "first", "the claim_id first stands twice; keep one"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_wrong_value_is_said_with_its_file_and_row(tmp_path, make_claim, suffix, column, value, message):
    row = {name: getattr(make_claim(), name) for name in CLAIM_COLUMNS}
    path = tmp_path / f"claims{suffix}"
    write_table([row | {"claim_id": "first"}, row | {column: value}], CLAIM_COLUMNS, path)
    place = {".csv": "row 3", ".jsonl": "line 2"}[suffix]
    with pytest.raises(WorkbookError) as caught:
        read_table(path)
    assert str(caught.value) == f"{path}, {place}: {message}"


@pytest.mark.parametrize("value", [True, ["a"], 1.5, "one"])
def test_json_of_the_wrong_type_is_no_whole_number(tmp_path, make_claim, value):
    row = {name: getattr(make_claim(), name) for name in CLAIM_COLUMNS}
    (tmp_path / "claims.jsonl").write_text(json.dumps(row | {"start": value}), encoding="utf-8")
    with pytest.raises(WorkbookError, match=r"line 1: start is .*; it must be a whole number"):
        read_table(tmp_path / "claims.jsonl")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_column_is_named_even_where_no_row_stands(tmp_path, make_claim, suffix):
    rows = [make_claim()] if suffix == ".jsonl" else []
    write_table(rows, [name for name in CLAIM_COLUMNS if name != "low"], tmp_path / f"claims{suffix}")
    with pytest.raises(WorkbookError, match="the column low must stand once, not 0 times"):
        read_table(tmp_path / f"claims{suffix}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_from_before_claims_had_a_situation_is_read(tmp_path, make_claim, suffix):
    write_table(
        [make_claim(area="lips")], [name for name in CLAIM_COLUMNS if name not in SITUATION], tmp_path / f"claims{suffix}"
    )
    assert read_table(tmp_path / f"claims{suffix}") == [make_claim()]


def test_a_column_of_the_situation_must_not_stand_twice(tmp_path):
    (tmp_path / "claims.csv").write_text(",".join([*CLAIM_COLUMNS, "area"]), encoding="utf-8")
    with pytest.raises(WorkbookError, match="the column area must stand once, not 2 times"):
        read_table(tmp_path / "claims.csv")


def test_an_unknown_column_is_named(tmp_path):
    (tmp_path / "claims.csv").write_text(",".join([*CLAIM_COLUMNS, "note"]), encoding="utf-8")
    with pytest.raises(WorkbookError, match="a claim table has no column 'note'; remove it"):
        read_table(tmp_path / "claims.csv")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"", "the column claim_id must stand once"),
        ("t.csv", ",".join(CLAIM_COLUMNS).encode() + b"\na,b\n", "row 2 has 2 cells, the header 23"),
        ("t.csv", b'"open', "is no claim table"),
        ("t.csv", b"\xff\xfe", "is not UTF-8"),
        ("t.jsonl", b"{}\n{", "the column claim_id must stand once"),
        ("t.jsonl", b"[]", "line 1 is not a JSON object"),
        ("t.jsonl", b"{", "line 1 is not JSON"),
        ("t.jsonl", b"[" * 100_000, "is no claim table"),
        ("t.parquet", b"not parquet", "is no claim table"),
        ("t.txt", b"x", r"must end in \.csv, \.jsonl or \.parquet"),
    ],
)
def test_a_file_that_is_no_claim_table_gives_one_line(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WorkbookError, match=message) as caught:
        read_table(tmp_path / name)
    assert "\n" not in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_file_gives_one_line(tmp_path, suffix):
    with pytest.raises(WorkbookError, match=r"cannot be read .*No such file"):
        read_table(tmp_path / f"missing{suffix}")


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("start", pa.array([Decimal(10) ** 60], type=pa.decimal256(70, 0))),
        ("start", pa.array([2**64 - 1], type=pa.uint64())),
        ("start", pa.array([2**62], type=pa.time64("us"))),
        ("quote", pa.array([2**62], type=pa.duration("s"))),
        ("quote", pa.array([b"\xff"])),
        ("low", pa.array([float("nan")])),
    ],
)
def test_parquet_values_that_no_claim_has_are_one_line(tmp_path, make_claim, column, values):
    write_table([make_claim()], Claim, tmp_path / "claims.parquet")
    table = pq.read_table(tmp_path / "claims.parquet")
    pq.write_table(table.set_column(table.column_names.index(column), column, values), tmp_path / "claims.parquet")
    with pytest.raises(WorkbookError, match=r"claims\.parquet") as error:
        read_table(tmp_path / "claims.parquet")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("suffix", ["csv", "jsonl"])
def test_a_whole_number_that_no_table_holds_is_one_line(tmp_path, make_claim, suffix):
    path = tmp_path / f"claims.{suffix}"
    write_table([make_claim(start=77, end=92)], Claim, path)
    path.write_text(path.read_text().replace("77", "7" * 400))
    with pytest.raises(WorkbookError, match=r"start is .* it must be a whole number"):
        read_table(path)
