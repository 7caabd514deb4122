"""What was decided, as each browser may see it; and a warning that went, let go with a reason."""

import json
from urllib.parse import urlencode

import pytest

from helpers.review import Journal

RISKS = "# Peel\n\nA peel has no downtime.\n\n## Risks\n\nDo not have a peel if you are pregnant.\n"


def panel(client, **message):
    client.get("/review")
    return json.loads(client.post("/panel", json.dumps({"ticket": "1", **message})).text)


def decide(client, name):
    queue = panel(client, kind="open", reviewer=name)
    entry = next(one for one in queue["entries"] if one["open"])
    detail = panel(client, kind="detail", entries=[entry["id"]])["details"][0]
    chosen = [one["claim_id"] for one in detail["places"]]
    seen = [*chosen, *(f"warning {number + 1}" for number in range(len(detail["owed"])))]
    fields = {
        "reason": "it is known <b>otherwise</b>",
        "wording": "",
        "references": "Health Office: Advice on peels, 2021",
        "expires": "",
    }
    assert panel(client, kind="rule", verdict="misleading", chosen=chosen, exceptions=[], seen=seen, **fields)["kind"] == "stored"


def let_go(client, **told):
    return client.post("/let-go", urlencode(told), Content_Type="application/x-www-form-urlencoded")


@pytest.fixture
def gone(client, pages):
    """The id of a warning that stood in the version that was decided on."""
    page = pages / "clinic.md"
    page.write_text(RISKS, encoding="utf-8")
    client.post("/again")
    client.wait()
    decide(client, "Sand")
    page.write_text(RISKS.replace("Do not have a peel if you are pregnant.\n", ""), encoding="utf-8")
    client.post("/again")
    client.wait()
    opened, _ = client.workspace.now()
    return next(one.warning_id for one in opened.view.review.gone)


def test_nothing_is_decided_at_first(client):
    text = client.get("/decided").text
    assert "Nobody has decided anything yet." in text and "Warnings that went" not in text


def test_a_decision_is_told_as_text(client):
    decide(client, "Sand")
    text = client.get("/decided").text
    assert "it is known &lt;b&gt;otherwise&lt;/b&gt;" in text and "Sand" in text


def test_with_two_the_verdict_of_the_other_is_hidden(stranger):
    first, second = stranger.enter(), stranger.enter()
    stranger.workspace.settings = stranger.workspace.settings.model_copy(update={"reviewers": 2})
    decide(first, "Sand")
    panel(second, kind="open", reviewer="Brook")
    assert "otherwise" in first.get("/decided").text
    told = second.get("/decided").text
    assert "otherwise" not in told and "hidden until as many as needed are in" in told
    assert "What is to settle" in told


def test_a_warning_that_went_is_let_go_with_a_reason(client, gone):
    assert "The page no longer says it." in client.get("/decided").text
    assert let_go(client, warning=gone, reason="it stands in the consent form").status == 303
    text = client.get("/decided").text
    assert "The page no longer says it." not in text and "it stands in the consent form" in text
    with Journal() as journal:
        event = journal.events()[-1]
    assert (event.decision.kind, event.decision.reviewer) == ("let_go", "Sand")


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_it_stays(client, gone, reason):
    answer = let_go(client, warning=gone, reason=reason)
    assert answer.status == 400 and "give a reason" in answer.text
    assert "The page no longer says it." in client.get("/decided").text


def test_only_a_warning_that_went_can_be_let_go(client):
    answer = let_go(client, warning="0" * 16, reason="why not")
    assert answer.status == 400 and "is not among those that went" in answer.text
