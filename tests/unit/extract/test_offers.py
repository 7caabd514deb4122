import pytest

from helpers.extract.folding import prepare
from helpers.extract.offers import Offers
from helpers.packs.load import load_pack

OFFERS = Offers(load_pack("aesthetics").offers)


def offer_of(heading, *, title=False, offers=OFFERS):
    return offers.on(prepare(heading)).of(0, len(heading), title=title)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Stretch mark treatments in our clinic", "stretch_mark_treatment"),
        ("Skin tag and wart removal", "skin_tag_wart_removal"),
        ("Non-surgical nose correction", "non_surgical_nose_correction"),
        ("Younger-looking hands with hand rejuvenation", "hand_rejuvenation"),
        ("Dandruff", None),
        ("Removal of doubts about scars", None),
        ("Treatment", None),
        ("Wrinkles and fine lines treatment", "wrinkle_treatment"),
        ("Body contouring in Lyon", "body_contouring"),
    ],
)
def test_a_need_before_a_word_of_offer_names_a_treatment(heading, name):
    offer = offer_of(heading)
    assert (offer and offer.subject.name) == name


def test_a_title_offers_the_treatment_of_what_it_names():
    assert offer_of("Dandruff", title=True).subject.name == "dandruff_treatment"
    assert offer_of("Hands & nails", title=True).subject.name == "hand_nail_treatment"
    assert offer_of("Hands, not nails", title=True).subject.name == "hand_treatment"
    assert offer_of("What my grandmother told me about dandruff", title=True) is None


def test_the_words_that_make_the_offer_are_told():
    heading = "Our scar revision"
    offer = offer_of(heading)
    assert heading[offer.start : offer.end] == "scar revision"


def test_a_pack_without_offers_finds_none():
    assert offer_of("Scar revision", title=True, offers=Offers({})) is None
