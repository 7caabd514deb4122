"""Whatever a draft holds, each problem stands at its own words, and the same draft is told the same."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.desk import Desk
from helpers.load import draft_of_text, read_folder
from helpers.model.decision import Ruling
from helpers.model.draft import Draft
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline
from helpers.review import Journal, decide, judged

SENTENCES = st.sampled_from(
    [
        "Mesotherapy has no downtime.",
        "Mesotherapy eliminates wrinkles\u00a0in 3 sessions.",
        "It is clinically proven \U0001f489 and 100% safe.",
        "Side effects may include:",
        "Bruises fade within two weeks.",
        "Ask your physician.",
        "<script>alert(1)</script> \u202eTreats acne.\u202c",
        "# Who should not have it?",
        "",
    ]
)
DRAFTS = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\r\n", "\n\n", "\r"])), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk on which one sentence was refused and one approved."""
    pipeline = Pipeline.of("aesthetics")
    sources = read_folder(SEEDS)
    review = pipeline.review(sources)
    documents = {document.source_id: document for document in sources}
    clock = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    with Journal(tmp_path_factory.mktemp("lint") / "journal.db", clock=lambda: clock) as journal:
        for topic, verdict in (("downtime", "misleading"), ("origin", "substantiated")):
            claim = next(one for one in review.told if one.topic == topic)
            journal.append(decide([judged(claim, documents[claim.source_id])], Ruling(verdict), reviewer="Sand"))  # type: ignore[arg-type]
        return Desk(pipeline, review, journal.events(), as_of=datetime.date(2026, 5, 1))


def draft_of(parts: list[tuple[str, str]]) -> Draft:
    return draft_of_text("".join(sentence + end for sentence, end in parts) + "End.", "draft.md")


@given(DRAFTS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_each_problem_stands_at_its_words_in_order(desk: Desk, parts: list[tuple[str, str]]) -> None:
    draft = draft_of(parts)
    lines = draft.document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = desk.check(draft)
    assert found == desk.check(draft)
    assert list(found) == sorted(found, key=lambda one: (one.line, one.column, one.code))
    for one in found:
        there = lines[one.line - 1 : one.end_line]
        there[-1] = there[-1][: one.end_column - 1]
        there[0] = there[0][one.column - 1 :]
        assert " ".join("\n".join(there).split()) == one.quote != ""
        assert one.code in desk.rules.checks
