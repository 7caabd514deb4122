"""The words of a pack, looked up by what they do."""

from collections.abc import Iterable
from typing import NamedTuple

from helpers.normalise.tokens import Tokenizer
from helpers.packs.quantities import Adverb, QuantityWords, Unit

_HOUR = 3600
_MOST_CODED = 52  # "q52w" is once a year


class NamedUnit(NamedTuple):
    """A unit as the grammar uses it: its name, its dimension and its size in seconds or millimetres."""

    name: str
    dimension: str
    size: float


class Lexicon:
    """Every set of words as a dictionary or frozen set of token texts; phrases are known to ``tokenizer`` as one token."""

    def __init__(self, words: QuantityWords) -> None:
        ranges, bounds, often, others, numbers = words.ranges, words.bounds, words.frequencies, words.others, words.numbers
        units = words.units.known
        spelled = {text for unit in units.values() for text in (*unit.singular, *unit.plural)}
        hyphened = {*spelled, *numbers.words, *numbers.multipliers, *ranges.to_words, *ranges.or_words, *ranges.hyphen_words}
        measured = {text for unit in units.values() if unit.dimension != "other" for text in (*unit.plural, *unit.short)}
        endings = (*words.units.endings, *numbers.decade_endings)
        self.tokenizer = Tokenizer(ranges.hyphens, ranges.dashes, hyphened, measured, endings)

        self.numbers = self._table(numbers.words)
        self.multipliers = self._table(numbers.multipliers)
        self.fractions = self._table(numbers.fractions)
        self.characters = numbers.characters
        self.ordinals = self._table(numbers.ordinals)
        self.ordinal_endings = self._set(numbers.ordinal_endings)
        self.decade_endings = self._set(numbers.decade_endings)
        self.articles = self._set(numbers.articles)
        self.and_words = self._set(numbers.and_words)
        self.of_words = self._set(numbers.of_words)

        self.units = {name: NamedUnit(name, unit.dimension, unit.size) for name, unit in units.items()}
        self.singular = self._spellings(units, "singular")
        self.plural = self._spellings(units, "plural")
        self.short = self._spellings(units, "short")
        hours = [unit for unit in self.units.values() if unit.dimension == "time" and unit.size == _HOUR]
        self.before_minutes = frozenset(text for text, unit in self.short.items() if unit in hours)
        self.after_number = {**self.short, **self.singular, **self.plural}
        self.smaller = sorted((unit for unit in self.units.values() if unit.dimension == "time"), key=lambda unit: -unit.size)
        self.endings = self._set(words.units.endings)
        self.unit_adjectives = self._set(words.units.adjectives)
        self.long_words = self._set(words.units.long_words)
        self.never_bare_after = self._set(words.units.never_bare_after)

        self.vague = {
            self.tokenizer.add(phrase): (entry.low, entry.high) for entry in words.vague.known for phrase in entry.phrases
        }
        self.vague_not_after = self._set(words.vague.not_after)

        self.bounds_before = {
            **dict.fromkeys(self._set(bounds.lower_before), "lower"),
            **dict.fromkeys(self._set(bounds.upper_before), "upper"),
            **dict.fromkeys(self._set(bounds.from_words), "from"),
            **dict.fromkeys(self._set(bounds.span_words), "span"),
            **dict.fromkeys(self._set(ranges.between), "between"),
        }
        self.bounds_after = {
            **dict.fromkeys(self._set(bounds.lower_after), "lower"),
            **dict.fromkeys(self._set(bounds.upper_after), "upper"),
            **dict.fromkeys(self._set(words.approximators.after), "about"),
        }
        self.goes_on = self._set(bounds.goes_on)
        self.span_opens_after = self._set(bounds.span_opens_after)
        self.approximators = self._set(words.approximators.before)
        self.plus_minus = self._set(ranges.plus_minus)
        self.to_words = self._set(ranges.to_words) | {"-"}
        self.or_words = self._set(ranges.or_words)

        self.every = self._set(often.every)
        self.per = self._set(often.per)
        self.every_other = self._table(often.every_other)
        self.times = self._table(often.times)
        self.times_nouns = self._set(often.times_nouns)
        self.adverbs = {self.tokenizer.add(word): entry for entry in often.adverbs for word in entry.words}
        self.adverb_units = {self.tokenizer.add(word): self.units[unit] for word, unit in often.adverb_units.items()}
        self.intervals = self._set(often.intervals)
        self.adverbs |= {
            self.tokenizer.add(f"{often.coded_every}{count}{code}"): Adverb(words=(code,), low=count * size, high=count * size)
            for code, name in often.codes.items()
            for count in range(1, _MOST_CODED + 1)
            if (size := units[name].size / units["day"].size)
        }
        self.place_words = self._set(often.place_words)
        self.conjunctions = self._set(often.conjunctions)

        self.the = self._set(words.determiners.articles)
        self.determiners = self._set(words.determiners.adjectives)

        self.money_signs = self._set(others.money_signs)
        self.money_units = frozenset(others.money_units)
        self.labels = self._set(others.labels)
        self.age_before = self._set(others.age_before)
        self.age_endings = self._set(others.age_endings)
        self.age_after = self._set(others.age_after)
        self.age_units = frozenset(others.age_units)
        self.oldest = max(others.age_units, key=lambda name: units[name].size)
        self.people = self._set(others.people)
        self.experience = self._set(others.experience)
        self.experience_units = frozenset(others.experience_units)
        self.experience_joints = self._set(others.experience_joints)
        self.asides = self._set(others.asides)
        self.months_with_a_year = self._set(others.months_with_a_year)
        self.months = self._set(others.months) | self.months_with_a_year
        self.shares = self._set(others.shares)
        self.counted = self._set(others.counted)
        self.ratio = self._set(others.ratio)

        self.counting = frozenset().union(self.numbers, self.multipliers, self.characters, self.articles)
        self.naming = frozenset().union(self.money_signs, self.labels, self.age_before, self.months)
        self.recurring = frozenset().union(self.every, self.per, self.times, self.adverbs)
        self.placing = frozenset().union(self.singular, self.plural, self.ordinals)
        self.after_article = frozenset({"-"}).union(self.singular, self.multipliers, self.fractions, self.unit_adjectives)
        self.cores = self.counting.union(self.naming, self.recurring, self.placing, self.fractions, self.vague)
        self.openers = self.cores.union(self.bounds_before, self.approximators, self.determiners)
        self.joints = self.and_words | self.or_words | self.to_words

        self.no_nouns = self.joints.union(
            *(self.numbers, self.multipliers, self.articles, self.vague, self.after_number, self.times),
            *(self.bounds_before, self.approximators, self.every, self.per, self.adverbs),
        )

        self.pronouns = self._set(words.pronouns.words)
        self.pronoun_after = self._set(words.pronouns.not_after)
        self.pronoun_before = self._set(words.pronouns.not_before)

    def anchors(self) -> list[str]:
        """Return the words without one of which a text without figures holds no quantity.

        Of a phrase, its longest word: it is the rarest.
        """
        counted = {*self.numbers, *self.multipliers, *self.vague, *self.times}
        phrases = {*counted, *self.singular, *self.plural, *self.adverbs, *self.adverb_units}
        return sorted({max(phrase.split(), key=lambda word: (len(word), word)) for phrase in phrases})

    def _set(self, phrases: Iterable[str]) -> frozenset[str]:
        return frozenset(self.tokenizer.add(phrase) for phrase in phrases)

    def _table(self, words: dict[str, float] | dict[str, int]) -> dict[str, float]:
        return {self.tokenizer.add(phrase): float(value) for phrase, value in words.items()}

    def _spellings(self, units: dict[str, Unit], which: str) -> dict[str, NamedUnit]:
        return {self.tokenizer.add(text): self.units[name] for name, unit in units.items() for text in getattr(unit, which)}
