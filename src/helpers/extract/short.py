"""Short names of an outcome: on a page about acne scars, "the scars" and "marks" are those of its heading."""

from collections.abc import Iterable, Mapping

from helpers.extract.mentions import Mention, Said, Sense

SHORT = "short_outcome"
Full = Mapping[str, str]


def names_in_full(mentions: Iterable[Mention]) -> Full:
    """Return the values that a heading names alone of their class, each with that class."""
    named: dict[str, set[str]] = {}
    for one in mentions:
        for cls, value in one.sense.values.items():
            if cls != SHORT:
                named.setdefault(cls, set()).add(value)
    return {value: cls for cls, values in named.items() if len(values) == 1 for value in values}


def in_full(mentions: Said, above: Iterable[Full]) -> Said:
    """Return mentions with each short name as what the nearest heading that says it in full means by it.

    Parameters
    ----------
    mentions : Said
        What a stretch mentions.
    above : iterable of Full
        What the headings above name, the nearest first, and at last the title.
    """
    if SHORT not in mentions.keys:
        return mentions
    named = list(above)
    return Said([_meant(one, named) if SHORT in one.sense.values else one for one in mentions])


def _meant(one: Mention, above: Iterable[Full]) -> Mention:
    may_be = sorted(key.removeprefix(f"{SHORT}.") for key in one.sense.keys if key.startswith(f"{SHORT}."))
    for named in above:
        for value in may_be:
            if value in named:
                return one._replace(sense=_with(one.sense, named[value], value))
    return one


def _with(sense: Sense, cls: str, value: str) -> Sense:
    keys = frozenset(key for key in sense.keys if not key.startswith(f"{cls}.")) | {cls, f"{cls}.{value}"}
    return Sense(keys, {**sense.values, cls: value}, sense.hides, sense.rules)
