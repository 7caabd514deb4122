"""Answers that are kept: by what was asked, of whom, with which settings; whole or not there."""

import json

import pytest
from second_pages import PEEL, page_and_prompts

from helpers.errors import WorkbookError
from helpers.second.kept import BY_HAND, Answer, Kept


@pytest.fixture
def prompt():
    return page_and_prompts(PEEL)[2][0]


def test_an_answer_comes_back_as_it_was_for_the_same_question_only(prompt, tmp_path):
    kept = Kept(tmp_path, "tiny", {"temperature": 0})
    answer = Answer('{"claims": []} \ud800 “x”', "stop", "tiny", prompt.sha256, 1000, 100, 0.5)
    kept.put(prompt, answer)
    assert kept.get(prompt) == answer
    other = page_and_prompts(PEEL + "\nIt is painless.\n")[2][0]
    assert kept.get(other) is None
    assert kept.get(prompt._replace(sha256="0" * 64)) is None
    assert Kept(tmp_path, "large", {"temperature": 0}).get(prompt) is None
    assert Kept(tmp_path, "tiny", {"temperature": 1}).get(prompt) is None


def test_the_same_answer_is_the_same_bytes_and_no_draft_is_left(prompt, tmp_path):
    for folder in (tmp_path / "a", tmp_path / "b"):
        Kept(folder, "tiny", {"most": 1}).put(prompt, Answer("{}", model="tiny", prompt=prompt.sha256))
    [one], [other] = list((tmp_path / "a").iterdir()), list((tmp_path / "b").iterdir())
    assert one.name == other.name and one.read_bytes() == other.read_bytes()


def test_an_answer_that_a_person_wrote_counts_where_the_model_has_none(prompt, tmp_path):
    (tmp_path / f"{prompt.part.key}.json").write_text('{"claims": []}', encoding="utf-8")
    kept = Kept(tmp_path, "tiny", {})
    assert kept.get(prompt) == Answer('{"claims": []}', model=BY_HAND)
    assert Kept(tmp_path, "", {}).get(prompt).read_by == "answered by hand"
    kept.put(prompt, Answer("{}", model="tiny", prompt=prompt.sha256))
    assert kept.get(prompt).model == "tiny"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"text": "x"}', '{"text": 1}'])
def test_a_file_that_holds_no_answer_is_refused_in_one_line(prompt, tmp_path, content):
    (tmp_path / f"{prompt.part.key}.json").write_text(content, encoding="utf-8")
    with pytest.raises(WorkbookError, match="holds no answer"):
        Kept(tmp_path, "", {}).get(prompt)


def test_the_key_of_a_server_is_in_no_file(prompt, tmp_path):
    kept = Kept(tmp_path, "tiny", {"most": 1})
    kept.put(prompt, Answer("{}", model="tiny", prompt=prompt.sha256))
    [file] = tmp_path.iterdir()
    record = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(record) == sorted(
        ["answered", "cost", "finish", "model", "page", "part", "prompt", "sent", "settings", "task", "text"]
    )
