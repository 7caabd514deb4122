"""The form of the notebooks keeps what was chosen where the app and the commands read it."""

import datetime

import pytest

from helpers.form import KEPT, settings_form
from helpers.settings import Settings, market_titles, read_settings, settings_file


@pytest.fixture(autouse=True)
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_DB", str(tmp_path / "journal.db"))


def test_what_is_chosen_is_kept(tmp_path):
    form = settings_form()
    form.folder.value, form.market.value, form.reviewers.value = str(tmp_path), "uk", 2
    form.reviewer.value, form.day.value = "Sand", datetime.date(2026, 5, 1)
    form.button.click()
    assert form.told.value == KEPT
    day = datetime.date(2026, 5, 1)
    assert read_settings() == Settings(folder=str(tmp_path), market="uk", reviewers=2, reviewer="Sand", day=day)
    assert settings_form().market.value == "uk"


def test_a_folder_that_is_not_there_is_told_and_not_kept():
    form = settings_form()
    form.folder.value = "<b>nowhere</b>"
    form.button.click()
    assert "there is no such folder" in form.told.value and "<b>" not in form.told.value
    assert not settings_file().exists()


def test_the_markets_are_those_of_the_pack():
    form = settings_form()
    form.pack.value = "supplements"
    assert [value for _, value in form.market.options] == list(market_titles("supplements"))
