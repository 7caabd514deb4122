"""How two claims on one subject stand to each other (codebook, section 5), and the rule in words."""

from dataclasses import dataclass, replace

from helpers.model import Claim
from helpers.model.interval import Interval
from helpers.model.situation import can_meet
from helpers.packs.tables import ComparisonTables

GRAVEST_FIRST = ("conflict", "tension", "agree", "not_comparable")
WEAKEST_FIRST = ("vague", "overlap", "exact", "")
SOFTENED = ", softened because it is said with doubt"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation with the rule that gave it.

    Attributes
    ----------
    gravity : str
        The relation before doubt softened it: severity follows the harm, whatever the hedging.
    """

    relation: str
    strength: str
    rule: str
    gravity: str = ""

    def __post_init__(self) -> None:
        if not self.gravity:
            object.__setattr__(self, "gravity", self.relation)


def judge(a: Claim, b: Claim, tables: ComparisonTables) -> Verdict:
    """Compare two claims of one topic; the order of the two does not matter.

    Where the topic is compared by interval and both give figures, the figures decide; otherwise the gravest of levels and
    figures stands.
    """
    words = _by_word(a, b, tables)
    figures = _by_figures(a, b, tables)
    if figures and (words is None or tables.topics[a.topic].comparison == "interval"):
        verdict = figures
    elif figures and words:
        verdict = _gravest(words, figures)
    else:
        verdict = words or _without_common_ground(a, b)
    return _softened_by_doubt(verdict, a, b, tables)


def judge_in_situation(a: Claim, b: Claim, tables: ComparisonTables) -> Verdict:
    """Compare two claims where they can stand in one situation (codebook, section 8)."""
    return judge(a, b, tables) if can_meet(a, b) else Verdict("not_comparable", "", "they are said of different situations")


def word_of(claim: Claim, tables: ComparisonTables) -> str | None:
    """Return the claim's place on its topic's scale: its level, or its item where the items have the order."""
    return claim.item if claim.topic in tables.item_topics else claim.level


def _by_word(a: Claim, b: Claim, tables: ComparisonTables) -> Verdict | None:
    one, other = word_of(a, tables), word_of(b, tables)
    if one is None or other is None:
        return None
    named = tables.pairs.get((a.topic, frozenset((one, other))))
    if named:
        return Verdict(named.relation, "overlap" if named.relation == "agree" else "", named.reason)
    if one == other:
        return Verdict("agree", "exact", f"both say {_spoken(one)}")
    scale = tables.scale(a.topic)
    if one not in scale or other not in scale:
        first, second = sorted((one, other))
        return Verdict("not_comparable", "", f"{_spoken(first)} and {_spoken(second)} have no order between them")
    steps = abs(scale.index(one) - scale.index(other))
    along = ", ".join(_spoken(word) for word in scale)
    if steps == 1:
        return Verdict("tension", "", f"one step apart on the scale {along}")
    return Verdict("conflict", "", f"{steps} steps apart on the scale {along}")


def _by_figures(a: Claim, b: Claim, tables: ComparisonTables) -> Verdict | None:
    one, other = Interval.of(a.low, a.high), Interval.of(b.low, b.high)
    if one is None or other is None:
        return None
    rules = tables.comparisons
    tolerance = 0.0 if tables.topics[a.topic].unit in rules.exact_units else rules.tolerance
    if one.meets(other, tolerance):
        return _agreeing(one, other, a.vague, b.vague, tolerance)
    reach = [rules.vague_reach if claim.vague else 1.0 for claim in (a, b)]
    if one.stretched(reach[0]).meets(other.stretched(reach[1]), tolerance):
        return Verdict("tension", "", "the intervals do not meet, but only because of where a vague word is taken to end")
    return Verdict("conflict", "", "the intervals do not meet")


def _agreeing(one: Interval, other: Interval, one_vague: bool, other_vague: bool, tolerance: float) -> Verdict:
    if one_vague and other_vague:
        return Verdict("agree", "vague", "both are vague, which nobody can rely on")
    if one.equals(other, tolerance) and not (one_vague or other_vague):
        same = "the same" if one == other else f"within {tolerance:.0%} of each other"
        return Verdict("agree", "exact", f"the figures are {same}")
    share = one.shared(other)
    if share == 0.0:
        return Verdict("agree", "overlap", "the intervals touch and share nothing else")
    return Verdict("agree", "overlap", f"the intervals share {share:.0%} of the narrower one")


def _gravest(words: Verdict, figures: Verdict) -> Verdict:
    """Return the graver of two verdicts; where both agree, with the weaker strength and both rules."""
    if words.relation == figures.relation:
        strength = min(words.strength, figures.strength, key=WEAKEST_FIRST.index)
        return replace(words, strength=strength, rule=f"{words.rule}; {figures.rule}")
    return min(words, figures, key=lambda verdict: GRAVEST_FIRST.index(verdict.relation))


def _without_common_ground(a: Claim, b: Claim) -> Verdict:
    """Judge two claims that share neither a level nor figures."""
    if all(claim.level is None and claim.low is None and claim.high is None for claim in (a, b)):
        return Verdict("agree", "exact", "both name it")
    return Verdict("not_comparable", "", "one gives a word and the other figures, or only one of them says how much")


def _softened_by_doubt(verdict: Verdict, a: Claim, b: Claim, tables: ComparisonTables) -> Verdict:
    doubted = "hedged" in (a.certainty, b.certainty) and a.topic in tables.comparisons.doubt_softens
    if verdict.relation != "conflict" or not doubted:
        return verdict
    return replace(verdict, relation="tension", rule=f"{verdict.rule}{SOFTENED}", gravity="conflict")


def _spoken(word: str) -> str:
    return word.replace("_", " ")
