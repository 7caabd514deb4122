"""From what a model said to a claim, or to the reason why it is none: everything must be the page's words or the pack's."""

import re
from collections import defaultdict
from collections.abc import Mapping

from helpers.model import Claim, Sentence, Span
from helpers.model.second import Page, Treated
from helpers.packs.situation import Given, SituationWords
from helpers.second.answers import SaidClaim
from helpers.second.parts import Part
from helpers.second.places import Placed, Places, Refused, words_of
from helpers.second.vocabulary import FREQUENCY, TopicWords

UNSPECIFIED = "unspecified"
RULE = "second_reader"
_MINUTES_A_DAY = 1440
_CLOSE = 0.01
_KEYS = ("phase", "area", "group", "condition")
_NONE = frozenset({"", "null", "none"})


class Verifier:
    """Holds what was said against the page and the pack.

    Parameters
    ----------
    topics : mapping of str to TopicWords
    situation : SituationWords
    """

    def __init__(self, topics: Mapping[str, TopicWords], situation: SituationWords) -> None:
        self._topics = topics
        self._situation = situation.keys
        self._given: defaultdict[str, list[tuple[str, str, Given]]] = defaultdict(list)
        for key, values in situation.keys.items():
            for value, one in values.items():
                for given in one.given:
                    self._given[given.topic].append((key, value, given))

    def claim(self, said: SaidClaim, part: Part, places: Places, read_by: str) -> Claim:
        """Return the claim that was said, without its id.

        Raises
        ------
        Refused
            Anything of it does not hold.
        """
        placed = places.find(part, said.sentence, said.quote)
        topic = self._topics.get(said.topic)
        if topic is None:
            raise Refused("topic", placed.sentence)
        page = places.page
        level = _level(said, topic, placed)
        low, high, vague = _bounds(said, topic, placed, places)
        item = _item(said, topic, placed, places)
        if topic.levels and level is None and (topic.dimension is None or topic.items):
            raise Refused("no_value", placed.sentence)
        if item is None and level is None and low is None and high is None:
            raise Refused("no_value", placed.sentence)
        if said.certainty not in ("asserted", "hedged"):
            raise Refused("certainty", placed.sentence)
        treated = treated_as(said.treatment, page, placed.sentence)
        return Claim(
            claim_id="",
            source_id=page.document.source_id,
            topic=topic.name,
            treatment=treated.treatment,
            item=item,
            level=level,
            low=low,
            high=high,
            unit=None if low is None and high is None else topic.topic.unit,
            vague=vague,
            certainty=said.certainty,
            **self._narrowed(said, item, level, low, placed.sentence),
            product=treated.product,
            zone=placed.sentence.zone,
            start=placed.start,
            end=placed.end,
            quote=page.document.text[placed.start : placed.end],
            sentence_start=placed.sentence.start,
            sentence_end=placed.sentence.end,
            rule=RULE,
            reader="model",
            read_by=read_by,
        )

    def _narrowed(
        self, said: SaidClaim, item: str | None, level: str | None, low: float | None, sentence: Sentence
    ) -> dict[str, str]:
        """Return what narrows a claim: what was said, else what holds for every such claim by the pack."""
        told = {key: value for key in _KEYS if (value := _given(getattr(said, key)))}
        for key, value in told.items():
            if not set(value.split("/") if key == "area" else [value]) <= set(self._situation.get(key, ())):
                raise Refused("situation", sentence)
        always = {key: value for key, value, one in self._given[said.topic] if one.holds(item, level, low)}
        return {key: "/".join(sorted(set(value.split("/")))) for key, value in {**always, **told}.items()}


def _given(value: str | None) -> str | None:
    """Return a word, or None where an answer writes its absence out."""
    return None if value is None or value.strip().lower() in _NONE else value


def _level(said: SaidClaim, topic: TopicWords, placed: Placed) -> str | None:
    if said.level in topic.levels:  # "none" is a level of some topics
        return said.level
    if (level := _given(said.level)) is not None:
        raise Refused("level", placed.sentence) from ValueError(level)
    return None


def _bounds(said: SaidClaim, topic: TopicWords, placed: Placed, places: Places) -> tuple[float | None, float | None, bool]:
    """Return the bounds as our own grammar reads them where the quote stands; those that were said must be the same.

    An amount counts with every word of it, those before the quote too: "3 days" of "up to 3 days" is 0 to 3. One that stands
    above ("First 48 hours:") holds for what stands under it.
    """
    if said.low is None and said.high is None:
        return None, None, False
    scale = _MINUTES_A_DAY if topic.topic.unit == "minute" else 1
    for one in (*places.quantities_in(placed), *places.times_above(placed.sentence)):
        if one.form == FREQUENCY and not topic.takes_frequency:
            continue
        if one.dimension == topic.dimension and _same(one.low, said.low, scale) and _same(one.high, said.high, scale):
            return _scaled(one.low, scale), _scaled(one.high, scale), one.vague
    told = f" {places.words(placed.start, placed.end)} "
    for phrase, (low, high) in topic.amounts.items():
        if f" {phrase} " in told and _same(low, said.low) and _same(high, said.high):
            return low, high, high is None
    raise Refused("number", placed.sentence)


def _scaled(bound: float | None, scale: int) -> float | None:
    return None if bound is None else round(bound * scale, 3 if scale == 1 else 1)


def _same(ours: float | None, theirs: float | None, scale: int = 1) -> bool:
    """Say whether a bound is what was said, as it is or as tables round it: a minute is 0.000694 or 0.001 days."""
    if ours is None or theirs is None:
        return ours is theirs
    meant = (ours * scale, round(ours * scale, 3))
    return any(abs(one - theirs) <= _CLOSE * max(abs(one), abs(theirs)) for one in meant)


def _item(said: SaidClaim, topic: TopicWords, placed: Placed, places: Places) -> str | None:
    item = said.item if said.item in topic.items else _given(said.item)
    if not topic.items:
        return None
    if item is None:
        if topic.needs_item:
            raise Refused("item", placed.sentence)
        return None
    if item in topic.items:
        if topic.is_named and not _named(item, topic, placed.sentence, places):
            raise Refused("not_named", placed.sentence)
        return item
    words = words_of(item)
    if topic.is_open and words and set(words) <= set(places.words(placed.start, placed.end).split()):
        return "_".join(words)
    raise Refused("item", placed.sentence)


def _named(item: str, topic: TopicWords, sentence: Sentence, places: Places) -> bool:
    """Say whether the sentence of a claim, or what stands above it, holds a phrase for the item."""
    above = (sentence.label, sentence.question, sentence.lead_in, *sentence.headings)
    spans = (Span(sentence.start, sentence.end), *(span for span in above if span is not None))
    told = " ".join(places.words(span.start, span.end) for span in spans)
    phrases = (" ".join(words_of(phrase)) for phrase in (item, *topic.items[item]))
    return any(re.search(rf"\b{re.escape(phrase)}", told) for phrase in phrases if phrase)


def treated_as(name: str | None, page: Page, sentence: Sentence) -> Treated:
    """Return the treatment that a name means on this page.

    Raises
    ------
    Refused
        The page names no such treatment.
    """
    said = _given(name)
    if said is None or said == UNSPECIFIED:
        return Treated(UNSPECIFIED)
    if said not in page.treatments:
        raise Refused("treatment", sentence)
    return page.treatments[said]
