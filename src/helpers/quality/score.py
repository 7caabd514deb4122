"""Precision, recall and F1 of the claims that were read, overall and by topic."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.model import Claim
from helpers.quality.agreement import pairs
from helpers.quality.gold import SCORED, Gold, GoldClaim

CORE = frozenset({"downtime", "session_interval", "session_count", "efficacy"})


@dataclass(frozen=True, slots=True)
class TopicScore:
    """Counts of one topic, or of several together.

    Attributes
    ----------
    found : int
        Annotated claims that were read.
    false : int
        Claims that were read and not annotated.
    missed : int
        Annotated claims that were not read.
    """

    topic: str
    found: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the claims that were read which are right."""
        return self.found / (self.found + self.false) if self.found + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the annotated claims that were read."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.found + self.false + self.missed
        return 2 * self.found / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How situations were read on the claims found: counts of keys such as ``phase``.

    Attributes
    ----------
    right : int
        Keys that are told with the annotated value.
    annotated, told : int
        Keys that people annotated, and that were read.
    """

    right: int
    annotated: int
    told: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / max(1, self.told)

    @property
    def recall(self) -> float:
        """Share of what people annotated that was read."""
        return self.right / max(1, self.annotated)


@dataclass(frozen=True)
class Quality:
    """How well a set of documents was read.

    Attributes
    ----------
    topics : tuple of TopicScore
        Most annotated claims first.
    missed : tuple of GoldClaim
    false : tuple of Claim
    certainty, treatment : float
        Share of the claims found whose certainty and treatment are right.
    sources : tuple of str
        The documents that were annotated, sorted: what the figures are of.
    narrowing : Narrowing or None
        None where nobody annotated situations.
    """

    topics: tuple[TopicScore, ...]
    missed: tuple[GoldClaim, ...]
    false: tuple[Claim, ...]
    certainty: float
    treatment: float
    sources: tuple[str, ...] = ()
    narrowing: Narrowing | None = None

    def together(self, name: str = "all topics", topics: frozenset[str] | None = None) -> TopicScore:
        """Return the counts of several topics as one."""
        chosen = [score for score in self.topics if topics is None or score.topic in topics]
        return TopicScore(
            name, sum(one.found for one in chosen), sum(one.false for one in chosen), sum(one.missed for one in chosen)
        )


def measure(gold: Gold, claims: Sequence[Claim]) -> Quality:
    """Count the claims that were read against the annotated ones; website furniture takes no part.

    Parameters
    ----------
    gold : Gold
    claims : sequence of Claim
        Of any documents; those that were not annotated are left out.
    """
    annotated: dict[str, list[GoldClaim]] = defaultdict(list)
    for one in gold.claims:
        annotated[one.source_id].append(one)
    read: dict[str, list[Claim]] = defaultdict(list)
    for claim in _said_once(claims):
        if claim.source_id in gold.sources and claim.zone == "body":
            read[claim.source_id].append(claim)
    found: dict[str, int] = defaultdict(int)
    missed: list[GoldClaim] = []
    false: list[Claim] = []
    matched_claims: list[tuple[GoldClaim, Claim]] = []
    for source in sorted(gold.sources):
        matched = pairs(annotated[source], read[source], gold.listed)
        matched_claims += [(annotated[source][i], read[source][j]) for i, j in matched.items()]
        missed += [one for i, one in enumerate(annotated[source]) if i not in matched]
        taken = set(matched.values())
        false += [claim for j, claim in enumerate(read[source]) if j not in taken]
    for one, _ in matched_claims:
        found[one.topic] += 1
    class_of = gold.listed.class_of
    return Quality(
        _by_topic(found, false, missed),
        tuple(missed),
        tuple(false),
        _share([one.certainty == claim.certainty for one, claim in matched_claims if one.certainty]),
        _share([one.treatment == class_of(claim.treatment) for one, claim in matched_claims if one.treatment]),
        tuple(sorted(gold.sources)),
        _narrowing(matched_claims) if gold.narrowed else None,
    )


def _share(right: Sequence[bool]) -> float:
    return sum(right) / max(1, len(right))


def _said_once(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims without those that say of one sentence what another says of it already."""
    first: dict[tuple[object, ...], Claim] = {}
    for one in claims:
        place = (one.source_id, one.sentence_start, one.sentence_end, one.zone == "body")
        first.setdefault((*place, one.topic, one.item, one.level, one.low, one.high, one.treatment), one)
    return list(first.values())


def _narrowing(matched: Sequence[tuple[GoldClaim, Claim]]) -> Narrowing:
    told = [{key: value for key in SCORED if (value := getattr(claim, key))} for _, claim in matched]
    right = sum(read.get(key) == value for (one, _), read in zip(matched, told, strict=True) for key, value in one.situation)
    return Narrowing(right, sum(len(one.situation) for one, _ in matched), sum(map(len, told)))


def _by_topic(found: dict[str, int], false: Sequence[Claim], missed: Sequence[GoldClaim]) -> tuple[TopicScore, ...]:
    topics = {*found, *(claim.topic for claim in false), *(one.topic for one in missed)}
    scores = [
        TopicScore(topic, found[topic], sum(one.topic == topic for one in false), sum(one.topic == topic for one in missed))
        for topic in topics
    ]
    return tuple(sorted(scores, key=lambda score: (-(score.found + score.missed), score.topic)))
