"""Whatever a model answers, what passes is the page's words and the pack's; what does not is told, and nothing else goes."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from second_pages import PEEL, page_and_prompts
from small_texts import pipeline

from helpers.second.kept import Answer

READING, PAGE, [PROMPT] = page_and_prompts(PEEL)
SENTENCES = PROMPT.part.sentences
TOPICS = pipeline().pack.topics
WORDS = [
    *PEEL.split(),
    "no downtime",
    "within 2-3 weeks",
    "for 48 hours",
    "redness for three days is normal",
    "painless",
    "",
    " ",
    "e",
]
ITEMS = [None, "redness", "wrinkles", "swimming", "fda", "null", "stroke", "downtime", 3]
LEVELS = [None, "none", "common", "benefit", "approved", "avoid", "huge", ["none"]]
NUMBERS = st.none() | st.sampled_from([0, 2, 3, 14, 21]) | st.floats(allow_nan=True) | st.text(max_size=3)
QUOTES = (
    st.sampled_from(WORDS)
    | st.text(max_size=12)
    | st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda at: PEEL[at[0] : at[0] + at[1]])
)
ENTRIES = st.fixed_dictionaries(
    {
        "sentence": st.integers(-1, 8) | st.none(),
        "quote": QUOTES,
        "topic": st.sampled_from([*TOPICS, "mood", None]),
        "item": st.sampled_from(ITEMS) | st.text(max_size=8),
        "level": st.sampled_from(LEVELS),
        "low": NUMBERS,
        "high": NUMBERS,
        "certainty": st.sampled_from(["asserted", "hedged", "sure"]),
        "treatment": st.sampled_from(["chemical_peel", "laser", "unspecified", None, ""]),
        "phase": st.sampled_from([None, "later", "never"]),
        "area": st.sampled_from([None, "face", "neck/face", "moon"]),
    }
) | st.sampled_from([None, 1, "x", [], {}])


def read(text):
    return pipeline().second.read(PAGE, [(PROMPT, Answer(text, model="m", prompt=PROMPT.sha256))])


@settings(max_examples=300)
@given(st.lists(ENTRIES, max_size=6))
def test_no_invented_claim_passes_and_each_entry_is_a_claim_or_told(entries):
    found = read(json.dumps({"claims": entries}))
    known = {(one.start, one.end) for one in SENTENCES.values()}
    for claim in found.claims:
        assert claim.quote and PEEL[claim.start : claim.end] == claim.quote
        assert (claim.sentence_start, claim.sentence_end) in known
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        topic = TOPICS[claim.topic]
        assert claim.level in (None, *topic.scale, *topic.levels)
        assert claim.treatment in ("chemical_peel", "unspecified")
        assert (claim.unit or topic.unit) == topic.unit
        if (claim.low, claim.high) != (None, None):
            inside = [one for one in READING.quantities if one.start < claim.end and claim.start < one.end]
            assert any((one.low, one.high) == (claim.low, claim.high) for one in inside) or topic.unit == "minute"
    assert len(found.claims) + len(found.dropped) <= len(entries)
    assert all(one.reason and one.dropped_for for one in found.dropped)
    assert len({claim.claim_id for claim in found.claims}) == len(found.claims)


@given(
    st.text(max_size=60) | st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5).map(json.dumps)
)
def test_any_text_is_an_answer_or_is_told_to_be_none(text):
    found = read(text)
    assert found.claims == () and (found.answered == 1 or [one.dropped_for for one in found.dropped] == ["no_json"])
