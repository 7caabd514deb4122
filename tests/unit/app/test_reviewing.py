"""The panel's messages: each browser with a session and a name of its own."""

import json
import threading

import pytest

from helpers.app import reviewing_here
from helpers.app.reviewing import Reviewing
from helpers.review import Journal


def panel(client, **message):
    client.get("/review")
    return json.loads(client.post("/panel", json.dumps({"ticket": "1", **message})).text)


def decide(client, name, verdict="misleading"):
    queue = panel(client, kind="open", reviewer=name)
    entry = next(one for one in queue["entries"] if one["open"])
    detail = panel(client, kind="detail", entries=[entry["id"]])["details"][0]
    chosen = [one["claim_id"] for one in detail["places"]]
    seen = [*chosen, *(f"warning {number + 1}" for number in range(len(detail["owed"])))]
    fields = {
        "reason": "it is known otherwise",
        "wording": "",
        "references": "Health Office: Advice on peels, 2021",
        "expires": "",
    }
    return panel(client, kind="rule", verdict=verdict, chosen=chosen, exceptions=[], seen=seen, **fields)


def test_a_verdict_is_stored_and_found_again(client):
    assert decide(client, "Sand")["kind"] == "stored"
    with Journal() as journal:
        assert [event.decision.reviewer for event in journal.events()] == ["Sand"]
    assert panel(client, kind="open", reviewer=None)["progress"]["done"] > 0
    assert "Reviewer: Sand" in client.get("/").text


def test_two_browsers_are_two_reviewers(stranger):
    first, second = stranger.enter(), stranger.enter()
    stranger.workspace.settings = stranger.workspace.settings.model_copy(update={"reviewers": 2})
    decide(first, "Sand")
    assert panel(second, kind="open", reviewer="Brook")["reviewer"] == "Brook"
    entries = panel(second, kind="open", reviewer=None)["entries"]
    places = panel(second, kind="detail", entries=[entries[0]["id"]])["details"][0]["places"]
    assert [one["verdicts"] for one in places] == [[] for _ in places]  # blind until one's own is in
    assert all(one["hidden"] == 1 for one in places)
    decide(second, "Brook", "unsubstantiated")
    with Journal() as journal:
        assert [event.decision.reviewer for event in journal.events()] == ["Sand", "Brook"]
    assert panel(first, kind="open", reviewer=None)["reviewer"] == "Sand"


def test_the_name_of_the_settings_is_taken_by_one_browser_only(stranger):
    stranger.workspace.settings = stranger.workspace.settings.model_copy(update={"reviewer": "Sand"})
    visitors = type(stranger)(stranger.port, stranger.workspace)
    names = [panel(visitors.enter(), kind="open", reviewer=None)["reviewer"] for _ in range(2)]
    assert names == ["Sand", ""]


def test_what_a_decision_allows_is_shown_at_once(client):
    before = client.get("/").text
    decide(client, "Sand")
    after = client.get("/").text
    assert before != after


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"kind": "erase", "ticket": 1}', b"{" * 9999, b'{"kind": "rule"}'])
def test_what_no_panel_sends_is_refused_in_a_line(client, body):
    client.get("/review")
    answer = client.post("/panel", body)
    assert answer.status == 400
    assert json.loads(answer.text)["trouble"] == "this was not sent by the panel; load the page again"


def test_a_panel_of_another_folder_is_told_to_load_again(client):
    client.get("/review")
    client.post("/again")
    client.wait()
    answer = client.post("/panel", json.dumps({"kind": "open", "reviewer": None, "ticket": "1"}))
    assert "load this page again" in json.loads(answer.text)["trouble"]


def test_what_others_look_at_does_not_end_a_session(stranger):
    first, second = stranger.enter(), stranger.enter()
    assert decide(first, "Sand")["kind"] == "stored"
    second.get("/")  # which sets the pages against what was decided
    message = {"kind": "open", "reviewer": None, "ticket": "2"}
    assert json.loads(first.post("/panel", json.dumps(message)).text)["kind"] == "queue"


def test_cards_that_take_a_while_are_waited_for_on_a_page_of_their_own(client, monkeypatch):
    go, made = threading.Event(), Reviewing.of

    def slowly(*arguments, **options):
        assert go.wait(60)
        return made(*arguments, **options)

    monkeypatch.setattr(reviewing_here, "AT_ONCE", 0.05)
    monkeypatch.setattr(Reviewing, "of", slowly)
    assert "Laying out the cards" in client.get("/review").text
    assert json.loads(client.get("/laying").text)["ready"] is False
    assert "Laying out the cards" in client.get("/review").text
    go.set()
    while not json.loads(client.get("/laying").text)["ready"]:
        pass
    assert 'id="panel"' in client.get("/review").text
