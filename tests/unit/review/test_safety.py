from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.errors import PackError
from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.review import Reading
from helpers.model.safety import LostWarning
from helpers.model.segment import Segmented, Sentence
from helpers.model.span import Span
from helpers.packs.safety import SafetyText, WarningWords, read_safety
from helpers.paths import PACKS
from helpers.review import lost_between, lost_safety

WARNINGS = SafetyText(
    topics=("side_effect",),
    reassurances=("absent",),
    headings=("side effect", "risk"),
    harm="nobody is warned",
    gone="high",
    still_said="medium",
)
OLD = """Glow mist
It smells of pine.
Side effects
A little redness may follow.
Some guests itch for an evening.
Ask us anything.
Prices
Beware of a burning feeling.
"""


def split(text: str) -> Segmented:
    """Every line a sentence; a line of one or two words a heading for what follows."""
    sentences, heading, at = [], None, 0
    for line in text.splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip()))
        at += len(line)
        if len(line.split()) <= 2:
            heading = span
            sentences.append(Sentence("heading", *span, block=0, zone="body"))
        else:
            sentences.append(Sentence("sentence", *span, block=0, zone="body", headings=(heading,) if heading else ()))
    return Segmented("glow", (), tuple(sentences), ())


@pytest.fixture
def lost(document_of: Callable[..., Document], claim_in: Callable[..., Claim]) -> Callable[..., tuple[LostWarning, ...]]:
    def compare(new_text: str, *new_claims: Claim) -> tuple[LostWarning, ...]:
        old = document_of(OLD)
        claims = [
            claim_in(old, "redness", topic="side_effect", item="redness"),
            claim_in(old, "burning feeling", topic="side_effect", item="burning"),
            claim_in(old, "smells of pine", topic="composition", item="pine"),
        ]
        return lost_safety(old, split(OLD), claims, new_text=new_text, new_claims=new_claims, safety=WARNINGS)

    return compare


def test_nothing_lost_when_the_warnings_only_moved(lost: Callable[..., tuple[LostWarning, ...]]) -> None:
    lines = OLD.splitlines()
    assert lost("\n".join([*lines[5:], *lines[:5]])) == ()
    assert lost(OLD.replace("redness may\x20follow", "redness may \t follow")) == ()


def test_a_section_that_went_is_listed_sentence_by_sentence(lost: Callable[..., tuple[LostWarning, ...]]) -> None:
    found = lost("Glow mist\nIt smells of pine.\nPrices\nBeware of a burning feeling.\n")
    assert [(one.quote, one.heading, one.still_said) for one in found] == [
        ("A little redness may follow.", "Side effects", False),
        ("Some guests itch for an evening.", "Side effects", False),
        ("Ask us anything.", "Side effects", False),
    ]
    assert found[0].reason == (
        "The last version warned under “Side effects”: “A little redness may follow.”. "
        "That sentence is gone; this version does not say it in other words either."
    )
    assert OLD[found[0].start : found[0].end] == found[0].quote


def test_a_warning_outside_any_safety_section_counts_by_its_claim(lost: Callable[..., tuple[LostWarning, ...]]) -> None:
    (one,) = lost(OLD.replace("Beware of a burning feeling.", "Cash only."))
    assert (one.quote, one.heading) == ("Beware of a burning feeling.", "")


def test_a_warning_in_other_words_is_the_lesser_finding(
    lost: Callable[..., tuple[LostWarning, ...]], make_claim: Callable[..., Claim]
) -> None:
    (one,) = lost(
        OLD.replace("A little redness may follow.", "You may turn red."), make_claim(topic="side_effect", item="redness")
    )
    assert one.still_said
    assert "still given in other words" in one.reason


def test_that_there_is_none_is_neither_a_warning_nor_one_in_other_words(
    lost: Callable[..., tuple[LostWarning, ...]], make_claim: Callable[..., Claim]
) -> None:
    none = make_claim(topic="side_effect", item="redness", level="absent")
    (one,) = lost(OLD.replace("A little redness may follow.", "You will not turn red."), none)
    assert not one.still_said


def test_a_reassurance_may_go(document_of: Callable[..., Document], claim_in: Callable[..., Claim]) -> None:
    old = document_of("It smells of pine.\nNobody turns red.\n")
    none = claim_in(old, "Nobody turns red", topic="side_effect", item="redness", level="absent")
    assert lost_safety(old, split(old.text), [none], new_text="It smells of pine.\n", new_claims=[], safety=WARNINGS) == ()


def test_between_two_versions_of_a_folder_each_source_is_held_against_itself(
    document_of: Callable[..., Document], claim_in: Callable[..., Claim]
) -> None:
    def reading(source_id: str, text: str) -> Reading:
        return Reading(document_of(text, source_id), split(text), ())

    old = [reading("balm", OLD), reading("glow", OLD), reading("mist", OLD)]
    new = [reading("balm", OLD), reading("glow", OLD.replace("Some guests itch for an evening.\n", ""))]
    (one,) = lost_between(old, new, WARNINGS)
    assert (one.source_id, one.quote) == ("glow", "Some guests itch for an evening.")


def test_other_sentences_may_go_as_they_like(lost: Callable[..., tuple[LostWarning, ...]]) -> None:
    assert lost(OLD.replace("It smells of pine.", "")) == ()


def test_the_packs_own_words_are_read() -> None:
    safety = read_safety(PACKS / "aesthetics")
    assert "side_effect" in safety.topics
    assert "side effect" in safety.headings


@pytest.mark.parametrize("one", read_safety(PACKS / "aesthetics").warns, ids=lambda one: one.id)
def test_every_kind_of_warning_takes_its_examples_and_no_counterexample(one: WarningWords) -> None:
    alone = read_safety(PACKS / "aesthetics").model_copy(update={"warns": (one,)})
    alone = SafetyText.model_validate(alone.model_dump())
    assert [words for words in one.examples if not alone.warns_in(words)] == []
    assert [words for words in one.counterexamples if alone.warns_in(words)] == []


FORBIDS = "Do not have microneedling if you are pregnant."


@pytest.mark.parametrize(
    ("now", "still_said"),
    [("", False), ("Please do not have microneedling while you are pregnant.", True), ("Pregnant women love us.", False)],
)
def test_a_warning_in_running_text_counts_by_its_words(document_of: Callable[..., Document], now: str, still_said: bool) -> None:
    old = document_of(f"It smells of pine.\n{FORBIDS}\nAsk us anything.\n")
    safety = read_safety(PACKS / "aesthetics")
    text = f"It smells of pine.\n{now}\nAsk us anything.\n"
    [one] = lost_safety(old, split(old.text), [], new_text=text, new_claims=[], safety=safety)
    assert (one.quote, one.still_said, one.severity) == (FORBIDS, still_said, "medium" if still_said else "high")
    quoted = old.text.replace("Do not", "**Do\u00a0not**").replace("\n", "\r\n")
    assert lost_safety(old, split(old.text), [], new_text=quoted, new_claims=[], safety=safety) == ()


def test_a_wrong_frame_says_where(tmp_path: Path) -> None:
    told = "topics: [a]\nreassurances: []\nheadings: [b]\nharm: c\ngone: high\nstill_said: low\n"
    warns = "warns: [{id: d, says: ['{no} e'], reason: f, examples: [g], counterexamples: [h]}]\n"
    (tmp_path / "review.yml").write_text(told + warns)
    with pytest.raises(PackError, match=r"no class 'no'"):
        read_safety(tmp_path)


def test_a_wrong_file_says_where(tmp_path: Path) -> None:
    (tmp_path / "review.yml").write_text("topics: [side_effect]\nreassurances: []\nheadings: 3\n")
    with pytest.raises(PackError, match=r"review\.yml, headings"):
        read_safety(tmp_path)
