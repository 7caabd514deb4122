"""A draft is checked as it is typed, and nothing of it is kept."""

import json

import pytest


def test_a_draft_is_told_what_is_wrong_with_it(client):
    told = json.loads(client.post("/check", json.dumps({"text": "Mesotherapy has no downtime."})).text)
    first = told["messages"][0]
    assert first["title"] and first["message"] and first["severity"] in ("error", "warning", "note")


def test_nothing_is_wrong_with_nothing(client):
    assert json.loads(client.post("/check", json.dumps({"text": " \n"})).text) == {"messages": [], "hidden": []}


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b'{"text": 3}', b"\xff", json.dumps({"text": "x" * 200_001}).encode()])
def test_what_is_no_draft_is_refused_in_a_line(client, body):
    answer = client.post("/check", body)
    assert answer.status == 400
    assert json.loads(answer.text)["trouble"]
