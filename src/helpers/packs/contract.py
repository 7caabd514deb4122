"""What the program asks of any pack: the classes and values that it knows by name, and one meaning a phrase in each class."""

from collections.abc import Iterable, Iterator, Mapping

from helpers.errors import PackError
from helpers.packs.inflection import REGULAR
from helpers.packs.lexicon import LexiconClass
from helpers.packs.rules import Rule

# What scope, frames and subjects are read by. A pack brings the rest (treatment, field, product) where it has need of it.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "absent": (),
    "aside": (),
    "attribute": ("noun", "of"),
    "both": (),
    "boundary": ("clause", "stop"),
    "comparator": ("than",),
    "companion": (),
    "condition": (),
    "echo": (),
    "either": (),
    "elsewhere": (),
    "equal": (),
    "finite": (),
    "hedge": ("ability", "doubt", "following"),
    "joint": (),
    "negator": (),
    "new_subject": (),
    "not_shown": (),
    "opener": (),
    "partial": (),
    "pause": (),
    "pointer": (),
    "privative": ("without",),
    "pseudo_negation": (),
    "quantifier": (),
    "reader": ("you",),
    "refers_back": (),
    "rejects": ("ahead", "behind", "label"),
    "said": (),
    "seen": (),
    "seldom": (),
    "then": (),
    "turn": (),
    "weighed": (),
    "worry": (),
}


CORE = ("absent", "boundary", "condition", "hedge", "negator", "pause", "seen")  # without these no language is read


def check_contract(classes: Mapping[str, LexiconClass], rules: Iterable[Rule], *, extends: bool) -> None:
    """Refuse a pack that lacks what the program asks for by name, or that says two things with one phrase.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
    rules : iterable of Rule
    extends : bool
        It extends another; one that stands alone begins a language, and needs the core of the classes only.

    Raises
    ------
    PackError
    """
    for name, values in NEEDED.items() if extends else ((name, ()) for name in CORE):
        if name not in classes:
            raise PackError(
                f"no lexicon has the class {name!r}, which reading needs; extend english", path="pack.yml", place="extends"
            )
        for value in values:
            if not classes[name].values.get(value):
                raise PackError(f"the value {value!r}, which reading needs, has no phrase", path="lexicons", place=name)
    for name, lexicon in classes.items():
        if not lexicon.several and len(lexicon.values) > 1:
            for phrase, one, other in _doubles(lexicon):
                wrong = f"{phrase!r} means both {one!r} and {other!r}; keep one, or mark the class `several`"
                raise PackError(wrong, path="lexicons", place=name)
    several = {name for name, lexicon in classes.items() if lexicon.several}
    for rule in rules:
        taken = {one.partition(".")[0] for one, level in rule.level.words.items() if level == "="}
        taken |= {one.partition(".")[0] for one in rule.anchors} if rule.item == "=" else {(rule.item or "").removeprefix("^")}
        for name in sorted(taken & several):
            raise PackError(f"takes its value from {name!r}, whose phrases may mean several", path="rules", place=rule.id)


def _doubles(lexicon: LexiconClass) -> Iterator[tuple[str, str, str]]:
    """Yield each phrase that two values hold, also in a regular ending that one of them takes."""
    exact: dict[str, str] = {}
    regular: dict[str, str] = {}
    for value, phrases in lexicon.values.items():
        for phrase in phrases:
            held = regular if phrase.endswith("~") else exact
            said = phrase.rstrip("~*")
            other = held.setdefault(said, value)
            if other != value:
                yield phrase, other, value
    for said, value in exact.items():
        stems = (said.removesuffix(ending) for ending in REGULAR if said.endswith(ending))
        for other in (regular.get(stem, value) for stem in stems):
            if other != value:
                yield said, other, value
