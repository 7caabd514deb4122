import pytest
from pydantic import ValidationError

from helpers.errors import PackError
from helpers.packs.load import load_pack
from helpers.packs.tables import read_tables
from helpers.packs.treatments import TreatmentClass, TreatmentClasses, read_treatment_classes
from helpers.packs.warnings import read_warnings
from helpers.paths import DATA, PACKS


def test_a_brand_and_a_kind_have_a_class_and_are_products():
    classes = TreatmentClasses(classes={"laser": TreatmentClass(kinds=("brand",), also=("light_beam",), owes=("laser", "burns"))})
    assert [classes.class_of(name) for name in ("laser", "brand", "light_beam", "waxing")] == [
        "laser",
        "laser",
        "laser",
        "waxing",
    ]
    assert [classes.product_of(name) for name in ("laser", "brand", "light_beam", "waxing")] == [None, "brand", None, None]
    assert [classes.owed_by(name) for name in ("brand", "waxing")] == [("laser", "burns"), ("waxing",)]


def test_a_name_belongs_to_one_class():
    with pytest.raises(ValidationError, match="brand stands in two classes"):
        TreatmentClasses(classes={"laser": TreatmentClass(kinds=("brand",)), "peel": TreatmentClass(kinds=("brand",))})


def test_a_pack_without_the_file_has_classes_of_their_own(tmp_path):
    assert read_treatment_classes(tmp_path).class_of("sofwave") == "sofwave"


def test_the_packs_kinds_of_a_treatment_are_in_its_class():
    treatments = load_pack("aesthetics").treatments
    assert {treatments.class_of(kind) for kind in ("deep_peel", "superficial_peel", "tca_peel")} == {"chemical_peel"}
    assert treatments.class_of("sofwave") == treatments.class_of("ultherapy") == "hifu"
    assert treatments.product_of("deep_peel") == "deep_peel"
    assert treatments.owed_by("microneedling_prp") == ("microneedling", "prp")


def test_removing_a_tattoo_owes_what_lasers_owe():
    treatments = load_pack("aesthetics").treatments
    assert treatments.class_of("tattoo_removal") == "laser_tattoo_removal"
    assert treatments.owed_by("laser_tattoo_removal") == ("laser",)


def test_a_class_that_owes_what_nobody_owes_is_refused():
    classes = TreatmentClasses(classes={"tattoo_fading": TreatmentClass(owes=("lazer",))})
    with pytest.raises(PackError, match=r"treatment_classes.yml, tattoo_fading: owes .* 'lazer'.*did you mean 'laser'"):
        read_warnings(PACKS / "aesthetics", DATA / "evidence" / "warnings.csv", classes)


def test_warnings_are_asked_of_treatments_that_have_words():
    pack, file = load_pack("aesthetics"), read_tables(PACKS / "aesthetics").warnings.file
    said = {*file.like, *(name for kinds in file.like.values() for name in kinds), *file.not_owed}
    said |= {name for group in file.groups.values() for name in group.classes}
    assert said - pack.classes["treatment"].values.keys() == set(), "warnings.yml names a class that no page can be about"
