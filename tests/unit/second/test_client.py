"""The client against a server of ours that answers well, wrongly, slowly and not at all."""

import time

import pytest
from model_server import claims, completion, serving
from second_pages import PEEL, page_and_prompts

from helpers.errors import WorkbookError
from helpers.second.client import Client
from helpers.second.kept import Answer, Missing
from helpers.second.settings import ModelSettings

KEY = "sk-very-secret"


def settings(url, **more):
    plain = {"url": url, "name": "tiny", "key": KEY, "timeout": 5, "retries": 1}
    return ModelSettings.model_validate({**plain, **more})


def ask(url, **more):
    client = Client(settings(url, **more))
    return client.ask(page_and_prompts(PEEL)[2][0])


def test_a_good_answer_is_taken_with_its_tokens_and_price():
    with serving(lambda asked: claims()) as (url, asked):
        answer = ask(url, price_in=2, price_out=10)
    assert answer.text == '{"claims": []}' and answer.finish == "stop"
    assert (answer.model, answer.sent, answer.answered, answer.cost) == ("tiny", 1000, 100, 0.003)
    [one] = asked
    assert one.key == f"Bearer {KEY}"
    assert one.body["model"] == "tiny" and one.body["temperature"] == 0
    assert one.body["response_format"]["json_schema"]["strict"] is True
    assert "no downtime" in one.page


def test_a_server_without_schemas_is_asked_for_plain_json_and_then_by_words_alone():
    def reply(asked):
        form = asked.body.get("response_format", {}).get("type")
        return (400, {"error": {"message": f"{form} is not supported"}}) if form else claims()

    with serving(reply) as (url, asked):
        assert isinstance(ask(url), Answer)
    assert [one.body.get("response_format", {}).get("type") for one in asked] == ["json_schema", "json_object", None]


def test_a_server_that_counts_tokens_under_another_name_is_asked_so():
    def reply(asked):
        return (
            (400, {"error": {"message": "use max_completion_tokens, not max_tokens"}}) if "max_tokens" in asked.body else claims()
        )

    with serving(reply) as (url, asked):
        assert isinstance(ask(url), Answer)
    assert asked[-1].body["max_completion_tokens"] == 16000 and "response_format" in asked[-1].body


@pytest.mark.parametrize(
    ("told", "finish"),
    [
        (completion('{"claims": [', "length"), "length"),
        (completion(None, refusal="I will not."), "refusal"),
        (completion("", "content_filter"), "refusal"),
        (completion(None), "stop"),
    ],
)
def test_how_an_answer_ends_is_kept_with_it(told, finish):
    with serving(lambda asked: told) as (url, _):
        assert ask(url).finish == finish


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_is_busy_or_fails_is_asked_again(status):
    with serving(lambda asked: claims() if asked.number > 2 else (status, {"error": {"message": "later"}})) as (url, asked):
        assert isinstance(ask(url, retries=2), Answer)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ((500, {"error": {"message": "broken"}}), "the server fails (HTTP 500)"),
        ((200, "<html>proxy</html>"), "the server's answer is no chat completion"),
        ((200, {"choices": []}), "the server's answer is no chat completion"),
        ((200, {"choices": [{"finish_reason": "stop"}]}), "the server's answer is no chat completion"),
        ((200, "null"), "the server's answer is no chat completion"),
        ((400, {"error": {"message": "too long"}}), "the server does not take the question (HTTP 400)"),
    ],
)
def test_what_is_no_answer_says_why(told, why):
    with serving(lambda asked: told) as (url, _):
        assert ask(url) == Missing(why)


def test_a_slow_server_is_left_after_the_time_that_was_set():
    def slowly(asked):
        time.sleep(0.5)
        return claims()

    with serving(slowly) as (url, _):
        assert ask(url, timeout=0.1, retries=0) == Missing("the server did not answer within 0.1 seconds")


def test_nobody_there_is_told():
    with serving(lambda asked: claims()) as (url, _):
        pass
    assert ask(url, retries=0) == Missing("the server cannot be reached")


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_wrong_key_or_model_ends_the_run_in_one_line_without_the_key(status):
    with (
        serving(lambda asked: (status, {"error": {"message": f"bad {KEY}"}})) as (url, _),
        pytest.raises(WorkbookError, match="mend WORKBOOK_MODEL") as told,
    ):
        ask(url)
    assert KEY not in str(told.value)


@pytest.mark.parametrize("url", ["127.0.0.1:8080", "file:///etc/passwd", "ftp://models", "http://"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(WorkbookError, match="http"):
        ask(url)


def test_the_key_is_in_no_text_of_the_settings():
    assert KEY not in repr(settings("http://127.0.0.1/v1")) + str(settings("http://127.0.0.1/v1").asked)
