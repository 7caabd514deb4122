"""What a draft gets wrong: each check on drafts of our own, against decisions on the five sources."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.desk import Desk
from helpers.load import read_draft
from helpers.model import Claim
from helpers.model.publishing import Message
from helpers.publish import FORMATS

Find = Callable[..., list[Claim]]
Make = Callable[..., Desk]
HEAD = "# Mesotherapy\n\n"


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[Message]]:
    def run(desk: Desk, text: str, name: str = "draft.md") -> list[Message]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return list(desk.check(read_draft(path)))

    return run


def codes(problems: list[Message]) -> list[str]:
    return [code for problem in problems for code in problem.codes]


def test_a_statement_that_nobody_reviewed(open_desk: Make, check: Callable) -> None:
    bold, problem = check(open_desk(), HEAD + "The treatment has no downtime.\n")
    assert (bold.code, bold.severity, bold.quote) == ("W107", "warning", "The treatment has no downtime.")
    assert (problem.code, problem.severity, problem.line, problem.column) == ("W102", "error", 3, 1)
    assert problem.message == "1 sentence: line 3."


@pytest.mark.parametrize(
    "sentence",
    [
        "The treatment has no downtime.",
        "With mesotherapy there is zero downtime!",
        "There is **no downtime** whatsoever.",
        "- Downtime: none",
    ],
)
def test_a_refused_statement_does_not_come_back_in_other_words(
    open_desk: Make, record: Callable, find: Find, check: Callable, sentence: str
) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", reason="Bruises last.", wording="Plan for two weeks.")
    problems = check(open_desk(), HEAD + sentence + "\n")
    assert "W101" in codes(problems)
    problem = next(one for one in problems if one.code == "W101")
    assert problem.wording == "Plan for two weeks."
    assert "refused" in problem.message
    assert "Sand decided: misleading: Bruises last." in problem.message


def test_a_refused_sentence_is_found_where_the_draft_is_not_read_as_a_claim(
    open_desk: Make, record: Callable, find: Find, check: Callable
) -> None:
    claim = find("downtime", source="000")[0]
    record(claim, verdict="unsubstantiated")
    desk = open_desk()
    sentence = desk.case.sentence(claim)
    problems = check(desk, f"Server room\n\nIt is said: {sentence.upper()}\n")
    assert codes(problems).count("W101") == 1


def test_an_approved_statement_passes_until_its_last_day(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    record(find("downtime", source="000")[0], expires="2026-05-01", references=("DH01",))
    text = HEAD + "The treatment has no downtime.\n"
    assert codes(check(open_desk(as_of=datetime.date(2026, 5, 1)), text)) == []
    [late] = check(open_desk(as_of=datetime.date(2026, 5, 2)), text)
    assert late.codes == ("W103", "W107")
    assert "until 2026-05-01" in late.message


def test_what_needs_a_qualification_may_only_stand_in_its_wording(
    open_desk: Make, record: Callable, find: Find, check: Callable
) -> None:
    wording = "Fine lines may look softer for some months."
    claim = find("efficacy", item="wrinkles", level="benefit", treatment="mesotherapy")[0]
    record(claim, verdict="needs_qualification", wording=wording)
    [problem] = [one for one in check(open_desk(), HEAD + "It reduces wrinkles.\n") if one.code not in {"W106", "W107", "W112"}]
    assert (problem.code, problem.wording) == ("W111", wording)
    assert set(codes(check(open_desk(), HEAD + wording + "\n"))) <= {"W106"}
    cut = check(open_desk(), HEAD + "Fine lines may look softer.\n")
    assert "W111" in codes(cut)


def test_what_was_approved_with_doubt_may_not_be_asserted(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    helps = find("efficacy", treatment="mesotherapy", level="benefit")
    claim = next(one for one in helps if one.certainty == "hedged")
    record(claim, references=("DH01",))
    words = (claim.item or "").replace("_", " ")
    problems = check(open_desk(), HEAD + f"It improves {words}.\n")
    assert "W107" in codes(problems)
    assert "W107" not in codes(check(open_desk(), HEAD + f"It may improve {words}.\n"))


def test_a_conflict_with_an_approved_statement_names_its_wording(
    open_desk: Make, record: Callable, find: Find, check: Callable
) -> None:
    claim = find("evidence_basis", source="000", level="limited")[0]
    record(claim)
    problems = check(open_desk(), HEAD + "Mesotherapy is clinically proven.\n")
    against = next(one for one in problems if "W104" in one.codes)
    assert claim.quote in " ".join((against.message, *against.details))
    assert against.wording


def test_a_conflict_with_a_suggested_wording_is_one_too(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", wording="Mesotherapy has a downtime of two weeks.")
    assert "W104" in codes(check(open_desk(), HEAD + "The treatment has minimal downtime.\n"))


def test_what_the_register_contradicts(open_desk: Make, check: Callable) -> None:
    problems = check(open_desk(), HEAD + "Mesotherapy is clinically proven.\n")
    assert {"W102", "W105"} <= set(codes(problems))


def test_a_warning_that_is_owed_is_asked_for_and_one_that_is_given_is_not(open_desk: Make, check: Callable) -> None:
    owing = HEAD + "The solution is injected.\n"
    (missing,) = [one for one in check(open_desk(), owing) if one.code == "W106"]
    assert missing.message == "Mesotherapy is offered here, and this is not said of it:"
    assert any(line.startswith("An infection can follow") for line in missing.details)
    given = [one for one in check(open_desk(), owing + "\nInfection is a rare side effect.\n") if one.code == "W106"]
    assert not any("An infection can follow" in line for one in given for line in one.details)


def test_overstatement_contradiction_and_a_lost_list(open_desk: Make, check: Callable) -> None:
    problems = check(open_desk(), HEAD + "It eliminates wrinkles, 100% guaranteed. Results vary.\n\nSide effects may include:\n")
    assert {"W107", "W108", "W109"} <= set(codes(problems))


def test_a_law_is_named_once_for_the_market_and_not_for_another(open_desk: Make, check: Callable) -> None:
    text = HEAD + "It smooths wrinkles. It improves skin texture.\n"
    uk = [one for one in check(open_desk(market="uk"), text) if one.code == "W112"]
    assert [("CAP Code" in one.message, one.severity) for one in uk] == [(True, "note")]
    assert "W112" not in codes(check(open_desk(market="canada"), text))


def test_a_page_as_it_was_approved_is_clean_but_for_what_it_leaves_out(
    open_desk: Make, decide_all: Callable, pipeline: object, tmp_path: Path
) -> None:
    decide_all({"references": ("DH01",)})
    desk = open_desk()
    for reading in desk.review.readings:
        path = tmp_path / f"{reading.document.source_id}.txt"
        path.write_bytes(reading.document.text.encode())
        found = set(codes(list(desk.check(read_draft(path)))))
        assert found <= {"W102", "W106", "W109", "W110"}, path.name
        furniture = any(claim.zone == "chrome" for claim in reading.claims)
        assert furniture or "W102" not in found


def test_the_pack_knows_every_code(open_desk: Make) -> None:
    assert set(open_desk().rules.checks) == {f"W{number}" for number in range(101, 117)}


def test_a_refusal_in_other_words_says_how_sure_it_is(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", reason="Bruises last.")
    [problem] = [one for one in check(open_desk(), HEAD + "With mesotherapy there is zero downtime!\n") if "W101" in one.codes]
    assert "In other words (very likely), this was refused: “does not have a downtime”" in problem.message


def test_what_shares_only_the_statement_is_not_blamed_with_the_reason(
    open_desk: Make, record: Callable, find: Find, check: Callable
) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", reason="Bruises last.", wording="Plan for two weeks.")
    [problem] = [one for one in check(open_desk(), HEAD + "You can go back to work right away.\n") if "W115" in one.codes]
    assert "W101" not in problem.codes
    told = " ".join((problem.message, *problem.details))
    assert "Bruises last" not in told
    assert "does not have a downtime" in told
    assert problem.wording == "Plan for two weeks."


def test_what_nobody_reviewed_is_one_line_at_the_end(open_desk: Make, check: Callable) -> None:
    text = (
        HEAD + "It smooths wrinkles.\n\nIt improves skin texture. Redness settles in 2 days.\n\nSessions are two weeks apart.\n"
    )
    problems = check(open_desk(market="canada"), text)
    assert codes(problems).count("W102") == 1
    assert problems[-1].code == "W102"
    assert problems[-1].message == "4 sentences: lines 3, 5 and 7."
    assert [spot.line for spot in problems[-1].places] == [3, 5, 5, 7]


def test_what_is_wrong_with_one_sentence_is_told_together(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", reason="Bruises last.")
    text = HEAD + "There is no downtime and it is completely safe.\n"
    first = check(open_desk(), text)[0]
    assert first.codes[:2] == ("W101", "W107")
    assert any(line.startswith("Also safe without qualification: ") for line in first.details)
    assert first.quote == "There is no downtime and it is completely safe."


def test_a_comment_with_a_reason_keeps_a_message_back_and_is_listed(open_desk: Make, check: Callable) -> None:
    line = "The treatment has no downtime.\n"
    asked = check(open_desk(), f"{HEAD}<!-- workbook: allow W107: a quotation -->\n{line}")
    assert [(one.code, one.suppressed, one.line) for one in asked if "W107" in one.codes] == [("W107", "a quotation", 4)]
    without = check(open_desk(), f"{HEAD}<!-- workbook: allow W107 -->\n{line}")
    assert [(one.code, one.suppressed) for one in without if one.code in ("W107", "W116")] == [("W107", ""), ("W116", "")]
    other = check(open_desk(), f"{HEAD}<!-- workbook: allow W107: a quotation -->\n\nIt smooths wrinkles.\n\n{line}")
    assert [one.suppressed for one in other if "W107" in one.codes] == [""]  # it is about the next line alone


def test_a_comment_about_the_draft_as_a_whole_may_stand_anywhere(open_desk: Make, check: Callable) -> None:
    text = HEAD + "The solution is injected.\n\n<!-- workbook: allow W106: they stand in the booking form -->\n"
    assert [one.suppressed for one in check(open_desk(), text) if one.code == "W106"] == ["they stand in the booking form"]


def test_fingerprints_outlive_edits_elsewhere(open_desk: Make, check: Callable) -> None:
    bold = "The treatment has no downtime."
    [before] = [one for one in check(open_desk(), f"{HEAD}{bold}\n") if one.code == "W107"]
    text = f"{HEAD}It smooths wrinkles, guaranteed.\n\n> A word ahead.  **{bold}** More behind.\n"
    assert before.fingerprint in [one.fingerprint for one in check(open_desk(), text) if one.code == "W107"]


def test_no_name_that_only_programs_know_is_told(open_desk: Make, record: Callable, find: Find, check: Callable) -> None:
    record(find("evidence_basis", source="000", level="limited")[0])
    text = HEAD + "It is FDA approved and clinically proven. No downtime, no risk.\n\nRedness lasts a week.\n"
    for one in check(open_desk(market="any"), text):
        told = " ".join((one.message, one.advice, one.wording, *one.details))
        assert "_" not in told
        assert "000" not in told


@pytest.mark.parametrize(
    "sentence",
    [
        "MESOTHERAPY DOES NOT HAVE A DOWNTIME",
        "mesotherapy does not\u00a0have a down\u00adtime",
        "meso\u200btherapy **does not** have a downtime",
        "ｍesotherapy does nоt have a downtime",  # a wide letter, and one of another alphabet
    ],
)
def test_a_refused_sentence_hides_behind_no_sign(
    open_desk: Make, record: Callable, find: Find, check: Callable, sentence: str
) -> None:
    claim = find("downtime", source="000")[0]
    record(claim, verdict="misleading", reason="Bruises last.")
    [told] = [one for one in check(open_desk(), f"{HEAD}{sentence}.\n") if {"W101", "W111"} & set(one.codes)]
    assert "Bruises last" in told.message


HOSTILE = [
    "\ufeff# Meso\u202etherapy\u202c\n\nNo downtime\x00 at all.\n",
    "<!-- workbook: allow W101: " + "x" * 10_000 + " -->\nNo downtime.\n",
    "<!-- workbook: allow W101 W102 --><!-- workbook: allow W999: none -->\nNo downtime.\n",
    "# " + "Mesotherapy " * 2_000 + "\n\nNo downtime.\n",
    "Mesotherapy has no downtime. " * 300,
    "* " * 500 + "\n" + "> " * 500 + "no downtime\n",
    "| a | b |\n|---|---|\n| Downtime | none |\n",
    "It is “safe” (says “Anna”: “no risk”): “the draft says “x””: guaranteed.\n",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_draft_stops_the_checker(open_desk: Make, record: Callable, find: Find, check: Callable, text: str) -> None:
    record(find("downtime", source="000")[0], verdict="misleading", reason="Bruises last.")
    desk = open_desk(market="any")
    for written in FORMATS.values():
        told = written(check(desk, text), desk.checks)
        assert "\x00" not in told
        assert "\u202e" not in told
