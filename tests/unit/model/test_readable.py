"""What readers see of a text: every character keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.load.markdown import read
from helpers.model import Document
from helpers.model.readable import readable


def document(text):
    loaded = read(text.encode())
    return Document("a", loaded.text, "", "a.md", loaded.parts)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("n\u043e downtime", "no downtime"),
        ("\uff4e\uff4f downtime", "no downtime"),
        ("\U0001d5fb\U0001d5fc downtime", "no downtime"),
        ("250 \u03bcm deep, \u03b1-hydroxy", "250 \u03bcm deep, \u03b1-hydroxy"),
        (
            "\u0431\u043e\u043b\u0438 \u043d\u0435\u0442 \u0441\u043e\u0432\u0441\u0435\u043c",
            "\u0431\u043e\u043b\u0438 \u043d\u0435\u0442 \u0441\u043e\u0432\u0441\u0435\u043c",
        ),
        ("a ~~no~~ day", "a        day"),
        ("[red](https://example.org/no-pain) skin", "[red]                              skin"),
        ("see https://example.org/no-pain now", "see                             now"),
        ("no&nbsp;pain", "no      pain"),
        ("a<!-- no\npain -->b", "a       \n        b"),
        ("<b>no</b> pain", "   no     pain"),
        ("caf\u00e9 na\u00efve 5 \u00b5g", "caf\u00e9 na\u00efve 5 \u00b5g"),
    ],
)
def test_what_is_not_shown_is_blank_and_what_looks_alike_is_alike(written, seen):
    assert readable(document(written)) == seen


@given(st.text(alphabet="ab \n~<>!-[]()\u043e\uff4f\u0336#`&;"))
def test_every_character_keeps_its_place(text):
    one = document(text)
    seen = readable(one)
    assert len(seen) == len(one.text)
    assert seen.splitlines() == [] or len(seen.splitlines()) == len(one.text.splitlines())
