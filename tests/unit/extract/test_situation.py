"""When, where and for whom a claim holds, on texts of our own."""

import pytest
from small_texts import read

from helpers.model import situation_of
from helpers.packs.load import load_pack


def narrowed(text: str, topic: str, item: str | None = None) -> list[dict[str, str]]:
    claims = [claim for claim in read(text) if claim.topic == topic and item in (None, claim.item)]
    return [{key: value for key, value in situation_of(claim)._asdict().items() if value} for claim in claims]


@pytest.mark.parametrize(
    ("text", "topic", "item", "expected"),
    [
        ("Mesotherapy improves texture.", "efficacy", None, {}),
        ("After the treatment you may see some redness.", "side_effect", "redness", {"phase": "right_after"}),
        ("You may feel a burning sensation during the session.", "side_effect", "burning", {"phase": "during"}),
        ("You may feel a burning sensation throughout your treatment.", "side_effect", "burning", {"phase": "during"}),
        ("Following surgery you may see some swelling.", "side_effect", "swelling", {"phase": "right_after"}),
        ("You may feel slight discomfort.", "pain", None, {"phase": "during"}),
        ("The first results show within two weeks.", "onset", None, {"phase": "first_results"}),
        ("You will see the final result after four months.", "onset", None, {"phase": "full_results"}),
        ("A top-up every six months keeps the result.", "maintenance_interval", None, {"phase": "maintenance"}),
        ("The gel reduces wrinkles on the forehead.", "efficacy", "wrinkles", {"area": "forehead"}),
        ("The gel softens facial creases.", "efficacy", "wrinkles", {"area": "face"}),
        ("The gel reduces wrinkles of the neck and décolletage.", "efficacy", "wrinkles", {"area": "decolletage/neck"}),
        ("The serum improves hair loss.", "efficacy", "hair_loss", {"area": "scalp"}),
        ("It reduces acne in men.", "efficacy", "acne", {"group": "men"}),
        ("It improves mild to moderate laxity.", "efficacy", "elasticity", {"group": "mild_to_moderate"}),
        ("Mild redness is normal.", "side_effect", "redness", {}),
        ("It reduces wrinkles of the face, neck and hands.", "efficacy", "wrinkles", {"area": "face/hands/neck"}),
        ("It reduces wrinkles of the lower face and neck.", "efficacy", "wrinkles", {"area": "lower_face/neck"}),
        ("The peel is safe for all skin types.", "safety", None, {"group": "all_skin_types"}),
        ("The laser is safe for Indian skin.", "safety", None, {"group": "indian_skin"}),
        ("It reduces sagging skin after weight loss.", "efficacy", "elasticity", {"group": "after_weight_loss"}),
        ("The peel may cause swelling in darker skin tones.", "side_effect", "swelling", {"group": "dark_skin"}),
        ("It reduces acne in men and women.", "efficacy", "acne", {}),
        ("It reduces wrinkles in patients over 40.", "efficacy", "wrinkles", {"group": "over_40"}),
        ("It reduces wrinkles in over 40 minutes.", "efficacy", "wrinkles", {}),
        ("It improves moderate to severe acne scars.", "efficacy", "acne_scars", {"group": "moderate_to_severe"}),
        ("It reduces early hair thinning.", "efficacy", "hair_loss", {"area": "scalp", "group": "early"}),
        ("You will start to see the results after ten days.", "onset", None, {"phase": "first_results"}),
        ("It reduces wrinkles with proper aftercare.", "efficacy", "wrinkles", {"condition": "with_aftercare"}),
        ("Apply ice if you have swelling.", "aftercare", "cold_compress", {"condition": "if_swelling"}),
        ("The peel may cause redness, which goes away on its own.", "side_effect", "redness", {}),
        ("Numbing cream is applied as needed.", "anaesthesia", None, {"condition": "if_needed"}),
        ("Once healed, use sunscreen.", "aftercare", "sunscreen", {"phase": "later"}),
        ("Avoid saunas until fully healed.", "aftercare", "sauna", {"condition": "until_healed"}),
    ],
)
def test_the_sentence_says_what_narrows_its_claim(text, topic, item, expected):
    assert [{key: value for key, value in one.items() if key != "product"} for one in narrowed(text, topic, item)] == [expected]


def test_the_nearest_words_narrow_a_claim():
    text = "The filler adds volume to the lips, and it reduces wrinkles on the forehead.\n"
    assert narrowed(text, "efficacy", "volume") == [{"area": "lips"}]
    assert narrowed(text, "efficacy", "wrinkles") == [{"area": "forehead"}]


def test_a_label_and_a_question_narrow_what_stands_below_them():
    assert narrowed("- Neck: reduces wrinkles\n- Lips: adds volume\n", "efficacy") == [{"area": "neck"}, {"area": "lips"}]
    assert narrowed("## Is it suitable for dark skin?\n\nYes, it is safe.\n", "safety") == [{"group": "dark_skin"}]


def test_a_heading_on_another_treatment_narrows_nothing():
    text = "## Lip filler\n\nThe filler adds volume.\n\nBotox reduces wrinkles.\n"
    assert narrowed(text, "efficacy", "volume") == [{"area": "lips"}]
    assert narrowed(text, "efficacy", "wrinkles") == [{}]


def test_a_title_narrows_the_whole_page():
    text = "Hand rejuvenation\n\nWe use fillers and lasers.\n\n## Results\n\nIt improves texture.\n\nOur doctors perform it.\n"
    assert narrowed(text, "efficacy", "texture") == [{"area": "hands"}]
    assert narrowed(text, "provider") == [{}]


@pytest.mark.parametrize(
    ("label", "phase"), [("Day 1", "right_after"), ("Days 3 to 5", "later")], ids=["the first day", "some days later"]
)
def test_a_place_on_a_time_line_is_a_phase(label, phase):
    assert narrowed(f"{label}: You may notice redness.\n", "side_effect", "redness") == [{"phase": phase}]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Two weeks after the peel there may be itching.", "later"),
        ("After the peel there may be itching.", "right_after"),
        ("Itching may last two days after the peel.", "right_after"),
    ],
    ids=["so long after", "after", "so long"],
)
def test_a_time_before_after_says_how_long_after_unless_it_is_the_claim(text, phase):
    assert narrowed(text, "side_effect", "itching") == [{"phase": phase}]


def test_what_holds_at_large_is_narrowed_only_by_what_stands_above():
    text = "The filler lifts the brow without downtime.\n"
    assert narrowed(text, "downtime") == [{}]
    assert narrowed("## Brow\n\nThe filler has no downtime.\n", "downtime") == [{"area": "brow"}]


def test_advice_that_keeps_the_result_is_maintenance():
    text = "Peels remove dead skin.\n\nTo preserve your results:\n- Use sunscreen daily\n- Avoid excessive sun exposure\n"
    assert narrowed(text, "aftercare", "sun") == [{"phase": "maintenance"}]


def test_some_words_say_it_as_a_label_alone():
    assert narrowed("Recovery: Redness is common.\n", "side_effect", "redness") == [{"phase": "right_after"}]
    assert narrowed("## Recovery\n\nThe peel may cause redness.\n", "side_effect", "redness") == [{}]


def test_every_topic_that_the_words_narrow_is_one_of_the_packs():
    pack = load_pack("aesthetics")
    told = (pack.situation.untouched, pack.situation.above_only)
    named = {*pack.situation.of_page, *(topic for each in told for topics in each.values() for topic in topics)}
    for one in (one for values in pack.situation.keys.values() for one in values.values()):
        named |= {*one.topics, *(given.topic for given in one.given), *(topic for each in one.timeline for topic in each.topics)}
    assert named <= set(pack.topics)


def test_a_heading_far_above_narrows_nothing_any_more():
    filler = "Our team speaks three languages and answers the telephone every day.\n\n" * 15
    text = f"Botox, fillers, peels\n\n## Treatments for men\n\nIt reduces acne.\n\n{filler}It reduces scars.\n"
    assert narrowed(text, "efficacy", "acne") == [{"group": "men"}]
    assert narrowed(text, "efficacy", "scars") == [{}]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("PRP for hair growth", {"area": "scalp"}), ("PRP for men", {"group": "men"})],
)
def test_a_title_narrows_what_is_done_on_its_page(title, expected):
    assert narrowed(f"{title}\n\nPRP is a treatment with your own blood.\n\nThere is no downtime.\n", "downtime") == [expected]
