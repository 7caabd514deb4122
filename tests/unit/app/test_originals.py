"""A source's own file: shown sealed, or handed over; never a path, and nothing of it runs."""

import pytest


@pytest.fixture
def read(client, pages):
    """Bring a file into the folder and read it."""

    def bring(name, content):
        (pages / name).write_bytes(content)
        client.post("/again")
        client.wait()

    return bring


def test_a_text_is_shown_as_text(client):
    answer = client.get("/original?id=clinic")
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/plain")
    assert "has no downtime" in answer.text


def test_a_web_page_is_sealed(client, read):
    read("peel.html", b"<!doctype html><title>Peel</title><h1>Peel</h1><p>A peel has no downtime.</p><script>alert(1)</script>")
    answer = client.get("/original?id=peel")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


def test_what_a_browser_cannot_show_is_handed_over(client, read):
    read("peel.mhtml", b"From: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<h1>Peel</h1><p>A peel has no downtime.</p>\n")
    answer = client.get("/original?id=peel")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''peel.mhtml")


@pytest.mark.parametrize("name", ["nowhere", "../journal", "%2e%2e%2fsecret", "/etc/passwd"])
def test_no_name_is_a_path(client, name):
    assert client.get(f"/original?id={name}").status == 400


def test_the_page_leads_to_its_file(client):
    assert 'href="/original?id=clinic"' in client.get("/page?id=clinic").text
