"""Files are made by a button and taken by a link; a name that is none hands over nothing."""

import time
from urllib.parse import quote, urlencode

import pytest


def make(client):
    body = urlencode({"form": client.form})
    answer = client.post("/export", body, Content_Type="application/x-www-form-urlencoded", X_Workbook="")
    assert answer.status == 303
    until = time.monotonic() + 120
    while client.workspace.exported.words and time.monotonic() < until:
        time.sleep(0.05)
    return client.get("/export").text


def test_nothing_is_offered_before_it_is_made(client):
    text = client.get("/export").text
    assert "Nothing was made yet" in text
    assert client.get("/file?name=report.html").status == 400


def test_every_file_can_be_taken(client):
    text = make(client)
    assert "To hand on" in text
    for name in ("report.html", "sign-off.docx", "review.xlsx", "redlined/clinic.html", "redlined/salon.docx"):
        answer = client.get(f"/file?name={quote(name, safe='')}")
        assert answer.status == 200
        assert answer.text.lower().startswith("<!doctype html>" if name.endswith("html") else "pk")
    report = client.get("/file?name=report.html")
    assert report.headers["Content-Disposition"] == "attachment; filename*=UTF-8''report.html"
    assert "clinic.md in Word" in text


OUTSIDE = "/".join(("..", "root", "pages", "clinic.md"))  # a page that is there, and is none of the exports


@pytest.mark.parametrize("name", ["run.json", OUTSIDE, "/etc/passwd", "redlined/../run.json", "", "claims.csv", "a\0b"])
def test_no_other_file_is_handed_over(client, name):
    make(client)
    answer = client.get(f"/file?name={quote(name, safe='')}")
    assert answer.status == 400
    assert "There is no such file" in answer.text


def test_files_of_other_settings_are_told_to_be_old(client):
    make(client)
    assert "Make them again" not in client.get("/export").text
    client.workspace.choose(client.workspace.settings.model_copy(update={"market": "uk"}))
    assert "Make them again" in client.get("/export").text


def test_a_folder_that_another_run_writes_to_is_told_in_a_line(client):
    from helpers.export import together

    with together(client.workspace.out):
        text = make(client)
    assert "another run is writing to this folder" in text
    assert "Nothing was made yet" in text
