import pytest

from helpers.segment.lines import find_lines
from helpers.segment.wrapped import join_broken


@pytest.fixture
def lines():
    """Show each line as its kind and words, with a flag for an empty line above."""
    return lambda text: [(line.kind, text[line.start : line.end], line.blank_before) for line in find_lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_counts_once(end, lines):
    assert lines(f"One{end}two{end}{end}three{end}") == [
        ("text", "One", False),
        ("text", "two", False),
        ("text", "three", True),
    ]


def test_a_line_of_space_is_empty(lines):
    assert lines("One\n \u00a0\t\u200b\n\x00two") == [("text", "One", False), ("text", "two", True)]


@pytest.mark.parametrize("marker", ["-", "*", "•", "–", "1.", "12)", "(3)", "b)", "(c)", "✓"])
def test_a_marker_opens_an_item_and_stays_in_it(marker):
    text = f"  {marker} Rest a day"
    (line,) = find_lines(text)
    assert line.kind == "item"
    assert text[line.start : line.end] == f"{marker} Rest a day"
    assert text[line.body : line.end] == "Rest a day"


@pytest.mark.parametrize(
    "text", ["-5 degrees", "5-10 minutes", "A. Roe spoke", "2024. A year", "*stars*", "1.5 mm", "a cut", "I) am"]
)
def test_what_looks_like_a_marker_but_is_none(text):
    (line,) = find_lines(text)
    assert (line.kind, line.body) == ("text", 0)


@pytest.mark.parametrize("marker", ["-", "•", "1.", "*"])
def test_a_marker_alone_makes_the_next_line_an_item(marker, lines):
    assert lines(f"{marker}\nRest a day\n{marker}\n\nDrink\nMore") == [
        ("item", "Rest a day", False),
        ("item", "Drink", True),
        ("text", "More", False),
    ]


def test_markdown_headings_lose_their_mark_and_keep_their_level():
    text = "## Pain\n#hash\nRest\n===\nIt stings.\n---\nSoon\n---"
    found = [(line.kind, text[line.start : line.end], line.level) for line in find_lines(text)]
    assert found == [
        ("heading", "Pain", 2),
        ("text", "#hash", 0),
        ("heading", "Rest", 1),
        ("text", "It stings.", 0),
        ("heading", "Soon", 2),
    ]


def test_separators_are_no_lines(lines):
    assert lines("One\n\n***\n- - -\n|\n~~~~\n=====\nTwo") == [("text", "One", False), ("text", "Two", False)]


def broken(text, small=frozenset({"of"})):
    dangling = frozenset({"the", "least"})
    return [text[line.start : line.end] for line in join_broken(text, find_lines(text), dangling, small)]


@pytest.mark.parametrize(
    "text",
    [
        "The treated skin may look a little pink after it\nand feel warm to the touch.",
        "The treated skin may look a little pink, it may burn,\nItch or feel warm.",
        "After the session you should wait for at least\n24 hours, and then some.",
        "- The treated skin may look a little pink after it\n  and feel warm to the touch.",
    ],
)
def test_a_wrapped_sentence_is_joined(text):
    assert broken(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The treated skin may look a little pink after it.\nand so it goes",
        "The treated skin may look a little pink after it\n\nand so it goes",
        "The treated skin may look a little pink after it\nNow it is over",
        "The treated skin may look a little pink after:\nredness",
        "minimal downtime\nquick results",
        "# The treated skin may look a little pink after it\nand so it goes",
        "The treated skin may look a little pink after it\n- and so it goes",
    ],
)
def test_lines_that_end_stay_apart(text):
    assert len(broken(text)) == 2


WRAPPED = """Wear The Shoe Of The Year
The shoe is soft and brown and the heel is
low. It was sewn by Ann in a small town in
Spain. Most people wear it for three years.
A Word on the Sole
The sole is made of cork, and it bends with
each step. Nobody has worn it out so far."""


def test_a_text_that_was_wrapped_at_one_width_is_joined_by_paragraph():
    joined = broken(WRAPPED, small=frozenset({"of", "the", "on", "a"}))
    assert [" ".join(line.split())[:12] for line in joined] == ["Wear The Sho", "The shoe is ", "A Word on th", "The sole is "]


def test_a_list_of_short_lines_is_no_wrapped_text():
    lines = [
        f"Shoe number {number} is brown and has a low {word}"
        for number, word in enumerate(("heel", "tip", "sole", "lace", "tongue"))
    ]
    assert len(broken("\n".join(lines))) == 5
