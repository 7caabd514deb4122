"""The queue as a run on the five sources makes it."""

import hashlib
from pathlib import Path

import pytest

from helpers.load import read_folder, read_manifest
from helpers.model import Document
from helpers.model.decision import Ruling
from helpers.model.ledger import reading_order
from helpers.model.place import Part, Place
from helpers.panel import Row, cards_of_review, review_panel, review_session, rows_of_review
from helpers.panel.dealt import MOST
from helpers.panel.rows import SEVERITIES
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, past_of
from helpers.show.view import View


@pytest.fixture(scope="module")
def view() -> View:
    return View.of(Pipeline.of("aesthetics").review(read_folder(SEEDS), read_manifest(SEEDS)))


@pytest.fixture(scope="module")
def rows(view: View) -> list[Row]:
    return rows_of_review(view)


def test_every_claim_and_every_unread_sentence_is_in_the_queue_once(view: View, rows: list[Row]) -> None:
    assert sorted(row["claim_id"] for row in rows) == sorted(claim.claim_id for claim in view.review.to_judge)


def test_a_claim_is_as_grave_as_the_gravest_finding_about_it(view: View, rows: list[Row]) -> None:
    for row in rows:
        about = [finding.severity for finding in view.review.findings if row["claim_id"] in finding.claim_ids]
        assert row["severity"] == min(about, key=SEVERITIES.index, default="")


def test_the_queue_goes_page_by_page_and_card_by_card_the_grave_ones_first(view: View, rows: list[Row]) -> None:
    cards = cards_of_review(view)
    assert {row["card"] for row in rows} <= {card["id"] for card in cards}
    place = {card["id"]: number for number, card in enumerate(cards)}
    order = [place[row["card"]] for row in rows]
    assert order == sorted(order)
    for card in cards:
        grades = [SEVERITIES.index(row["severity"]) for row in rows if row["card"] == card["id"]]
        assert grades == sorted(grades)
    assert list(dict.fromkeys(card["page"] for card in cards)) == list(view.names.values())


def test_a_warnings_card_is_a_checklist_with_the_text_to_insert(view: View) -> None:
    cards = {card["id"]: card for card in cards_of_review(view)}
    for card in filter(lambda one: one.kind == "warnings" and one.is_open, view.review.cards):
        owed = cards[card.card_id]["owed"]
        codes = [code for finding in card.findings if finding.kind == "disclosure" for code in finding.warning]
        assert len(owed) == len(codes)
        assert all(one["words"] and one["insert"] for one in owed)
    references = [link["words"] for card in cards.values() for one in card["owed"] for link in one["links"]]
    assert references and all(", " in words for words in references)  # who, title, date


def test_a_finding_without_words_of_its_own_is_told_on_its_card(view: View) -> None:
    [lost] = [one for one in view.review.findings if one.kind == "lost"]
    told = [note["words"] for card in cards_of_review(view) for note in card["notes"]]
    assert any(lost.harm in words for words in told)


def test_each_row_is_in_words_and_stands_in_its_text(view: View, rows: list[Row]) -> None:
    for row in rows:
        claim = view.claims[row["claim_id"]]
        assert row["before"] + row["quote"] + row["after"] in view.document(claim.source_id).text
        for words in (row["statement"], row["topic"], row["source"]):
            assert words and "_" not in words


def test_every_finding_and_every_match_stands_beside_its_claims(view: View, rows: list[Row]) -> None:
    beside = {row["claim_id"]: row for row in rows}
    why = {card["id"]: " ".join(note["words"] for note in card["why"]) for card in cards_of_review(view)}
    for finding in view.review.findings:
        for claim_id in finding.claim_ids:
            told = [note["words"] for note in beside[claim_id]["relations"]]
            assert finding.harm in why[beside[claim_id]["card"]]  # once a card
            reason = view.with_names(finding.reason).casefold()
            assert finding.kind == "disclosure" or any(reason.endswith(words.casefold()) for words in told)
    for match in view.review.matches:
        if match.claim_id in beside:
            assert beside[match.claim_id]["evidence"][0]["kind"] == match.verdict


def test_nothing_is_told_twice_and_sellers_who_agree_only_repeat(rows: list[Row]) -> None:
    for row in rows:
        told = [note["words"] for note in row["relations"]]
        assert len(told) == len(set(told))
        assert "agree" not in [note["kind"] for note in row["relations"]]


def test_the_panel_is_made_in_one_step(view: View, tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.db") as journal:
        panel = review_panel(view, journal, reviewer="Sand")
        assert f" in {len(view.review.to_judge)} places." in repr(panel)
        assert panel.reviewer == "Sand"
        panel.close()


def test_what_nobody_sees_is_told_in_the_queue() -> None:
    text = "Mesotherapy is injected.\n\u202eMesotherapy has n\u043e down\u00adtime.\n"
    view = View.of(Pipeline.of().review([Document("a", text, "0" * 64, "a.txt")]))
    row = next(row for row in rows_of_review(view) if "down" in row["quote"])
    assert f"{row['before']}{row['quote']}{row['after']}".endswith("Mesotherapy has n\u043e[read as “no”] down[SHY]time.")


def test_bold_wording_is_a_card_for_each_thing_that_is_wrong_with_it(view: View, rows: list[Row]) -> None:
    cards = {card["id"]: card for card in cards_of_review(view)}
    found = [card for card in cards.values() if card["kind"] == "Bold wording"]
    assert len({(card["page"], card["title"]) for card in found}) == len(found) > 3
    for card in found:
        about = {note["kind"].lower() for note in card["why"]}
        assert card["title"].removeprefix("Bold wording: ") in about


def test_a_sentence_lies_on_one_card_with_all_that_findings_rest_on_in_it(view: View, rows: list[Row]) -> None:
    kinds = {card["id"]: card["kind"] for card in cards_of_review(view)}
    apart = ("Warnings owed", "The page against itself", "The rest", "Unread, with a harm, drug or agency")
    on: dict[str, set[str]] = {}
    for row in rows:
        if kinds[row["card"]] not in apart:
            on.setdefault(row["sentence"], set()).add(row["card"])
    assert on and all(len(cards) == 1 for cards in on.values())


def test_the_rest_of_a_page_is_one_card_of_sentences_topic_by_topic(view: View, rows: list[Row]) -> None:
    rest = [card for card in cards_of_review(view) if card["kind"] == "The rest"]
    counts = {card["id"]: len({row["sentence"] for row in rows if row["card"] == card["id"]}) for card in rest}
    for source in view.sources:
        own = [card for card in rest if card["source_id"] == source.source_id]
        sentences = sum(counts[card["id"]] for card in own)
        assert len(own) == -(-sentences // MOST)
        assert [card["title"] for card in own] == (
            ["The rest"] if len(own) == 1 else [f"The rest, {number} of {len(own)}" for number in range(1, len(own) + 1)]
        )
    assert max(counts.values()) <= MOST


def test_a_line_is_a_sentence_once_with_what_was_read_from_it(view: View, rows: list[Row], tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.db") as journal:
        session = review_session(view, journal, reviewer="Sand")
        details = [session.detail(entry["id"]) for entry in session.queue()]
    for detail in details:
        told = [reading["claim_id"] for line in detail["lines"] for reading in line["readings"]]
        assert told == [place["claim_id"] for place in detail["places"]]
        sentences = [place["sentence"] for place in detail["places"]]
        assert len(detail["lines"]) == len(dict.fromkeys(sentences))
        for line in detail["lines"]:
            words = "".join(text for text, _ in line["pieces"])
            own = [row for row in detail["places"] if row["claim_id"] in {one["claim_id"] for one in line["readings"]}]
            assert all(" ".join(row["quote"].splitlines()) in words for row in own)
            assert not any("unspecified" in one["words"] for one in line["readings"])


def test_unread_harms_are_read_first_and_the_likeliest_after_them(view: View, rows: list[Row]) -> None:
    ledger = {(row.source_id, row.start): row for row in view.review.ledger}
    cards = [card["id"] for card in cards_of_review(view) if card["kind"].startswith("Unread")]
    assert cards
    for card in cards:
        claims = [view.claims[row["claim_id"]] for row in rows if row["card"] == card]
        keys = [reading_order(ledger[one.source_id, one.start]) for one in claims]
        assert keys == sorted(keys)


def test_a_reason_and_references_stand_ready(view: View, rows: list[Row]) -> None:
    high = [row for row in rows if row["severity"] == "high"]
    assert high and all(row["ready"]["against"] for row in high)
    for match in view.review.matches:
        [row] = [row for row in rows if row["claim_id"] == match.claim_id] or [None]
        if row is not None and match.verdict == "supports":
            assert row["ready"]["references"] == list(match.references)
            assert row["ready"]["shown"].startswith(f"The register bears it out: {view.citation(match.references[0])[0]}")
            assert len(row["ready"]["shown"]) < 260  # a sentence, not a table


def test_a_quote_says_where_it_stands_in_its_file() -> None:
    text = "Needling hurts.\n\nNeedling has no downtime.\n"
    parts = (Part(0, 15, "text", Place("page 1")), Part(17, 42, "text", Place("page 2")))
    view = View.of(Pipeline.of().review([Document("a", text, "0" * 64, "a.pdf", parts)]))
    assert {row["place"] for row in rows_of_review(view)} <= {"page 1", "page 2"}
    assert next(row for row in rows_of_review(view) if "downtime" in row["quote"])["place"] == "page 2"


def test_what_was_missed_and_misread_is_at_hand_in_the_queue(tmp_path: Path) -> None:
    text = "Microneedling\n\nYou can expect two days of downtime. Guests with diabetes come first.\n"
    page = Document("a", text, hashlib.sha256(text.encode()).hexdigest(), "a.txt")
    with Journal(tmp_path / "journal.db") as journal:
        view = View.of(Pipeline.of().review([page]))
        session = review_session(view, journal, reviewer="Sand")
        start = text.index("Guests")
        says = {"topic": "contraindication", "treatment": "microneedling", "item": "diabetes", "level": ""}
        where = {"source": "a", "start": start, "end": start + len("Guests with diabetes")}
        stored = session.answer({"kind": "missed", "ticket": "", **where, **says})
        [entry] = stored["entries"]
        assert (entry["words"], entry["places"], entry["open"]) == ("Missed by the rules, added by reviewers", 1, 1)
        topics = {topic["id"]: topic for topic in session.page("a")["topics"]}
        assert (topics["downtime"]["item"], topics["side_effect"]["item"]) == ("", "effect")
        [place] = stored["details"][0]["places"]
        assert (place["quote"], place["topic"]) == ("Guests with diabetes", "Who should not have it")
        assert session.rule([place["claim_id"]], Ruling("substantiated", references=("PMID 1234567",))) == [entry["id"]]
        for _ in range(2):
            session.undo()
        assert entry["id"] not in {one["id"] for one in session.queue()}
        session.answer({"kind": "missed", "ticket": "", **where, **says, "item": " Type 1  diabetes "})
        added = journal.events()[-1].decision.claims[0].says
        assert added is not None and added.item == "type_1_diabetes"  # as the pack writes its own
        for wrong, told in (
            ({"topic": ""}, "choose a topic"),
            ({"item": ""}, "name the condition"),
            ({"end": start}, "select the words"),
        ):
            assert told in session.answer({"kind": "missed", "ticket": "", **where, **says, **wrong})["why"]

        downtime = next(row for row in rows_of_review(view) if row["topic"] == "Recovery time")
        session.rule([downtime["claim_id"]], Ruling("misread"))
        again = View.of(Pipeline.of().review([page], past=past_of(journal, [page])))
        queue = review_session(again, journal, reviewer="Sand").queue()
        by_words = {one["words"]: one for one in queue}
        assert by_words["Read wrongly"]["state"] == "Misread"
        assert "Who should not have it" in by_words["The rest"]["topics"]
        assert by_words["The rest"]["stage"] == "open"
        assert "Missed by the rules, added by reviewers" not in by_words  # it is a claim like others now


def test_a_warning_that_two_treatments_owe_is_told_as_such_and_stands_last(view: View) -> None:
    told: dict[str, set[str]] = {}
    for card in cards_of_review(view):
        before = told.setdefault(card["page"], set())
        assert [one["again"] for one in card["owed"]] == sorted(one["insert"] in before for one in card["owed"])
        before.update(one["insert"] for one in card["owed"])
