"""Lines that no one wrote for readers: every rule is fed its own words again and again, and the work grows with the line."""

import sys
from collections.abc import Callable, Iterator

import pytest
from small_texts import prepare, read, stages

from helpers.packs.load import load_pack
from helpers.packs.rules import AMOUNTS, Rule

SAMPLES = {
    "time": "3 days",
    "frequency": "every week",
    "point": "week 2",
    "count": "4",
    "length": "2 mm",
    "year": "1990",
    "price": "£50",
}
PACKS = {name: load_pack(name) for name in ("aesthetics", "supplements")}
RULES = [pytest.param(name, rule, id=f"{name}:{rule.id}") for name, pack in PACKS.items() for rule in pack.rules]


def words_of(pack: str, rule: Rule) -> Iterator[str]:
    """Yield a phrase for everything that a rule looks at: what it needs, its anchor, its levels and what stops it."""
    conditions = [either[0] for either in rule.needs] + list(rule.unless)
    named = [names[0] for condition in conditions for _, names in condition.places]
    amounts = rule.amount.of[:1] + rule.amount.links[:1] if rule.amount else []
    for name in (*named[: len(rule.needs)], *rule.anchors, *amounts, *rule.level.words, *named[len(rule.needs) :]):
        if name in AMOUNTS:
            yield SAMPLES[name]
        else:
            cls, _, value = name.partition(".")
            values = PACKS[pack].classes[cls].values
            yield (values[value] if value else next(iter(values.values())))[0].rstrip("~*")


def calls(function: Callable[[], object]) -> int:
    """Count the functions that a call enters: a measure of work that no clock disturbs."""
    count = 0

    def tally(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


def work(pack: str, text: str) -> int:
    prepared = prepare(text, pack)
    return calls(lambda: stages(pack)[2].extract(*prepared, any_field=True))


@pytest.mark.parametrize(("pack", "rule"), RULES)
def test_twice_the_line_is_twice_the_work(pack: str, rule: Rule) -> None:
    unit = " ".join(words_of(pack, rule)) + " "
    line = unit * (2_000 // len(unit))
    work(pack, unit)  # what is kept for later, such as the rules of each word, is made once
    assert work(pack, line * 2) <= 2.2 * work(pack, line) + 2_000


LINES = {
    "a word that means nothing": "word ",
    "no no no": "no ",
    "to to to": "to ",
    "commas": ", ",
    "brackets": "[(",
    "digits": "7",
    "control characters": "\x00\x1f ",
    "unusual spaces": "\u00a0\u2009",
    "right-to-left marks": "\u202emay cause ",
    "emoji": "💉 ",
    "capitals that grow": "İß ",
    "lone surrogates": "\ud800no ",
    "apostrophes": "isn't' ",
}


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES.keys())
def test_a_long_line_hides_nothing_on_either_side(unit: str) -> None:
    """A rule that took quadratic time would not come back within the run's patience."""
    text = f"Mesotherapy has no downtime. {unit * (100_000 // len(unit))}. Redness is rare."
    claims = read(text)
    assert [(claim.topic, claim.level) for claim in claims] == [("downtime", "none"), ("side_effect", "rare")]
    for claim in claims:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end


def test_a_long_line_without_any_word_makes_no_claim() -> None:
    assert read(", " * 2_000) == []


def test_a_claim_behind_a_long_stretch_without_words_is_read() -> None:
    (claim,) = read(", " * 2_000 + "Mesotherapy has no downtime.")
    assert claim.quote == "no downtime"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_end_parts_two_lines(end: str) -> None:
    text = end.join(("Aftercare", "", "Avoid the sauna for 2 days.", "Redness is rare.", ""))
    assert [(claim.topic, claim.item) for claim in read(text)] == [("aftercare", "sauna"), ("side_effect", "redness")]


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_an_unusual_space_is_a_space(space: str) -> None:
    text = "Expect 2 days of downtime.".replace(" ", space)
    (claim,) = read(text)
    assert (claim.topic, claim.low, claim.quote) == ("downtime", 2, text[7:25])


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u202e", "\ufeff", "\x00", "💉", "\ud800"])
def test_a_mark_between_words_moves_no_offset(mark: str) -> None:
    text = f"{mark} Mesotherapy {mark} has {mark} no downtime{mark}."
    (claim,) = read(text)
    assert claim.quote == text[claim.start : claim.end] == "no downtime"
