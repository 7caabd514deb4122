"""Two readers side by side: how each does, what both read, what either reads, and how far they agree as two people would."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.model import Claim
from helpers.model.review import Reading
from helpers.quality.gold import Gold
from helpers.quality.score import Quality, TopicScore, measure

READERS = ("rules", "model", "both", "either")


def kappa(both: int, first: int, second: int, neither: int) -> float | None:
    """Return Cohen's kappa of two readers who each say yes or no of the same things (Cohen 1960).

    Parameters
    ----------
    both, first, second, neither : int
        How often both say yes, only the first, only the second, neither.

    Returns
    -------
    float or None
        None where chance alone would agree always: nothing can be said.

    Examples
    --------
    >>> round(kappa(20, 5, 10, 15), 2)
    0.4
    """
    of = both + first + second + neither
    if not of:
        return None
    observed = (both + neither) / of
    yes = (both + first) * (both + second) / of**2
    no = (second + neither) * (first + neither) / of**2
    return None if yes + no == 1 else (observed - yes - no) / (1 - yes - no)


@dataclass(frozen=True)
class TopicAgreement:
    """How far two readers agree on one topic, or on all.

    Attributes
    ----------
    rules, model : int
        Claims that each read.
    both : int
        Of these, the claims that both read with the same value.
    differ : int
        Places where both read another value.
    kappa : float or None
        Cohen's kappa over sentences: does it make a claim on the topic? For all topics over sentences and topics.
    """

    topic: str
    rules: int
    model: int
    both: int
    differ: int
    kappa: float | None


@dataclass(frozen=True)
class Apart:
    """A sentence that the readers read differently.

    Attributes
    ----------
    rules, model : tuple of Claim
        What only one of them read.
    """

    source_id: str
    start: int
    end: int
    text: str
    rules: tuple[Claim, ...]
    model: tuple[Claim, ...]


@dataclass(frozen=True)
class Readers:
    """Two readers on annotated pages that both of them read.

    Attributes
    ----------
    sources : tuple of str
    read_by : tuple of str
        The models, with the editions of their prompts.
    quality : dict of str to Quality
        For the ``rules``, the ``model``, what ``both`` read, and what ``either`` reads.
    agreement : tuple of TopicAgreement
        All topics together first, then those on which most was read.
    apart : tuple of Apart
        The sentences that they read most differently first.
    dropped : int
        What the model said and is not believed.
    """

    sources: tuple[str, ...]
    read_by: tuple[str, ...]
    quality: dict[str, Quality]
    agreement: tuple[TopicAgreement, ...]
    apart: tuple[Apart, ...]
    dropped: int

    def totals(self) -> "Readers":
        """Return the same without anything that tells what was missed, made up or read differently, and where."""
        quality = {name: replace(one, topics=(one.together(),), missed=(), false=()) for name, one in self.quality.items()}
        return replace(self, quality=quality, agreement=self.agreement[:1], apart=())

    def by_topic(self) -> list[tuple[str, list[TopicScore]]]:
        """Return each topic with the counts of every reader, in the order of ``READERS``; most claims first."""
        scores = {name: {one.topic: one for one in quality.topics} for name, quality in self.quality.items()}
        topics = sorted({topic for own in scores.values() for topic in own}, key=lambda topic: (-_claims(scores, topic), topic))
        return [(topic, [scores[name].get(topic, TopicScore(topic, 0, 0, 0)) for name in READERS]) for topic in topics]


def measure_readers(gold: Gold, readings: Iterable[Reading]) -> Readers | None:
    """Set two readers side by side on the annotated pages that the model was asked about; None where there are none.

    Parameters
    ----------
    gold : Gold
    readings : iterable of Reading
        Settled.
    """
    own = [one for one in readings if one.document.source_id in gold.sources and one.second and one.second.answered]
    if not own:
        return None
    sources = frozenset(one.document.source_id for one in own)
    claims = [claim for one in own for claim in one.claims if claim.zone == "body"]
    model = [claim for one in own if one.second for claim in one.second.claims]
    read = {
        "rules": [one for one in claims if one.reader != "model"],
        "model": model,
        "both": [one for one in claims if one.reader == "both"],
        "either": claims,
    }
    annotated = gold.of(sources)
    return Readers(
        tuple(sorted(sources)),
        tuple(sorted({one.second.read_by for one in own if one.second})),
        {name: measure(annotated, own_claims) for name, own_claims in read.items()},
        tuple(_agreement(own, claims)),
        tuple(sorted(_apart(own), key=lambda one: (-len(one.rules) - len(one.model), one.source_id, one.start))),
        sum(len(one.second.dropped) for one in own if one.second),
    )


def _claims(scores: dict[str, dict[str, TopicScore]], topic: str) -> int:
    return max((one.found + one.missed for own in scores.values() if (one := own.get(topic))), default=0)


def _agreement(readings: Sequence[Reading], claims: Sequence[Claim]) -> list[TopicAgreement]:
    sentences = sum(one.zone == "body" for reading in readings for one in reading.segmented.sentences)
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_topic[claim.topic].append(claim)
    tables = {topic: _table(own, sentences) for topic, own in by_topic.items()}
    together = [sum(column) for column in zip(*tables.values(), strict=True)] or [0, 0, 0, 0]
    ordered = sorted(by_topic, key=lambda topic: (-len(by_topic[topic]), topic))
    found = [_topic("all topics", claims, kappa(*together))]
    return found + [_topic(topic, by_topic[topic], kappa(*tables[topic])) for topic in ordered]


def _table(claims: Sequence[Claim], sentences: int) -> tuple[int, int, int, int]:
    """Return how many sentences both readers, only the rules, only the model and neither read a claim from."""
    rules = {(one.source_id, one.sentence_start) for one in claims if one.reader != "model"}
    model = {(one.source_id, one.sentence_start) for one in claims if one.reader != "rules"}
    either = len(rules | model)
    return len(rules & model), len(rules - model), len(model - rules), max(0, sentences - either)


def _topic(name: str, claims: Sequence[Claim], agreed: float | None) -> TopicAgreement:
    both = sum(one.reader == "both" for one in claims)
    return TopicAgreement(
        name,
        rules=sum(one.reader != "model" for one in claims),
        model=sum(one.reader != "rules" for one in claims),
        both=both,
        differ=sum(one.reader == "rules" and one.differs_from is not None for one in claims),
        kappa=agreed,
    )


def _apart(readings: Sequence[Reading]) -> list[Apart]:
    found = []
    for reading in readings:
        alone: dict[tuple[int, int], list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            if claim.reader != "both" and claim.zone == "body":
                alone[claim.sentence_start, claim.sentence_end].append(claim)
        for (start, end), claims in alone.items():
            rules = tuple(one for one in claims if one.reader == "rules")
            model = tuple(one for one in claims if one.reader == "model")
            text = " ".join(reading.document.text[start:end].split())
            found.append(Apart(reading.document.source_id, start, end, text, rules, model))
    return found
