"""A lead-in with nothing behind it is a gap; one with its list, its rows or its answer is none."""

import pytest

from helpers.model import Document
from helpers.segment import Segmenter


@pytest.fixture
def gaps(segment):
    return lambda text: [(gap.topic, gap.quote) for gap in segment(text).gaps]


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "\nThe next visit is free.",
        "\n\nThe Next Visit\nIt is free.",
        "\n\nWho pays?\nYou do.",
        "\n0 Comments\n- Ann",
        "You will see them soon.",
    ],
)
def test_nothing_behind(behind, gaps):
    assert gaps(f"Shoes\n\nIt is a long walk. Possible complications are:{behind}") == [
        ("side_effect", "Possible complications are:")
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "\n- Blisters",
        "\n\n1. Blisters\n2. Cramp",
        "\nBlisters\nCramp\n",
        "\nCramp.",
        "\nand a blister or two, as walkers say all the time.",
        "\n| What | Days |\n|---|---|\n| Cramp | 2 |",
        "\nFirst Day:\n- Blisters",
        " blisters and cramp.",
    ],
)
def test_something_behind(behind, gaps):
    assert gaps(f"Shoes\n\nIt is a long walk. Possible complications are:{behind}") == []


def test_a_whole_clause_may_announce_prose(gaps):
    assert gaps("Here is what walkers told us about the risks:\nThey all had blisters on the first day.") == []
    assert gaps("Here is what walkers told us about the risks:\n\nThe First Day\nThey all had blisters.") == []
    assert gaps("Boots are warm. Here is what walkers told us about the risks:") == [
        ("side_effect", "Here is what walkers told us about the risks:")
    ]


def test_a_bare_heading_is_a_lead_in_only_where_it_names_a_topic(gaps):
    assert gaps("Shoes\n\nContraindications:\n\nPrice\nIt is free.") == [("contraindication", "Contraindications:")]
    assert gaps("Shoes\n\nSandals:\n\nPrice\nIt is free.") == []
    assert gaps("Shoes\n\nContraindications:\nNobody with a broken toe should walk.") == []


def test_a_pronoun_takes_its_topic_from_the_sentence_before(gaps):
    before = "The cream holds many active ingredients."
    assert gaps(f"{before} These may include:\nIt is white.") == [("composition", "These may include:")]
    assert gaps(f"{before}\n\nThese may include:\nIt is white.") == [("", "These may include:")]
    assert gaps(f"{before} People may like:\nIt is white.") == [("", "People may like:")]


def test_furniture_has_no_gaps(gaps):
    prose = "Shoes are made of leather, and leather lasts when it is kept dry, oiled twice a year, and worn with care."
    assert gaps(f"{prose}\nShare\n0 Comments\nSome people asked for:\nMore.") == []


def test_without_a_topic_pack_a_gap_has_no_topic(words):
    found = Segmenter(words).segment(Document("page", "Risks include:\nIt is a long walk.", "", "page.txt"))
    assert [(gap.source_id, gap.start, gap.end, gap.topic) for gap in found.gaps] == [("page", 0, 14, "")]
