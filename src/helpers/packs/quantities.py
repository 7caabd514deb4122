"""The schema of ``quantities.yml``: the words with which a language writes numbers, units, bounds and frequencies."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from helpers.packs.read import Strict

Word = Annotated[str, Field(min_length=1)]
Words = tuple[Word, ...]


class Group(Strict):
    """A set of words that does one thing, with the reason it exists."""

    reason: Word


class Numbers(Group):
    """Words for numbers; figures need no words.

    Attributes
    ----------
    words : dict
        Spelling -> value, below one hundred ("six", "a single").
    multipliers : dict
        What multiplies the number before it, or one ("hundred", "dozen").
    fractions : dict
        Parts that may stand before or after a unit ("half", "quarter").
    characters : dict
        Single characters that are fractions.
    ordinals : dict
        Spelling -> rank ("second").
    ordinal_endings, decade_endings : tuple of str
        What a figure carries when it is an ordinal ("2nd") or a decade ("1950s").
    articles : tuple of str
        Words that mean one before a unit ("a", "an").
    and_words, of_words : tuple of str
        What joins a whole number and its rest ("one and a half"), and a part and its whole ("a quarter of an hour").
    """

    words: dict[Word, float]
    multipliers: dict[Word, float]
    fractions: dict[Word, float]
    characters: dict[Word, float]
    ordinals: dict[Word, int]
    ordinal_endings: Words
    decade_endings: Words
    articles: Words
    and_words: Words
    of_words: Words


class Unit(Strict):
    """One unit and its spellings.

    Attributes
    ----------
    size : float
        In seconds for ``time``, in millimetres for ``length``; 1 for ``other``.
    singular, plural : tuple of str
        Words; an article may stand before a singular of time or length, and a plural may stand alone ("weeks").
    short : tuple of str
        Spellings that count only right after a figure ("24h").
    """

    dimension: Literal["time", "length", "other"]
    size: float = Field(gt=0)
    singular: Words = ()
    plural: Words = ()
    short: Words = ()


class Units(Group):
    """Units and the words around them.

    Attributes
    ----------
    adjectives : tuple of str
        What may stand between a number and its unit ("2 full days").
    endings, long_words : tuple of str
        What may hang on a unit: "week's", "hour(s)"; "week-long".
    never_bare_after : tuple of str
        Words that make something else of a bare plural ("opening hours").
    """

    known: dict[Word, Unit]
    adjectives: Words
    endings: Words
    long_words: Words
    never_bare_after: Words


class Vague(Strict):
    """Words that stand for a number without naming it."""

    phrases: Words
    low: float = Field(ge=0)
    high: float | None


class VagueWords(Group):
    """Vague words; ``not_after`` takes their meaning away ("how many")."""

    known: tuple[Vague, ...]
    not_after: Words


class Bounds(Group):
    """Words that open or close one side of an interval.

    Attributes
    ----------
    lower_before, lower_after : tuple of str
        "at least 3", "3 or more".
    upper_before, upper_after : tuple of str
        "up to 3", "3 at most".
    goes_on : tuple of str
        What may follow a word that stands before as well as behind: "two weeks at most for this", not "at most clinics".
    from_words : tuple of str
        Open the upper side where no second number follows ("from 2 weeks").
    span_words : tuple of str
        A span ("over three months"), or "more than" right after one of ``span_opens_after`` ("lasts over a month").
    """

    lower_before: Words
    lower_after: Words
    upper_before: Words
    upper_after: Words
    goes_on: Words
    from_words: Words
    span_words: Words
    span_opens_after: Words


class Approximators(Group):
    """Words that do not move the bounds ("about 3 days", "3 days or so")."""

    before: Words
    after: Words


class Ranges(Group):
    """What joins two numbers to one interval.

    Attributes
    ----------
    hyphens, dashes : str
        Characters; a hyphen between a word and a figure makes a name of them ("IL-6"), a longer dash never does.
    hyphen_words : tuple of str
        Words whose hyphen does not ("mid-1990s").
    plus_minus : tuple of str
        What stands before how far a number may be off ("3 ± 1").
    """

    between: Words
    to_words: Words
    or_words: Words
    hyphens: str = Field(min_length=1)
    dashes: str = Field(min_length=1)
    hyphen_words: Words
    plus_minus: Words


class Adverb(Strict):
    """A word that is a frequency by itself: the days between two."""

    words: Words
    low: float
    high: float
    vague: bool = False


class Frequencies(Group):
    """How often.

    Attributes
    ----------
    every, per : tuple of str
        "every 4 weeks"; "3 per month".
    every_other : dict
        What may stand between ``every`` and a unit, and the number it means.
    times : dict
        Adverbs of number ("twice").
    times_nouns : tuple of str
        What a number needs to become one ("three times").
    adverbs : tuple of Adverb
        "weekly".
    adverb_units : dict
        Adverb -> unit, for "six-weekly" and "twice yearly".
    coded_every, codes : str, dict of str to str
        What opens a schedule written as a code, and its units ("q4w").
    intervals : tuple of str
        Nouns that make a frequency of the amount before them ("4-week intervals").
    place_words : tuple of str
        After these words an article and a unit are an amount, never a frequency ("3 sessions a week apart").
    conjunctions : tuple of str
        Adverbs of number that also join clauses ("once the skin has healed"): counts only at the end of a clause.
    """

    every: Words
    per: Words
    every_other: dict[Word, float]
    times: dict[Word, float]
    times_nouns: Words
    adverbs: tuple[Adverb, ...]
    adverb_units: dict[Word, str]
    coded_every: str
    codes: dict[Word, str]
    intervals: Words
    place_words: Words
    conjunctions: Words


class Determiners(Group):
    """Words that may stand before an amount and change nothing ("the first 24 hours", "the following weeks")."""

    articles: Words
    adjectives: Words


class Others(Group):
    """Numbers that are known so that nobody takes them for a count of something.

    Attributes
    ----------
    money_signs, money_units : tuple of str
        "£" before a number; names of units that are money.
    labels : tuple of str
        What a number behind it names instead of counting ("Figure 2").
    age_before, age_after, age_endings, age_units : tuple of str
        "aged 30"; "30 years old"; "18 and over"; the units an age may have.
    people : tuple of str
        A bound and a bare number behind them are an age ("patients over 65").
    experience, experience_joints, experience_units : tuple of str
        "ten years of practice"; what stands between the two when the noun comes first ("in practice for ten years").
    asides : tuple of str
        Words behind a time that make it none of the treatment's ("two years ago").
    months, months_with_a_year : tuple of str
        A day beside them is a date; the second list holds everyday words, which need a year as well ("3 May 2021").
    shares, ratio : tuple of str
        "two-thirds"; "one in five".
    counted : tuple of str
        Who is counted where no session is ("1,000 patients").
    """

    money_signs: Words
    money_units: Words
    labels: Words
    age_before: Words
    age_after: Words
    age_endings: Words
    age_units: Words
    people: Words
    experience: Words
    experience_joints: Words
    experience_units: Words
    asides: Words
    months: Words
    months_with_a_year: Words
    shares: Words
    ratio: Words
    counted: Words


class Pronouns(Group):
    """Number words that are often no number ("this one", "one of the best")."""

    words: Words
    not_after: Words
    not_before: Words


class QuantityWords(Strict):
    """Everything the quantity grammar needs to know about a language; units that other groups name must exist."""

    numbers: Numbers
    units: Units
    vague: VagueWords
    bounds: Bounds
    approximators: Approximators
    ranges: Ranges
    frequencies: Frequencies
    determiners: Determiners
    others: Others
    pronouns: Pronouns

    @model_validator(mode="after")
    def _units_exist(self) -> "QuantityWords":
        named = {*self.frequencies.adverb_units.values(), *self.frequencies.codes.values(), *self.others.money_units}
        named |= {*self.others.age_units, *self.others.experience_units}
        unknown = sorted(named - self.units.known.keys())
        if unknown:
            raise ValueError(f"units.known has no unit {unknown[0]!r}; add it or correct the name")
        return self

    @model_validator(mode="after")
    def _one_unit_a_spelling(self) -> "QuantityWords":
        spelled: dict[str, str] = {}
        for name, unit in self.units.known.items():
            for text in (*unit.singular, *unit.plural, *unit.short):
                if text in spelled:
                    raise ValueError(f"{text!r} is a spelling of both {spelled[text]!r} and {name!r}; keep one")
                spelled[text] = name
        return self
