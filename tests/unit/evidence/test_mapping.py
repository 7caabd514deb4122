"""The mapping holds every entry once, in the codebook's words and in the register's."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from register_of_tests import register

from helpers.errors import PackError
from helpers.packs.evidence import Entry, read_evidence
from helpers.packs.mapping import MappingFile
from helpers.packs.read import read_yaml
from helpers.packs.topics import read_topics
from helpers.paths import DATA, PACKS

FOLDER = DATA / "evidence"
ENTRIES = sorted(register().entries.items())
TOPICS = read_topics(PACKS / "aesthetics")
ADDED = read_yaml(FOLDER / "mapping.yml", MappingFile).added_items

# Section 4 of the codebook, as far as the register speaks of it.
ITEMS = {
    "efficacy": """acne acne_scars scars wrinkles pigmentation hydration texture tone elasticity volume pores hair_loss fat
        cellulite stretch_marks rejuvenation redness unspecified""",
    "side_effect": """redness swelling bruising bleeding tenderness itching burning dryness flaking infection allergic_reaction
        scarring pigment_change nodules necrosis nerve_damage nausea headache numbness breakout any""",
    "mechanism": """collagen elastin circulation cell_renewal growth_factors fat_metabolism healing_response oil_control
        inflammation""",
    "regulatory_status": "fda ce health_canada mhra ema tga",
    "origin": "michel_pistor france",
    "provider": "dermatologist physician nurse aesthetician trained_practitioner",
    "target_layer": "epidermis dermis mesoderm subcutaneous scalp under_skin",
}


def test_every_entry_of_the_register_is_mapped_once() -> None:
    with (FOLDER / "evidence.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["ref_id"] for row in csv.DictReader(file)]
    assert len(listed) == len(set(listed)) == 86
    assert list(register().entries) == listed


@pytest.mark.parametrize(("ref_id", "entry"), ENTRIES)
def test_topics_and_items_are_words_of_the_codebook(ref_id: str, entry: Entry) -> None:
    for part in (*entry.mapped.speaks_to, *entry.mapped.concerns):
        assert part.topic in TOPICS
        if part.item is not None:
            assert part.item in {*ITEMS[part.topic].split(), *ADDED.get(part.topic, ())}, ref_id
    for purpose in (entry.mapped.purpose, entry.mapped.limited_to):
        assert purpose is None or purpose in ITEMS["efficacy"].split()


@pytest.mark.parametrize(("ref_id", "entry"), ENTRIES)
def test_ranges_hold_the_figures_of_the_registers_own_columns(ref_id: str, entry: Entry) -> None:
    schedule = entry.mapped.schedule
    columns = {entry.row.session_interval_days: schedule.interval, entry.row.session_count: schedule.count}
    for figure, part in columns.items():
        if figure.isdigit():
            assert part is not None, ref_id
            assert part.low is not None and part.high is not None
            assert part.low <= float(figure) <= part.high


@pytest.mark.parametrize(("ref_id", "entry"), ENTRIES)
def test_a_comparison_is_never_read_as_working_or_not(ref_id: str, entry: Entry) -> None:
    if entry.mapped.polarity == "comparison":
        assert register().joining.polarities["comparison"][entry.row.direction] == "compares"


def test_laws_and_codes_have_no_level_and_name_their_country() -> None:
    dated = [entry for _, entry in ENTRIES if entry.mapped.kind in {"regulation", "advertising"}]
    assert len(dated) == 12
    assert all(entry.row.level is None and entry.mapped.country for entry in dated)
    assert all(entry.mapped.concerns or entry.mapped.speaks_to for entry in dated)


def test_no_outbreak_or_case_gives_a_frequency() -> None:
    for _, entry in ENTRIES:
        if entry.mapped.kind in {"outbreak", "case"}:
            assert {part.reading for part in entry.mapped.speaks_to} <= {
                None,
                "occurs",
                "harm",
                "licensed_only",
                "some",  # AES8's introduction on usual recovery
            }


@pytest.fixture
def spoiled(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], None]], Path]:
    """Copy the shipped files with one change to the mapping."""

    def spoil(change: Callable[[dict[str, Any]], None]) -> Path:
        for name in ("evidence.csv", "joining.yml"):
            (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
        mapping = yaml.load((FOLDER / "mapping.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
        change(mapping["entries"])
        (tmp_path / "mapping.yml").write_text(yaml.dump(mapping, Dumper=yaml.CSafeDumper), encoding="utf-8")
        return tmp_path

    return spoil


def lost(entries: dict[str, Any]) -> None:
    del entries["FR01"]


def strange(entries: dict[str, Any]) -> None:
    entries["XX99"] = entries["FR01"]


def not_its_words(entries: dict[str, Any]) -> None:
    entries["FR02"]["speaks_to"][1]["words"] = "Everybody looked younger"


def no_words(entries: dict[str, Any]) -> None:
    del entries["FR03"]["product_words"]


def reading_without_words(entries: dict[str, Any]) -> None:
    del entries["FR02"]["speaks_to"][1]["words"]


def unknown_reading(entries: dict[str, Any]) -> None:
    entries["FR02"]["speaks_to"][1]["reading"] = "wonderful"


def unknown_topic(entries: dict[str, Any]) -> None:
    entries["FR02"]["speaks_to"][1]["topic"] = "price"


def another_figure(entries: dict[str, Any]) -> None:
    entries["FR04"]["schedule"]["interval"] = {"low": 14, "high": 14}


def unknown_key(entries: dict[str, Any]) -> None:
    entries["FR04"]["strength"] = 5


@pytest.mark.parametrize(
    ("change", "place", "says"),
    [
        (lost, "FR01", "once in each"),
        (strange, "XX99", "once in each"),
        (not_its_words, "FR02", "stands in no cell"),
        (no_words, "FR03", "product_words"),
        (reading_without_words, "FR02", "needs words"),
        (unknown_reading, "FR02", "wonderful"),
        (unknown_topic, "FR02", "price"),
        (another_figure, "FR04", "interval"),
        (unknown_key, "FR04", "no field here"),
    ],
)
def test_a_wrong_mapping_is_one_line_that_names_the_entry(
    spoiled: Callable[[Callable[[dict[str, Any]], None]], Path], change: Callable[[dict[str, Any]], None], place: str, says: str
) -> None:
    with pytest.raises(PackError) as error:
        read_evidence(spoiled(change))
    message = str(error.value)
    assert "mapping.yml" in message and place in message and says in message
    assert "\n" not in message


def header_lost(text: str) -> str:
    return text.replace("claim_tested", "claim", 1)


def another_direction(text: str) -> str:
    return text.replace('"contradicts"', '"proves"', 1)


def twice(text: str) -> str:
    return text + text.splitlines(keepends=True)[1]


def torn(text: str) -> str:
    return text + "core,ZZ01\n"


def too_wide(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join((*lines[:1], lines[1].rstrip("\r\n") + ",one,more\n", *lines[2:]))


@pytest.mark.parametrize("change", [header_lost, another_direction, twice, torn, too_wide])
def test_a_wrong_register_is_one_line(tmp_path: Path, change: Callable[[str], str]) -> None:
    for name in ("mapping.yml", "joining.yml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    text = (FOLDER / "evidence.csv").read_text(encoding="utf-8")
    (tmp_path / "evidence.csv").write_text(change(text), encoding="utf-8")
    with pytest.raises(PackError, match=r"^evidence\.csv") as error:
        read_evidence(tmp_path)
    assert "\n" not in str(error.value)


def test_a_missing_register_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"evidence\.csv: the table is missing"):
        read_evidence(tmp_path)
