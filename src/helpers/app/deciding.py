"""What was decided so far: how far the review is, what reopened, what is to settle; and warnings that went, to be let go."""

from helpers.app.guard import Guarded
from helpers.errors import WorkbookError
from helpers.model.safety import LostWarning
from helpers.panel import (
    Decisions,
    agreement_table,
    decision_table,
    let_go_table,
    progress_table,
    reading_table,
    reopened_table,
    settling_table,
)
from helpers.review import Journal, let_go
from helpers.show.parts import Table

MANY = 12  # rows of a table that is folded up at first
NO_SUCH_WARNING = "This warning is not among those that went; load the page again."


class Decided(Guarded):
    """The journal in a reviewer's words, as far as the one who looks may see it."""

    async def get(self) -> None:
        """Show what asks for something first, then what was decided."""
        opened, _ = await self.away(self.workspace.now)
        reviewer, needed = self.visitor.name, self.workspace.settings.reviewers

        def tables() -> list[tuple[str, Table]]:
            with Journal() as journal:
                decisions = Decisions.read(opened.view, journal, reviewer=reviewer, needed=needed)
            found = [
                ("How far the review is", progress_table(decisions)),
                ("What reopened", reopened_table(decisions)),
                ("What was decided", decision_table(decisions)),
                ("Warnings that were let go", let_go_table(decisions)),
                ("How well the pages were read", reading_table(decisions)),
            ]
            if needed > 1:
                both = [("What is to settle", settling_table(decisions)), ("How far reviewers agree", agreement_table(decisions))]
                found[2:2] = both
            return found

        told = await self.away(tables)
        self.show("decided.html", gone=opened.view.review.gone, names=opened.view.names, tables=told, many=MANY)


class LetGo(Guarded):
    """One warning that need not come back."""

    async def post(self) -> None:
        """Put it on record under the name of this browser's reviewer, with the reason."""
        opened, _ = await self.away(self.workspace.now)
        warning_id, reason = self.get_body_argument("warning", ""), self.get_body_argument("reason", "")
        lost = next((one for one in opened.view.review.gone if one.warning_id == warning_id), None)
        if lost is None:
            raise WorkbookError(NO_SUCH_WARNING)
        await self.away(lambda: _put_on_record(lost, self.visitor.name, reason, opened.view.review.pack))
        self.redirect("/decided", status=303)


def _put_on_record(lost: LostWarning, reviewer: str, reason: str, pack: str) -> None:
    with Journal() as journal:
        journal.append(let_go(lost, reviewer=reviewer, reason=reason, pack=pack))


HANDLERS = [("/decided", Decided), ("/let-go", LetGo)]
