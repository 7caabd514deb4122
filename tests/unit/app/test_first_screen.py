"""The first screen of the next start is there before the pages are: the same, or none where anything is different."""

import json
import threading

import pytest

from helpers.app import workspace as module
from helpers.app.first_screen import FirstScreen
from helpers.app.workspace import Workspace


@pytest.fixture
def client(client, tmp_path, monkeypatch):
    """An app that keeps what it reads, at its second start."""
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    client.post("/again")
    return client.wait()


@pytest.fixture
def starting(client, monkeypatch):
    """The app while it opens the folder once more: what it shows, and what lets it go on."""
    go, made = threading.Event(), module.open_pages

    def slowly(*arguments):
        assert go.wait(60)
        return made(*arguments)

    monkeypatch.setattr(module, "open_pages", slowly)

    def start():
        client.post("/again")
        while client.workspace.first is None and client.workspace.progress.words != "Opening the topic pack":
            pass
        return client.get("/").text

    yield start
    go.set()
    client.wait()


def test_it_is_shown_while_the_pages_are_opened_behind_it(client, starting):
    before = FirstScreen.of(*client.workspace.now())
    text = starting()
    assert client.workspace.opened is None and client.workspace.first == before
    assert text.count('class="card"') == 2 and 'data-address="/far"' in text
    assert "Reading the pages" in client.get("/review").text
    assert json.loads(client.get("/far").text)["ready"] is False
    assert json.loads(client.get("/far?first=yes").text)["ready"] is True


def test_a_page_that_changed_shows_no_earlier_screen(client, starting, pages):
    (pages / "clinic.md").write_text("# Peel\n\nA peel has little downtime.\n", encoding="utf-8")
    assert 'class="card"' not in starting()


def test_other_settings_show_no_earlier_screen(client, starting):
    client.workspace.settings = client.workspace.settings.model_copy(update={"market": "uk"})
    assert 'class="card"' not in starting()


def test_another_workspace_finds_it(client):
    other = Workspace(client.workspace.root, client.workspace.out, client.workspace.settings, print)
    other.read()
    while other.opened is None:
        pass
    assert other.first == FirstScreen.of(*other.now())
    other.close()
