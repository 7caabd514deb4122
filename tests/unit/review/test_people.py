"""Two spellings of one person are one reviewer, and nobody passes for another."""

from importlib import import_module
from pathlib import Path

import pytest

from helpers.errors import WorkbookError
from helpers.model.decision import Judged, Ruling
from helpers.review import Journal, adjudicate, chain, decide, disagreements, export_journal, import_journal, standing, undo
from helpers.review.people import no_lookalike, person

JOSE = "José Núñez"


@pytest.mark.parametrize(
    "typed",
    ["Jose\u0301 Nu\u0301n\u0303ez", "JOSÉ NÚÑEZ", " José  Núñez ", "JoséNúñez", "José\u00a0Núñez", "\uff2aosé Núñez"],
)
def test_other_spellings_of_a_name_are_the_same_person(journal: Journal, lines_claim: Judged, typed: str) -> None:
    first = journal.append(decide([lines_claim], Ruling("misleading"), reviewer=JOSE))
    again = journal.append(decide([lines_claim], Ruling("substantiated"), reviewer=typed))
    assert again.decision.reviewer == JOSE == journal.known_as(typed)
    stand = standing(journal.events())
    assert list(stand[lines_claim.claim_id].rulings) == [JOSE]
    assert not disagreements(stand)
    assert journal.append(undo(first, reviewer=typed)).decision.reviewer == JOSE


def test_nobody_settles_a_disagreement_of_their_own_under_another_spelling(journal: Journal, lines_claim: Judged) -> None:
    first = journal.append(decide([lines_claim], Ruling("misleading"), reviewer=JOSE))
    second = journal.append(decide([lines_claim], Ruling("substantiated"), reviewer="Brook"))
    with pytest.raises(WorkbookError, match="one of those who disagree"):
        journal.append(adjudicate([first, second], [lines_claim], Ruling("misleading"), reviewer="JOSE\u0301 NU\u0301N\u0303EZ"))


def test_two_spellings_that_an_older_journal_holds_are_read_as_one(
    journal: Journal, lines_claim: Judged, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "_spelling", lambda self, name: name)
    monkeypatch.setattr(import_module("helpers.review.decide"), "as_written", str)
    for name in ("O'Hara", "o’hara"):
        journal.append(decide([lines_claim], Ruling("misleading", name), reviewer=name))
    assert [event.decision.reviewer for event in journal.events()] == ["O'Hara", "O'Hara"]
    monkeypatch.undo()
    export_journal(journal, tmp_path / "j.jsonl")
    with Journal(tmp_path / "fresh.db") as fresh:
        assert import_journal(fresh, tmp_path / "j.jsonl").events == 2
        assert fresh.head() == journal.head()
        assert [event.decision.reviewer for event in fresh.events(after=1)] == ["O'Hara"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("S\u0430nd", "mixes Cyrillic and Latin letters in one word"),
        ("Br\u03bfok", "mixes Greek and Latin letters in one word"),
        ("\u0421\u043e\u0440\u0430", "looks like 'Copa'"),
        ("\u039d\u0399\u039a\u039f", "looks like 'Niko'"),
        ("Sand\u034f", "must be printable"),
        ("Sa\u200bnd", "must be printable"),
        ("Sa\u00adnd", "must be printable"),
        ("Sand\ufe0f", "must be printable"),
        ("\u3164", "must be printable"),
        ("Sand\u202e", "must be printable"),
    ],
)
def test_a_name_that_only_looks_like_somebodys_is_refused(journal: Journal, lines_claim: Judged, typed: str, said: str) -> None:
    for name in ("Sand", "Copa", "Niko"):
        journal.append(decide([lines_claim], Ruling("misleading"), reviewer=name))
    with pytest.raises(WorkbookError, match=said):
        journal.append(decide([lines_claim], Ruling("substantiated"), reviewer=typed))
    assert journal.head().count == 3


def test_an_import_brings_no_lookalike_in(journal: Journal, lines_claim: Judged, tmp_path: Path) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Copa"))
    export_journal(journal, tmp_path / "j.jsonl")
    forged = decide([lines_claim], Ruling("substantiated"), reviewer="\u0421\u043e\u0440\u0430")
    last = journal.events()[-1]
    event = chain.seal(forged, time=last.time, previous=last.hash)
    with pytest.raises(WorkbookError, match="looks like 'Copa'"):
        journal.extend([event], after=journal.head())
    assert journal.head().count == 1


@pytest.mark.parametrize("name", ["Иван Петров", "Γιώργος Παπάς", "Иван (Ivan)", "山田 たろう", "Anna-Lena O’Neill", "김민준"])
def test_names_of_every_script_are_names(journal: Journal, lines_claim: Judged, name: str) -> None:
    journal.append(decide([lines_claim], Ruling("misleading"), reviewer="Anna Weiss"))
    assert journal.append(decide([lines_claim], Ruling("misleading"), reviewer=name)).decision.reviewer == name


def test_people_whose_names_differ_in_a_letter_or_an_accent_are_two() -> None:
    assert len({person(name) for name in ("Jose", "José", "Josef", "Sand", "Sands")}) == 5
    no_lookalike("José", ["Jose", "Josef"])
