"""Headings, questions, fragments, items: what a line's shape and its neighbours say."""

import pytest


def test_a_page_of_prose_under_headings(kinds):
    text = """\
Sore Feet: What Helps

Shoes to Wear
Boots keep the ankle still. They are warm.

Are clogs any good?
Clogs are fine for a short walk.

WHAT TO AVOID
- Tight shoes
- Wet socks. They chafe.
"""
    assert kinds(text) == [
        "heading: Sore Feet: What Helps",
        "heading: Shoes to Wear",
        "sentence: Boots keep the ankle still.",
        "sentence: They are warm.",
        "question: Are clogs any good?",
        "sentence: Clogs are fine for a short walk.",
        "heading: WHAT TO AVOID",
        "item: - Tight shoes",
        "item: - Wet socks.",
        "fragment: They chafe.",
    ]


def test_a_stack_of_short_lines_is_a_stack_of_badges(kinds):
    text = "Boots\n\nWe sell boots that are made by hand.\n20 minutes\nQuick fitting\nFree socks\n\nOur Shop\nIt is open."
    assert kinds(text)[2:6] == ["fragment: 20 minutes", "fragment: Quick fitting", "fragment: Free socks", "heading: Our Shop"]


def test_a_card_names_its_value(kinds):
    assert kinds("Boots\n\nBoots are warm and dry.\nFitting\n20 min\n")[2:] == ["heading: Fitting", "fragment: 20 min"]


@pytest.mark.parametrize(
    "card",
    [
        "Fitting\n20 min\nPrice\nFree\nDays to Wear in\n3 to 4\n",
        "Boots by Hand\nFitting\n20 min\nPrice\n£90\n",
        "Fitting\n20 min\n\nPrice\nFree\n",
    ],
)
def test_names_and_values_in_turn_make_a_card(card, segment):
    text = f"Boots are warm and dry.\n\n{card}"
    found = segment(text).sentences
    for name, value in (("Fitting", "20 min"), ("Price", None)):
        index = next(number for number, one in enumerate(found) if text[one.start : one.end] == name)
        assert found[index].kind == "heading"
        assert found[index + 1].kind == "fragment"
        assert found[index + 1].headings[0].of(text) == name
        assert value in (None, text[found[index + 1].start : found[index + 1].end])


@pytest.mark.parametrize(
    "stack",
    [
        "20 min fitting\nFree socks\n3 sizes\nDry feet\n",
        "Week 1\nTight heel\nWeek 2\nLoose heel\nWeek 3\nSnug heel\n",
        "Free socks\nDry feet\nQuick fitting\nSnug heel\n",
    ],
)
def test_other_stacks_are_no_cards(stack, kinds):
    text = f"Boots are warm and dry.\n\n{stack}"
    assert {one.split(":")[0] for one in kinds(text)[1:]} == {"fragment"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fitting takes 20 min", "sentence"),
        ("Quick fitting in 20 min", "fragment"),
        ("Ten Shoes for 20 Days", "heading"),
        ("20 Shoes to Wear", "fragment"),
        ("boots for £90", "fragment"),
        ("B12 and walking", "heading"),
        ("A boot can be very warm", "sentence"),
        ("Boots Are Very Warm", "heading"),
        ("How a boot is made", "heading"),
        ("Free socks.", "fragment"),
        ("Yes.", "fragment"),
        ("Boots are warm.", "sentence"),
        ("Are boots warm? Our Answer", "question"),
        ("**Boots**", "heading"),
        ("Boots vs. Clogs", "heading"),
        ("Fitting is quick. Come at noon", "sentence"),
        ("Fitting:", "heading"),
        ("Take Your Time:", "heading"),
        ("Fitting: quick and free", "fragment"),
        ("Fitting: What to Expect", "heading"),
        ("Fitting: 3 days", "fragment"),
        ("Boots may be:", "sentence"),
    ],
)
def test_a_line_over_prose(line, kind, segment):
    text = f"Sore Feet\n\n{line}\n\nShoes are worn on both feet all day long."
    assert segment(text).sentences[1].kind == kind


def test_a_stack_right_behind_a_colon_is_a_list_that_lost_its_bullets(kinds):
    text = "Good shoes have:\nA soft sole\nA wide toe\nTwo laces\nConclusion\nThey last for years."
    assert kinds(text) == [
        "sentence: Good shoes have:",
        "item: A soft sole",
        "item: A wide toe",
        "item: Two laces",
        "heading: Conclusion",
        "fragment: They last for years.",
    ]


def test_a_list_that_lost_its_bullets_may_hold_labels(kinds):
    assert kinds("Boots may bring:\nBlisters: 2 days\nCramp\n")[1:] == ["item: Blisters: 2 days", "item: Cramp"]


def test_a_numbered_short_line_over_prose_is_a_heading(kinds):
    text = "Shoes\n\n1. Boots and Clogs\nBoots are warm and dry.\n\n2. Sandals\nSandals are light and cool."
    assert [one for one in kinds(text) if one.startswith("heading")] == [
        "heading: Shoes",
        "heading: 1. Boots and Clogs",
        "heading: 2. Sandals",
    ]
    assert kinds("1. Boots and Clogs\n2. Sandals\n") == ["item: 1. Boots and Clogs", "item: 2. Sandals"]


def test_an_item_may_hold_several_sentences_and_ask(kinds):
    assert kinds("- Is it wet? Dry it. Then it is fine to wear.") == [
        "question: - Is it wet?",
        "fragment: Dry it.",
        "sentence: Then it is fine to wear.",
    ]


def test_every_line_of_a_page_is_a_block(segment):
    text = "Shoes\n\nBoots are warm. They last.\n- Clogs\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    found = [(block.kind, text[block.start : block.end]) for block in segment(text).blocks]
    assert found == [
        ("heading", "Shoes"),
        ("paragraph", "Boots are warm. They last."),
        ("item", "- Clogs"),
        ("row", "| a | b |"),
        ("row", "| 1 | 2 |"),
    ]


def test_a_heading_that_opens_lists_makes_items_of_the_short_lines_below(kinds):
    prose = "Boots\n\nWe sell boots that are made by hand.\n\n"
    text = prose + "What to avoid\nHot water\nStrong soap\nBenefits of wool\nWarm feet\nLess rain"
    assert kinds(text)[2:] == [
        "heading: What to avoid",
        "item: Hot water",
        "item: Strong soap",
        "heading: Benefits of wool",
        "item: Warm feet",
        "item: Less rain",
    ]


def test_a_lone_bullet_or_a_section_number_before_a_name_makes_a_heading(kinds):
    glyph = "Boots\n\n■ Who must avoid\nPeople with wet feet should wear clogs.\n\n"
    text = glyph + "A5. Not sold to\n• children\n• dogs\n\n3.2 Care\nDry them well."
    assert kinds(text)[1:] == [
        "heading: ■ Who must avoid",
        "sentence: People with wet feet should wear clogs.",
        "heading: Not sold to",
        "item: • children",
        "item: • dogs",
        "heading: Care",
        "fragment: Dry them well.",
    ]


def test_bullets_above_prose_stay_items(kinds):
    assert kinds("Boots\n\n■ Warm\n■ Dry\nWe sell both by the pair.")[1:3] == ["item: ■ Warm", "item: ■ Dry"]


def test_lines_apart_behind_a_colon_are_a_list_and_the_last_heads_what_follows(kinds):
    text = """Nobody should wear clogs who has any of the following:

Feet that swell

A toe that was broken in the last year or is still in a splint

Caring for Clogs

- Wax
- Brushes
"""
    assert kinds(text)[1:] == [
        "item: Feet that swell",
        "item: A toe that was broken in the last year or is still in a splint",
        "heading: Caring for Clogs",
        "item: - Wax",
        "item: - Brushes",
    ]


def test_headings_apart_behind_a_colon_stay_headings(kinds):
    text = "We sell these:\n\nBoots\n\nThey are made by hand.\n\nClogs\n\nThey are light.\n"
    assert kinds(text)[1] == "heading: Boots"


def test_a_numbered_heading_over_lines_without_bullets(kinds):
    text = """1. Our Boots
Boots are made by hand.
2. Possible Risks and Complications
Blisters
Sore heels, which may last for some days
3. After-Care Tips
Dry the boots
Wax the seams once a week
"""
    assert kinds(text)[2:] == [
        "heading: 2. Possible Risks and Complications",
        "item: Blisters",
        "item: Sore heels, which may last for some days",
        "heading: 3. After-Care Tips",
        "item: Dry the boots",
        "item: Wax the seams once a week",
    ]


def test_the_last_of_numbered_items_is_no_heading(kinds):
    assert kinds("We sell:\n1. Boots\n2. Clogs\nVisit Us\n")[2] == "item: 2. Clogs"
