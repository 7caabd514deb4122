"""Headings glued to the next sentence are cut off; names with a capital inside are not."""

import pytest

CUT = [
    ("Nail Care", "Nail care matters when hands are wet."),
    ("Sore Feet and Ankles", "As we walk, they ache."),
    ("Summary", "Walking can help."),
    ("Cost of the Visit", "The visit is free."),
    ("Warts", "Warts can grow on hands."),
    ("Foot Bath (Warm)", "Your feet rest in water."),
]


@pytest.mark.parametrize(("heading", "sentence"), CUT)
def test_at_the_start_of_a_line(heading, sentence, kinds):
    assert kinds(heading + sentence) == [f"heading: {heading}", f"sentence: {sentence}"]


@pytest.mark.parametrize(("heading", "sentence"), CUT)
def test_inside_a_paragraph(heading, sentence, kinds):
    assert kinds(f"Shoes may pinch your toes. {heading}{sentence} It stops there.") == [
        "sentence: Shoes may pinch your toes.",
        f"heading: {heading}",
        f"sentence: {sentence}",
        "fragment: It stops there.",
    ]


def test_both_words_must_stand_alone_on_the_page(kinds):
    page = "Walking does good. A good plan helps. Daily PlanWalking eases pain."
    assert kinds(page)[2:] == ["heading: Daily Plan", "fragment: Walking eases pain."]
    assert kinds("It does good. Daily PlanWalking eases pain.")[1:] == ["fragment: Daily PlanWalking eases pain."]


@pytest.mark.parametrize(
    "text",
    [
        "HydraFacial is a wash for the face. The facial takes an hour.",
        "CoolSculpting can freeze fat. It is cool.",
        "The SkinPen device pricks skin. The pen is small, the skin thin.",
        "Ask McDonald about it. The iPhone shows your pH as well.",
        "We sell SkinCeuticals creams for skin.",
        "LinkedIn is a site. YouTube has films.",
        "It was made by DeVito and MacLean for us.",
        "Our MicroNeedle kit holds a needle. SkinMed is new. SkinMed is sold.",
        "SkinRejuvenation",
        "- Dry SkinSkin may feel tight",
    ],
)
def test_names_stay_whole(text, segment):
    assert [block.kind for block in segment(text).blocks if block.start != 0] == []
