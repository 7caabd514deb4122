"""Two readers side by side: Cohen's kappa as published, counts by topic, and the sentences that they read most differently."""

from dataclasses import replace

import pytest

from helpers.extract.settle import settle
from helpers.gauge import gauge
from helpers.model import Block, Document, Segmented, Sentence
from helpers.model.claim import with_occurrence
from helpers.model.review import Reading
from helpers.model.second import SecondRead
from helpers.paths import DEFAULT_PACK
from helpers.pipeline import Pipeline
from helpers.quality.gold import Gold, GoldClaim, ListedItems
from helpers.quality.readers import kappa, measure_readers
from helpers.quality.sets import own_sets

TEXT = "No downtime. It hurts. It lasts."
SPANS = ((0, 12), (13, 22), (23, 32))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ((20, 5, 10, 15), 0.4),  # the worked example of the textbooks: 0.7 observed, 0.5 by chance
        ((45, 15, 25, 15), 0.1304),
        ((25, 35, 5, 35), 0.2593),
        ((7, 0, 0, 3), 1.0),
        ((0, 5, 5, 0), -1.0),
        ((10, 0, 0, 0), None),
        ((0, 0, 0, 0), None),
    ],
)
def test_kappa_is_as_it_was_published(table, expected):
    found = kappa(*table)
    assert found == expected if expected is None else found == pytest.approx(expected, abs=1e-4)


def test_kappa_does_not_depend_on_who_is_first():
    assert kappa(8, 3, 5, 20) == kappa(8, 5, 3, 20)


@pytest.fixture
def reading(make_claim):
    def claim(place, topic, level, reader):
        start, end = SPANS[place]
        own = make_claim(topic=topic, level=level, reader=reader, start=start, end=end, quote=TEXT[start:end])
        read_by = None if reader == "rules" else "m"
        return with_occurrence(replace(own, sentence_start=start, sentence_end=end, read_by=read_by), 0)

    rules = [claim(0, "downtime", "none", "rules"), claim(1, "pain", "mild", "rules")]
    model = [claim(0, "downtime", "none", "model"), claim(1, "pain", "severe", "model")]
    model += [claim(2, "result_duration", "permanent", "model")]
    sentences = tuple(Sentence("sentence", start, end, 0, "body") for start, end in SPANS)
    segmented = Segmented("page", (Block("paragraph", 0, 32, "body"),), sentences, ())
    second = SecondRead("m", tuple(model), parts=1, answered=1)
    return Reading(Document("page", TEXT, "", "page.txt"), segmented, settle([*rules, *model]), second=second)


@pytest.fixture
def gold():
    def one(place, topic, level):
        return GoldClaim("page", *SPANS[place], topic, "", level, None, None, False, "", "")

    claims = (one(0, "downtime", "none"), one(1, "pain", "severe"), one(2, "result_duration", "permanent"))
    return Gold(claims, frozenset({"page", "other"}), ListedItems(items={}, classes={}), narrowed=False)


def test_readers_are_counted_alone_together_and_either(reading, gold):
    found = measure_readers(gold, [reading])
    told = {name: (one.together().found, one.together().false, one.together().missed) for name, one in found.quality.items()}
    assert told == {"rules": (1, 1, 2), "model": (3, 0, 0), "both": (1, 0, 2), "either": (3, 1, 0)}
    [every, *topics] = found.agreement
    assert (every.rules, every.model, every.both, every.differ) == (2, 3, 1, 1)
    assert {one.topic: (one.both, one.differ) for one in topics} == {
        "downtime": (1, 0),
        "pain": (0, 1),
        "result_duration": (0, 0),
    }
    assert every.kappa == pytest.approx(kappa(2, 0, 1, 6))
    assert [topic for topic, _ in found.by_topic()] == ["downtime", "pain", "result_duration"]


def test_the_sentence_that_they_read_most_differently_comes_first(reading, gold):
    found = measure_readers(gold, [reading])
    assert [(one.text, len(one.rules), len(one.model)) for one in found.apart] == [("It hurts.", 1, 1), ("It lasts.", 0, 1)]


def test_pages_that_the_model_did_not_answer_about_take_no_part(reading, gold):
    silent = replace(reading, second=SecondRead("", parts=1))
    assert measure_readers(gold, [silent]) is None
    assert measure_readers(gold, [replace(reading, second=None)]) is None


def test_the_project_s_own_answers_are_compared_and_a_hidden_set_gives_totals_only():
    [own] = [one for one in own_sets(DEFAULT_PACK) if one.answers]
    pipeline = Pipeline.of()
    readers = gauge(own, pipeline).readers
    assert len(readers.sources) == 4 and readers.read_by == ("answered by hand",)
    assert readers.quality["model"].together().f1 > 0.75 and readers.agreement[0].kappa > 0.5
    assert readers.dropped <= 3
    hidden = gauge(replace(own, score_only=True), pipeline).readers
    assert [topic for topic, _ in hidden.by_topic()] == [one.topic for one in hidden.agreement] == ["all topics"]
    assert hidden.quality["model"].together() == readers.quality["model"].together()
    assert hidden.apart == () and all(one.missed == one.false == () for one in hidden.quality.values())
