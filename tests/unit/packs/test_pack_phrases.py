"""Phrases that a pack lists: whole words, any ending, ends of words, any spacing."""

import pytest

from helpers.packs.phrases import any_of


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("will", "It Will help", True),
        ("will", "goodwill and willing", False),
        ("guarantee*", "it is guaranteed", True),
        ("-free", "a spot-free face", True),
        ("-free", "a freely given word", False),
        ("off label", "an off-label use", True),
        ("off label", "off\nlabel", True),
        ("100%", "100% smooth", True),
        ("et al", "Li et al. found", True),
    ],
)
def test_phrases(phrase: str, text: str, found: bool) -> None:
    assert bool(any_of(("something else", phrase)).search(text)) is found
