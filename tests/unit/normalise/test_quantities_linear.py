"""The work grows with the length of the text, whatever the text: counted in looks at tokens, not in time."""

import pytest

from helpers.normalise import QuantityGrammar
from helpers.normalise.reader import Reader
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import PACKS

HOSTILE = [
    *("1", "1 ", "1-", "1/2 ", "1,111,", "1.", "10:10 ", "[1, ", "+1 ", "(0", "a1", "x", " ", "\n", "1\u00a0", "½", "-", "'s "),
    *("several ", "to to ", "1 to ", "2 weeks ", "weeks 4 ", "between ", "between 1 and ", "every ", "every 1 ", "a ", "a week "),
    *("an hour and ", "one hundred ", "one and a half ", "half of a ", "1 hour 1 minute ", "one in ", "once or ", "twice a "),
    *("about 1 ", "over the first ", "at least about 1 ", "2- to ", "up to ", "3 may ", "£1-", "aged 1 ", "figure 1 "),
    *("years of practice ", "from a day of x ", "full full 1 "),
]


@pytest.fixture(scope="module")
def grammar() -> QuantityGrammar:
    return QuantityGrammar(read_yaml(PACKS / "english" / "quantities.yml", QuantityWords))


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_grows_with_the_text(unit: str, grammar: QuantityGrammar, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def counting(reader: Reader, place: int) -> str:
        nonlocal looks
        looks += 1
        return reader.texts[place]

    def work(length: int) -> int:
        nonlocal looks
        looks = 0
        grammar.find((unit * length)[:length])
        return looks

    monkeypatch.setattr(Reader, "text", counting)
    assert work(12_000) <= 4.1 * work(3_000) + 60


@pytest.mark.parametrize("unit", ["1", "several ", "to ", " ", "1 - ", "x"])
def test_a_very_long_line_is_read(unit: str, grammar: QuantityGrammar) -> None:
    text = unit * (100_000 // len(unit)) + " Rest for 2 weeks."
    assert grammar.find(text)[-1].low == 14
