"""Ages and years of experience: times that say nothing of a treatment."""

from helpers.normalise.bounds import Prefix
from helpers.normalise.numbers import past_dash
from helpers.normalise.operands import Amount
from helpers.normalise.reader import Reader

_NEAR = 5  # tokens between "years" and "experience"
_YOUNGEST = 10  # years; below that "people over 6" counts something


def age_end(reader: Reader, amount: Amount, prefix: Prefix) -> int | None:
    """Return the token behind an age, or None where it is none: "18 years old", "18 and over", or "65" of "patients over 65"."""
    lexicon = reader.lexicon
    if amount.unit is not None and amount.unit.name not in lexicon.age_units:
        return None
    stop = past_age(reader, amount.stop)
    if amount.unit is not None and stop > amount.stop:
        return stop
    if amount.unit is None and reader.text(amount.stop - 1) in lexicon.age_endings and reader.token(amount.stop).kind == "stop":
        return amount.stop
    of_people = reader.text(prefix.start - 1) in lexicon.people and prefix.kind in ("span", "lower", "upper")
    grown = amount.low >= _YOUNGEST and reader.text(amount.stop) not in lexicon.times_nouns
    years = amount.unit is None or amount.unit.name == lexicon.oldest
    return amount.stop if of_people and grown and years and not amount.vague else None


def past_age(reader: Reader, stop: int) -> int:
    """Pass "old", "of age"; stay where neither stands."""
    after = past_dash(reader, stop)
    return after + 1 if reader.text(after) in reader.lexicon.age_after else stop


def of_experience(reader: Reader, stop: int, start: int) -> bool:
    """Say whether "experience" or its like stands close behind ("years of clinical practice") or before ("in practice for")."""
    lexicon = reader.lexicon
    if reader.text(start - 1) in lexicon.experience_joints and reader.text(start - 2) in lexicon.experience:
        return True
    for place in range(stop, stop + _NEAR):
        if reader.text(place) in lexicon.experience:
            return True
        if reader.token(place).kind == "stop" and reader.text(place) not in {"'", "-"}:
            return False
    return False
