"""docs/second_reader.md names every setting and every reason's table, and its example is an answer."""

import json
import re

from helpers.paths import ROOT
from helpers.second.answers import entries_of
from helpers.second.settings import ModelSettings

PAGE = (ROOT / "docs" / "second_reader.md").read_text(encoding="utf-8")


def test_every_setting_is_explained_with_what_it_is_where_nobody_sets_it():
    table = PAGE.split("| setting | meaning |")[1].split("\n\n")[0]
    named = re.findall(r"`(\w+)`", "".join(row.split("|")[1] for row in table.splitlines()[2:]))
    assert sorted(named) == sorted(ModelSettings.model_fields)
    told = " ".join(table.split()).replace(",", "")
    for field in ("timeout", "retries", "at_once", "most", "ask_above_tokens"):
        assert f"{ModelSettings.model_fields[field].default:g}" in told or str(ModelSettings.model_fields[field].default) in told


def test_the_example_is_an_answer_of_claims():
    [example] = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    assert all(entry.said is not None for entry in entries_of(example, "claims"))
    problem = json.loads(re.search(r'`(\{"problems": .*?\]\})`', PAGE)[1])
    assert all(entry.said is not None for entry in entries_of(json.dumps(problem), "problems"))
