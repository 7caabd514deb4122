"""A text with its claims: no character lost, every claim marked, every place that is linked to there."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.model import Gap
from helpers.show.texts import marked_texts, passages

TEXT = "First line: no rest <b>at all</b>.\n\n  Second line, which may hurt.\nRisks include:\n"


def shown(view, *, inline=False):
    return BeautifulSoup(marked_texts(view).html(inline=inline), "html.parser")


def words_of(made):
    """Return the text as it stood: without the numbers and notes that were added."""
    for added in made.find_all(["sup", "small"]):
        added.decompose()
    return [row.find("td").text for row in made.tbody.find_all("tr")]


@pytest.fixture
def view(look, claim_in):
    claims = [
        claim_in("a", TEXT, "no rest <b>at all</b>", level="none"),
        claim_in("a", TEXT, "rest <b>", topic="side_effect", item="redness", certainty="hedged"),
        claim_in("a", TEXT, "may hurt", topic="pain", level="mild"),
    ]
    start = TEXT.index("Risks")
    gap = Gap("a", start, start + len("Risks include:"), "side_effect", "Risks include:")
    return look({"a": TEXT}, claims, gaps=[gap])


def test_the_text_stands_as_it_was_loaded(view):
    assert words_of(shown(view)) == ["First line: no rest <b>at all</b>.", "Second line, which may hurt.", "Risks include:"]


def test_overlapping_claims_are_marked_and_numbered_where_they_end(view):
    made = shown(view)
    marks = [(mark.text, mark["title"]) for mark in made.find_all("mark", class_="mark")]
    assert marks == [
        ("no ", "Recovery time: none"),
        ("rest <b>", "Recovery time: none; Side effects: redness (hedged)"),
        ("at all</b>", "Recovery time: none"),
        ("may hurt", "How much it hurts: mild"),
    ]
    first = made.tbody.find("tr")
    assert [(a.text, a["href"]) for a in first.select("sup a")] == [
        ("2", "#c-a-side_effect-15-redness"),
        ("1", "#c-a-downtime-12-"),
    ]


def test_each_passage_names_its_claims_beside_it(view):
    beside = [row.find_all("td")[1].get_text("|", strip=True) for row in shown(view).tbody.find_all("tr")]
    assert beside == ["1|Recovery time: none|2|Side effects: redness (hedged)", "3|How much it hurts: mild", ""]


def test_what_was_lost_is_said_where_it_was_announced(view):
    last = shown(view).tbody.find_all("tr")[-1]
    assert last.mark.text == "Risks include:"
    assert last.small.text.strip() == "[what followed was lost]"


@pytest.mark.parametrize("inline", [True, False], ids=["notebook", "report"])
def test_every_place_that_is_linked_to_is_there(view, inline):
    ids = {tag["id"] for tag in shown(view, inline=inline).find_all(id=True)}
    assert {view.anchor("a")} | {view.anchor("a", start) for start in view.linked["a"]} <= ids


def test_a_bullet_stands_before_its_item(look):
    text = "- one\n"
    view = look({"a": text})
    blocks = view.review.readings[0].segmented.blocks
    object.__setattr__(blocks[0], "start", 2)  # the segmenter's items begin behind the bullet
    assert ["".join(run.text for run in one.runs) for one in passages(view, view.review.readings[0])] == ["- one"]


def test_an_empty_or_blockless_text_is_shown(look):
    assert words_of(shown(look({"a": " \n "}))) == [""]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_no_character_is_lost_whatever_overlaps(look, make_claim, data):
    text = data.draw(st.text(alphabet="ab <&\"'\n\u202e", max_size=40))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    claims = [
        make_claim(claim_id=str(n), source_id="a", start=min(span), end=max(span), quote=text[min(span) : max(span)])
        for n, span in enumerate(spans)
        if span[0] != span[1]
    ]
    view = look({"a": text}, claims)
    runs = [run for passage in passages(view, view.review.readings[0]) for run in passage.runs]
    assert "".join("".join(run.text for run in runs).split()) == "".join(text.split())
    marked = {claim.claim_id: "" for claim in claims}
    for run in runs:
        for claim in run.covering:
            marked[claim.claim_id] += run.text
    assert {name: "".join(words.split()) for name, words in marked.items()} == {
        one.claim_id: "".join(one.quote.split()) for one in claims
    }


@pytest.mark.parametrize("inline", [True, False], ids=["notebook", "report"])
def test_what_nobody_sees_and_what_passes_for_other_letters_is_marked(look, claim_in, inline):
    text = "\u202eNo pain\u202c at all, n\u043e down\u00adtime.\n"
    made = shown(look({"a": text}, [claim_in("a", text, "down\u00adtime")]), inline=inline)
    marks = [mark for mark in made.find_all("mark") if mark.get("title", "").count("U+") or mark.small]
    told = [one.small.text for one in made.select("mark:not(:has(mark))") if one.small]
    assert told == ["[RLO]", "[PDF]", "[read as “no”]", "[SHY]"]
    assert "right-to-left override (U+202E): turns the direction of letters" in [mark["title"] for mark in marks]
    assert "\u202e" not in made.text and "\u00ad" not in made.text
