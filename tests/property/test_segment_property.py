"""Whatever stands in a page: sentences in order, whole, inside the text, and nothing left out."""

import re

from hypothesis import example, given, strategies

from helpers.model import Document
from helpers.packs.furniture import read_gap_topics, read_segment_words
from helpers.paths import PACKS
from helpers.segment import Segmenter
from helpers.segment.space import SPACE

WORDS = read_segment_words(PACKS / "english")
TOPICS = read_gap_topics(PACKS / "aesthetics")
SEGMENTER = Segmenter(WORDS, gap_topics=TOPICS)

BITS = (
    *(
        "Boots are warm. ",
        "They fit",
        "Side Effects",
        "Is it far?",
        "risks include:",
        "Sole: soft",
        "3 days",
        "Dr. Roe",
        "30 min. ",
    ),
    *("e.g. ", "(it is. It was.) ", "“No.” ", "... ", "!", ".", ":", ";", "; ", "|", "\t", "- ", "• ", "1. ", "a) ", "#", "## "),
    *(
        "---",
        "===",
        "|---|",
        "**",
        "_",
        "0 Comments",
        "Sign in / Sign up",
        "Share",
        "Home",
        "About",
        "Blog",
        "3 May 2021",
        "Read more",
    ),
    *(
        "Walk PlanWalking is good",
        "HydraFacial",
        " ",
        "  ",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u00a0",
        "\u2009",
        "\u200b",
    ),
    *("\ufeff", "\u202e", "\x00", "\x1f", "💉", "é", "ß", "ﬁ", "\ud800", "\udfff", "中文。", "٣", "²"),
)
PAGES = strategies.lists(strategies.sampled_from(BITS) | strategies.text(max_size=8), max_size=40).map("".join)
LEFT_OUT = re.compile(r"[-*•·▪■◦‣●○–—✓✔✅➤►▶→_=~|:+#>]+|\(?\d{1,3}[.)]|\(?[a-z]\)")


def cut(text):
    return SEGMENTER.segment(Document("page", text, "", "page.txt"))


@given(PAGES)
@example("")
@example("\ufeff")
@example("-\n-\n1.\n|\n")
@example("Side EffectThe skin\u200b")
@example("It is. \u200b")
def test_sentences_stand_in_order_and_begin_and_end_with_words(text):
    before = 0
    for sentence in cut(text).sentences:
        assert before <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip() == words.strip(SPACE)
        before = sentence.end


@given(PAGES)
def test_nothing_but_space_and_markers_is_left_out(text):
    before = 0
    for start, end in [(one.start, one.end) for one in cut(text).sentences] + [(len(text), len(text))]:
        for part in text[before:start].strip(SPACE).split():
            assert LEFT_OUT.fullmatch(part.strip(SPACE)) or not part.strip(SPACE), (part, text)
        before = end


@given(PAGES)
def test_each_sentence_lies_in_its_block_and_blocks_in_order(text):
    found = cut(text)
    before = 0
    for block in found.blocks:
        assert before <= block.start < block.end <= len(text)
        before = block.end
    for sentence in found.sentences:
        block = found.blocks[sentence.block]
        assert block.start <= sentence.start
        assert sentence.end <= block.end
        assert sentence.zone == block.zone
    assert [one.block for one in found.sentences] == sorted(one.block for one in found.sentences)
    assert {one.block for one in found.sentences} == set(range(len(found.blocks)))


@given(PAGES)
def test_what_stands_around_a_sentence_is_where_it_says(text):
    for sentence in cut(text).sentences:
        for cell in (*sentence.cells, *sentence.header):
            assert 0 <= cell.start <= cell.end <= len(text)
        assert all(heading.end <= sentence.start for heading in sentence.headings)
        assert all(span is None or span.end <= sentence.start for span in (sentence.question, sentence.lead_in))
        assert sentence.question is None or sentence.question.of(text).rstrip(SPACE + "\"'”’»)]*_").endswith("?")
        if sentence.label is not None:
            assert text[sentence.label.end :].lstrip("*_").startswith(":")
        assert (sentence.kind == "row") <= bool(sentence.cells)
        assert not sentence.header or len(sentence.header) == len(sentence.cells)


@given(PAGES)
def test_a_gap_is_a_sentence_that_ends_in_a_colon(text):
    found = cut(text)
    spans = {(one.start, one.end) for one in found.sentences if one.zone == "body"}
    for gap in found.gaps:
        assert (gap.start, gap.end) in spans
        assert gap.quote == text[gap.start : gap.end]
        assert ":" in gap.quote


@given(PAGES)
def test_cutting_twice_and_anew_gives_the_same(text):
    assert cut(text) == cut(text) == Segmenter(WORDS, gap_topics=TOPICS).segment(Document("page", text, "", "page.txt"))


@given(strategies.lists(strategies.sampled_from([bit for bit in BITS if not re.search(r"[\r\n\u2028]", bit)]), max_size=30))
def test_line_ends_of_any_kind_make_no_difference(bits):
    def words(end):
        text = "".join(bit if bit not in ("|", ";", "!") else end for bit in bits)
        return [(one.kind, one.zone, text[one.start : one.end].replace(end, "\n")) for one in cut(text).sentences]

    assert words("\n") == words("\r\n") == words("\r")


@given(PAGES)
def test_space_around_a_page_makes_no_difference(text):
    plain = cut(text).sentences
    moved = cut("\ufeff\n\u00a0\n" + text).sentences
    assert [(one.kind, one.start + 4, one.end + 4) for one in plain] == [(one.kind, one.start, one.end) for one in moved]
