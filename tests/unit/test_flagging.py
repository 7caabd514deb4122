"""The flag is trained on our own sentences, tells them apart, and stands in the pack as trained."""

import pytest

from helpers.errors import WorkbookError
from helpers.extract.flag import Flag
from helpers.flagging import trained
from helpers.model import Document
from helpers.packs.flag import read_flag
from helpers.paths import PACKS
from helpers.pipeline import Pipeline

PIPELINE = Pipeline.of("aesthetics")
PAGE = """# Mesotherapy

Mesotherapy brings vitamins into the skin with fine needles. It improves wrinkles within two weeks. Redness is common.
It fades in three days. Avoid the sun for a week after mesotherapy. Results last six months. It is done by a nurse.
"""


def status(sentence: str, above: str = "Aftercare") -> str:
    reading = PIPELINE.read(Document("a", f"{PAGE}\n## {above}\n\n{sentence}\n", "", "a.md"))
    return PIPELINE.account(reading)[-1].status


def test_the_flag_of_the_pack_is_what_training_gives() -> None:
    """Words, rules and annotations move it a little; ``workbook train-flag`` writes it anew when it has moved far."""
    now, kept = trained(PIPELINE, "aesthetics"), read_flag(PACKS / "aesthetics")
    assert kept is not None
    same = now.weights.keys() & kept.weights.keys()
    assert len(same) > 0.9 * len(kept.weights)
    assert sum(now.weights[mark] * kept.weights[mark] > 0 for mark in same) > 0.9 * len(same)
    assert Flag(now).hint({}).weight == pytest.approx(Flag(kept).hint({}).weight, abs=0.3)


@pytest.mark.parametrize("sentence", ["- Keep the bandage on and the area dry.", "- Leave the little crusts alone."])
def test_advice_that_no_rule_reads_is_flagged(sentence: str) -> None:
    assert status(sentence) in {"unread", "claims"}


@pytest.mark.parametrize(
    ("sentence", "above"),
    [
        ("What helps against wrinkles?", "Questions"),
        ("Sunlight breaks collagen down, and wrinkles and spots follow.", "How skin ages"),
        ("- Stop retinol one week before the visit.", "Before your appointment"),
        ("Open Monday to Friday, from 10 to 6.", "Visit us"),
        ("- Deep wrinkles", "Our subjects"),
    ],
)
def test_what_says_nothing_of_a_treatment_is_not(sentence: str, above: str) -> None:
    assert status(sentence, above) == "no claim"


def test_a_pack_for_which_nobody_annotated_sentences_is_a_clear_error() -> None:
    with pytest.raises(WorkbookError, match=r"write data/gold/flag_supplements\.yml"):
        trained(Pipeline.of("supplements"), "supplements")
