"""What comparing must keep whatever the claims are."""

from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.compare import compare
from helpers.model import Claim, Relation
from helpers.packs.tables import read_tables
from helpers.paths import PACKS

TABLES = read_tables(PACKS / "aesthetics")
ITEMS = {
    "side_effect": ("any", "infection", "redness"),
    "efficacy": ("acne", "fat"),
    "target_layer": ("epidermis", "dermis", "subcutaneous", "mesoderm"),
    "composition": ("vitamins", "hormones"),
    "provider": ("aesthetician", "nurse"),
    "technique": ("injection", "topical"),
    "anaesthesia": ("none", "topical"),
    "aftercare": ("exercise", "rest"),
    "regulatory_status": ("fda",),
    "onset": ("first", "full", None),
}
# What claims are drawn from, made once: making it anew for each claim would take longer than what is tested.
TOPIC = st.sampled_from(sorted(TABLES.topics))
ITEM = {topic: st.sampled_from(items) for topic, items in ITEMS.items()}
LEVEL = {
    name: st.sampled_from((*topic.scale, *topic.levels)) for name, topic in TABLES.topics.items() if topic.scale or topic.levels
}
LOW = st.none() | st.sampled_from([0.0, 0.1, 1.0, 2.0, 7.0, 14.0])
HIGH = st.none() | st.sampled_from([14.0, 28.0, 30.0, 90.0])
PLACE = st.integers(0, 5)
TREATMENT = st.sampled_from(["peel", "peel", "laser", "unspecified"])
CERTAINTY = st.sampled_from(["asserted", "hedged"])
ZONE = st.sampled_from(["body", "body", "body", "chrome"])
QUOTE = st.sampled_from(["it will help", "it can help", "“quoted” <b>"])
VAGUE = st.booleans()


@st.composite
def claims(draw: st.DrawFn, sources: str = "abc") -> Claim:
    topic = draw(TOPIC)
    about = TABLES.topics[topic]
    item = draw(ITEM[topic]) if topic in ITEM else None
    low = draw(LOW) if about.unit else None
    high = draw(HIGH) if about.unit else None
    place = draw(PLACE)
    source = draw(st.sampled_from(sources))
    level = draw(LEVEL[topic]) if topic in LEVEL else None
    return Claim(
        claim_id="",
        source_id=source,
        topic=topic,
        treatment=draw(TREATMENT),
        item=item,
        level=level,
        low=low,
        high=high,
        unit=about.unit,
        vague=draw(VAGUE) if about.unit else False,
        certainty=draw(CERTAINTY),
        zone=draw(ZONE),  # type: ignore[arg-type]
        start=place,
        end=place + 10,
        quote=draw(QUOTE),
        sentence_start=place,
        sentence_end=place + 10,
        rule="made up",
    )


def numbered(made: list[Claim]) -> list[Claim]:
    ids = count()
    return [replace(claim, claim_id=f"{next(ids):016x}") for claim in made]


MANY = st.lists(claims(), max_size=25).map(numbered)


def related(made: list[Claim]) -> list[Relation]:
    return compare(made, sources=["a", "b", "c"], gaps=[], tables=TABLES)


@settings(max_examples=150, deadline=None)
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_of_the_claims_changes_nothing(made: list[Claim], random: object) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert related(shuffled) == related(made)


@settings(max_examples=150, deadline=None)
@given(MANY)
def test_swapping_two_sources_changes_no_relation(made: list[Claim]) -> None:
    swap = {"a": "c", "c": "a", "b": "b"}
    swapped = [replace(claim, source_id=swap[claim.source_id]) for claim in made]

    def facts(relations: list[Relation], names: dict[str, str]) -> list[tuple[object, ...]]:
        return sorted(
            (
                row.topic,
                row.item,
                row.treatment,
                row.relation,
                row.strength,
                row.scope,
                row.kind,
                row.severity,
                *sorted(((names.get(row.source_a, ""), row.claim_a), (names.get(row.source_b, ""), row.claim_b))),
            )
            for row in relations
        )

    same = {name: name for name in "abc"}
    assert facts(related(swapped), swap) == facts(related(made), same)


@settings(max_examples=150, deadline=None)
@given(MANY)
def test_no_claim_is_set_against_itself_and_rows_are_unordered_pairs(made: list[Claim]) -> None:
    relations = related(made)
    for row in relations:
        if row.relation in {"silent", "unknown"}:
            assert (row.source_b, row.claim_a, row.claim_b) == ("", "", "")
        else:
            assert row.claim_a != row.claim_b
            assert row.source_a <= row.source_b
            assert row.scope == ("internal" if row.source_a == row.source_b else "between")
    assert len(set(relations)) == len(relations)


@settings(max_examples=150, deadline=None)
@given(MANY, st.lists(claims(sources="d"), max_size=8))
def test_another_source_changes_no_relation_among_the_others(made: list[Claim], more: list[Claim]) -> None:
    together = compare(numbered(made + more), sources=["a", "b", "c", "d"], gaps=[], tables=TABLES)
    assert [row for row in together if "d" not in (row.source_a, row.source_b)] == related(made)


@settings(max_examples=100, deadline=None)
@given(MANY)
def test_every_source_is_silent_or_speaks_on_every_topic(made: list[Claim]) -> None:
    spoken = {(claim.source_id, claim.topic) for claim in made if claim.zone == "body"}
    silent = {(row.source_a, row.topic) for row in related(made) if row.relation == "silent"}
    assert spoken | silent == {(source, topic) for source in "abc" for topic in TABLES.topics}
    assert not spoken & silent
