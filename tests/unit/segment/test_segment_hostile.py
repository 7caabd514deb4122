"""Pages that no one wrote for readers: the work grows no faster than the page."""

import sys

import pytest

from helpers.model import Document

UNITS = {
    "prose on one line": "The boot fits well for a day. ",
    "a word without end": "x",
    "stops": ".",
    "stops and spaces": ". ",
    "abbreviations": "Dr. ",
    "open brackets": "(",
    "open brackets and stops": "(a. ",
    "closed brackets": "a. ) ",
    "footnotes": "[1",
    "quotes": '"',
    "stops and quotes": '."',
    "colons": "a: ",
    "glued lead-ins": "include:You go ",
    "capitals within": "aB",
    "names": "aBc dEf ",
    "glued headings": "Boot CareThe boot ",
    "semicolon table": "a; b; c\n",
    "semicolon prose": "a; b.\n",
    "semicolons": "a; ",
    "tabs": "a\tb\n",
    "pipes": "|a|b|\n",
    "pipes on one line": "|a",
    "headings": "Boot Care\n\n",
    "levels": "# A\n",
    "questions": "Is it?\n",
    "items": "- a\n",
    "badges": "Free socks\n",
    "lost bullets": "Boots have:\nA sole\nA toe\n",
    "underlined": "A\n---\n",
    "wrapped": "the boot may feel a little tight for a while and\n",
    "menus": "Home\nAbout\n",
    "comments": "0 Comments\nTo be or\n",
    "dates": "3 May 2020\n",
    "teasers": "Boots\nThe boot that went up the hill and down again...\nRead more\n",
    "labels": "A: b. ",
    "numbers": "1. ",
    "ellipses": "a… ",
    "stars": "a**",
    "empty lines": "\n",
    "returns": "\r",
    "spaces": " ",
    "thin spaces": "a\u2009\u00a0",
    "no width": "\u200b",
    "right to left": "\u202eabc ",
    "controls": "\x00a\x1f",
    "emoji": "💉",
    "surrogates": "\ud800 a. B",
}


def calls(function):
    """Count the Python and C functions that a call enters: a measure of work that no clock disturbs."""
    count = 0

    def tally(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        function()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_twice_the_page_is_twice_the_work(unit, segmenter):
    def work(size):
        document = Document("page", unit * (size // len(unit)), "", "page.txt")
        return calls(lambda: segmenter.segment(document))

    assert work(6_000) <= 2.2 * work(3_000) + 250


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_a_long_hostile_line_comes_back_whole(unit, segment):
    """Patterns that took quadratic time would not come back from 100,000 characters within the run's patience."""
    text = unit.replace("\n", " ") * (100_000 // len(unit))
    kept = "".join(text[one.start : one.end] for one in segment(text).sentences)
    assert {letter for letter in text if letter.isalpha()} <= set(kept)


def test_ten_megabytes_on_one_line(segment):
    text = f"The boot fits well {'and keeps dry ' * 20}for a day. " * 33_000
    found = segment(text).sentences
    assert len(text) > 10_000_000
    assert len(found) == 33_000
    assert found[-1].end == len(text) - 1
