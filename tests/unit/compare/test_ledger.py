"""The ledger: every sentence once, and the first status that applies."""

import pytest
from made_up import made_up

from helpers.compare.ledger import ledger_of
from helpers.model import Claim, Document, Gap, Segmented, Sentence
from helpers.model.ledger import LedgerRow, Sign
from helpers.model.review import Reading
from helpers.packs.ledger import NoClaimCue, read_ledger_words
from helpers.packs.phrases import any_of
from helpers.paths import PACKS

WORDS = read_ledger_words(PACKS / "aesthetics")
TEXT = "Smooth skin awaits. Fades in 3 days."
FIRST, SECOND = (0, 19), (20, 36)
FIGURE = Sign(29, 35, "a figure with a unit")


def rows(
    *claims: Claim, signs: tuple[Sign, ...] = (), gaps: tuple[Gap, ...] = (), zone: str = "body", kind: str = "sentence"
) -> list[LedgerRow]:
    sentences = Sentence("sentence", *FIRST, 0, "body"), Sentence(kind, *SECOND, 0, zone)  # type: ignore[arg-type]
    return ledger_of(Reading(Document("a", TEXT, "", "a.txt"), Segmented("a", (), sentences, gaps), claims), signs, WORDS)


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
