"""The ledger: every sentence once, and the first status that applies."""

import pytest
from made_up import made_up

from helpers.compare.ledger import ledger_of
from helpers.model import Claim, Document, Gap, Segmented, Sentence
from helpers.model.ledger import Hint, LedgerRow, Sign, reading_order
from helpers.model.review import Reading
from helpers.packs.ledger import NoClaimCue, read_ledger_words
from helpers.packs.phrases import any_of
from helpers.paths import PACKS

WORDS = read_ledger_words(PACKS / "aesthetics")
TEXT = "Smooth skin awaits. Fades in 3 days."
FIRST, SECOND = (0, 19), (20, 36)
FIGURE = Sign(29, 35, "a figure with a unit")


def rows(
    *claims: Claim,
    signs: tuple[Sign, ...] = (),
    gaps: tuple[Gap, ...] = (),
    zone: str = "body",
    kind: str = "sentence",
    hints: dict[int, Hint] | None = None,
) -> list[LedgerRow]:
    sentences = Sentence("sentence", *FIRST, 0, "body"), Sentence(kind, *SECOND, 0, zone)  # type: ignore[arg-type]
    return ledger_of(Reading(Document("a", TEXT, "", "a.txt"), Segmented("a", (), sentences, gaps), claims), signs, WORDS, hints)


CLAIM = made_up("side_effect", item="redness", level="stated", at=20, quote="Fades in 3 days.")
GAP = Gap("a", *SECOND, "side_effect", TEXT[20:])


def test_every_sentence_is_one_row_with_its_place() -> None:
    assert [(row.source_id, row.start, row.end) for row in rows()] == [("a", *FIRST), ("a", *SECOND)]


def test_the_first_status_that_applies() -> None:
    signs = (FIGURE,)
    assert rows(CLAIM, signs=signs, gaps=(GAP,), zone="chrome")[1].status == "chrome"
    assert rows(CLAIM, signs=signs, gaps=(GAP,))[1].status == "gap"
    assert rows(CLAIM, signs=signs)[1].status == "claims"
    assert rows(signs=signs)[1].status == "unread"
    assert rows()[1].status == "no claim"


def test_claims_are_named_and_stand_only_with_their_own_sentence() -> None:
    first, second = rows(CLAIM)
    assert (first.status, first.claim_ids) == ("no claim", ())
    assert (second.claim_ids, second.reason) == ((CLAIM.claim_id,), "side_effect")


def test_an_unread_sentence_says_what_was_not_read() -> None:
    row = rows(signs=(FIGURE, Sign(20, 25, "a side effect")), kind="heading")[1]
    assert row.reason == "a heading with a side effect “Fades”; a figure with a unit “3 days”"


def test_a_gap_names_what_was_lost() -> None:
    assert rows(gaps=(GAP,))[1].reason == "announces a list (side_effect) that was lost"


@pytest.mark.parametrize("cue", WORDS.no_claim, ids=lambda cue: cue.id)
def test_each_reason_fits_its_examples_alone(cue: NoClaimCue) -> None:
    assert all(any_of(cue.words).search(example) for example in cue.examples)
    assert not any(any_of(cue.words).search(example) for example in cue.counterexamples)


def test_headings_and_questions_are_reasons_enough() -> None:
    assert rows(kind="heading")[1].reason == "a heading"
    assert rows(kind="question")[1].reason == "a question"
    assert rows()[0].reason == "nothing that a claim could rest on"


def test_with_a_flag_it_says_what_is_unread_and_letters_that_cannot_be_read_always_are() -> None:
    doubt, none = {20: Hint(1.2, True, ("Fades",))}, {20: Hint(-1.0, False)}
    assert (rows(hints=doubt)[1].status, rows(hints=doubt)[1].reason) == ("unread", "reads like a claim: “Fades”")
    assert rows(hints=doubt)[1].weight == 1.2
    row = rows(signs=(FIGURE,), hints=none)[1]
    assert (row.status, row.reason, row.weight) == ("no claim", "says nothing of a figure with a unit “3 days”", 0.0)
    assert rows(signs=(Sign(20, 25, "a word of two alphabets", always=True),), hints=none)[1].status == "unread"


def test_what_names_a_harm_is_read_first_then_the_likeliest() -> None:
    told = [LedgerRow("a", start, 9, "unread", "", (), grave, weight) for start, grave, weight in
            ((0, False, 0.2), (1, False, 0.9), (2, True, 0.1), (3, True, 0.4))]  # fmt: skip
    assert [row.start for row in sorted(told, key=reading_order)] == [3, 2, 1, 0]
