"""The trained flag: what it weighs, and that it flags by weight alone."""

from helpers.extract.flag import Flag, marks_of
from helpers.model import Document
from helpers.packs.flag import FlagWeights
from helpers.packs.load import load_pack
from helpers.pipeline import Pipeline

PIPELINE = Pipeline(load_pack("aesthetics"))
WEIGHTS = FlagWeights(bias=-1.0, sign=0.5, at=0.0, weights={"apply": 2.0, "apply balm": 1.0, "kind:item": -3.0})
FLAG = Flag(WEIGHTS)


def marks(text: str, line: int) -> dict[str, str]:
    reading = PIPELINE.read(Document("a", text, "", "a.md"))
    return marks_of(PIPELINE.surroundings(reading), reading.segmented.sentences[line])


def test_marks_are_words_pairs_classes_shape_and_what_stands_above() -> None:
    told = marks("# Mesotherapy\n\n## Aftercare\n\n- Apply balm for 3 days.\n", 2)
    assert {"kind:item", "above:topic.aftercare", "apply", "apply balm", "^ apply", "in:time", "0 days"} <= told.keys()
    assert (told["apply balm"], told["in:time"], told["kind:item"]) == ("Apply balm", "3 days", "")


def test_marks_weigh_by_the_root_of_how_many_are_known() -> None:
    assert FLAG.hint({"apply": "Apply", "unheard": "unheard"}).weight == 1.0
    assert FLAG.hint({"apply": "Apply", "apply balm": "Apply balm"}).weight == round(-1 + 3 / 2**0.5, 2)
    assert FLAG.hint({}).weight == -1.0


def test_a_sign_weighs_and_the_words_that_weigh_most_are_told() -> None:
    one = FLAG.hint({"apply": "Apply", "apply balm": "Apply balm", "kind:item": ""})
    assert (one.weight, one.holds, one.telling) == (-1.0, False, ("Apply", "Apply balm"))
    assert FLAG.hint({}, signed=True).weight == -0.5
    assert FLAG.hint({"apply": "Apply"}).holds
