"""What is kept of sources and decisions answers as reading them anew does, and never in place of others."""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.desk import Desk
from helpers.drafts import DraftContext, open_context
from helpers.errors import WorkbookError
from helpers.kept import Kept
from helpers.load import draft_of_text, read_folder, read_manifest
from helpers.model.decision import Ruling, Says
from helpers.model.publishing import Message
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, as_read, claim_at, decide, judged, missed, past_of, statements

PAGES = {
    "clinic": "# Mesotherapy\n\nMesotherapy has no downtime. Sessions are two weeks apart.\n",
    "salon": "# Mesotherapy\n\nAfter mesotherapy expect three days of downtime. Ask about the 30 minutes and the FDA.\n",
}
DRAFT = "# Mesotherapy\n\nThere is zero downtime. Sessions are two weeks apart. Ask about the 30 minutes and the FDA.\n"
VERDICTS = ("substantiated", "misleading", "out_of_scope", "needs_qualification", "unsubstantiated")
DRAFTS = [
    DRAFT,
    "# Botox\n\nIt is safe, FDA approved and painless. Results last for six months. Bruises are rare.\n",
    "Book now: the best peel in town, 20 % off. No side effects!\n",
]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def rule(pages: Path, tmp_path: Path) -> Callable[..., None]:
    def put(topic: str, verdict: str = "misleading") -> None:
        documents = {one.source_id: one for one in read_folder(pages)}
        review = Pipeline.of("aesthetics").review(documents.values())
        with Journal(tmp_path / "journal.db") as journal:
            for claim in review.to_judge:
                if claim.topic == topic:
                    ruling = Ruling(verdict, "As we said.", references=("FR01",))  # type: ignore[arg-type]
                    journal.append(decide([judged(claim, documents[claim.source_id])], ruling, reviewer="Sand"))

    return put


@pytest.fixture
def opened(pages: Path, tmp_path: Path) -> Callable[..., DraftContext]:
    def make(**options: object) -> DraftContext:
        journal = tmp_path / "journal.db"
        given = {"journal": str(journal) if journal.exists() else "", "as_of": "2026-05-01", "kept": Kept(tmp_path / "kept")}
        return open_context(pages, "aesthetics", **given | options)  # type: ignore[arg-type]

    return make


def told(context: DraftContext, text: str = DRAFT) -> list[tuple[str, ...]]:
    return [one.codes for one in context.check(draft_of_text(text, "draft.md"))]


def libraries(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "kept" / "libraries").glob("*"))


def test_the_same_is_told_from_what_is_kept(opened: Callable, rule: Callable, tmp_path: Path) -> None:
    rule("downtime")
    first = told(opened())
    [library] = libraries(tmp_path)
    before = library.stat().st_ino
    assert told(opened()) == first
    assert told(opened(kept=Kept(tmp_path / "none"))) == first
    assert [one.stat().st_ino for one in libraries(tmp_path)] == [before]  # it was not made anew
    assert ("W101", "W107") in first


def test_a_page_that_changes_is_read_anew_and_no_other(opened: Callable, rule: Callable, pages: Path, tmp_path: Path) -> None:
    rule("downtime")
    opened()
    kept = {path: path.stat().st_ino for path in (tmp_path / "kept" / "readings").iterdir()}
    assert len(kept) == 2
    (pages / "clinic.md").write_text("# Mesotherapy\n\nSessions are two weeks apart.\n", encoding="utf-8")
    assert "W101" not in {code for codes in told(opened()) for code in codes}
    after = {path: path.stat().st_ino for path in (tmp_path / "kept" / "readings").iterdir()}
    assert kept.items() <= after.items()
    assert len(after) == 3


def test_a_decision_counts_at_once(opened: Callable, rule: Callable) -> None:
    assert not opened().decided
    rule("session_interval", "substantiated")
    assert opened().decided
    before = told(opened())
    rule("downtime")
    assert told(opened()) != before


def test_another_market_day_or_number_of_reviewers_is_another_library(opened: Callable, rule: Callable, tmp_path: Path) -> None:
    rule("downtime")
    for number, options in enumerate(({}, {"market": "uk"}, {"as_of": "2026-05-02"}, {"needed": 2}), start=1):
        opened(**options)
        assert len(libraries(tmp_path)) == number
    assert "W101" not in {code for codes in told(opened(needed=2)) for code in codes}


def test_what_is_damaged_is_made_anew(opened: Callable, rule: Callable, tmp_path: Path) -> None:
    rule("downtime")
    first = told(opened())
    for path in (tmp_path / "kept").glob("*/*"):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 255
        path.write_bytes(content)
    assert told(opened()) == first


def test_a_journal_whose_past_was_changed_is_refused_although_its_library_is_kept(
    opened: Callable, rule: Callable, tmp_path: Path
) -> None:
    import sqlite3

    rule("downtime")
    opened()
    with sqlite3.connect(tmp_path / "journal.db") as journal:
        journal.execute("UPDATE journal_events SET body = replace(body, 'misleading', 'substantiated')")
    journal.close()
    with pytest.raises(WorkbookError, match="changed"):
        opened()


def test_wrong_use_is_told_from_what_is_kept_too(opened: Callable, pages: Path) -> None:
    opened()
    with pytest.raises(WorkbookError, match="there is no market"):
        opened(market="moon")
    with pytest.raises(WorkbookError, match="no date"):
        opened(as_of="soon")
    with pytest.raises(WorkbookError, match="no journal"):
        opened(journal="nowhere.db")
    with pytest.raises(WorkbookError, match="no such folder"):
        open_context(pages / "none", "aesthetics")


def test_a_library_of_parts_tells_what_the_desk_on_the_whole_review_tells(tmp_path: Path) -> None:
    pipeline = Pipeline.of("aesthetics")
    sources = read_folder(SEEDS)
    review = pipeline.review(sources, read_manifest(SEEDS))
    documents = {one.source_id: one for one in sources}
    with Journal(tmp_path / "journal.db") as journal:
        for number, statement in enumerate(statements(review.to_judge)):
            ruling = Ruling(VERDICTS[number % 5], "As we said.", references=("FR01",))  # type: ignore[arg-type]
            seen = [judged(claim, documents[claim.source_id]) for claim in statement.claims]
            if number % 3:
                journal.append(decide(seen, ruling, reviewer="Sand"))
        desk = Desk(pipeline, review, journal.events(), as_of=datetime.date(2026, 5, 1))
    options = {"journal": str(tmp_path / "journal.db"), "as_of": "2026-05-01", "kept": Kept(tmp_path / "kept")}
    context = open_context(SEEDS, "aesthetics", **options)  # type: ignore[arg-type]
    again = open_context(SEEDS, "aesthetics", **options)  # type: ignore[arg-type]
    texts = [*DRAFTS, *(one.text for one in sources)]
    whole: list[tuple[Message, ...]] = [desk.check(draft_of_text(text, "draft.md")) for text in texts]
    assert [context.check(draft_of_text(text, "draft.md")) for text in texts] == whole
    assert [again.check(draft_of_text(text, "draft.md")) for text in texts] == whole


def test_what_a_draft_looks_up_does_not_grow_with_the_pages(opened: Callable, pages: Path, tmp_path: Path) -> None:
    def looked_up() -> int:
        documents = {one.source_id: one for one in read_folder(pages)}
        review = Pipeline.of("aesthetics").review(documents.values())
        with Journal(tmp_path / "journal.db") as journal:
            for statement in statements(review.told):
                seen = [judged(claim, documents[claim.source_id]) for claim in statement.claims]
                journal.append(decide(seen, Ruling("misleading", "As we said."), reviewer="Sand"))
        context, found = opened(), 0

        def look(drawer: str, keys: Iterable[str]) -> Mapping[str, object]:
            nonlocal found
            answer = plain(drawer, keys)
            found += sum(len(json.dumps(value)) for value in answer.values())
            return answer

        plain, context.shelf._look = context.shelf._look, look
        assert context.check(draft_of_text(DRAFT, "draft.md"))
        return found

    few = looked_up()
    for number in range(40):
        (pages / f"copy{number}.md").write_text(PAGES["clinic"], encoding="utf-8")
    assert looked_up() < 1.5 * few


def test_what_was_misread_or_missed_counts_as_in_the_review(opened: Callable, pages: Path, tmp_path: Path) -> None:
    documents = {one.source_id: one for one in read_folder(pages)}
    salon = documents["salon"]
    pipeline = Pipeline.of("aesthetics")
    reading = pipeline.read(salon)
    wrong = next(claim for claim in reading.claims if claim.topic == "downtime")
    words = "Ask about the 30 minutes and the FDA"
    start = salon.text.index(words)
    says = Says("contraindication", "mesotherapy", "diabetes")
    lacking = claim_at(salon, reading.segmented.sentences, start, start + len(words), says)
    with Journal(tmp_path / "journal.db") as journal:
        seen = replace(judged(wrong, salon), says=as_read(wrong))
        journal.append(decide([seen], Ruling("misread", "It is about pain."), reviewer="Sand"), [salon])
        journal.append(missed(lacking, salon, reviewer="Sand"), [salon])
        journal.append(decide([judged(lacking, salon)], Ruling("misleading", "As we said."), reviewer="Sand"), [salon])
        past = past_of(journal, documents.values())
        review = pipeline.review(documents.values(), past=past)
        desk = Desk(pipeline, review, journal.events(), as_of=datetime.date(2026, 5, 1))
    texts = [DRAFT, salon.text, "# Mesotherapy\n\nDiabetes is no reason against it. " + words + ".\n"]
    found = [opened().check(draft_of_text(text, "draft.md")) for text in texts]
    assert found == [desk.check(draft_of_text(text, "draft.md")) for text in texts]
    assert any("W101" in one.codes for one in found[1])
