"""Whatever pages claim, the register's answers keep their promises."""

import hashlib
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from helpers.evidence import match, wording
from helpers.model import Claim
from helpers.model.evidence import EvidenceMatch
from helpers.packs.evidence import read_evidence
from helpers.packs.topics import read_topics
from helpers.paths import DATA, PACKS

REGISTER = read_evidence(DATA / "evidence")
TOPICS = read_topics(PACKS / "aesthetics")
LEVELS = sorted({level for topic in TOPICS.values() for level in (*topic.scale, *topic.levels)})
ITEMS = sorted({part.item for _, mapped in REGISTER.entries.values() for part in mapped.speaks_to if part.item} | {"acne", "sun"})
SUBSTANCES = ["vitamins", "hyaluronic_acid", "finasteride", "tranexamic_acid", "deoxycholic_acid", "something_new"]
JUDGED = {"supports", "contradicts", "mixed"}

# What claims are drawn from, made once: making it anew for each claim would take longer than what is tested.
TOPIC = st.sampled_from([*TOPICS, "efficacy", "side_effect", "session_interval", "composition", "technique"])
ITEM = st.none() | st.sampled_from(ITEMS)
ITEM_OF = {
    "composition": st.none() | st.sampled_from(SUBSTANCES),
    "technique": st.none() | st.sampled_from(["injection", "topical", "microneedling"]),
}
LEVEL = st.none() | st.sampled_from(LEVELS)
BOUNDS = st.one_of(st.just((None, None)), st.tuples(st.floats(0, 50), st.floats(50, 2000)), st.just((7.0, None)))
SENTENCE, PLACE = st.integers(0, 3), st.integers(0, 90)
TREATMENT = st.sampled_from([*REGISTER.joining.treatments, "dermal_filler", "unspecified"])
CERTAINTY = st.sampled_from(["asserted", "hedged"])
ZONE = st.sampled_from(["body", "body", "body", "chrome"])


@st.composite
def a_claim(draw: st.DrawFn, source: str) -> Claim:
    topic = draw(TOPIC)
    bounds = draw(BOUNDS)
    sentence = draw(SENTENCE)
    said = (
        *(source, topic, draw(ITEM_OF.get(topic, ITEM)), draw(LEVEL), *bounds, sentence),
        *(draw(TREATMENT), draw(CERTAINTY), draw(ZONE), draw(PLACE)),
    )
    return Claim(
        claim_id=hashlib.sha256(repr(said).encode()).hexdigest()[:16],
        source_id=source,
        topic=said[1],
        item=said[2],
        level=said[3],
        low=said[4],
        high=said[5],
        treatment=said[7],
        certainty=said[8],
        zone=said[9],
        unit=None,
        vague=False,
        start=sentence * 100 + said[10],
        end=sentence * 100 + 95,
        quote="made up",
        sentence_start=sentence * 100,
        sentence_end=sentence * 100 + 99,
        rule="made_up",
    )


def pages(name: str) -> st.SearchStrategy[list[Claim]]:
    return st.lists(a_claim(name), max_size=8, unique_by=lambda claim: claim.claim_id)


@given(pages("a"), pages("b"))
def test_one_whole_row_for_each_claim_of_the_body(a: list[Claim], b: list[Claim]) -> None:
    found = match(a + b, REGISTER)
    assert sorted(row.claim_id for row in found) == sorted(claim.claim_id for claim in a + b if claim.zone == "body")
    for row in found:
        assert row.reason
        assert list(row.references) == sorted(set(row.references)) and list(row.closest) == sorted(set(row.closest))
        assert not set(row.references) & set(row.closest)
        assert (row.verdict in JUDGED) <= bool(row.references)
        assert row.applicability == ("applies" if row.references else "closest, not applicable" if row.closest else "")
        assert row.best_level is None or row.best_level in range(1, 6)


@given(pages("a"), pages("b"), st.randoms())
def test_neither_order_nor_another_source_changes_an_answer(a: list[Claim], b: list[Claim], random: Random) -> None:
    shuffled = [*a]
    random.shuffle(shuffled)
    alone = match(a, REGISTER)
    assert match(shuffled, REGISTER) == alone
    together = [row for row in match(b + a, REGISTER) if row.source_id == "a"]
    assert together == alone


@given(pages("a"))
def test_only_the_same_treatment_is_ever_weighed(a: list[Claim]) -> None:
    for row in match(a, REGISTER):
        for ref_id in row.references:
            mapped = REGISTER.entries[ref_id].mapped
            named = {part.treatment for part in mapped.speaks_to if part.treatment}
            assert row.treatment in {*mapped.treatments, *named}


@given(pages("a"))
def test_schedules_are_never_judged_and_opinion_never_says_that_it_works(a: list[Claim]) -> None:
    def levels(row: EvidenceMatch) -> set[int | None]:
        return {REGISTER.entries[ref_id].row.level for ref_id in row.references}

    for row in match(a, REGISTER):
        if row.topic in REGISTER.joining.schedules:
            assert row.verdict == "no evidence found"
        if row.topic in {"efficacy", "mechanism"} and row.verdict in JUDGED:
            assert levels(row) & {1, 2, 3, 4}


@given(pages("a"))
def test_doubt_never_makes_wording_stronger(a: list[Claim]) -> None:
    rows = wording(a, match(a, REGISTER), REGISTER)
    by_id = {claim.claim_id: claim for claim in a}
    for row in rows:
        table = REGISTER.joining.wording.strength[row.topic]
        assert 0 <= row.strength <= table[by_id[row.claim_id].level or ""]
