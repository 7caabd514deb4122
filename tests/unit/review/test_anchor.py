"""Each case is a page before and after; [[ ]] marks the quote in the old text, and where it must be found in the new."""

from collections.abc import Callable

import pytest

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.review import anchor, find

LONG = "A visit to the studio takes the better part of a morning, coffee included.\n"


def unmark(marked: str) -> tuple[str, int, int]:
    start = marked.index("[[")
    return marked.replace("[[", "").replace("]]", ""), start, marked.index("]]") - 2


def claim_at(make_claim: Callable[..., Claim], text: str, start: int, end: int) -> Claim:
    line_end = text.find("\n", start)
    return make_claim(
        start=start,
        end=end,
        quote=text[start:end],
        sentence_start=text.rfind("\n", 0, start) + 1,
        sentence_end=len(text) if line_end < 0 else line_end,
    )


STAYS = [
    (
        "nothing changed",
        "unchanged",
        "Intro.\nGlow mist [[needs no rest]] at all.\nEnd.",
        "Intro.\nGlow mist [[needs no rest]] at all.\nEnd.",
    ),
    ("added below", "unchanged", "Glow mist [[needs no rest]] at all.\n", "Glow mist [[needs no rest]] at all.\n" + LONG),
    (
        "added above",
        "moved",
        "Intro.\nGlow mist [[needs no rest]] at all.\n",
        LONG + "Intro.\nGlow mist [[needs no rest]] at all.\n",
    ),
    (
        "moved elsewhere, said once",
        "moved",
        "Glow mist [[needs no rest]].\n" + LONG + "End of it all.",
        LONG + "End of it all.\nGlow mist [[needs no rest]].",
    ),
    (
        "a lookalike put in before it does not draw the decision to itself",
        "moved",
        LONG + "[[No rest]] is needed.\nGuests like that.",
        "No rest is needed.\nSo they say.\n" + LONG + "[[No rest]] is needed.\nGuests like that.",
    ),
    (
        "the second of two lookalikes, the first gone",
        "moved",
        "Mist A.\n[[x]]".replace("[[x]]", "No rest is needed.") + "\n" + LONG + "Mist B.\n[[No rest]] is needed.\nEnd of B.",
        "Mist A.\n" + LONG + "Mist B.\n[[No rest]] is needed.\nEnd of B.",
    ),
    (
        "one side of its surroundings edited, its lookalike nothing like it",
        "moved",
        "Mist A is here.\n[[No rest]] is needed.\nEnd of A.\n" + LONG + "No rest is needed.\n" + LONG,
        "Mist A is over there.\n[[No rest]] is needed.\nEnd of A.\n" + LONG + "No rest is needed.\n" + LONG,
    ),
]


@pytest.mark.parametrize(("why", "found", "old", "new"), STAYS, ids=[case[0] for case in STAYS])
def test_the_same_sentence_is_found_again(why: str, found: str, old: str, new: str, make_claim: Callable[..., Claim]) -> None:
    text, start, end = unmark(old)
    expected, new_start, new_end = unmark(new)
    place = find(anchor(claim_at(make_claim, text, start, end), text), expected)
    assert (place.found, place.start, place.end) == (found, new_start, new_end)
    assert expected[new_start:new_end] == text[start:end]


REOPENS = [
    (
        "two places fit equally: nobody guesses",
        "ambiguous",
        LONG + "[[No rest]] is needed.\n" + LONG,
        LONG + "No rest is needed.\n" + LONG + "No rest is needed.\n" + LONG,
    ),
    (
        "twins in twin surroundings stay twins",
        "ambiguous",
        LONG + "[[No rest]] is needed.\n" + LONG + "No rest is needed.\n" + LONG,
        "Hello.\n" + LONG + "No rest is needed.\n" + LONG + "No rest is needed.\n" + LONG,
    ),
    (
        "its own place is gone, only the lookalike is left",
        "ambiguous",
        "Mist A.\n[[No rest]] is needed.\n" + LONG + "Mist B.\nNo rest is needed.\nEnd of B.",
        "Mist A.\n" + LONG + "Mist B.\nNo rest is needed.\nEnd of B.",
    ),
    (
        "its own place is gone, the lookalike shares what follows",
        "ambiguous",
        "Mist A.\n[[No rest]] is needed.\n" + LONG + "Mist B.\nNo rest is needed.\n" + LONG,
        "Mist A.\n" + LONG + "Mist B.\nNo rest is needed.\n" + LONG,
    ),
    (
        "a word of the sentence outside the quote changed",
        "changed",
        LONG + "Mostly [[no rest is needed]] afterwards.\n" + LONG,
        LONG + "By no means is it true that no rest is needed afterwards.\n" + LONG,
    ),
    ("other words in its place", "changed", LONG + "[[No rest]] is needed.\n" + LONG, LONG + "Take two days off.\n" + LONG),
    ("the first sentence rewritten", "changed", "[[No rest]] is needed.\n" + LONG, "Take two days off.\n" + LONG),
    ("the last sentence rewritten", "changed", LONG + "[[No rest]] is needed.", LONG + "Take two days off."),
    (
        "the sentence and its neighbour above edited, the words still there",
        "changed",
        "Intro.\nAs a rule [[no rest is needed]].\n" + LONG,
        "Welcome in.\nFor some guests no rest is needed.\n" + LONG,
    ),
    ("cut out", "vanished", LONG + "[[No rest]] is needed.\n" + LONG.upper(), LONG + LONG.upper()),
    (
        "the same few words in quite another sentence are not taken for it",
        "vanished",
        "Intro of the page.\nThere is [[no rest]] to take.\n" + LONG,
        "Quite another page.\nIt rains.\nOur team takes no rest over the holidays.\n",
    ),
    ("an empty page", "vanished", LONG + "[[No rest]] is needed.\n", ""),
]


@pytest.mark.parametrize(("why", "found", "old", "new"), REOPENS, ids=[case[0] for case in REOPENS])
def test_what_cannot_be_told_is_never_guessed(why: str, found: str, old: str, new: str, make_claim: Callable[..., Claim]) -> None:
    text, start, end = unmark(old)
    place = find(anchor(claim_at(make_claim, text, start, end), text), new)
    assert place.found == found
    assert place.reason


def test_an_anchor_is_a_text_quote_with_its_position(page: Document, claim_in: Callable[..., Claim]) -> None:
    made = anchor(claim_in(page, "hardly any downtime"), page.text)
    assert made.prefix + made.exact + made.suffix in page.text
    assert page.text[made.start : made.end] == made.exact == "hardly any downtime"
    assert made.prefix == "Glow mist at a glance\nThere is "
    assert made.suffix == " after glow mist.\nGlow mist softens fine lines.\nS"[: len(" after glow mist.") + 32]
    assert made.rival == -1
