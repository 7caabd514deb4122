"""Every word group and cue in segments.yml and gaps.yml does what its reason says."""

import re

import pytest
from pydantic import ValidationError

from helpers.errors import PackError
from helpers.packs.furniture import FurnitureCue, read_gap_topics, read_segment_words
from helpers.paths import PACKS

WORDS = read_segment_words(PACKS / "english")
TOPICS = read_gap_topics(PACKS / "aesthetics")


def matches(cue, line):
    starts = any(re.match(pattern, line, re.IGNORECASE) for pattern in cue.starts)
    return starts or any(phrase in line.casefold() for phrase in cue.contains)


@pytest.mark.parametrize("cue", WORDS.furniture, ids=lambda cue: cue.id)
def test_furniture_cues_know_their_examples(cue):
    assert cue.reason
    assert [line for line in cue.examples if not matches(cue, line)] == []
    assert [line for line in cue.counter_examples if matches(cue, line)] == []


@pytest.mark.parametrize("cue", WORDS.furniture, ids=lambda cue: cue.id)
def test_each_pattern_and_phrase_has_an_example(cue):
    unused = [pattern for pattern in cue.starts if not any(re.match(pattern, line, re.IGNORECASE) for line in cue.examples)]
    unused += [phrase for phrase in cue.contains if not any(phrase in line.casefold() for line in cue.examples)]
    assert unused == []


@pytest.mark.parametrize("cue", WORDS.furniture, ids=lambda cue: cue.id)
def test_furniture_below_a_paragraph_is_chrome_and_its_counter_examples_are_not(cue, furniture):
    paragraph = (
        "Most people feel a little warmth during the session, and after it the skin looks pink for an hour or so at most.\n\n"
    )
    for line in cue.examples:
        assert "".join(furniture(paragraph + line)).replace(" ", "") == line.replace(" ", "")
    for line in cue.counter_examples:
        assert furniture(paragraph + line) == []


@pytest.mark.parametrize("word", WORDS.abbreviations.never.words)
def test_a_sentence_goes_on_behind(word, kinds):
    assert len(kinds(f"The page was checked by {word}. Roe before it went out to readers. It is short and plain.")) == 2


@pytest.mark.parametrize("word", WORDS.abbreviations.unit.words)
def test_a_sentence_ends_behind_a_unit_only_before_a_capital(word, kinds):
    assert len(kinds(f"The skin rests for 30 {word}. and then it is cleaned with water again.")) == 1
    assert len(kinds(f"The skin rests for about 30 {word}. Then it is cleaned with water again.")) == 2


@pytest.mark.parametrize("word", WORDS.abbreviations.figure.words)
def test_a_sentence_goes_on_before_a_figure(word, kinds):
    assert len(kinds(f"The skin is drawn in {word}. 5 of the leaflet that lies in the clinic.")) == 1


@pytest.mark.parametrize("word", WORDS.abbreviations.maybe.words)
def test_a_sentence_may_end_behind(word, kinds):
    assert len(kinds(f"It was first tried in the {word}. Food lab and then sold elsewhere.")) == 1
    assert len(kinds(f"It was first tried in the great {word}. They sold it elsewhere later.")) == 2


@pytest.mark.parametrize("word", WORDS.letter_nouns.words)
def test_a_letter_behind_such_a_noun_is_no_initial(word, kinds):
    assert len(kinds(f"The mixture belongs to {word} B. Retinol is not part of it at all.")) == 2
    assert len(kinds("The mixture was first made by J. Roe in a kitchen.")) == 1


@pytest.mark.parametrize("word", WORDS.starters.words)
def test_a_starter_shows_a_glued_heading(word, kinds):
    text = f"Price List{word} one is open to see and to ask for."
    assert kinds(text) == ["heading: Price List", f"sentence: {text[10:]}"]


@pytest.mark.parametrize("word", WORDS.heading_words.words)
def test_a_single_heading_word_is_cut_off(word, kinds):
    text = f"{word.title()}Lasers can be of use here for a while."
    assert kinds(text) == [f"heading: {word.title()}", "sentence: Lasers can be of use here for a while."]


@pytest.mark.parametrize("word", WORDS.dangling.words)
def test_a_line_ending_in_such_a_word_is_broken(word, kinds):
    assert len(kinds(f"The skin may look pink and feel rather warm {word}\nDay and night it heals.")) == 1


@pytest.mark.parametrize("word", WORDS.finite_verbs.words)
def test_a_short_line_with_a_verb_is_a_statement(word, kinds):
    assert kinds(f"Doctor visit\n\nThis new cream {word} good\n\nIt stings for a while.")[1].startswith("sentence")


@pytest.mark.parametrize("word", WORDS.question_words.words)
def test_a_line_that_such_a_word_opens_is_a_heading(word, kinds):
    assert kinds(f"Doctor visit\n\n{word.title()} the needle is doing\n\nIt stings for a while.")[1].startswith("heading")


@pytest.mark.parametrize("word", WORDS.small_words.words)
def test_a_title_may_hold(word, kinds):
    assert kinds(f"Doctor visit\n\nSkin {word} Time Is Long\n\nIt stings for a while.")[1].startswith("heading")


@pytest.mark.parametrize("word", WORDS.no_labels.words)
def test_a_call_for_attention_is_no_label(word, segment):
    assert segment(f"{word.capitalize()}: the skin may sting for a while.").sentences[0].label is None


@pytest.mark.parametrize("word", WORDS.open_lead_ins.words)
def test_a_lead_in_that_breaks_off_is_a_gap(word, segment):
    assert len(segment(f"The doctor may then decide to {word}:\nThe next visit is free of charge.").gaps) == 1


@pytest.mark.parametrize("word", WORDS.pronouns.words)
def test_a_pronoun_points_back(word, segment):
    text = f"Your practitioner will name the risks. {word.capitalize()} may include:\nThe visit is short and calm."
    assert [gap.topic for gap in segment(text).gaps] == ["side_effect"]


@pytest.mark.parametrize("word", WORDS.months.words)
def test_a_date_alone_is_furniture(word, furniture):
    assert furniture(f"Doctor visit\n3 {word.title()} 2019\nIt stings for a while.") == [f"3 {word.title()} 2019"]


@pytest.mark.parametrize("word", WORDS.menu.words)
def test_three_menu_entries_make_a_menu(word, furniture):
    others = ("gallery", "blog")
    text = "\n".join(entry.title() for entry in (*others, word))
    assert "\n".join(furniture(f"{text}\n\nIt stings for a while, and then it heals.")) == text


@pytest.mark.parametrize("topic", TOPICS.topics, ids=lambda topic: topic.topic)
def test_gap_topics_know_their_examples(topic, segment):
    assert topic.reason
    assert [gap.topic for line in topic.examples for gap in segment(f"{line}\nThe visit is short.").gaps] == [topic.topic] * len(
        topic.examples
    )
    assert topic.topic not in [
        gap.topic for line in topic.counter_examples for gap in segment(f"{line}\nThe visit is short.").gaps
    ]


def test_a_cue_without_a_pattern_or_with_a_wrong_one_is_refused():
    cue = {"id": "a", "reason": "b", "scope": "line", "examples": ["c"], "counter_examples": ["d"]}
    with pytest.raises(ValidationError, match="give starts, contains or both"):
        FurnitureCue.model_validate(cue)
    with pytest.raises(ValidationError, match="not a regular expression"):
        FurnitureCue.model_validate(cue | {"starts": ["("]})
    with pytest.raises(ValidationError, match="lower case"):
        FurnitureCue.model_validate(cue | {"contains": ["Sign In"]})


def test_a_wrong_file_names_its_place(tmp_path):
    source = (PACKS / "english" / "segments.yml").read_text(encoding="utf-8")
    (tmp_path / "segments.yml").write_text(source.replace("id: sign_in", "id: byline"), encoding="utf-8")
    with pytest.raises(PackError, match=r"segments\.yml: .*id of its own"):
        read_segment_words(tmp_path)
    (tmp_path / "gaps.yml").write_text("topics: {}\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"gaps\.yml, topics"):
        read_gap_topics(tmp_path)
