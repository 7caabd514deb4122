"""When, where, for whom and on what condition a claim holds: what its sentence says, else what stands above it, else its page."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from helpers.extract.folding import Prepared
from helpers.extract.mentions import Lexicon, Mention, Mentions
from helpers.extract.names import Subject
from helpers.extract.rule import Draft
from helpers.model import Quantity, Sentence, Span
from helpers.packs.lexicon import LexiconClass
from helpers.packs.situation import Given, Narrowing, SituationWords, Stretch

PHASE, AREA, GROUP, BESIDE, AT_LARGE = "phase", "area", "group", "beside", "at_large"
_JOINED, _REACH, _BELOW = 2, 80, 600
Named = Callable[[int, int], frozenset[str]]
Words = Sequence[Mention]
Above = Sequence[tuple[Span, Words]]


class Situations:
    """Reads the situation of claims; compiled once for a pack.

    Parameters
    ----------
    words : SituationWords
    """

    def __init__(self, words: SituationWords) -> None:
        self.words = words
        inside = _of_values(words, lambda one: one.words)
        above = _of_values(words, lambda one: one.above)
        title = _of_values(words, lambda one: (*one.above, *one.title))
        label = _of_values(words, lambda one: one.label)
        beside = {value: list(one.beside) for value, one in words.area.items()}
        self.inside, self.above, self.title, self.label = (
            _lexicon(one, words.at_large) for one in ({**inside, BESIDE: beside}, above, title, label)
        )
        self.given: dict[tuple[str, str], list[tuple[str, Given]]] = {}
        self.timeline: dict[tuple[str, str], list[tuple[str, Stretch]]] = {}
        for key, value, one in ((key, value, one) for key, values in words.keys.items() for value, one in values.items()):
            for given in one.given:
                self.given.setdefault((key, given.topic), []).append((value, given))
            for stretch in one.timeline:
                for topic in stretch.topics:
                    self.timeline.setdefault((key, topic), []).append((value, stretch))
        self._always: dict[str, list[str]] = {}

    def always(self, topic: str) -> list[str]:
        """Return the keys that may narrow a claim on a topic even where no words around it do."""
        if topic not in self._always:
            of_page = topic in self.words.of_page
            told = {key for key in self.words.keys if (key, topic) in self.given or (key, topic) in self.timeline}
            self._always[topic] = [
                key
                for key in self.words.keys
                if topic not in self.words.untouched.get(key, ()) and (key in told or (of_page and key in (AREA, GROUP)))
            ]
        return self._always[topic]


class PageSituations:
    """Reads the situation of the claims of one page.

    Parameters
    ----------
    situations : Situations
    prepared : Prepared
        The page's text.
    title : Span or None
        What the page is about, if its title says so: a part of the body that it names holds for the whole page.
    named : callable
        Gives the treatments that are named between two offsets.
    """

    def __init__(self, situations: Situations, prepared: Prepared, title: Span | None, named: Named) -> None:
        self._situations, self._named = situations, named
        self._inside, self._above, self._label = (
            Mentions(lexicon.mentions(prepared)) for lexicon in (situations.inside, situations.above, situations.label)
        )
        self._keys = situations.words.keys
        named_there = [one.sense.values for one in Mentions(situations.title.mentions(prepared)).within(*title)] if title else []
        self._of_page = {key: _only({one[key] for one in named_there if key in one}, self._keys[key]) for key in (AREA, GROUP)}
        self._about = named(*title) if title else frozenset()
        self._around: tuple[Sentence | None, Words, Above] = (None, (), ())

    def of(self, draft: Draft, subject: Subject) -> dict[str, str]:
        """Return the keys that narrow a claim about a treatment, each with its value."""
        topic, untouched, sentence = draft.rule.topic, self._situations.words.untouched, draft.unit.sentence
        if sentence is not self._around[0]:
            self._around = sentence, self._inside.within(sentence.start, sentence.end), self._words_above(sentence)
        _, inside, above = self._around
        if inside or above:
            wanted: Iterable[str] = (key for key in self._keys if topic not in untouched.get(key, ()))
        else:
            wanted = self._situations.always(topic)
        return {key: value for key in wanted if (value := self._value(key, draft, subject, inside, above)) is not None}

    def whence(self, draft: Draft, subject: Subject) -> list[tuple[str, str, str]]:
        """Return each key that :meth:`of` gives, its value, and in words where it comes from."""
        return [(key, value, self._whence(key, draft, subject)) for key, value in self.of(draft, subject).items()]

    def _whence(self, key: str, draft: Draft, subject: Subject) -> str:
        place, sentence = (key, draft.rule.topic), draft.unit.sentence
        if any(one.holds(draft.item, draft.level, draft.low) for _, one in self._situations.given.get(place, ())):
            return "such a claim is always narrowed so"
        if self._told(key, draft, subject, self._inside.within(sentence.start, sentence.end), []):
            return "its sentence says so"
        if self._told(key, draft, subject, (), self._words_above(sentence)):
            return "what stands above it says so"
        timeline = self._situations.timeline.get(place, ())
        words = self._inside.within(sentence.start, sentence.end)
        return "its day says so" if _on_time_line(timeline, draft, words) else "its page is about it"

    def _value(self, key: str, draft: Draft, subject: Subject, inside: Words, above: Above) -> str | None:
        place = key, draft.rule.topic
        for value, given in self._situations.given.get(place, ()):
            if given.holds(draft.item, draft.level, draft.low):
                return value
        if (inside or above) and (told := self._told(key, draft, subject, inside, above)):
            return told
        timeline = self._situations.timeline.get(place)
        if timeline and (day := _on_time_line(timeline, draft, inside)):
            return day
        in_page = draft.rule.topic in self._situations.words.of_page and self._about <= {subject.name}
        return self._of_page.get(key) if in_page else None

    def _words_above(self, sentence: Sentence) -> list[tuple[Span, Words]]:
        """Return each thing that stands above a sentence and says something, with what it says."""
        found = [(span, self._above.within(*span)) for span in _spans_above(sentence)]
        if sentence.label is not None:
            found.insert(0, (sentence.label, self._label.within(*sentence.label)))
        return [(span, words) for span, words in found if words]

    def _told(self, key: str, draft: Draft, subject: Subject, inside: Words, above: Above) -> str | None:
        """Return what the sentence says, or what stands above it, unless that is about another treatment."""
        topic = draft.rule.topic
        if topic in self._situations.words.above_only.get(key, ()):
            inside = ()
        said = [one for one in inside if self._narrows(one, key, topic) and _reaches(one, key, draft)]
        if said:
            return self._nearest(said, key, draft, inside)
        for span, words in above:
            said = [one for one in words if self._narrows(one, key, topic)]
            if said and self._named(*span) <= {subject.name}:
                return "/".join(sorted({one.sense.values[key] for one in said})) if key == AREA else said[0].sense.values[key]
        return None

    def _narrows(self, mention: Mention, key: str, topic: str) -> bool:
        value = mention.sense.values.get(key)
        return value is not None and (not self._keys[key][value].topics or topic in self._keys[key][value].topics)

    def _nearest(self, said: list[Mention], key: str, draft: Draft, inside: Words) -> str:
        """Return the value nearest to the claim's own words; parts of the body that are named in a row belong together."""
        nearest = min(said, key=lambda one: _away(one, draft))
        if key != AREA:
            return nearest.sense.values[key]
        row = [one for one in inside if one in said or (BESIDE in one.sense.values and not _within(one, said))]
        first = last = row.index(nearest)
        while first > 0 and row[first].first - row[first - 1].last <= _JOINED:
            first -= 1
        while last + 1 < len(row) and row[last + 1].first - row[last].last <= _JOINED:
            last += 1
        return "/".join(sorted({one.sense.values.get(AREA) or one.sense.values[BESIDE] for one in row[first : last + 1]}))


def _only(values: set[str], known: Mapping[str, Narrowing]) -> str | None:
    """Return the one value that a title names, if it narrows a whole page."""
    value = next(iter(values)) if len(values) == 1 else None
    return value if value is not None and known[value].page else None


def _within(mention: Mention, others: Sequence[Mention]) -> bool:
    """Say whether a mention lies inside one of others ("face" in "lower face")."""
    return any(one.start <= mention.start and mention.end <= one.end for one in others)


def _away(mention: Mention, draft: Draft) -> int:
    """Return how many characters stand between some words and the one that makes the claim."""
    return max(mention.start - draft.anchor.end, draft.anchor.start - mention.end, 0)


def _reaches(words: Mention, key: str, draft: Draft) -> bool:
    """Say whether words of the claim's sentence hold for it: they stand near, or are a phase that opens the sentence."""
    if key == PHASE:
        return (_away(words, draft) <= _REACH or draft.unit.opens(words)) and not _times(words, draft)
    return _away(words, draft) <= _REACH


def _spans_above(sentence: Sentence) -> list[Span]:
    """Return what stands above a sentence and still holds for it: a heading far above does not."""
    spans = (sentence.label, sentence.question, sentence.lead_in, *sentence.headings[:1])
    return [span for span in spans if span is not None and sentence.start - span.end <= _BELOW]


def _on_time_line(timeline: Sequence[tuple[str, Stretch]], draft: Draft, inside: Words) -> str | None:
    """Return the value of the nearest place on a time line ("Day 1:", "two weeks after the peel"), here or above."""
    groups = (draft.unit.mentions, *draft.unit.above)
    after = [time for one in inside for time in _times(one, draft)]
    points = (one.quantity for group in groups for one in group if one.quantity is not None and one.quantity.form == "point")
    day = next((one.low for one in (*after, *points) if one.low is not None), None)
    if day is None:
        return None
    return next(
        (value for value, one in timeline if (one.since or 0) <= day and (one.until is None or day < one.until)),
        None,
    )


def _times(words: Mention, draft: Draft) -> list[Quantity]:
    """Return the time right before what says a phase ("two weeks after the treatment"), unless the claim is that time."""
    if PHASE not in words.sense.values or draft.low is not None or draft.high is not None:
        return []
    times = (one for one in draft.unit.mentions if one.quantity is not None and one.last == words.first)
    return [one.quantity for one in times if one.quantity is not None and one.quantity.dimension == "time"]


def _of_values(words: SituationWords, phrases: Callable[[Narrowing], tuple[str, ...]]) -> dict[str, dict[str, list[str]]]:
    return {key: {value: list(phrases(one)) for value, one in values.items()} for key, values in words.keys.items()}


def _lexicon(keys: Mapping[str, dict[str, list[str]]], at_large: Sequence[str]) -> Lexicon:
    hidden = LexiconClass(reason="at large", values={AT_LARGE: list(at_large)}, hides=True)
    return Lexicon({AT_LARGE: hidden, **{key: LexiconClass(reason="situation", values=values) for key, values in keys.items()}})
