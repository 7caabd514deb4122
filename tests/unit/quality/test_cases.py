"""A regulator's case is told where a finding quotes the sentence of its wording."""

import pytest
from made_findings import finding, warning

from helpers.errors import WorkbookError
from helpers.model.ledger import LedgerRow
from helpers.quality.cases import measure_cases, read_cases
from helpers.quality.tally import Tally

TEXT = "We like tea. No scar ever stays with us! Call today."
TABLE = (
    "id,category,verdict,text,offending\n"
    f'c1,guarantee,unacceptable,"{TEXT}",No scar ever stays\n'
    f'c2,guarantee,acceptable,"{TEXT}",Call today\n'
)


@pytest.fixture
def cases(tmp_path):
    (tmp_path / "cases.csv").write_text(TABLE)
    return read_cases(tmp_path / "cases.csv")


def test_the_sentence_of_the_wording_is_found(cases):
    assert [TEXT[one.start : one.end].strip() for one in cases] == ["No scar ever stays with us!", "Call today."]
    assert [one.refused for one in cases] == [True, False]


def at(source_id, words, **changed):
    start = TEXT.index(words)
    return finding(1, source_a=source_id, start_a=start, end_a=start + len(words), **changed)


@pytest.mark.parametrize(
    ("found", "told", "flagged"),
    [
        ([at("c1", "ever stays")], 1, 0),
        ([at("c1", "like tea")], 0, 0),
        ([at("c1", "ever stays", source_b="c2")], 0, 0),
        ([at("c1", "ever stays", problem="missing_warning")], 0, 0),
        ([at("c2", "today")], 0, 1),
        ([warning(1, "burns")], 0, 0),
    ],
)
def test_refused_and_allowed_wordings_are_counted_apart(cases, found, told, flagged):
    result = measure_cases(cases, found, [])
    assert result.told == Tally("refused", told, 1)
    assert result.flagged == Tally("allowed", flagged, 1)
    assert result.by_category == (Tally("guarantee", told, 1),)


def test_a_refused_wording_is_unseen_where_its_sentence_makes_no_claim_and_nothing_tells_it(cases):
    silent = [LedgerRow("c1", cases[0].start, cases[0].end, "no claim", "", ())]
    assert measure_cases(cases, [], silent).unseen == 1
    assert measure_cases(cases, [at("c1", "ever stays")], silent).unseen == 0
    assert measure_cases(cases, [], [LedgerRow("c1", 0, 12, "no claim", "", ())]).unseen == 0


@pytest.mark.parametrize(
    ("row", "told"),
    [("c1,x,unacceptable,Tea.,coffee", "does not stand in the text"), ("c1,x,perhaps,Tea.,Tea", "'perhaps' is no verdict")],
)
def test_a_wrong_row_is_named(tmp_path, row, told):
    (tmp_path / "cases.csv").write_text(f"id,category,verdict,text,offending\n{row}\n")
    with pytest.raises(WorkbookError, match=rf"cases\.csv, row 2: .*{told}"):
        read_cases(tmp_path / "cases.csv")
