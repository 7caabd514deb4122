"""Applies one compiled rule to one anchor: does it make a claim, and which?"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass

from helpers.extract.conditions import FAR, Finder, Found, compile_condition, first_found
from helpers.extract.denial import Denial, denial, denied_word, hedged, idle
from helpers.extract.frames import UNSAID, Kind
from helpers.extract.mentions import Mention, distance
from helpers.extract.scope import FINITE, JOINT, NEGATOR
from helpers.extract.trial import Trial
from helpers.extract.unit import INSIDE, Unit
from helpers.model import Quantity
from helpers.model.segment import SentenceKind
from helpers.packs.rules import Amount, Limits, Rule

_LINK = 2
_PAUSE = 3


@dataclass(slots=True)
class Draft:
    """A claim before its treatment, unit and id are known.

    Attributes
    ----------
    anchor : Mention
    start, end : int
        From the first to the last of the words that make the claim.
    nearness : int
        Words between the anchor and the nearest word the rule needs, a comma counting as several; a quantity goes to the
        rule that is nearest.
    """

    rule: Rule
    unit: Unit
    anchor: Mention
    item: str | None
    level: str | None
    low: float | None
    high: float | None
    vague: bool
    certainty: str
    start: int
    end: int
    nearness: int


class CompiledRule:
    """A rule whose conditions are ready to run.

    Parameters
    ----------
    rule : Rule

    Attributes
    ----------
    anchors : frozenset of str
    sight : int
    cue : frozenset of str
        Of these classes a unit must mention one, in this of its sights.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.anchors = frozenset(rule.anchors)
        self._needs = [[compile_condition(one) for one in either] for either in rule.needs]
        self._unless = [compile_condition(one) for one in rule.unless]
        self._unclaimed = _unclaimed(rule)
        self._reads = frozenset[str](rule.level.words).union(*(one.wanted for either in self._needs for one in either))
        self._levels = frozenset[str](rule.level.words)
        self._behind, self._of_anchor = frozenset(rule.level.behind), frozenset(rule.level.of_anchor)
        self.sight, self.cue = _cue(self._needs) or (INSIDE, self.anchors)

    def reads(self, kind: SentenceKind) -> bool:
        """Say whether the rule reads sentences of a kind."""
        if kind == "question" or (kind == "heading" and not self.rule.headings):
            return False
        return not self.rule.only_in or kind in self.rule.only_in

    def apply(self, unit: Unit, index: int, taken: Set[int], trial: Trial | None = None) -> Draft | None:
        """Return the claim that the mention ``index`` of the unit makes, or None.

        Parameters
        ----------
        unit : Unit
        index : int
            Of the anchor among the unit's mentions.
        taken : set of int
            Where quantities start that belong to another rule.
        trial : Trial, optional
            Told why there is no claim, where somebody asks.
        """
        rule, anchor = self.rule, unit.mentions[index]
        if rule.limits and not _inside(anchor, rule.limits):
            return trial and trial.no("the figure lies outside the rule's limits")
        company: list[Found] = []
        for either in self._needs:
            found = first_found(either, unit, index)
            if found is None:
                return trial and trial.unmet(self._needs)
            company.append(found)
        if first_found(self._unless, unit, index) is not None:
            return trial and trial.barred(self._unless)
        rulers = [one.mention for one in company]
        stance = unit.stance(anchor)
        if stance in self._unclaimed:
            return trial and trial.no(f"scope: the sentence does not assert it ({stance})")
        denied = denial(unit, index, rulers)
        if trial and denied:
            trial.notes.append(f"denied{' in part' if denied.partly else ''} by {trial.quote(denied.word)}")
        if not self._can_say(unit, denied, stance, rulers):
            return trial and trial.no("it is denied, and the rule has no level for that")
        level, level_word = self._level(unit, index, rulers, denied, stance)
        near = [one.mention for one in company if one.away < FAR]
        quantity = anchor if anchor.quantity is not None else self._quantity(unit, index, taken, near)
        if quantity is None and rule.amount is not None and rule.amount.required:
            return trial and trial.no("needs an amount: none goes with these words")
        stated = quantity.quantity if quantity is not None else None
        if level is None and stated is not None:
            level = self._band(stated.low, stated.high)
        if rule.item is None and level is None and stated is None:
            return trial and trial.no("neither a level nor an amount goes with these words")
        if trial and level_word is not None:
            trial.notes.append(f"level from {trial.quote(level_word)}")
        words = [anchor, *near, *[word for word in (level_word, quantity) if word is not None]]
        inside = [word for word in words if unit.start <= word.start and word.end <= unit.end]
        return Draft(
            rule=rule,
            unit=unit,
            anchor=anchor,
            item=self._item(unit, anchor),
            level=level,
            low=stated.low if stated else None,
            high=stated.high if stated else None,
            vague=stated.vague if stated else False,
            certainty=rule.certainty or ("hedged" if hedged(unit, index, possibility=rule.possibility) else "asserted"),
            start=min([word.start for word in inside]),
            end=max([word.end for word in inside]),
            nearness=min([one.away + _PAUSE * unit.pauses(anchor, one.mention) for one in company], default=FAR),
        )

    def _can_say(self, unit: Unit, denied: Denial | None, stance: str | None, rulers: Sequence[Mention]) -> bool:
        """Say whether the rule has words for what is denied or rejected: what a page denies is never counted as said."""
        if self.rule.level.negated is not None:
            return stance != "rejected" or denied is None
        if stance == "rejected":
            return False
        if self.rule.item is None or (denied is not None and denied.partly):
            return True
        if denied is None and NEGATOR not in unit.keys:
            return True
        words = [denied.word] if denied is not None else []
        words += [word for ruler in rulers if (word := denied_word(unit.mentions, ruler)) is not None]
        return all(word.means(self._reads) or any(_overlap(word, ruler) for ruler in rulers) for word in words)

    def _level(
        self, unit: Unit, index: int, company: Sequence[Mention], denied: Denial | None, stance: str | None
    ) -> tuple[str | None, Mention | None]:
        """Return the level and the word that sets it: the nearest to the anchor or to what rules it."""
        spec, anchor = self.rule.level, unit.mentions[index]
        if spec.negated is not None:
            if stance == "rejected":
                return spec.negated, None
            if denied is not None:
                return next(iter(spec.negated_with.values()), spec.default) if denied.partly else spec.negated, denied.word
        if not spec.words:
            return spec.default, None
        if self._names(anchor) is not None:
            return self._names(anchor), anchor
        first, last = (0, len(unit.mentions)) if unit.label_only else unit.clause_of(index)
        if spec.context and not unit.label_only:
            last = unit.told_of(last)
        bases = (anchor, *(word for word in company if unit.start <= word.start and word.end <= anchor.start))
        setters = [
            (min(_apart(unit, base, word) for base in bases), word.start, word)
            for word in unit.mentions[first:last]
            if word is not anchor
            and self._names(word) is not None
            and min(unit.apart(base, word) for base in bases) <= spec.within
            and not self._belongs_on(unit, anchor, word)
            and not (word.last == anchor.first and word.means(self._of_anchor))
        ]
        denials = {word.start: by for _, _, word in setters if (by := denied_word(unit.mentions[first:last], word)) is not None}
        if denials and spec.denied is not None:
            return spec.denied, next(iter(denials.values()))
        standing = [
            one
            for one in setters
            if one[2].start not in denials
            and one[2] not in denials.values()
            and not idle(unit, unit.mentions[first:last], one[2], anchor)
        ]
        if standing:
            word = min(standing)[2]
            return self._names(word), word
        behind = (word for word in unit.mentions[index:] if word.means(self._behind))
        afterwards = next(behind, None) if self._behind else None
        if afterwards is not None:
            return self._names(afterwards), afterwards
        if spec.context:
            opening = next((word for word in unit.mentions if unit.opens(word) and self._names(word) is not None), None)
            if opening is not None and opening.end <= anchor.start:
                return self._names(opening), opening
            above = next((word for word in unit.context if self._names(word) is not None), None)
            if above is not None and unit.phrase:
                return self._names(above), None
        return spec.default, None

    def _belongs_on(self, unit: Unit, anchor: Mention, word: Mention) -> bool:
        """Say whether a word for the level opens a later entry of a list ("tenderness, rarely numbness")."""
        if word.start < anchor.end:
            return False
        if unit.joined(anchor, word) and self._after_joint(unit, anchor, word):
            return True
        if not unit.pauses(anchor, word):
            return False
        following = bisect_left(unit.mentions, word.end, key=lambda mention: mention.start)
        return any(other.first == word.last and other.means(self.anchors) for other in unit.mentions[following : following + 2])

    @staticmethod
    def _after_joint(unit: Unit, anchor: Mention, word: Mention) -> bool:
        """Say whether an "and" before a word opens another predicate ("... and are excellent")."""
        between = [one for one in unit.mentions if anchor.end <= one.start and one.end <= word.start]
        joints = [one for one in between if JOINT in one.sense.values]
        return any(FINITE in one.sense.values and not distance(joint, one) for joint in joints for one in between)

    def _of_former(self, unit: Unit, anchor: Mention, quantity: Mention) -> bool:
        """Say whether a quantity closes an earlier entry of a list ("numbness for a week, tingling")."""
        if not unit.pauses(quantity, anchor):
            return False
        return any(word.means(self.anchors) and word.end <= quantity.start for word in unit.mentions)

    def _band(self, low: float | None, high: float | None) -> str | None:
        """Return the level that the upper bound gives, or the lower one where the upper is open."""
        bound = high if high is not None else low
        if bound is None:
            return None
        bands = self.rule.level.bands
        return next((band.level for band in bands if band.upto is None or bound <= band.upto), None)

    def _names(self, word: Mention) -> str | None:
        """Return the level that a word sets, or None."""
        if not word.means(self._levels):
            return None
        for name, level in self.rule.level.words.items():
            if name in word.sense.keys:
                return word.sense.values[name] if level == "=" else level
        return None

    def _item(self, unit: Unit, anchor: Mention) -> str | None:
        """Return the item: a fixed one, the anchor's value, or with ``^`` the value of a class in what the sentence answers."""
        item = self.rule.item
        if item is not None and item.startswith("^"):
            return next((above.sense.values[item[1:]] for above in unit.context if item[1:] in above.sense.values), None)
        if item != "=":
            return item
        classes = (cls.partition(".")[0] for cls in self.rule.anchors)
        return next(anchor.sense.values[cls] for cls in classes if cls in anchor.sense.values)

    def _quantity(self, unit: Unit, index: int, taken: Set[int], company: Sequence[Mention]) -> Mention | None:
        spec, anchor = self.rule.amount, unit.mentions[index]
        if spec is None:
            return None
        kinds = frozenset(spec.of)
        begin, stop = unit.clause_of(index) if spec.clause else (0, len(unit.mentions))
        near = [
            one
            for one in unit.mentions[begin:stop]
            if one.quantity is not None and unit.apart(anchor, one) <= spec.within and not unit.stops(anchor, one)
        ]
        inside = [one for one in near if one.means(kinds) and one.start not in taken and self._linked(unit, spec, anchor, one)]
        after = [one for one in inside if one.start >= anchor.end]
        before = [one for one in inside if one.end <= anchor.start and not self._of_former(unit, anchor, one)]
        if after and spec.side != "before":
            leads = {word.start for word in unit.mentions if word.last == after[0].first and word.start > anchor.end}
            own = {word.start for word in unit.mentions if any(_overlap(word, one) for one in company)}
            if not self._ruled(unit, spec, anchor.end, after[0].start, own | leads):
                return after[0]
        if before and spec.side != "after":
            last = before[-1]
            joined = distance(anchor, last) <= _LINK and not self._ruled(unit, spec, last.end, anchor.start, frozenset())
            if joined or not self._ruled(unit, spec, unit.start, last.start, frozenset()):
                return last
        named = self._named(unit, spec, anchor) if spec.words else None
        return named or (self._above(unit, spec, kinds) if spec.context else None)

    @staticmethod
    def _named(unit: Unit, spec: Amount, anchor: Mention) -> Mention | None:
        """Return the time that words without a number give behind the anchor ("for the rest of the day")."""
        for word in unit.mentions:
            bounds = next((bounds for name, bounds in spec.words.items() if name in word.sense.keys), None)
            if bounds is not None and word.start >= anchor.end and distance(anchor, word) <= spec.within:
                stated = Quantity(word.start, word.end, bounds[0], bounds[1], "time", "amount", vague=False)
                return word._replace(quantity=stated)
        return None

    @staticmethod
    def _above(unit: Unit, spec: Amount, kinds: frozenset[str]) -> Mention | None:
        """Return the quantity of what stands above, unless it measures there what it stands with ("redness for 2 hours")."""
        other = frozenset(spec.context_never)
        free = (group for group in unit.groups if not any(word.means(other) for word in group))
        return next((word for group in free for word in group if word.means(kinds) and not _open(word)), None)

    @staticmethod
    def _ruled(unit: Unit, spec: Amount, start: int, end: int, own: Set[int]) -> bool:
        """Say whether a ruling word stands in the span: what lies beyond is another statement's.

        One that links does not part them, nor one that the rule itself needs, nor one inside a longer phrase that rules nothing
        ("is recommended").
        """
        between = [word for word in unit.mentions if start <= word.start < end]
        links = [word for word in between if word.means(frozenset(spec.links))]
        plain = [word for word in between if not word.sense.rules]
        return any(
            word.sense.rules
            and word.start not in own
            and not any(one.start <= word.start and word.end <= one.end for one in links)
            and not any(one.start <= word.start and word.end <= one.end for one in plain)
            for word in between
        )

    def _closes_list(self, unit: Unit, anchor: Mention, quantity: Mention) -> bool:
        """Say whether a figure closes a line that lists the anchor and others of its kind ("soreness, swelling a few days")."""
        if not unit.phrase or quantity.start < anchor.end:
            return False
        between = [
            one for one in unit.mentions if anchor.end <= one.start and one.end <= quantity.start and one.means(self.anchors)
        ]
        return bool(between) and between[-1].last == quantity.first and distance(anchor, between[0]) <= _LINK

    def _linked(self, unit: Unit, spec: Amount, anchor: Mention, quantity: Mention) -> bool:
        """Say whether a linking word, and none that measures something else, stands right before the quantity or behind it."""
        stated = quantity.quantity
        if _bare(quantity) and not spec.links and distance(anchor, quantity) > _LINK:
            return False
        if spec.at_least and stated is not None and (stated.high or stated.low or 0) < spec.at_least:
            return False
        before = [word for word in unit.mentions if word.start <= quantity.start and distance(word, quantity) <= _LINK]
        if any(JOINT in word.sense.values and anchor.end <= word.start and distance(word, quantity) == 0 for word in before):
            return False  # "no downtime, and within ten days it shows"
        if any(word.means(frozenset(spec.never)) for word in before):
            return False
        if not spec.links or unit.label_only or distance(anchor, quantity) == 0 or self._closes_list(unit, anchor, quantity):
            return True
        behind = [word for word in unit.mentions if word.start >= quantity.start and distance(word, quantity) == 0]
        return any(word.means(frozenset(spec.links)) for word in before + behind)


def _cue(needs: Sequence[Sequence[Finder]]) -> tuple[int, frozenset[str]] | None:
    """Return the need that tells soonest that a rule is silent: one on the unit's own words, else on what stands above it."""
    needed = [
        (either[0].sight, frozenset[str]().union(*(one.wanted for one in either)))
        for either in needs
        if len({one.sight for one in either}) == 1 and not any(one.needless for one in either)
    ]
    return min(needed, key=lambda one: (one[0] != INSIDE, len(one[1])), default=None)


def _unclaimed(rule: Rule) -> frozenset[Kind]:
    """Return the stances on which a rule claims nothing; times and levels as such hold on a condition too."""
    if rule.conditions:
        return frozenset({"unproven"})
    return frozenset({"unproven", "reader"} if rule.item is None else UNSAID | {"unproven"})


class Anchored(dict[frozenset[str], list[tuple[int, frozenset[str], CompiledRule]]]):
    """The rules whose anchor a mention can be, in the pack's order, by the classes of the mention; found when first asked for.

    With each stand its sight and its cue.

    Parameters
    ----------
    rules : sequence of CompiledRule
    """

    def __init__(self, rules: Sequence[CompiledRule]) -> None:
        self._all = rules

    def __missing__(self, keys: frozenset[str]) -> list[tuple[int, frozenset[str], CompiledRule]]:
        found = [(rule.sight, rule.cue, rule) for rule in self._all if not rule.anchors.isdisjoint(keys)]
        self[keys] = found
        return found


def _apart(unit: Unit, one: Mention, other: Mention) -> int:
    """Return how far apart two words stand; a comma or an "and" between them counts as several words."""
    return unit.apart(one, other) + _PAUSE * unit.pauses(one, other) + unit.joined(one, other)


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _open(quantity: Mention) -> bool:
    """Say whether a quantity is no more than a bare plural ("the days after")."""
    stated = quantity.quantity
    return stated is not None and stated.vague and stated.high is None


def _bare(quantity: Mention) -> bool:
    """Say whether a quantity is a plural without a number ("even on cloudy days")."""
    return _open(quantity) and quantity.last - quantity.first == 1


def _inside(anchor: Mention, limits: Limits) -> bool:
    stated = anchor.quantity
    bound = None if stated is None else stated.high if stated.high is not None else stated.low
    if bound is None:
        return False
    return (limits.at_least is None or bound >= limits.at_least) and (limits.at_most is None or bound <= limits.at_most)
