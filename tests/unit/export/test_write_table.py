from dataclasses import dataclass

import pyarrow.parquet as pq
import pytest

from helpers.errors import WorkbookError
from helpers.export import write_table
from helpers.model import CLAIM_COLUMNS, Claim


@dataclass(frozen=True)
class Row:
    word: str
    low: float | None
    count: int
    vague: bool
    ids: tuple[str, ...] = ()


ROWS = [
    Row("plain", 7.0, 1, False),
    Row('with "quotes", and\nlines', None, 2, True, ("a", "b")),
    Row("día – 日", 1 / 24, 3, False),
]


def names(folder):
    return [path.name for path in folder.iterdir()]


def write(tmp_path, name, rows=ROWS, columns=Row):
    path = tmp_path / name
    assert write_table(iter(rows), columns, path) == len(rows)
    return path.read_bytes()


def test_csv_writes_whole_numbers_plainly_and_nothing_for_none(tmp_path):
    assert write(tmp_path, "t.csv").decode() == (
        "word,low,count,vague,ids\n"
        "plain,7,1,false,\n"
        '"with ""quotes"", and\nlines",,2,true,a;b\n'
        "día – 日,0.041666666666666664,3,false,\n"
    )


def test_json_lines_hold_numbers_null_and_lists(tmp_path):
    assert write(tmp_path, "t.jsonl").decode().splitlines() == [
        '{"word": "plain", "low": 7, "count": 1, "vague": false, "ids": []}',
        '{"word": "with \\"quotes\\", and\\nlines", "low": null, "count": 2, "vague": true, "ids": ["a", "b"]}',
        '{"word": "día – 日", "low": 0.041666666666666664, "count": 3, "vague": false, "ids": []}',
    ]


def test_parquet_has_the_types_of_the_record(tmp_path):
    write(tmp_path, "t.parquet")
    table = pq.read_table(tmp_path / "t.parquet")
    assert [str(field.type) for field in table.schema] == ["string", "double", "int64", "bool", "list<element: string>"]
    assert table.to_pylist()[1] == {
        "word": 'with "quotes", and\nlines',
        "low": None,
        "count": 2,
        "vague": True,
        "ids": ["a", "b"],
    }


def test_parquet_without_a_row_still_has_the_types_of_the_record(tmp_path):
    write(tmp_path, "t.parquet", rows=[])
    assert [str(field.type) for field in pq.read_schema(tmp_path / "t.parquet")][:4] == ["string", "double", "int64", "bool"]


def test_names_of_columns_take_their_types_from_the_first_record(tmp_path, make_claim):
    write(tmp_path, "t.parquet", rows=[make_claim()], columns=CLAIM_COLUMNS)
    write(tmp_path, "same.parquet", rows=[make_claim()], columns=Claim)
    assert pq.read_schema(tmp_path / "t.parquet") == pq.read_schema(tmp_path / "same.parquet")


def test_names_choose_and_order_the_columns(tmp_path):
    assert write(tmp_path, "t.csv", columns=["count", "word"], rows=ROWS[:1]) == b"count,word\n1,plain\n"


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_mappings_are_records_too_and_two_runs_give_the_same_bytes(tmp_path, name):
    rows = [{"word": "a", "low": 2.5}, {"word": "b", "low": None}]
    assert write(tmp_path, name, rows, ["word", "low"]) == write(tmp_path, name, rows, ["word", "low"])
    assert write(tmp_path, name) == write(tmp_path, name)


@pytest.mark.parametrize(("name", "escaped"), [("t.csv", b"a\\udc80b"), ("t.jsonl", b'"a\\udc80b"')])
def test_a_lone_surrogate_is_written_as_its_escape(tmp_path, name, escaped):
    assert escaped in write(tmp_path, name, [{"word": "a\udc80b"}], ["word"])


def test_a_lone_surrogate_is_visible_in_parquet(tmp_path):
    write(tmp_path, "t.parquet", [{"word": "a\udc80b"}], ["word"])
    assert pq.read_table(tmp_path / "t.parquet").to_pylist() == [{"word": "a\\udc80b"}]


def test_a_json_record_stays_on_one_line_for_every_reader(tmp_path):
    text = "a\u2028b\u2029c\x85d\x0be\x1cf"
    assert len(write(tmp_path, "t.jsonl", [{"word": text}], ["word"]).decode().splitlines()) == 1


def test_cells_stay_exact_even_where_a_spreadsheet_would_see_a_formula(tmp_path):
    assert write(tmp_path, "t.csv", [{"word": "=1+1"}, {"word": "@cmd"}], ["word"]) == b"word\n=1+1\n@cmd\n"


def test_an_infinite_bound_is_refused_and_leaves_the_last_good_table(tmp_path):
    write(tmp_path, "t.csv")
    before = (tmp_path / "t.csv").read_bytes()
    with pytest.raises(ValueError, match="open bound is None"):
        write_table([{"low": float("inf")}], ["low"], tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes() == before
    assert names(tmp_path) == ["t.csv"]


def test_an_unknown_suffix_is_refused_before_anything_is_read(tmp_path):
    def never():
        raise AssertionError("read")
        yield

    with pytest.raises(WorkbookError, match=r"must end in \.csv, \.jsonl or \.parquet"):
        write_table(never(), ["word"], tmp_path / "t.xls")


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_rows_are_taken_a_few_at_a_time(tmp_path, name, monkeypatch):
    """No writer holds more rows than one group: what it has let go of is counted by weak references."""
    import weakref

    monkeypatch.setattr("helpers.export.parquet.ROWS_A_GROUP", 10)
    alive: weakref.WeakSet[Row] = weakref.WeakSet()
    most = 0

    def rows():
        nonlocal most
        for number in range(100):
            row = Row("word", None, number, False)
            alive.add(row)
            most = max(most, len(alive))
            yield row

    write_table(rows(), Row, tmp_path / name)
    assert most <= 22
