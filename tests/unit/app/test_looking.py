"""What can be published and what must change: a card a page, and each page with its claims marked."""

import json
import threading
import time


def test_every_page_has_a_card_that_says_why(client):
    text = client.get("/").text
    assert "0 of 2 pages can be published." in text
    assert text.count('class="card"') == 2
    assert "on hold" in text and "A list that may have held risks was lost" in text


def test_a_page_shows_what_must_change_and_its_text(client):
    text = client.get("/page?id=clinic").text
    assert "What must change" in text
    assert "<mark" in text and "no downtime" in text


def test_links_to_another_page_lead_to_that_page(client):
    text = client.get("/page?id=clinic").text
    assert 'href="/page?id=clinic#text-1' in text
    assert 'href="#text-' not in text


def test_a_name_of_a_page_is_no_path(client, pages):
    (pages.parent / "secret.md").write_text("secret", encoding="utf-8")
    assert "secret" not in client.get("/page?id=..%2Fsecret").text


def test_how_far_the_reading_is(client):
    assert json.loads(client.get("/far").text) == {"words": "", "done": 0, "total": 0, "ready": True}


def test_a_folder_that_cannot_be_read_is_told_in_a_line(client, pages):
    for path in pages.iterdir():
        path.unlink()
    client.post("/again")
    client.wait()
    text = client.get("/").text
    assert "The pages cannot be read" in text and "the folder holds no document" in text
    assert "Choose another folder" in text


def test_files_that_were_not_read_are_named_with_the_reason(client, pages):
    (pages / "photo.png").write_bytes(b"x")
    (pages / "broken.pdf").write_bytes(b"x")
    client.post("/again")
    client.wait()
    text = client.get("/").text
    assert "2 files were not read, or not fully" in text
    assert "photo.png" in text and "broken.pdf" in text


def test_files_that_changed_meanwhile_are_told(client, pages):
    assert "were changed since they were read" not in client.get("/").text
    (pages / "clinic.md").write_text("# Peel\n\nA peel has little downtime.\n", encoding="utf-8")
    assert "were changed since they were read" in client.get("/").text
    client.post("/again")
    assert "were changed since they were read" not in client.wait().get("/").text


def test_an_error_is_one_line_on_the_page_with_a_way_out(client):
    text = client.get("/page?id=nowhere").text
    assert text.count('role="alert"') == 1 and "No page of this folder has this name" in text
    assert 'href="/review"' in text


def test_what_takes_a_while_after_a_decision_is_told_and_the_review_goes_on(client, monkeypatch):
    monkeypatch.setattr("helpers.app.workspace.MANY", 1)
    client.get("/review")
    opened = client.workspace.opened

    def panel(**message):
        return json.loads(client.post("/panel", json.dumps({"ticket": "1", **message})).text)

    entries = panel(kind="open", reviewer="Sand")["entries"]
    details = panel(kind="detail", entries=[one["id"] for one in entries])["details"]
    place = next(one for detail in details for one in detail["places"] if "downtime" in one["quote"])
    held, slow = threading.Event(), type(opened).with_past

    def with_past(self, past):
        assert held.wait(30)
        return slow(self, past)

    monkeypatch.setattr(type(opened), "with_past", with_past)
    fields = {"exceptions": [], "seen": [], "reason": "", "wording": "", "references": "", "expires": ""}
    assert panel(kind="rule", verdict="misread", chosen=[place["claim_id"]], **fields)["kind"] == "stored"
    page = client.get("/").text
    assert "Setting the pages against each other" in page and "<progress" in page
    assert json.loads(client.get("/far").text)["ready"] is False
    assert panel(kind="open", reviewer=None)["kind"] == "queue"  # nobody is kept from reviewing
    held.set()
    until = time.monotonic() + 30
    while not json.loads(client.get("/far").text)["ready"] and time.monotonic() < until:
        time.sleep(0.05)
    assert "<progress" not in client.get("/").text
    assert client.workspace.opened is not opened
