import json
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, adjudicate, decide, export_journal, head_path, import_journal, read_head, read_journal, undo


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
