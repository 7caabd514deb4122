"""How far a page could be read."""

from collections.abc import Callable

import pytest
from reach_pages import CHINESE, ENGLISH, FRENCH, GERMAN, LITTLE, NO_CLAIM, NO_TREATMENT, OTHER_FIELD, POLISH, RUSSIAN

from helpers.load import read_folder
from helpers.model import Document
from helpers.model.names import Names
from helpers.model.notices import NAMED, notices
from helpers.model.reach import Reach
from helpers.model.review import Reading
from helpers.packs.languages import read_languages
from helpers.paths import PACKS, SEEDS
from helpers.pipeline import Pipeline
from helpers.reach.tongues import COMMON, WORD

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


@pytest.fixture
def read(pipeline: Pipeline) -> Read:
    return lambda text: pipeline.read(Document("page", text, "", "page.md"))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (ENGLISH, "read"),
        ("Mesotherapy has no downtime.", "read"),
        (NO_CLAIM, "read"),
        (GERMAN, "other_language"),
        (FRENCH, "other_language"),
        (POLISH, "other_language"),
        (RUSSIAN, "other_language"),
        (CHINESE, "other_language"),
        (OTHER_FIELD, "other_field"),
        (LITTLE, "too_little_text"),
        ("", "too_little_text"),
        ("12 34 56 78 😀", "too_little_text"),
        (NO_TREATMENT, "unknown_treatment"),
    ],
)
def test_a_page_is_in_one_state(read: Read, text: str, state: str) -> None:
    reach = read(text).reach
    assert (reach.source_id, reach.state) == ("page", state)
    assert reach.could_be_read == (state in ("read", "unknown_treatment"))
    assert bool(reach.reason) == (state != "read")


def test_a_page_in_another_language_makes_no_claim_however_many_of_its_names_are_known(read: Read) -> None:
    reading = read(GERMAN)
    assert reading.claims == ()
    assert reading.reach.reason == "it is written in German, and the pack reads English"


def test_a_passage_in_another_language_is_told_and_makes_no_claim(read: Read) -> None:
    more = " The red skin fades within a week, and most people go back to their work after three days of rest at home."
    reading = read(f"{ENGLISH}{more}\n\n{FRENCH} Microneedling: 30 min.\n\nMild swelling is common after a chemical peel.")
    assert (reading.reach.state, reading.reach.language, reading.reach.passages) == ("read", "French", 1)
    [passage] = reading.foreign
    assert passage.of(reading.document.text).startswith("Le traitement")
    assert not any(passage.start <= claim.start < passage.end for claim in reading.claims)
    assert reading.claims[-1].item == "swelling"


def test_no_sentence_of_the_sources_is_taken_for_another_language(pipeline: Pipeline) -> None:
    for document in read_folder(SEEDS):
        reading = pipeline.read(document)
        assert (reading.reach, reading.foreign) == (Reach(document.source_id), ())


def test_a_list_of_names_is_no_language(read: Read) -> None:
    names = (
        "Botox, Dysport, Juvederm, Restylane, Sculptra, Radiesse, Ultherapy, Morpheus8, Fraxel, Thermage, CoolSculpting, Emsculpt"
    )
    assert read(f"{ENGLISH}\n\n{names}").foreign == ()


def test_every_pack_reads_a_language_that_is_told_apart() -> None:
    from helpers.packs.load import PackFile
    from helpers.packs.read import read_yaml

    languages = read_languages()
    packs = [read_yaml(path, PackFile) for path in sorted(PACKS.glob("*/pack.yml"))]
    assert packs
    assert all(languages[pack.language].name for pack in packs)


def test_the_library_knows_every_language_that_is_told_apart() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    assert set(read_languages()) <= set(LanguageIdentifier.from_model_file(MODEL_FILE).labels)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, POLISH])
def test_common_words_hardly_stand_in_another_language(text: str) -> None:
    words = [word.lower() for word in WORD.findall(text)]
    assert sum(word in read_languages()["en"].common for word in words) < COMMON * len(words) / 2


def test_pages_with_one_reason_are_told_together_and_many_are_counted() -> None:
    ids = [f"p{number}" for number in range(NAMED + 3)]
    reaches = [Reach(one, "other_language", "it is written in German, and the pack reads English") for one in ids]
    [line] = notices([*reaches, Reach("read")], {one: one.upper() for one in ids})
    assert line.startswith("Could not be read: P0, P1, P2, P3, P4 and 4 more: it is written in German")


def test_what_was_read_is_not_mentioned(pipeline: Pipeline) -> None:
    review = pipeline.review(read_folder(SEEDS))
    assert notices(review.reaches.values(), Names(review).sources) == []
