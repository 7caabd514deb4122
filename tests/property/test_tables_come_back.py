"""A claim table read back is the table that was written, whatever its texts and numbers."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.export import read_table, write_table
from helpers.model import Claim

texts = st.text(st.characters(exclude_categories=["Cs"]))
some_text = st.none() | texts.filter(bool)
bounds = st.none() | st.floats(min_value=0, allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 10_000_000)
claims = st.builds(
    lambda start, length, **rest: Claim(start=start, end=start + length, **rest),
    start=offsets,
    length=offsets,
    claim_id=texts,
    source_id=texts,
    topic=texts,
    treatment=texts,
    item=some_text,
    level=some_text,
    low=bounds,
    high=bounds,
    unit=some_text,
    vague=st.booleans(),
    certainty=st.sampled_from(["asserted", "hedged"]),
    phase=some_text,
    area=some_text,
    group=some_text,
    product=some_text,
    condition=some_text,
    zone=st.sampled_from(["body", "chrome"]),
    quote=texts,
    sentence_start=offsets,
    sentence_end=offsets,
    rule=texts,
)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
@given(table=st.lists(claims, max_size=4, unique_by=lambda claim: claim.claim_id))
def test_a_table_comes_back_as_it_was(suffix, table):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"claims{suffix}"
        write_table(table, Claim, path)
        assert read_table(path) == table
