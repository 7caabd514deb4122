"""Which treatment a statement is about, on pages of our own."""

import pytest
from small_texts import read


def subjects(text: str, topic: str) -> list[tuple[str, str | None]]:
    return [(claim.treatment, claim.product) for claim in read(text) if claim.topic == topic]


def test_a_page_that_goes_by_what_it_is_for_is_about_that():
    text = "Hand Rejuvenation\n\nIt improves texture. Fillers and lasers are among the options.\n\nYou need no downtime.\n"
    assert subjects(text, "downtime") == [("hand_rejuvenation", None)]


def test_a_treatment_in_the_title_goes_before_what_it_is_for():
    text = "Scar revision\nMicroneedling at our clinic\n\nMicroneedling makes tiny holes.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("microneedling", None)]


def test_a_non_surgical_treatment_is_no_surgery():
    text = "Non-surgical treatments with PRP\n\nPRP is a non-surgical treatment that needs no downtime.\n"
    assert subjects(text, "downtime") == [("prp", None)]


def test_a_page_of_several_treatments_leaves_a_statement_unspecified():
    text = "Welcome\n\nWe offer Botox, fillers, peels, lasers and threads.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("unspecified", None)]


def test_a_brand_is_the_product_of_its_class():
    text = "Ultherapy\n\nUltherapy lifts the skin. There is no downtime.\n"
    assert subjects(text, "downtime") == [("hifu", "ultherapy")]


def test_a_kind_is_the_product_of_its_class():
    text = "Chemical peels\n\nA deep peel means 14 days of downtime. A superficial peel has no downtime.\n"
    assert subjects(text, "downtime") == [("chemical_peel", "deep_peel"), ("chemical_peel", "superficial_peel")]


CARDS = """Aftercare

- Microneedling
- Full face
- Redness is normal for two days.

Come back in a month.

- Chemical peel
- Full face
- Flaking is normal for a week.

Come back in two months.

- Right arm
- Bruising is normal for three days.
"""


@pytest.mark.parametrize(
    ("item", "subject"), [("redness", "microneedling"), ("flaking", "chemical_peel"), ("bruising", "unspecified")]
)
def test_items_that_name_treatments_open_parts_until_another_list(item, subject):
    assert [claim.treatment for claim in read(CARDS) if claim.item == item and claim.topic == "side_effect"] == [subject]


def test_a_list_of_benefits_opens_no_part():
    text = "Fillers\n\nFillers add volume:\n- Lip enhancement\n- Lasting volume\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("dermal_filler", None)]


@pytest.mark.parametrize(
    "opening",
    ["Dermaplaning or a peel?", "Dermaplaning versus peels", "Dermaplaning and peels are often mixed up."],
)
def test_in_a_comparison_a_statement_is_about_what_the_one_before_is_about(opening):
    first, second = "Dermaplaning smooths the texture. Redness fades within a day.", "A peel reduces acne. Flaking lasts a week."
    text = f"{opening}\n\n{first}\n\n{second}\n"
    assert [subject for subject, _ in subjects(text, "side_effect")] == ["dermaplaning", "chemical_peel"]


def test_without_headings_and_a_main_treatment_what_was_named_last_holds():
    text = "Botox, fillers and peels.\n\n- Your peel is over.\n- Expect flaking.\n\nYou had Botox today.\n\nA bruise is normal.\n"
    assert [subject for subject, _ in subjects(text, "side_effect")] == ["chemical_peel", "botulinum_toxin"]


def test_what_was_named_last_does_not_hold_below_another_heading():
    text = "Botox, fillers, peels, lasers\n\n## Before\n\nSign the form for your peel.\n\n## After\n\nA bruise is normal.\n"
    assert [subject for subject, _ in subjects(text, "side_effect")] == ["unspecified"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Creams have limited results for wrinkles.", "skincare"),
        ("Other clinics have excellent results for acne.", "other_clinics"),
        ("It tightens the skin and spares you the need for surgery.", "radiofrequency"),
        ("It improves wrinkles without a facelift.", "radiofrequency"),
        ("Our doctor-led treatment improves wrinkles.", "radiofrequency"),
    ],
)
def test_another_party_is_a_subject_where_it_opens_the_sentence_and_what_one_is_spared_is_none(sentence, subject):
    claims = read(f"# Radiofrequency\n\nRadiofrequency warms the skin.\n\n{sentence}\n")
    assert {claim.treatment for claim in claims if claim.quote in sentence} == {subject}


def test_brackets_do_not_keep_a_line_from_opening_a_part():
    text = "Our menu\n\nPRP (3 sessions)\nNo downtime\n\nLaser (CO2)\nDowntime of a week\n\nAlso Botox, fillers, threads.\n"
    assert [subject for subject, _ in subjects(text, "downtime")] == ["prp", "laser"]


def test_short_lines_above_longer_ones_are_cards_on_a_page_of_several_treatments():
    text = """What we do

- Dandruff
- A plan that reduces flakes without any downtime, made for your scalp.
- Chemical peels
- They brighten the complexion and ask for a week of downtime afterwards.
- Botox
- It relaxes the lines of your forehead and needs no downtime at all.
- Warts & moles
- They are taken away with minimal downtime by one of our doctors.
"""
    assert [name for name, _ in subjects(text, "downtime")] == [
        "dandruff_treatment",
        "chemical_peel",
        "botulinum_toxin",
        "wart_mole_treatment",
    ]


def test_two_names_of_one_class_are_one_treatment_with_its_product():
    text = "# Devices\n\n## SkinPen microneedling\n\nNo downtime.\n\n## Lumecca IPL\n\nNo downtime.\n"
    assert subjects(text, "downtime") == [("microneedling", "skinpen"), ("ipl", "lumecca")]


def test_what_a_programme_is_done_with_does_not_take_its_statements():
    text = "Melasma treatment\n\nOur plan combines peels, lasers and microneedling to fade dark spots. There is no downtime.\n"
    assert {subject for subject, _ in subjects(text, "efficacy")} == {"melasma_treatment"}


def test_what_a_treatment_is_done_with_does_not_take_its_statement():
    text = "Welcome\n\nRF microneedling uses radiofrequency energy to smooth wrinkles. Peels and Botox are offered too.\n"
    assert subjects(text, "efficacy")[0] == ("rf_microneedling", None)


def test_one_device_that_is_used_is_spoken_of():
    text = "Botox\n\nBotox smooths wrinkles.\n\nWe only use FDA-approved lasers.\n"
    assert subjects(text, "regulatory_status") == [("laser", None)]


def test_surgery_that_somebody_has_had_is_no_treatment_of_the_page():
    text = "Surgery Scar Revision\n\nIt softens surgical scars.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("scar_revision", None)]


MENU = """Consent

There is no downtime. I was told of peels, Botox, IPL and threads.

Topics

Skin care

Make-up

HydraFacial

Contact
"""


def test_a_menu_does_not_say_what_a_page_is_about():
    assert subjects(MENU, "downtime") == [("unspecified", None)]


BOARD = """Our services

Botox
It smooths the wrinkles that people have.

Microneedling
It improves the texture of the skin.

Chemical peels
They fade dark spots on the face.

Our Team
There is no downtime.

Dermal fillers
They add volume to the cheeks.
"""


def test_on_a_page_of_cards_any_heading_ends_the_card_before():
    assert subjects(BOARD, "downtime") == [("unspecified", None)]
    assert [subject for subject, _ in subjects(BOARD, "efficacy")] == [
        "botulinum_toxin",
        "microneedling",
        "chemical_peel",
        "dermal_filler",
    ]


def test_a_card_may_begin_with_what_it_is_for():
    text = BOARD.replace("Our Team\nThere is no downtime.", "Acne & Clear Skin\nThere is no downtime.")
    assert subjects(text, "downtime") == [("acne_treatment", None)]


def test_a_line_that_opens_a_part_opens_it_up_to_the_next_question():
    card = "The most wanted\nPRP therapy\nSessions: 3"
    text = f"Under Eye Treatments\n\nThere are several under eye treatments.\n\n{card}\n\nDoes it hurt?\nThere is no pain.\n"
    assert subjects(text, "pain") == [("under_eye_treatment", None)]


def test_an_answer_is_about_the_page_where_its_question_only_compares():
    text = "Ultherapy\n\nUltherapy lifts the skin.\n\nCan it replace a surgical facelift?\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("hifu", "ultherapy")]


def test_the_last_line_of_a_title_says_what_the_page_is_about():
    text = "Advanced Skin Rejuvenation\nGold Peeling Treatment\n\nIt is skin rejuvenation.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("chemical_peel", None)]


PRICES = "".join(
    f"- Laser hair removal of the {part}\n" for part in ("lip", "chin", "face", "neck", "arms", "legs", "back", "chest")
)


def test_a_list_of_prices_in_one_place_does_not_make_the_page():
    others = "\n\n".join(
        f"{name} are offered as well, and this line is a long one that says nothing of what they do or cost."
        for name in ("Peels", "Threads", "Fillers")
    )
    text = f"Welcome to all of you\n\nThere is no downtime.\n\n{PRICES}\n{others}\n\nWe are open every day of the week.\n"
    assert subjects(text, "downtime") == [("unspecified", None)]


def test_what_stands_behind_a_dash_is_no_part_of_a_name():
    text = (
        "Your plan\n\nWe saw volume loss. Here is what we advise.\n\nBotox — Forehead\nDowntime: 1 day\nIt lasts long.\n\n"
        "Dermal Filler — Cheeks\nDowntime: 2 days\nIt lasts longer.\n"
    )
    assert [subject for subject, _ in subjects(text, "downtime")] == ["botulinum_toxin", "dermal_filler"]


def test_one_heading_that_only_names_a_complaint_offers_nothing():
    text = "Your skin\n\nWe offer peels, lasers and Botox.\n\nBrown Spots\nSome brown spots were seen.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("unspecified", None)]


ADVICE = """Aftercare

- Left arm
- Redness is normal for two days.

Profhilo works best as a course.

- Right arm
- Bruising is normal for three days.

Come back in a month.

- Left leg
- Swelling is normal for a week.

Fat dissolving is done twice or three times.
"""


@pytest.mark.parametrize(
    ("item", "subject"), [("redness", "skin_booster"), ("bruising", "unspecified"), ("swelling", "fat_dissolving")]
)
def test_the_sentence_behind_a_list_says_what_the_list_is_about(item, subject):
    assert [claim.treatment for claim in read(ADVICE) if claim.item == item and claim.topic == "side_effect"] == [subject]


PICTURES = """Our results

Lip Filler
Volume was restored.
Lip filler before and after, in our clinic.

Wrinkles were reduced.
Botox before and after, on the forehead.

The texture was improved.
Microneedling before and after, on both cheeks.
"""


def test_a_caption_says_what_the_lines_above_it_are_about():
    assert [subject for subject, _ in subjects(PICTURES, "efficacy")] == ["dermal_filler", "botulinum_toxin", "microneedling"]


def test_a_cream_that_smooths_wrinkles_is_no_injection():
    text = "Botox\n\nBotox lasts for months.\n\nPeels\n\nA peel has an anti-wrinkle effect. There is no downtime.\n"
    assert subjects(text, "downtime") == [("chemical_peel", None)]


def test_the_first_treatment_that_a_sentence_names_is_its_subject_until_another_acts():
    text = "Welcome\n\nPicoWay is a laser treatment with peels that fades dark spots, and Botox smooths wrinkles.\n"
    assert [subject for subject, _ in subjects(text, "efficacy")] == ["laser", "botulinum_toxin"]


def test_behind_a_colon_another_treatment_may_act():
    text = "Welcome\n\nBotox against peels: a peel fades dark spots.\n"
    assert subjects(text, "efficacy") == [("chemical_peel", None)]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [("Avoid saunas, facials and laser treatments.", "botulinum_toxin"), ("Avoid saunas after a peel.", "chemical_peel")],
)
def test_what_is_to_be_left_alone_is_not_what_advice_is_about(sentence, subject):
    assert {one for one, _ in subjects(f"Botox\n\nBotox smooths wrinkles.\n\n{sentence}\n", "aftercare")} == {subject}


def test_a_row_of_treatments_of_which_none_acts_is_no_subject():
    text = "Welcome\n\nNurses perform Botox, fillers, peels and lasers.\n\nBotox smooths wrinkles.\n"
    assert subjects(text, "provider") == [("unspecified", None)]


def test_a_title_that_ends_in_a_kind_of_treatment_is_about_that_kind():
    text = "Velvet Glow Facial\n\nA ritual of its own.\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("facial", None)]


def test_what_follows_a_sentence_on_two_treatments_is_about_the_first():
    text = "Welcome to all\n\nLasers and peels are done here.\n\nBotox is often asked for with fillers.\n\nIt has no downtime.\n"
    assert subjects(text, "downtime") == [("botulinum_toxin", None)]


def test_removing_a_tattoo_is_a_treatment_of_its_own_whatever_laser_is_used():
    text = "Tattoo removal\n\nOur Nd:YAG laser fades ink. You need no downtime.\n\nThe laser causes redness.\n"
    assert {claim.treatment for claim in read(text)} == {"laser_tattoo_removal"}


@pytest.mark.parametrize(
    ("name", "treatment"),
    [
        ("Laser vein removal", "laser_vein_removal"),
        ("Plasma fibroblast", "plasma_pen"),
        ("Liquid rhinoplasty", "dermal_filler"),
        ("Microneedling with PRP", "microneedling_prp"),
        ("Photodynamic therapy", "photodynamic_therapy"),
        ("Follicular unit extraction", "hair_transplant"),
        ("Breast implants", "breast_augmentation"),
        ("Lip blush", "permanent_makeup"),
        ("Neurotoxins", "botulinum_toxin"),
        ("Red light therapy", "led_light_therapy"),
    ],
)
def test_a_treatment_is_known_by_its_ordinary_names(name, treatment):
    assert {claim.treatment for claim in read(f"{name}\n\nThere is no downtime. Redness is common.\n")} == {treatment}


def test_a_title_in_short_stands_for_what_the_text_names_in_full():
    text = "Surgery overview\n\nRhinoplasty changes the nose.\n\nRisks of surgery\n\nBruising is common after the surgery.\n"
    assert {subject for subject, _ in subjects(text, "side_effect")} == {"rhinoplasty"}


def test_an_answer_is_about_the_one_treatment_that_its_question_names():
    botox = "# Questions\n\nWhat is Botox?\n\nBotox softens lines.\n\n"
    text = f"{botox}Does laser hair removal need recovery?\n\nThere is no downtime.\n"
    assert subjects(text, "downtime") == [("laser_hair_removal", None)]


def test_what_a_treatment_is_preferred_to_is_not_what_is_spoken_of():
    text = "# Cryolipolysis\n\nMany people prefer it over liposuction because there is no downtime.\n"
    assert subjects(text, "downtime") == [("cryolipolysis", None)]
