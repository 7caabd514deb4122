"""Where a sentence ends; ``|`` marks each boundary."""

import pytest

from helpers.segment.splitter import Splitter


@pytest.fixture(scope="module")
def split(words):
    splitter = Splitter(words)
    return lambda text: [span.of(text) for span in splitter.split(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "The skin is cleaned. |It dries. |Then it is numbed!",
        "Does it hurt? |No. |It tickles a bit.",
        "Is that all? |yes, it is all.",
        "It stings!!! |Really?! |Yes…",
        "It lasts 30 min. and is over.",
        "It lasts 30 min. |Rest follows.",
        "Rest for 2 hrs. |Then go home.",
        "It takes approx. 5 visits vs. two elsewhere.",
        "Dr. Roe and Prof. Doe met Mrs. Poe. |They agreed.",
        "It was made by J. K. Roe in the U.S. in 1950. |It sold well.",
        "Clinics in the U.S. |They are many.",
        "Come at 9 a.m. on Monday.",
        "They add vitamin C. |Retinol is left out.",
        "They add vitamins A, C, and E. |Retinol is left out.",
        "Creams, gels, etc. are sold. |Ask for oils, soaps, etc. |We have them.",
        "See Fig. 2 and No. 5. |No. |It is not there.",
        "The needle goes 0.5 mm deep. |It costs 1.50 or 2.00 a day.",
        "Nothing (e.g. cream or oil) is needed. |Water helps, i.e. a glass.",
        "(It is safe. It is quick.) |Then you leave.",
        "It is quick (the nurse says so. I agree.) and clean.",
        "She said “It works.” |He left. |'Fine.' |Done.",
        "“Does it hurt?” she asked. |“No!” he said.",
        "It heals.[12] |It fades.[3][4] |It goes.",
        "Wait... there is more. |It ends... |Or not…",
        "Ask at www.example.com or mail a.b@example.com. |We answer.",
        "It is red.|Then it fades. |Is it red?|Yes, it is red.",
        "Seen by Dr.Roe in the U.S.A at noon.",
        "it is small. |it is quick. |It is done.",
        "1. Clean it. |2. Dry it.",
        "They include:|You will see them soon.",
        "Note:You will see them soon.",
        "It works. |💉 It is over. 💉",
        "The needle\u00a0is thin.\u00a0|It is\u2009short.\u200b |It ends.",
        "Cold ends a \ud800 thing. |Then \udfff it ends.",
        "It is done.* |_Then_ it **starts.** |It ends.",
        "One line\nand one more.\n|A third.",
    ],
)
def test_sentences(marked, split):
    text = marked.replace("|", "")
    expected = [part.strip("\u200b\u00a0 \n") for part in marked.split("|")]
    assert split(text) == expected


def test_only_the_range_is_read(words):
    text = "Before. It stings. It heals. After."
    assert [span.of(text) for span in Splitter(words).split(text, 8, 28)] == ["It stings.", "It heals."]


def test_marks_without_a_word_stay_with_the_sentence_before(split):
    assert split("It is done. |") == ["It is done. |"]
