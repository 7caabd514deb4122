"""Every pack with a prompt can be asked by it; its rulings name nothing that the pack does not have."""

import pytest

from helpers.errors import PackError
from helpers.model import Document
from helpers.packs.load import load_pack
from helpers.packs.second import read_prompt, read_rulings
from helpers.pipeline import Pipeline
from helpers.second.vocabulary import vocabulary


@pytest.fixture(scope="module")
def pack():
    return load_pack("aesthetics")


@pytest.fixture(scope="module")
def rulings(pack):
    return read_rulings(pack.folders[0])


@pytest.fixture(scope="module")
def words(pack, rulings):
    return vocabulary(pack, rulings, 2)


def test_rulings_name_topics_and_items_of_the_pack(pack, rulings, words):
    named = {*rulings.topics, *rulings.items, *rulings.open, *rulings.named, *rulings.amounts}
    assert named == named & set(pack.topics)
    for topic, notes in rulings.items.items():
        assert set(notes) == set(notes) & set(words[topic].items), topic


def test_sentences_that_are_shown_make_the_claims_that_are_shown(rulings, words):
    """What the prompt shows as an answer passes the very verification that answers pass."""
    from second_pages import second

    for number, one in enumerate(rulings.shown):
        said = [{"sentence": 2, "treatment": "chemical_peel", **claim} for claim in one.claims]
        read = second(f"# Chemical peel\n\n{one.text}\n", *said)
        assert len(read.claims) == len(one.claims), (number, read.dropped)


def test_another_pack_is_asked_by_the_prompt_of_the_one_it_extends():
    pipeline = Pipeline.of("supplements")
    reading = pipeline.read(Document("zinc", "# Zinc\n\nZinc may cause nausea.\n\nTake zinc with food.\n", "", "zinc.md"))
    prompts = pipeline.second.prompts(pipeline.second_page(reading))
    assert [one.part.task for one in prompts] == ["claims", "problems"]
    assert "nausea" in prompts[0].system and "### side_effect" in prompts[0].system


def test_a_pack_without_a_prompt_says_so():
    with pytest.raises(PackError, match=r"second_reader/prompt\.yml"):
        _ = Pipeline.of("german").second
    assert read_prompt(load_pack("german").folders) is None


def test_the_prompt_is_part_of_the_pack_s_hash(pack, tmp_path):
    import shutil

    from helpers.packs.fingerprint import fingerprint

    folder = tmp_path / "pack"
    shutil.copytree(pack.folders[1], folder)
    before = fingerprint([folder])
    prompt = folder / "second_reader" / "prompt.yml"
    prompt.write_text(prompt.read_text(encoding="utf-8").replace("You judge nothing", "You judge"), encoding="utf-8")
    assert fingerprint([folder]) != before


def test_a_sentence_in_another_language_makes_no_claim():
    from second_pages import claim, second

    german = "Nach der Behandlung sind Rötungen und Schwellungen für einige Tage normal und klingen wieder ab. " * 4
    english = "A chemical peel has no downtime, and most people are back at work on the very same day without any trouble. " * 6
    text = f"# Chemical peel\n\n{english}\n\n{german}\n"
    number = next(n for n in range(2, 30) if "Nach" in _line(text, n))
    read = second(text, claim(number, "Rötungen", "side_effect", item="redness", level="common"))
    assert read.claims == () and [one.dropped_for for one in read.dropped] == ["other_language"]


def _line(text, number):
    from second_pages import page_and_prompts

    [prompt] = page_and_prompts(text)[2]
    return next((line for line in prompt.part.lines if line.startswith(f"[{number}] ")), "")
