"""Nobody without the token is answered, and no other page may ask or be shown."""

import re

import pytest

PLACES = ("/", "/page?id=clinic", "/review", "/draft", "/choose", "/far", "/static/app.js", "/static/panel.js", "/nowhere")
ACTIONS = ("/panel", "/check", "/open", "/settings", "/again", "/upload?into=pages&name=a.md")


@pytest.mark.parametrize("address", PLACES)
def test_without_the_token_nothing_is_shown(stranger, address):
    answer = stranger.get(address)
    assert answer.status == 403
    assert "ends with a token" in answer.text
    assert "clinic" not in answer.text


@pytest.mark.parametrize("token", ["", "x", "the-toke", "the-token2", "\u0442he-token"])
def test_another_token_opens_nothing(stranger, token):
    from urllib.parse import quote

    answer = stranger.get(f"/?token={quote(token)}")
    assert answer.status == 403
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ACTIONS)
def test_without_the_token_nothing_is_done(stranger, address, pages):
    assert stranger.post(address, b"x").status == 403
    assert sorted(path.name for path in pages.iterdir()) == ["clinic.md", "salon.md"]


@pytest.mark.parametrize("address", ACTIONS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"X_Workbook": ""},
        {"X_Workbook": "guessed"},
    ],
)
def test_another_page_may_not_ask_with_this_browsers_cookie(client, address, headers):
    answer = client.post(address, b"x", **headers)
    assert answer.status == 403
    assert "from another page" in answer.text


@pytest.mark.parametrize("host", ["elsewhere.example", "elsewhere.example:80", "127.0.0.1.elsewhere.example:1", ""])
def test_a_name_that_only_leads_here_is_not_answered(client, host):
    assert client.get("/", Host=host or "x").status == 403


def test_pages_may_ask_nobody_else_and_stand_in_no_frame(client):
    for address in PLACES:
        headers = client.get(address).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "Server" not in headers


def test_the_cookie_is_out_of_reach(stranger):
    cookie = stranger.get("/?token=the-token").headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(re.split(r"; ?", cookie))


def test_no_page_holds_a_script_or_a_style_of_its_own(client):
    for address in PLACES:
        if not address.startswith("/static"):
            text = client.get(address).text
            assert not re.search(r"<script(?![^>]* src=\"/static/)|<style| style=| on\w+=", text), address


def test_what_is_not_there_is_told_in_a_line(client):
    for address in ("/nowhere", "/static/session.py", "/static/..%2fapp.py", "/page?id=..%2f..%2fsecret", "/page"):
        answer = client.get(address)
        assert answer.status in (400, 404)
        assert "Traceback" not in answer.text
        assert len(re.findall(r'role="alert">[^<]+<', answer.text)) == 1


def test_who_opens_the_address_again_is_still_the_same(client):
    client.workspace.settings = client.workspace.settings.model_copy(update={"reviewer": "Sand"})
    cookie = client.get("/?token=the-token").headers["Set-Cookie"].partition(";")[0]
    assert cookie == client.cookie
    other = client.get("/?token=the-token", Cookie="").headers["Set-Cookie"].partition(";")[0]
    assert other != client.cookie
