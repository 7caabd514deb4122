import json
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Judged, Ruling
from helpers.model.document import Document
from helpers.review import (
    Journal,
    adjudicate,
    decide,
    export_journal,
    head_path,
    import_journal,
    judged,
    read_head,
    read_journal,
    texts_path,
    undo,
)

HOSTILE = "\ufeffGlow mist\r\nsoftens\x00 lines\x1b[31m.\r\u202eAsk \u2066us\u2069 \x85\u2028 anything \U0001f600.\n"


@pytest.fixture
def exported(journal: Journal, lines_claim: Judged, tmp_path: Path) -> Path:
    sand = journal.append(decide([lines_claim], Ruling("substantiated", "seen"), reviewer="Sand"))
    brook = journal.append(decide([lines_claim], Ruling("misleading", "naïve"), reviewer="Brook"))
    journal.append(
        adjudicate([sand, brook], [lines_claim], Ruling("needs_qualification", wording="may soften"), reviewer="Heath")
    )
    journal.append(undo(brook, reviewer="Brook"))
    path = tmp_path / "journal.jsonl"
    export_journal(journal, path)
    return path


@pytest.fixture
def fresh(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "fresh.db")


def test_a_journal_comes_back_as_it_was(exported: Path, journal: Journal, fresh: Journal) -> None:
    assert import_journal(fresh, exported) == (4, 0)
    assert fresh.events() == journal.events() == read_journal(exported)
    assert fresh.verify().head == journal.head() == read_head(exported)
    fresh.close()


def test_importing_twice_is_harmless(exported: Path, fresh: Journal) -> None:
    import_journal(fresh, exported)
    assert import_journal(fresh, exported) == (0, 0)
    assert fresh.verify().head.count == 4
    fresh.close()


def test_importing_brings_only_what_is_new(exported: Path, journal: Journal, fresh: Journal, lines_claim: Judged) -> None:
    import_journal(fresh, exported)
    journal.append(decide([lines_claim], Ruling("out_of_scope"), reviewer="Sand"))
    export_journal(journal, exported)
    assert import_journal(fresh, exported) == (1, 0)
    assert fresh.head() == journal.head()
    fresh.close()


def test_an_older_export_changes_nothing_in_a_journal_that_went_on(exported: Path, journal: Journal, lines_claim: Judged) -> None:
    journal.append(decide([lines_claim], Ruling("out_of_scope"), reviewer="Sand"))
    assert import_journal(journal, exported) == (0, 0)
    assert journal.verify().head.count == 5


def test_a_line_is_one_event_in_plain_ascii(exported: Path) -> None:
    lines = exported.read_bytes().decode("ascii").splitlines()
    assert [json.loads(line)["decision"]["reviewer"] for line in lines] == ["Sand", "Brook", "Heath", "Brook"]
    assert exported.read_text().endswith("\n")
    assert head_path(exported).name == "journal.head.json"


def test_exporting_twice_gives_the_same_bytes(exported: Path, journal: Journal) -> None:
    before = exported.read_bytes()
    export_journal(journal, exported)
    assert exported.read_bytes() == before
    assert sorted(path.name for path in exported.parent.glob("journal.*.part")) == []


def lines_of(path: Path) -> list[str]:
    return path.read_text().splitlines()


def rewrite(path: Path, lines: list[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ([0, 2, 1, 3], "line 2: it does not follow the line before"),
        ([0, 2, 3], "line 2: it does not follow the line before"),
        ([1, 2, 3], "line 1: it does not follow the line before"),
        ([0, 1, 1, 2, 3], "line 3: this event stands in line 2 already"),
        ([0, 1, 2], "line 3: the file ends here, its head counts 4"),
        ([], "line 0: the file ends here, its head counts 4"),
    ],
)
def test_lines_lost_doubled_or_reordered_are_refused(exported: Path, fresh: Journal, order: list[int], message: str) -> None:
    lines = lines_of(exported)
    rewrite(exported, [lines[number] for number in order])
    with pytest.raises(WorkbookError, match=rf"journal\.jsonl, {message}"):
        import_journal(fresh, exported)
    assert fresh.head().count == 0
    fresh.close()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("substantiated", "unsubstantiated", "was changed after it was written"),
        ('"reviewer":"Sand"', '"reviewer": "Sand"', "was changed after it was written"),
        ('{"decision"', '{"added":1,"decision"', "was changed after it was written"),
        ('"verdict":"substantiated"', '"verdict":"fine"', r"ruling\.verdict: Input should be"),
        ('"start":', '"begin":', r"anchor\.start: Field required"),
        ('{"decision"', '{"decision', "not valid JSON"),
        ("seen", "se\\ud8", "not valid JSON"),
    ],
)
def test_a_line_that_was_edited_is_refused(exported: Path, fresh: Journal, old: str, new: str, message: str) -> None:
    first, *rest = lines_of(exported)
    rewrite(exported, [first.replace(old, new, 1), *rest])
    with pytest.raises(WorkbookError, match=rf"journal\.jsonl, line 1: .*{message}") as caught:
        import_journal(fresh, exported)
    assert "\n" not in str(caught.value)
    fresh.close()


def test_a_line_resealed_by_hand_still_breaks_the_chain(exported: Path, fresh: Journal) -> None:
    from helpers.review import chain

    first, second, *rest = lines_of(exported)
    event = chain.read_line(second)
    forged = chain.seal(
        decide(event.decision.claims, Ruling("substantiated"), reviewer="Brook"), time=event.time, previous=event.previous
    )
    rewrite(exported, [first, chain.line(forged), *rest])
    with pytest.raises(WorkbookError, match="line 3: it does not follow the line before"):
        import_journal(fresh, exported)
    fresh.close()


def test_a_forged_undo_of_somebody_elses_decision_is_refused(
    journal: Journal, lines_claim: Judged, fresh: Journal, tmp_path: Path
) -> None:
    from helpers.model.decision import Decision
    from helpers.review import chain

    first = journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    forged = chain.seal(Decision("undo", "Brook", refers=(first.hash,)), time=first.time, previous=first.hash)
    rewrite(tmp_path / "f.jsonl", [chain.line(first), chain.line(forged)])
    with pytest.raises(WorkbookError, match="line 2: only Sand can undo this"):
        import_journal(fresh, tmp_path / "f.jsonl")
    nowhere = chain.seal(Decision("undo", "Brook", refers=("e" * 64,)), time=first.time, previous=first.hash)
    rewrite(tmp_path / "f.jsonl", [chain.line(first), chain.line(nowhere)])
    with pytest.raises(WorkbookError, match="line 2: it names an event that does not stand before it"):
        import_journal(fresh, tmp_path / "f.jsonl")
    fresh.close()


def test_two_journals_that_went_different_ways_are_not_mixed(exported: Path, fresh: Journal, lines_claim: Judged) -> None:
    fresh.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    with pytest.raises(WorkbookError, match=r"line 1: it differs from event 1 of .*went different ways"):
        import_journal(fresh, exported)
    assert fresh.verify().head.count == 1
    fresh.close()


def test_a_missing_head_is_refused_by_name(exported: Path, fresh: Journal) -> None:
    head_path(exported).unlink()
    with pytest.raises(WorkbookError, match=r"journal\.head\.json: it cannot be read .* belong together"):
        import_journal(fresh, exported)
    fresh.close()


@pytest.mark.parametrize("content", ["", "[]", '{"count": 4}', '{"count": "x", "hash": ""}', "null"])
def test_a_head_that_is_none_is_refused(exported: Path, content: str) -> None:
    head_path(exported).write_text(content)
    with pytest.raises(WorkbookError, match=r"journal\.head\.json: this is no head"):
        read_journal(exported)


def test_bytes_that_no_export_writes_are_refused(exported: Path) -> None:
    exported.write_bytes(exported.read_bytes().replace(b"seen", "säen".encode()))
    with pytest.raises(WorkbookError, match="characters that no export writes"):
        read_journal(exported)


def test_a_damaged_journal_is_not_exported(exported: Path, journal: Journal) -> None:
    import sqlite3

    before = exported.read_bytes()
    with sqlite3.connect(journal.name) as connection:
        connection.execute("DELETE FROM journal_events WHERE position = 4")
    connection.close()
    with pytest.raises(WorkbookError, match="the tail was cut"):
        export_journal(journal, exported)
    assert exported.read_bytes() == before


def test_a_file_that_cannot_be_written_is_one_line(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(WorkbookError, match="it cannot be written"):
        export_journal(journal, tmp_path / "taken" / "journal.jsonl")


@pytest.fixture
def with_texts(
    journal: Journal, document_of: Callable[..., Document], claim_in: Callable[..., Claim], exported: Path
) -> tuple[Document, ...]:
    """Two documents that were decided on, the first of them a page full of traps; the journal was exported again."""
    pages = (document_of(HOSTILE, "traps"), document_of("Mist softens lines.\n", "plain"))
    for page in pages:
        claim = judged(claim_in(page, "softens"), page)
        journal.append(decide([claim], Ruling("misleading"), reviewer="Sand"), pages)
    export_journal(journal, exported)
    return pages


def test_texts_travel_beside_their_journal(
    exported: Path, with_texts: tuple[Document, ...], journal: Journal, fresh: Journal
) -> None:
    assert texts_path(exported).name == "journal.texts.jsonl"
    lines = texts_path(exported).read_bytes().decode("ascii").splitlines()
    assert [json.loads(line) for line in lines] == [
        {"sha256": page.sha256, "text": page.text} for page in sorted(with_texts, key=lambda page: page.sha256)
    ]
    assert import_journal(fresh, exported) == (6, 2)
    assert fresh.texts() == journal.texts() == {page.sha256: page.text for page in with_texts}
    assert import_journal(fresh, exported) == (0, 0)
    assert fresh.verify() == journal.verify()
    fresh.close()


def test_texts_of_a_team_journal_travel_to_one_of_postgresql(
    exported: Path, with_texts: tuple[Document, ...], empty_postgres: str, tmp_path: Path
) -> None:
    with Journal(empty_postgres) as team:
        assert import_journal(team, exported) == (6, 2)
        assert team.text(with_texts[0].sha256) == HOSTILE
        export_journal(team, tmp_path / "team.jsonl")
    assert texts_path(tmp_path / "team.jsonl").read_bytes() == texts_path(exported).read_bytes()


def test_an_export_without_texts_is_read_and_they_can_follow(
    exported: Path, with_texts: tuple[Document, ...], fresh: Journal
) -> None:
    aside = texts_path(exported).rename(exported.with_name("aside"))
    assert import_journal(fresh, exported) == (6, 0)
    assert fresh.verify().without_text == 3
    aside.rename(texts_path(exported))
    assert import_journal(fresh, exported) == (0, 2)
    assert fresh.verify().without_text == 1
    fresh.close()


def test_a_journal_without_texts_leaves_none_of_an_earlier_export(
    exported: Path, with_texts: tuple[Document, ...], fresh: Journal, lines_claim: Judged
) -> None:
    assert texts_path(exported).read_text().count("\n") == len(with_texts)
    fresh.append(decide([lines_claim], Ruling("misleading"), reviewer="Sand"))
    export_journal(fresh, exported)
    assert texts_path(exported).read_text() == ""
    fresh.close()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("softens", "smooths", "this text is not the one that its SHA-256 names"),
        (".\\n", ".", "this text is not the one that its SHA-256 names"),
        (".\\n", ".\\ud800", "this text is not the one that its SHA-256 names"),
        ('"sha256":"', '"sha256":"0', "this text is not the one that its SHA-256 names"),
        ('"sha256":', '"sha256": ', "this is no text of a journal"),
        ('"text":"', '"text":["', "this is no text of a journal"),
        ('{"sha256"', '{"added":1,"sha256"', "this is no text of a journal"),
        ('"text"', '"words"', "this is no text of a journal"),
        ("{", "[" * 100_000, "this is no text of a journal"),
        ("{", "", "this is no text of a journal"),
    ],
)
def test_a_text_that_was_edited_is_refused(
    exported: Path, with_texts: tuple[Document, ...], fresh: Journal, old: str, new: str, message: str
) -> None:
    lines = lines_of(texts_path(exported))
    at = next(number for number, line in enumerate(lines) if with_texts[1].sha256 in line)
    lines[at] = lines[at].replace(old, new, 1)
    rewrite(texts_path(exported), lines)
    with pytest.raises(WorkbookError) as caught:
        import_journal(fresh, exported)
    assert str(caught.value) == f"journal.texts.jsonl, line {at + 1}: {message}; export the journal again"
    assert fresh.head().count == 0
    assert fresh.texts() == {}
    fresh.close()


@pytest.mark.parametrize("line", ["5", "null", "[]", '"sha256"', '{"sha256":1,"text":2}', '{"sha256":null,"text":"\\ud800"}', ""])
def test_a_line_that_is_no_text_is_refused(exported: Path, fresh: Journal, line: str) -> None:
    rewrite(texts_path(exported), [line])
    with pytest.raises(WorkbookError, match=r"^journal\.texts\.jsonl, line 1: this "):
        import_journal(fresh, exported)
    fresh.close()
