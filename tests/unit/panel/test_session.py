"""A reviewer at the queue, without a browser: what each step stores, and what each reviewer is shown."""

import datetime
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Ruling
from helpers.model.document import Document
from helpers.panel import CardRow, ReviewPanel, ReviewSession, Row, queue_rows
from helpers.panel.rows import Owed
from helpers.review import Journal, decide, judged

PAGE = (
    "Mist A\n-\nMist softens lines, smells of pine.\n-\nNo rest is needed.\n\n"
    "Mist B\nMist softens lines, smells of moss.\nThe end.\n"
)
YES, NO = Ruling("substantiated", "A trial shows it.", references=("E1",)), Ruling("unsubstantiated", "no trial")


@dataclass
class Desk:
    """All that a session is made of."""

    rows: list[Row]
    claims: list[Claim]
    documents: dict[str, Document]
    journal: Journal

    def session(self, reviewer: str, needed: int = 1) -> ReviewSession:
        return ReviewSession(
            self.rows, self.journal, claims=self.claims, documents=self.documents, reviewer=reviewer, needed=needed
        )


@pytest.fixture
def desk(make_claim: Callable[..., Claim], tmp_path: Path) -> Iterator[Desk]:
    """Three claims: one statement in two places, of medium severity; and one of high severity, said once."""
    document = Document("mist", PAGE, hashlib.sha256(PAGE.encode()).hexdigest(), "mist.txt")

    def claim(claim_id: str, quote: str, at: int, **said: Any) -> Claim:
        start = PAGE.index(quote, at)
        line = PAGE.rfind("\n", 0, start) + 1
        place = {"start": start, "end": start + len(quote), "sentence_start": line, "sentence_end": PAGE.index("\n", start)}
        return make_claim(claim_id=claim_id, source_id="mist", quote=quote, **place, **said)

    first = claim("c1", "softens lines", 0, topic="efficacy", item="wrinkles", level="benefit")
    rest = claim("c2", "No rest", 0, level="none")
    second = claim("c3", "softens lines", first.end, topic="efficacy", item="wrinkles", level="benefit")
    claims = [first, rest, second]
    rows = queue_rows(
        claims,
        {"mist": document},
        say=lambda one: f"{one.topic}: {one.level}",
        titles={"mist": "All about mist"},
        severities={"c1": "low", "c2": "high", "c3": "medium"},
        relations={"c2": [{"kind": "conflict", "words": "Another page asks for a day of rest.", "links": []}]},
        notes={"c3": "The sentence moved."},
    )
    with Journal(tmp_path / "desk.db", clock=lambda: datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC)) as journal:
        yield Desk(rows, claims, {"mist": document}, journal)


def states(session: ReviewSession) -> list[str]:
    return [entry["state"] for entry in session.queue()]


def test_the_gravest_comes_first_and_identical_claims_are_one_entry(desk: Desk) -> None:
    rest, lines = desk.session("Sand").queue()
    assert (rest["words"], rest["severity"], rest["places"], rest["state"]) == ("downtime: none", "high", 1, "To review")
    assert (lines["words"], lines["severity"], lines["places"], lines["noted"]) == ("efficacy: benefit", "medium", 2, True)


def test_a_claim_stands_in_its_line_with_its_neighbours(desk: Desk) -> None:
    row = desk.rows[1]
    assert row["before"] + "[" + row["quote"] + "]" + row["after"] == (
        "Mist softens lines, smells of pine.\n-\n[No rest] is needed.\n\nMist B"
    )
    assert row["relations"] == [{"kind": "conflict", "words": "Another page asks for a day of rest.", "links": []}]
    assert desk.rows[0]["before"].startswith("Mist A\n-\nMist ")
    assert desk.rows[2]["after"] == ", smells of moss.\nThe end."


def test_one_verdict_decides_a_statement_everywhere_but_in_its_exceptions(desk: Desk) -> None:
    session = desk.session("Sand")
    lines = session.queue()[1]["id"]
    assert session.rule(["c1"], YES, exceptions=["c3"]) == [lines]
    assert states(session) == ["To review", "To review: 1 of 2 places"]
    assert session.progress() == {"claims": 3, "done": 1}
    session.rule(["c3"], NO)
    assert states(session) == ["To review", "Substantiated, Unsubstantiated"]
    assert [event.decision.exceptions for event in desk.journal.events()] == [("c3",), ()]


def test_a_later_verdict_supersedes_and_undo_brings_the_earlier_back(desk: Desk) -> None:
    session = desk.session("Sand")
    session.rule(["c2"], YES)
    session.rule(["c2"], NO)
    assert states(session)[0] == "Unsubstantiated"
    assert session.undo() == [session.queue()[0]["id"]]
    assert states(session)[0] == "Substantiated"
    session.undo()
    assert states(session)[0] == "To review"
    with pytest.raises(WorkbookError, match="nothing of yours to take back"):
        session.undo()
    assert desk.journal.verify().head.count == 4
    assert desk.journal.texts() == {desk.documents["mist"].sha256: PAGE}


def test_undo_takes_back_ones_own_last_verdict_only(desk: Desk) -> None:
    sand, brook = desk.session("Sand"), desk.session("Brook")
    sand.rule(["c2"], YES)
    brook.rule(["c1", "c3"], NO)
    sand.undo()
    assert states(sand) == ["To review", "Unsubstantiated"]


def test_each_is_blind_until_both_are_in_and_a_third_settles(desk: Desk) -> None:
    sand, brook, heath = (desk.session(name, needed=2) for name in ("Sand", "Brook", "Heath"))
    rest = sand.queue()[0]["id"]
    sand.rule(["c2"], YES)
    brook.refresh()
    (place,) = brook.detail(rest)["places"]
    assert (place["verdicts"], place["hidden"], place["open"]) == ([], 1, True)
    assert states(sand)[0] == "Waiting for the second reviewer"
    assert states(brook)[0] == "To review"

    brook.rule(["c2"], NO)
    sand.refresh()
    heath.refresh()
    assert states(sand)[0] == states(brook)[0] == "Reviewers disagree"
    assert [one["words"] for one in sand.detail(rest)["places"][0]["verdicts"]] == ["Unsubstantiated", "Substantiated"]
    assert states(heath)[0] == "To settle: reviewers disagree"
    assert heath.detail(rest)["places"][0]["settle"]

    heath.rule(["c2"], NO)
    event = desk.journal.events()[-1]
    assert event.decision.kind == "adjudicate"
    assert len(event.decision.refers) == 2
    assert states(heath)[0] == "Unsubstantiated"


@pytest.mark.parametrize("typed", ["dr. anna weiss", " Dr.  Anna Weiss ", "DR. ANNA WEISS", "Dr.Anna Weiss"])
def test_a_name_in_another_spelling_is_the_same_person(desk: Desk, typed: str) -> None:
    desk.session("Brook", needed=2).rule(["c2"], NO)
    early = desk.session("", needed=2)
    desk.session("Dr. Anna Weiss", needed=2).rule(["c2"], YES)
    again = desk.session(typed, needed=2)
    early.refresh()
    early.reviewer = typed
    for session in (again, early):
        assert session.reviewer == "Dr. Anna Weiss"
        assert states(session)[0] == "Reviewers disagree"  # nobody settles a disagreement of their own


def test_a_name_that_the_journal_has_not_stays_as_typed(desk: Desk) -> None:
    for name in ("Sand", "sand"):
        desk.journal.append(decide([judged(desk.claims[1], desk.documents["mist"])], YES, reviewer=name))
    assert [desk.session(name).reviewer for name in ("Sand", "sand", "SAND", "Sandy")] == ["Sand", "Sand", "Sand", "Sandy"]


def test_what_others_add_meanwhile_is_taken_in(desk: Desk) -> None:
    sand, other = desk.session("Sand"), desk.session("Sand")
    other.rule(["c2"], NO)
    assert states(sand)[0] == "To review"
    assert sand.rule(["c1", "c3"], YES) == [entry["id"] for entry in sand.queue()]
    assert states(sand) == ["Unsubstantiated", "Substantiated"]


def test_what_the_incremental_reading_gives_is_what_the_whole_journal_gives(desk: Desk) -> None:
    sand, brook = desk.session("Sand", 2), desk.session("Brook", 2)
    for step in range(12):
        who = (sand, brook)[step % 2]
        who.rule([["c1", "c3"], ["c2"], ["c3"]][step % 3], (YES, NO)[step // 3 % 2])
        if step % 4 == 3:
            who.undo()
    sand.refresh()
    assert sand.queue() == desk.session("Sand", 2).queue()
    assert [sand.detail(entry["id"]) for entry in sand.queue()] == [
        desk.session("Sand", 2).detail(entry["id"]) for entry in sand.queue()
    ]


def test_decisions_on_an_older_text_follow_their_sentence(desk: Desk) -> None:
    desk.session("Sand").rule(["c2"], NO)
    text = "New on top.\n" + PAGE
    desk.documents = {"mist": Document("mist", text, hashlib.sha256(text.encode()).hexdigest(), "mist.txt")}
    shift = len("New on top.\n")
    desk.claims = [
        replace(
            one,
            start=one.start + shift,
            end=one.end + shift,
            sentence_start=one.sentence_start + shift,
            sentence_end=one.sentence_end + shift,
        )
        for one in desk.claims
    ]
    assert states(desk.session("Sand"))[0] == "Unsubstantiated"
    gone = text.replace("No rest is needed.", "Rest for two days.")
    desk.documents = {"mist": Document("mist", gone, hashlib.sha256(gone.encode()).hexdigest(), "mist.txt")}
    assert states(desk.session("Sand"))[0] == "To review"


def test_a_panel_without_a_name_says_so(desk: Desk) -> None:
    with pytest.raises(WorkbookError, match="give the reviewer's name"):
        desk.session("").rule(["c2"], YES)
    assert desk.journal.head().count == 0


def test_wrong_rows_are_refused(desk: Desk) -> None:
    with pytest.raises(WorkbookError, match="no such claim"):
        desk.session("Sand").rule(["c9"], YES)
    desk.rows[0]["severity"] = "dire"
    with pytest.raises(WorkbookError, match="claim c1: 'dire' is no severity"):
        desk.session("Sand")
    desk.rows[0]["severity"] = "low"
    desk.claims = desk.claims[1:]
    with pytest.raises(WorkbookError, match="claim c1: this row's claim is not among the claims"):
        desk.session("Sand")


def told(panel: ReviewPanel, monkeypatch: pytest.MonkeyPatch, **message: Any) -> dict[str, Any]:
    answers: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", answers.append)
    panel._answer(panel, {"ticket": "t", **message}, [])
    (answer,) = answers
    assert answer["ticket"] == "t"
    return answer


def test_the_widget_answers_every_message(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = ReviewPanel(ReviewSession(desk.rows, desk.journal, claims=desk.claims, documents=desk.documents))
    assert repr(panel) == "The review panel: 2 statements in 3 places. Run this cell to open it."
    queue = told(panel, monkeypatch, kind="open", reviewer=" Sand ")
    assert (queue["kind"], queue["reviewer"], len(queue["entries"])) == ("queue", "Sand", 2)
    desk.session("Dr. Heath").rule(["c1"], YES)
    assert told(panel, monkeypatch, kind="open", reviewer="dr. heath")["reviewer"] == panel.reviewer == "Dr. Heath"
    desk.session("Dr. Heath").undo()
    assert told(panel, monkeypatch, kind="open", reviewer="Sand")["reviewer"] == "Sand"
    rest = queue["entries"][0]["id"]
    assert told(panel, monkeypatch, kind="detail", entries=[rest])["details"][0]["places"][0]["quote"] == "No rest"
    said = {"reason": " none ", "wording": "", "references": "E1\n\n E2 ", "expires": "2032-01-31"}
    stored = told(panel, monkeypatch, kind="rule", verdict="misleading", chosen=["c2"], exceptions=[], **said)
    assert (stored["kind"], stored["progress"]) == ("stored", {"claims": 3, "done": 1})
    assert desk.journal.events()[-1].decision.ruling == Ruling("misleading", "none", "", ("E1", "E2"), "2032-01-31")
    assert told(panel, monkeypatch, kind="undo")["entries"][0]["open"] == 1
    refused = told(
        panel, monkeypatch, kind="rule", verdict="misleading", chosen=["c2"], exceptions=[], **said | {"expires": "soon"}
    )
    assert refused["kind"] == "failed" and "YYYY-MM-DD" in refused["why"]
    panel.close()


def on_cards(desk: Desk, owed: Sequence[Owed] = ()) -> ReviewSession:
    """A card for the grave claim, one for the rest, and one that no row lies on."""
    told = [{"kind": "lost", "words": "A list is lost.", "links": []}]
    made = {"title": "A card", "page": "All about mist", "source_id": "mist", "kind": "Bold", "why": [], "notes": told}
    grades = (("a", "high"), ("b", "medium"), ("rest", ""))
    cards = [CardRow(id=name, severity=grade, owed=[*owed] if name == "a" else [], **made) for name, grade in grades]
    rows = [row | {"card": "a" if row["claim_id"] == "c2" else "rest"} for row in desk.rows]
    return ReviewSession(rows, desk.journal, claims=desk.claims, documents=desk.documents, reviewer="Sand", cards=cards)


def test_each_card_is_an_entry_in_its_order_whatever_it_holds(desk: Desk) -> None:
    queue = on_cards(desk).queue()
    assert [(entry["id"], entry["places"], entry["severity"]) for entry in queue] == [
        ("a", 1, "high"),
        ("b", 0, "medium"),
        ("rest", 2, ""),
    ]
    assert [entry["state"] for entry in queue] == ["To review", "To mend on the page", "To review"]
    assert "No rest" in queue[0]["said"]  # its words can be found


def test_a_card_is_decided_together_but_its_exceptions(desk: Desk) -> None:
    session = on_cards(desk)
    assert session.rule(["c1"], YES, exceptions=["c3"]) == ["rest"]
    assert session.queue()[2]["state"] == "To review: 1 of 2 places"
    session.rule(["c3"], NO)
    assert session.queue()[2]["state"] == "Substantiated, Unsubstantiated"


def test_a_row_without_its_card_is_refused(desk: Desk) -> None:
    cards = [CardRow(id="a", title="A card", page="mist", source_id="mist", kind="Bold", severity="", why=[], notes=[], owed=[])]
    with pytest.raises(WorkbookError, match="lies on none of the cards"):
        ReviewSession(desk.rows, desk.journal, claims=desk.claims, documents=desk.documents, cards=cards)


def test_a_session_needs_no_widgets() -> None:
    code = "import helpers.panel, helpers.panel.session, sys; sys.exit('anywidget' in sys.modules or 'ipywidgets' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_a_session_answers_in_plain_values(desk: Desk) -> None:
    session = on_cards(desk)
    for message in ({"kind": "open", "reviewer": None}, {"kind": "detail", "entries": ["a"]}, {"kind": "undo"}):
        answer = session.answer({"ticket": "t", **message})
        assert json.loads(json.dumps(answer)) == answer
        assert answer["ticket"] == "t"


def test_a_group_is_decided_only_where_every_place_was_on_the_screen(desk: Desk) -> None:
    claims = [replace(desk.claims[0], claim_id=f"g{number}") for number in range(6)]
    desk.rows = [desk.rows[0] | {"claim_id": claim.claim_id} for claim in claims]
    desk.claims = claims
    session, ids = desk.session("Sand"), [claim.claim_id for claim in claims]
    for seen in ([], ids[:5]):
        with pytest.raises(WorkbookError, match="of these places were not on the screen yet"):
            session.rule(ids, NO, seen=seen)
    assert session.rule(ids[:5], NO, exceptions=ids[5:])  # a few stand on one screen
    session.undo()
    session.rule(ids, NO, seen=ids)
    assert len(desk.journal.events()[-1].decision.claims) == 6


def test_nothing_outside_one_card_or_one_sentence_is_decided(desk: Desk) -> None:
    with pytest.raises(WorkbookError, match="neither lie on one card nor stand in one sentence"):
        desk.session("Sand").rule(["c1", "c2"], NO)
    desk.rows[1]["sentence"] = desk.rows[0]["sentence"]
    assert len(desk.session("Sand").rule(["c1", "c2"], NO)) == 2


@pytest.mark.parametrize(
    ("claim_id", "ruling", "asked"),
    [
        ("c1", Ruling("substantiated", "It is so.", references=("1",)), "no reference that others can find"),
        ("c1", Ruling("substantiated", "It is so."), "name a reference"),
        ("c1", Ruling("misleading"), "a refusal needs a reason"),
        ("c1", Ruling("unsubstantiated"), "a refusal needs a reason"),
        ("c1", Ruling("needs_qualification"), "give a reason, or the wording"),
        ("c2", Ruling("out_of_scope"), "high severity needs a reason"),
        ("c2", Ruling("substantiated", references=("E1",)), "high severity needs a reason"),
    ],
)
def test_a_verdict_comes_with_what_it_rests_on(desk: Desk, claim_id: str, ruling: Ruling, asked: str) -> None:
    with pytest.raises(WorkbookError, match=asked):
        desk.session("Sand").rule([claim_id], ruling)
    assert desk.journal.head().count == 0


@pytest.mark.parametrize(
    ("claim_id", "ruling"),
    [
        ("c1", Ruling("substantiated", references=("E1",))),
        ("c1", Ruling("needs_qualification", wording="may soften")),
        ("c1", Ruling("out_of_scope")),
        ("c1", Ruling("misread")),
        ("c2", Ruling("misleading", "It hurts.")),
    ],
)
def test_no_more_is_asked_than_that(desk: Desk, claim_id: str, ruling: Ruling) -> None:
    assert desk.session("Sand").rule([claim_id], ruling)


def test_warnings_are_not_owed_only_where_it_is_said_why(desk: Desk) -> None:
    desk.claims[0] = replace(desk.claims[0], topic="warnings_owed")
    with pytest.raises(WorkbookError, match="why are these warnings not owed"):
        desk.session("Sand").rule(["c1"], Ruling("out_of_scope"))
    assert desk.session("Sand").rule(["c1"], Ruling("out_of_scope", "The page does not offer it."))


def test_words_from_which_nothing_was_read_cannot_be_misread(desk: Desk) -> None:
    desk.claims[0] = replace(desk.claims[0], topic="unread_sentence")
    with pytest.raises(WorkbookError, match="nothing was read from these words"):
        desk.session("Sand").rule(["c1"], Ruling("misread"))


def test_who_settled_adds_no_verdict_by_pressing_again_but_can_settle_anew(desk: Desk) -> None:
    desk.session("Sand", 2).rule(["c2"], YES)
    desk.session("Brook", 2).rule(["c2"], NO)
    heath = desk.session("Heath", 2)
    heath.rule(["c2"], NO)
    with pytest.raises(WorkbookError, match="settled this already"):
        heath.rule(["c2"], NO)
    assert desk.journal.head().count == 3
    heath.rule(["c2"], Ruling("misleading", "Worse than that."))
    assert [event.decision.kind for event in desk.journal.events()] == ["decide", "decide", "adjudicate", "adjudicate"]
    assert states(heath)[0] == "Misleading"
    heath.undo()
    assert states(heath)[0] == "Unsubstantiated"


def test_two_of_three_who_agree_settle(desk: Desk) -> None:
    for name, ruling in (("Sand", YES), ("Brook", NO)):
        desk.session(name, 2).rule(["c2"], ruling)
    desk.journal.append(decide([judged(desk.claims[1], desk.documents["mist"])], NO, reviewer="Heath"))
    assert states(desk.session("Reed", 2))[0] == "Unsubstantiated"


def test_the_same_statement_is_offered_as_before_and_confirmed_by_one_step(desk: Desk) -> None:
    session = desk.session("Sand")
    session.rule(["c1"], NO, exceptions=["c3"])
    assert session.queue()[1]["offered"] == 0  # it was left out on purpose
    session.undo()
    session.rule(["c1"], NO)
    lines = session.queue()[1]
    assert (lines["open"], lines["offered"]) == (1, 1)
    first, second = session.detail(lines["id"])["places"]
    assert first["before_this"] is None
    offer = second["before_this"]
    assert (offer["who"], offer["words"], offer["reason"]) == ("Sand", "Unsubstantiated", "no trial")
    assert offer["changes"] == [["same", "Mist softens lines, smells of"], ["gone", "pine."], ["new", "moss."]]
    assert desk.journal.head().count == 3  # never by itself
    session.repeat(["c3"])
    assert [event.decision.ruling for event in desk.journal.events()[2:]] == [NO, NO]
    with pytest.raises(WorkbookError, match="nothing like this was decided before"):
        session.repeat(["c3"])


def test_a_sentence_that_only_makes_the_same_statement_is_not_offered(desk: Desk) -> None:
    desk.session("Sand").rule(["c1"], NO)
    at = PAGE.index("The end.")
    desk.claims[2] = replace(desk.claims[2], start=at, end=at + 7, sentence_start=at, sentence_end=at + 8, quote="The end")
    session = desk.session("Sand")
    assert session.queue()[1]["offered"] == 0
    with pytest.raises(WorkbookError, match="nothing like this was decided before"):
        session.repeat(["c3"])


def test_what_lacks_what_is_asked_for_now_is_not_repeated(desk: Desk) -> None:
    desk.journal.append(decide([judged(desk.claims[0], desk.documents["mist"])], Ruling("substantiated"), reviewer="Sand"))
    with pytest.raises(WorkbookError, match="name a reference"):
        desk.session("Sand").repeat(["c3"])


def test_others_decisions_are_not_offered_while_reviewers_are_blind(desk: Desk) -> None:
    desk.session("Brook", 2).rule(["c1"], NO)
    sand = desk.session("Sand", 2)
    assert all(place["before_this"] is None for place in sand.detail(sand.queue()[1]["id"])["places"])
    alone = desk.session("Sand")
    assert alone.detail(alone.queue()[1]["id"])["places"][1]["before_this"]["who"] == "Brook"


def edit(desk: Desk, old: str, new: str) -> None:
    """Edit the sentence "No rest is needed." of the page, and read it anew."""
    text = PAGE.replace(old, new)
    desk.documents = {"mist": Document("mist", text, hashlib.sha256(text.encode()).hexdigest(), "mist.txt")}
    at = text.index(new)
    one = replace(desk.claims[1], start=at, end=at + len(new) - 1, sentence_start=at, sentence_end=at + len(new), quote=new[:-1])
    desk.claims, desk.rows = [one], [desk.rows[1]]


def test_after_a_small_edit_the_decision_is_offered_with_what_changed(desk: Desk) -> None:
    desk.session("Sand").rule(["c2"], NO)
    edit(desk, "No rest is needed.", "No long rest is needed.")
    desk.claims = [replace(desk.claims[0], level="minimal")]  # read as another statement
    session = desk.session("Sand")
    [place] = session.detail(session.queue()[0]["id"])["places"]
    assert place["before_this"]["changes"] == [["same", "No"], ["new", "long"], ["same", "rest is needed."]]
    session.repeat(["c2"])
    assert states(session) == ["Unsubstantiated"]


def test_after_a_large_edit_nothing_is_offered(desk: Desk) -> None:
    desk.session("Sand").rule(["c2"], NO)
    edit(desk, "No rest is needed.", "Rest for 2 days, please.")
    desk.claims = [replace(desk.claims[0], level="some")]
    session = desk.session("Sand")
    assert session.queue()[0]["offered"] == 0


def test_a_sentence_is_decided_with_everything_it_says(desk: Desk) -> None:
    desk.rows[1]["sentence"] = desk.rows[0]["sentence"]
    answer = on_cards(desk).answer({"kind": "sentence", "ticket": "", "claim": "c1"})
    assert [place["claim_id"] for place in answer["detail"]["places"]] == ["c2", "c1"]
    assert answer["entry"]["words"].startswith("The whole sentence: “")


def test_a_page_is_given_in_pieces_that_know_their_place(desk: Desk) -> None:
    answer = on_cards(desk).answer({"kind": "page", "ticket": "", "source": "mist"})
    assert "".join(piece["shown"] for piece in answer["pieces"]) == PAGE
    for piece in answer["pieces"]:
        assert PAGE[piece["start"] : piece["end"]] == piece["shown"]
    assert [piece["shown"] for piece in answer["pieces"] if piece["claims"]] == ["softens lines", "No rest", "softens lines"]
    assert on_cards(desk).answer({"kind": "page", "ticket": "", "source": "fog"})["kind"] == "failed"


def test_words_are_found_in_the_pages(desk: Desk) -> None:
    answer = on_cards(desk).answer({"kind": "find", "ticket": "", "words": "SMELLS  of\npine"})
    assert answer["total"] == 1
    [found] = answer["found"]
    assert (found["words"], found["source"]) == ("smells of pine", "mist")
    assert on_cards(desk).answer({"kind": "find", "ticket": "", "words": " "})["total"] == 0
    assert on_cards(desk).answer({"kind": "find", "ticket": "", "words": "mist .*"})["total"] == 0


def test_a_checklist_is_decided_only_where_each_warning_was_on_the_screen(desk: Desk) -> None:
    desk.claims[1] = replace(desk.claims[1], topic="warnings_owed")
    session = on_cards(
        desk, owed=[{"words": one, "insert": one, "severity": "high", "links": []} for one in ("Burns.", "Scars.")]
    )
    with pytest.raises(WorkbookError, match="1 of these warnings were not on the screen"):
        session.rule(["c2"], Ruling("needs_qualification", "so", "Burns."), seen=["c2", "warning 1"])
    assert desk.journal.head().count == 0
    assert session.rule(["c2"], Ruling("needs_qualification", "so", "Burns."), seen=["c2", "warning 1", "warning 2"])
    assert session.rule(["c2"], Ruling("needs_qualification", "so it is", "Burns."))  # only its text is changed
    with pytest.raises(WorkbookError, match="2 of these warnings"):
        session.rule(["c2"], Ruling("misleading", "so it is"))


def test_what_does_no_harm_needs_a_reason_and_one_stands_ready(desk: Desk) -> None:
    session = desk.session("Sand")
    with pytest.raises(WorkbookError, match="why does it do no harm"):
        session.rule(["c1"], Ruling("harmless"))
    ready = session.detail(session.queue()[0]["id"])["places"][0]["ready"]["harmless"]
    assert session.rule(["c1"], Ruling("harmless", ready))


def test_what_is_not_in_the_register_is_told(desk: Desk) -> None:
    own = "Brook J. Needling of scars. Skin Letters, 2019"
    session = ReviewSession(
        desk.rows, desk.journal, claims=desk.claims, documents=desk.documents, reviewer="Sand", register=["E1"]
    )
    said = {"verdict": "substantiated", "reason": "", "wording": "", "expires": "", "exceptions": [], "chosen": ["c1"]}
    answer = session.answer({"kind": "rule", "ticket": "", "references": f"E1\n{own}", **said})
    assert (answer["kind"], answer["outside"]) == ("stored", [own])
    refused = session.answer({"kind": "rule", "ticket": "", "references": "E2", **said})
    assert refused["kind"] == "failed" and "'E2' is no entry of the register" in refused["why"]
