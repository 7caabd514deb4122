"""A review of two pages, one of them hostile, with decisions; made once."""

import datetime
from importlib import import_module

import pytest

from helpers.desk import Desk
from helpers.model import Document
from helpers.model.decision import Ruling
from helpers.outputs import dossier_of
from helpers.pipeline import Pipeline
from helpers.review import Journal, adjudicate, decide, judged

FORMULAS = ('=HYPERLINK("http://x.example","y")', "@cmd", "+1+1", "-2+3|calc")
HOSTILE = (
    "# Mesotherapy\n\n"
    "<script>alert(1)</script> mesotherapy has no downtime & <b>no pain</b>.\n\n"
    + "".join(f"{lead} mesotherapy has no downtime.\n\n" for lead in FORMULAS)
    + "\u202bMesotherapy improves wrinkles\u202c \u200f within 2 weeks.\n\n"
    + "Bell \x07 and null \x00 and tab \t: mesotherapy reduces cellulite \U0001f489.\r\n\r\n"
    + "Code _x0041_ here: mesotherapy causes bruising for a week.\n\n"
    + "</script><!-- ]]> mesotherapy is painless.\n\n"
    + "Potential risks include:\n"
)
PLAIN = "# Mesotherapy\n\nAfter mesotherapy expect three days of downtime. It is not approved by the FDA.\n"
REASON = "=1+1 <i>seen</i> \u200f\U0001f489 \x1b and \ud800 alone"


@pytest.fixture(scope="session")
def dossier(tmp_path_factory):
    """A dossier of both pages, with a ruling of each kind of ending."""
    pipeline = Pipeline.of()
    documents = [Document("=cmd|'x'", HOSTILE, "0" * 64, "=cmd|'x'.md"), Document("salon", PLAIN, "1" * 64, "salon.md")]
    review = pipeline.review(documents)
    texts = {document.source_id: document for document in documents}
    told = [claim for claim in review.claims if claim.zone == "body"]
    days = iter(range(1, 28))
    clock = lambda: datetime.datetime(2026, 1, next(days), 12, tzinfo=datetime.UTC)  # noqa: E731
    place = tmp_path_factory.mktemp("journal") / "journal.db"
    with pytest.MonkeyPatch.context() as patch, Journal(place, clock=clock) as journal:
        for module in ("decide", "journal"):  # half a character got in before it was refused
            patch.setattr(import_module(f"helpers.review.{module}"), "may_enter", lambda decision: decision)

        def rule(reviewer, claim, verdict, **more):
            ruling = Ruling(verdict, **more)
            return journal.append(decide([judged(claim, texts[claim.source_id])], ruling, reviewer=reviewer, pack=review.pack))

        rule("Dr. A", told[0], "substantiated", reason=REASON, references=("FR01", "RG05"), expires="2026-01-31")
        rule("Dr. B", told[0], "substantiated", reason=REASON, expires="2026-01-31")
        first = rule("Dr. A", told[1], "misleading")
        second = rule("Dr. B", told[1], "needs_qualification", wording="@May hurt a little.")
        settled = [judged(told[1], texts[told[1].source_id])]
        ruling = Ruling("needs_qualification", reason="Settled.", wording="@May hurt a little.")
        journal.append(adjudicate([first, second], settled, ruling, reviewer="Dr. C", pack=review.pack))
        rule("Dr. A", told[2], "unsubstantiated", reason="hidden until the second verdict is in")
        rule("Dr. A", told[3], "out_of_scope")
        rule("Dr. B", told[3], "out_of_scope")
        events = journal.events()
    return dossier_of(Desk(pipeline, review, events, as_of=datetime.date(2026, 3, 1), needed=2))
