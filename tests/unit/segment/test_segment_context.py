"""What stands above a sentence: headings, the question it answers, the list's lead-in, its label."""

import pytest


@pytest.fixture
def around(segment):
    """Find the sentence that holds a word and show the words of one of its spans."""

    def show(text, word, name):
        sentence = next(one for one in segment(text).sentences if word in text[one.start : one.end])
        value = getattr(sentence, name)
        if name == "headings":
            return [span.of(text) for span in value]
        return value and value.of(text)

    return show


PAGE = """\
Shoes for Sore Feet

Boots

Fit
- Snug heel

Price
- Not cheap

Clogs

Fit
- Loose heel

Are they any good?
For a short walk they are. Who makes them? A village in the north.

And what then?

- Rest
"""


def test_headings_nest_and_give_way(around):
    assert around(PAGE, "Snug", "headings") == ["Fit", "Boots", "Shoes for Sore Feet"]
    assert around(PAGE, "cheap", "headings") == ["Price", "Boots", "Shoes for Sore Feet"]
    assert around(PAGE, "Loose", "headings") == ["Fit", "Clogs", "Shoes for Sore Feet"]
    assert around(PAGE, "village", "headings") == ["Are they any good?", "Clogs", "Shoes for Sore Feet"]


def test_a_heading_stands_under_those_above_it(around):
    assert around(PAGE, "Price", "headings") == ["Boots", "Shoes for Sore Feet"]
    assert around(PAGE, "Shoes", "headings") == []


def test_markdown_levels_decide(around):
    text = "# Shoes\n## Boots\n### Fit\nSnug at the heel.\n### Price\nCheap in spring.\n## Clogs\nLoose at the heel.\n"
    assert around(text, "Snug", "headings") == ["Fit", "Boots", "Shoes"]
    assert around(text, "Cheap", "headings") == ["Price", "Boots", "Shoes"]
    assert around(text, "Loose", "headings") == ["Clogs", "Shoes"]


def test_a_heading_of_a_level_stands_under_the_levels_above_it(around):
    text = "# Shoes\n## Boots\n### Fit\nSnug at the heel.\n## Clogs\nLoose at the heel.\n"
    assert around(text, "Clogs", "headings") == ["Shoes"]


def test_furniture_above_a_title_leaves_it_the_title(around):
    text = "Home\nAbout\nContact\n3 May 2021\nShoes\n\nBoots\nSnug at the heel.\n\nClogs\nLoose at the heel.\n"
    assert around(text, "Loose", "headings") == ["Clogs", "Shoes"]


def test_headings_never_pile_up(segment):
    text = "\n\n".join(f"Part {name}" for name in "ABCDEFGHIJKL") + "\n\nThe shoe fits at last."
    assert max(len(sentence.headings) for sentence in segment(text).sentences) == 7


def test_furniture_heads_nothing(around):
    text = "Shoes\nReviewed by Ann Roe\nBoots are warm and dry."
    assert around(text, "warm", "headings") == ["Shoes"]


def test_a_question_heads_its_answer(around):
    assert around(PAGE, "short walk", "question") == "Are they any good?"
    assert around(PAGE, "village", "question") == "Who makes them?"
    assert around(PAGE, "Rest", "question") == "And what then?"
    assert around(PAGE, "Snug", "question") is None


def test_a_question_at_a_paragraphs_end_is_answered_by_the_next_block(around):
    text = "Shoes\n\nBoots are warm. But are they light?\n\nThey are not. People still buy them.\n\nClogs are light, too."
    assert around(text, "They are not", "question") == "But are they light?"
    assert around(text, "People", "question") == "But are they light?"
    assert around(text, "Clogs", "question") is None


def test_a_heading_ends_a_question(around):
    text = "Shoes\n\nIs it far?\nIt is not far at all.\n\nThe Way\nIt goes up the hill."
    assert around(text, "not far", "question") == "Is it far?"
    assert around(text, "The Way", "question") is None
    assert around(text, "hill", "question") is None


def test_a_question_and_a_heading_on_one_line(around):
    text = "Shoes\n\nWhat is a Clog? A Short Guide\nIt is a shoe of wood."
    assert around(text, "wood", "question") == "What is a Clog?"
    assert around(text, "wood", "headings") == ["What is a Clog? A Short Guide", "Shoes"]


@pytest.mark.parametrize(
    ("opening", "lead_in"),
    [
        ("Good shoes have:\n", "Good shoes have:"),
        ("Shoes matter. Good ones have:\n\n", "Good ones have:"),
        ("What to Look For\n", "What to Look For"),
        ("First 24 Hours:\n", "First 24 Hours:"),
        ("What do they have?\n", "What do they have?"),
        ("What to Look For\nShoes differ a lot from one another.\n", None),
        ("", None),
    ],
)
def test_a_list_knows_what_opens_it(opening, lead_in, around):
    text = f"{opening}- A sole\n- Laces. Two of them.\n\nMore words follow here at last."
    assert around(text, "sole", "lead_in") == lead_in
    assert around(text, "Two", "lead_in") == lead_in
    assert around(text, "More", "lead_in") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Days to wear in: 3 to 4", "Days to wear in"),
        ("- Sole: soft", "Sole"),
        ("1. Sole (outer): soft", "Sole (outer)"),
        ("**Sole:** soft", "Sole"),
        ("- **Sole**: soft", "Sole"),
        ("Weeks 2–4: it gives way", "Weeks 2–4"),
        ("Note: it gives way", None),
        ("Please note: it gives way", None),
        ("It has one fault: it squeaks", None),
        ("Open 9:30 to noon", None),
        ("Ask http://example.com for it", None),
        ("Some of the many shoes people wear: boots", None),
        ("The shop: closed. Days: 3", "The shop"),
        ("Sole:soft", None),
        ("Sole:", None),
    ],
)
def test_a_label_stands_before_a_colon(text, label, segment):
    found = segment(text).sentences[0].label
    assert (found and found.of(text)) == label


def test_a_label_holds_to_the_end_of_its_block_or_the_next(around):
    text = "- Sole: soft. It lasts. Laces: two. They hold.\n- Heel"
    assert around(text, "lasts", "label") == "Sole"
    assert around(text, "hold", "label") == "Laces"
    assert around(text, "Heel", "label") is None


def test_a_line_of_several_values_opens_no_list(around):
    assert around("Sizes\n- Red shoe\nNone; 3 pairs of brown ones\n- Blue shoe", "Blue shoe", "lead_in") is None
    assert around("Sizes\n- Red shoe\nFor walkers\n- Blue shoe", "Blue shoe", "lead_in") == "For walkers"
