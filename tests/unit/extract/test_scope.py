"""How far negation, doubt, comparison, headings and tables reach, and how statements are built: annotated prose.

What the extractor still reads wrongly stands in ``data/gold/misfires.yml``.
"""

import re
from pathlib import Path

import pytest
from small_texts import read

from helpers.quality.misfires import in_one_line

MARK = re.compile(r"\[([^|\[\]]+)\|([^\]]+)\]")
PROSE = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("scope.txt", "constructions.txt"))
GROUPS = [group for prose in PROSE for group in re.split(r"^==== .*\n", prose, flags=re.MULTILINE)[1:]]
DOCUMENTS = [text for group in GROUPS for text in group.strip().split("\n----\n" if "----" in group else "\n")]


@pytest.mark.parametrize("annotated", DOCUMENTS)
def test_a_text_makes_the_claims_that_are_marked_and_no_others(annotated: str) -> None:
    text = MARK.sub(lambda mark: mark[1], annotated)
    marks = list(MARK.finditer(annotated))
    claims = read(text)
    assert [in_one_line(claim) for claim in claims] == [mark[2] for mark in marks]
    for claim, mark in zip(claims, marks, strict=True):
        assert mark[1] in claim.quote
        assert claim.quote == text[claim.start : claim.end]
