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
from helpers.publish.lint import ALARMS
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
    told = [one for one in found if one.code not in ("W102", "W110", "W112")]
    assert found[: len(told)] == tuple(told)  # what sums up stands at the end
    assert told == sorted(told, key=lambda one: (ALARMS.index(one.severity), one.line, one.column))
    assert len({(one.codes, one.fingerprint) for one in found}) == len(found)
    for one in found:
        spot = one.places[0]
        there = lines[spot.line - 1 : spot.end_line]
        there[-1] = there[-1][: spot.end_column - 1]
        there[0] = there[0][spot.column - 1 :]
        assert " ".join("\n".join(there).split()) == one.quote != ""
        assert set(one.codes) <= desk.rules.checks.keys()


APPROVED = "Mesotherapy was developed in France in 1952."
NEIGHBOURS = st.sampled_from(
    [
        "# Chemical peels",
        "# Side effects",
        "Botox",
        "- ",
        "> ",
        "Is it safe?",
        "Fillers and lasers are offered too.",
        "## FAQ",
        "",
    ]
)


@given(
    before=st.lists(NEIGHBOURS, max_size=4), after=st.lists(NEIGHBOURS, max_size=4), sign=st.sampled_from(["", "- ", "* ", "## "])
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_approved_sentence_passes_in_any_place(desk_with: Desk, before: list[str], after: list[str], sign: str) -> None:
    text = "\n\n".join([*before, sign + APPROVED, *after]) + "\n"
    line = text.split("\n").index(sign + APPROVED) + 1
    found = desk_with.check(draft_of_text(text, "draft.md"))
    about = ("W106", "W112", "W113", "W114")  # of the draft as a whole
    assert not [one for one in found if any(spot.line == line for spot in one.places) and one.code not in about]


@pytest.fixture(scope="module")
def desk_with(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk on which every claim of one sentence was approved."""
    pipeline = Pipeline.of("aesthetics")
    page = draft_of_text(f"# Mesotherapy\n\n{APPROVED}\n", "page.md").document
    review = pipeline.review([page])
    clock = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    with Journal(tmp_path_factory.mktemp("lint") / "journal.db", clock=lambda: clock) as journal:
        for claim in review.to_judge:
            if APPROVED in page.text[claim.sentence_start : claim.sentence_end]:
                journal.append(decide([judged(claim, page)], Ruling("substantiated", references=("FR01",)), reviewer="Sand"))
        return Desk(pipeline, review, journal.events(), as_of=datetime.date(2026, 5, 1))
