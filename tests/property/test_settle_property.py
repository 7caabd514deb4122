"""Settling two readers: the order of the readers changes nothing, settling again changes nothing, and nothing is lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.extract.settle import settle
from helpers.model import Claim
from helpers.model.claim import with_occurrence

VALUES = [("minimal", None, None), ("none", None, None), (None, 1.0, 2.0)]


def claim(sentence, topic, item, value, quote, reader, treatment, occurrence=0):
    level, low, high = value
    start = sentence * 100 + quote
    one = Claim(
        claim_id="",
        source_id="page",
        topic=topic,
        treatment=treatment,
        item=item,
        level=level,
        low=low,
        high=high,
        unit="day" if low else None,
        vague=False,
        certainty="asserted",
        zone="body",
        start=start,
        end=start + 5,
        quote=f"word{quote}",
        sentence_start=sentence * 100,
        sentence_end=sentence * 100 + 90,
        rule="downtime.word" if reader == "rules" else "second_reader",
        reader=reader,
        read_by=None if reader == "rules" else "a model",
    )
    return with_occurrence(one, occurrence)


CLAIMS = st.builds(
    claim,
    st.integers(0, 2),
    st.sampled_from(["downtime", "side_effect"]),
    st.sampled_from([None, "redness"]),
    st.sampled_from(VALUES),
    st.integers(0, 2),
    st.sampled_from(["rules", "model"]),
    st.sampled_from(["peel", "laser"]),
)


def once(claims):
    """As a reader hands claims over: no two of one id."""
    return list({(one.reader, one.claim_id): one for one in claims}.values())


@given(st.lists(CLAIMS, max_size=12).map(once), st.randoms())
def test_neither_the_order_of_the_readers_nor_that_of_their_claims_matters(claims, random):
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert settle(shuffled) == settle(claims)


@given(st.lists(CLAIMS, max_size=12).map(once))
def test_what_is_settled_stays(claims):
    settled = settle(claims)
    assert settle(settled) == settled


@given(st.lists(CLAIMS, max_size=12).map(once))
def test_nothing_that_a_reader_read_is_lost_and_the_rules_keep_their_ids(claims):
    def said(one):
        return one.sentence_start, one.topic, one.item, one.level, one.low, one.high, one.treatment

    settled = settle(claims)
    for reader in ("rules", "model"):
        own = {said(one) for one in claims if one.reader == reader}
        assert own == {said(one) for one in settled if one.reader in (reader, "both")}
    assert {one.claim_id for one in claims if one.reader == "rules"} == {one.claim_id for one in settled if one.reader != "model"}
    assert len({one.claim_id for one in settled}) == len(settled)


@given(st.lists(CLAIMS, max_size=12).map(once))
def test_those_who_differ_name_each_other_s_claim_at_their_place(claims):
    settled = {one.claim_id: one for one in settle(claims)}
    for one in settled.values():
        if one.differs_from:
            other = settled[one.differs_from]
            assert {one.reader, other.reader} == {"rules", "model"}
            assert (one.sentence_start, one.topic, one.item) == (other.sentence_start, other.topic, other.item)


@given(st.lists(CLAIMS, max_size=12))
def test_of_the_rules_alone_every_claim_stays_as_it_is(claims):
    rules = once(replace(one, reader="rules", read_by=None) for one in claims)
    assert sorted(settle(rules), key=lambda one: one.claim_id) == sorted(rules, key=lambda one: one.claim_id)
