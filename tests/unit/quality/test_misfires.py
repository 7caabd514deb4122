"""The known misfires still misfire, each as it says; one that is mended must leave the list."""

import pytest
from small_texts import read

from helpers.paths import DATA
from helpers.quality.misfires import Fault, Misfire, in_one_line, read_misfires

FAULTS = read_misfires(DATA / "gold" / "misfires.yml")
MISFIRES = [pytest.param(fault, one, id=one.text) for fault in FAULTS for one in fault.sentences]


@pytest.mark.parametrize(("fault", "misfire"), MISFIRES)
def test_a_known_misfire_still_says_this(fault: Fault, misfire: Misfire) -> None:
    says = tuple(in_one_line(claim) for claim in read(misfire.text, fault.pack))
    assert says != misfire.expected, "mended: take it out of misfires.yml and put it into test_scope.py"
    assert says == misfire.says, "it misfires in another way: write down which"


def test_each_sentence_stands_once() -> None:
    texts = [one.text for fault in FAULTS for one in fault.sentences]
    assert len(texts) == len(set(texts))
    assert len({fault.fault for fault in FAULTS}) == len(FAULTS)


def test_a_claim_in_one_line(make_claim) -> None:
    assert in_one_line(make_claim(treatment="unspecified")) == "downtime, minimal"
    given = {"topic": "side_effect", "item": "redness", "level": "rare", "low": 0.0, "high": 2.0, "unit": "day"}
    line = "side_effect, redness, rare, up to 2 days, hedged, of peel"
    assert in_one_line(make_claim(**given, certainty="hedged", treatment="peel")) == line
