"""What was chosen is kept in one file that people can read, beside the journal."""

import datetime

import pytest

from helpers.errors import WorkbookError
from helpers.paths import DATA, PACKS, ROOT, SEEDS
from helpers.review.store import DEFAULT
from helpers.settings import Settings, as_chosen, changed, pack_titles, read_settings, settings_file, write_settings


@pytest.fixture(autouse=True)
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "journal.db"))
    return tmp_path


def test_nothing_chosen_is_the_five_sources():
    assert read_settings() == Settings()
    assert read_settings().place == SEEDS


def test_what_is_written_is_read_again():
    chosen = Settings(folder="pages", market="uk", reviewers=2, reviewer="Zoë", day=datetime.date(2026, 5, 1))
    write_settings(chosen)
    assert read_settings() == chosen
    assert "reviewer: Zoë" in settings_file().read_text(encoding="utf-8")


def test_it_lies_beside_the_journal(journal, monkeypatch):
    assert settings_file() == journal / "workbook.yml"
    for elsewhere in ("", "postgresql+psycopg://somebody@server/review"):
        monkeypatch.setenv("WORKBOOK_DB", elsewhere)
        assert settings_file() == DEFAULT.with_name("workbook.yml") == DATA / "decisions" / "workbook.yml"


@pytest.mark.parametrize("text", ["folder: [a]", "colour: blue", "reviewers: 3", "day: soon", "reviewers: 1\nreviewers: 2", "{"])
def test_a_file_that_does_not_hold_together_is_told_in_a_line(text):
    settings_file().write_text(text, encoding="utf-8")
    with pytest.raises(WorkbookError, match=r"workbook\.yml") as told:
        read_settings()
    assert "\n" not in str(told.value)


def test_an_empty_file_is_nothing_chosen():
    write_settings(Settings())
    assert read_settings() == Settings()


def test_a_folder_of_the_project_is_named_from_there(tmp_path):
    assert as_chosen(SEEDS) == "seeds"
    assert as_chosen(tmp_path) == str(tmp_path.resolve())
    assert (ROOT / as_chosen(tmp_path)) == tmp_path.resolve()


def test_a_wrong_choice_names_itself():
    with pytest.raises(WorkbookError, match="reviewers cannot be 3"):
        changed(Settings(), reviewers=3)


def test_packs_that_only_others_build_on_are_not_offered():
    assert set(pack_titles()) == {path.parent.name for path in PACKS.glob("*/topics.yml")} - {"english"}
