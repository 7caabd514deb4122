"""Every phrase of ``phrases.yml`` reads as the table says."""

import re
from pathlib import Path

import pytest
import yaml

from helpers.normalise import QuantityGrammar
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import PACKS

TABLE = yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))
ROWS = [(sentence, str(reading)) for group in TABLE.values() for sentence, reading in group.items()]


@pytest.fixture(scope="module")
def grammar() -> QuantityGrammar:
    return QuantityGrammar(read_yaml(PACKS / "english" / "quantities.yml", QuantityWords))


def bound(text: str) -> float | None:
    if text == "open":
        return None
    number, unit = re.fullmatch(r"([\d.]+)(min|h)?", text).groups()
    return round(float(number) / {None: 1, "h": 24, "min": 1440}[unit], 6)


@pytest.mark.parametrize(("marked", "reading"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_a_phrase_reads_as_the_table_says(marked: str, reading: str, grammar: QuantityGrammar) -> None:
    sentence = marked.replace("{", "").replace("}", "")
    found = [(sentence[q.start : q.end], q.dimension, q.form, q.low, q.high, q.vague) for q in grammar.find(sentence)]
    if reading == "none":
        assert found == []
        return
    dimension, form, low, high, *vague = reading.split()
    phrase = marked[marked.index("{") + 1 : marked.index("}")]
    assert found == [(phrase, dimension, form, bound(low), bound(high), bool(vague))]


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ROWS) >= 200
