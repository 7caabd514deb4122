"""Characters that nobody sees or that pass for others: told where people read, and never taken for nothing."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.model import Document
from helpers.model.readable import readable
from helpers.model.strange import revealed, strange, unreadable
from helpers.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\u202eniap on\u202c", "[RLO]niap on[PDF]"),
        ("no\u200b down\u00adtime", "no[ZWSP] down[SHY]time"),
        ("n\u043e downtime", "n\u043e[read as “no”] downtime"),
        ("\uff4e\uff4f downtime", "\uff4e\uff4f[read as “no”] downtime"),
        ("pain\u0436less", "pain\u0436less[two alphabets]"),
        ("n\ufffd downtime", "n\ufffd[lost] downtime"),
        ("a\u200db", "a[ZWJ]b"),
        ("a\U000e0041b", "a[TAG]b"),
    ],
)
def test_each_kind_is_told(text, told):
    assert revealed(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffA page that begins with a mark",
        "a nurse \U0001f469\u200d\u2695\ufe0f smiles",
        "TNF\u03b1 and \u03b1-hydroxy acids, 250 \u03bcm",
        "caf\u00e9 na\u00efve – “quoted”, 2 ½ days",
        "\u0431\u043e\u043b\u0438 \u043d\u0435\u0442 \u0441\u043e\u0432\u0441\u0435\u043c",
    ],
)
def test_what_people_write_is_not(text):
    assert revealed(text) == text
    assert unreadable(text) == []


@given(st.text(alphabet="no \u043e\u0436\u202e\u202c\u00ad\ufffd\uff4e\n_", max_size=40))
def test_nothing_is_lost_but_what_nobody_sees(text):
    found = strange(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(one.start < one.end and one.shown in ("", text[one.start : one.end]) for one in found)
    assert all(one.shown or not text[one.start : one.end].isprintable() for one in found)


@pytest.mark.parametrize("words", ["n\ufffd downtime", "n\u0436 downtime", "\u202eemitnwod on\u202c"])
def test_a_sentence_with_a_word_that_cannot_be_read_is_unread(words):
    text = f"Mesotherapy is an injection of vitamins. After it there is {words}, clients say.\n"
    pipeline = Pipeline.of()
    rows = pipeline.account(pipeline.read(Document("a", text, "0" * 64, "a.txt")))
    assert rows[-1].status == "unread"
    plain = pipeline.account(pipeline.read(Document("a", text.replace(words, "tea"), "0" * 64, "a.txt")))
    assert plain[-1].status == "no claim"


@pytest.mark.parametrize("text", ["a" * 200_000 + "\u00e9", "a" * 200_000 + "\u0430", "\u202e" * 50_000, "\ufffd" * 200_000])
def test_a_long_word_takes_no_time(text):
    began = time.process_time()
    readable(Document("a", text, "", "a.txt"))
    assert len(revealed(text)) >= len(text)
    unreadable(text)
    assert time.process_time() - began < 2
