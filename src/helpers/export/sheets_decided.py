"""What was decided, as sheets: what to do with each claim and source, the decisions, the approved wordings."""

from typing import NamedTuple

from helpers.export.dossier import Dossier
from helpers.export.links import Links
from helpers.export.sheet import Column, Sheet, sheet_of
from helpers.export.sheets_found import marked
from helpers.model import Claim
from helpers.model.decision import Event, Judged, Ruling
from helpers.model.judgement import Reopened
from helpers.model.palette import SEVERITIES
from helpers.model.publishing import LibraryRow, QueueRow, Readiness, Refusal, Use
from helpers.model.words import VERDICT_WORDS, capital, plain

SHOWN = ("decided", "agreed", "adjudicated", "disagreed")  # a verdict that waits for a second one stays hidden till then


class LetGo(NamedTuple):
    """A warning of an earlier version, and who said why it need not come back."""

    event: Event
    warning: Judged

    @property
    def reason(self) -> str:
        """The reviewer's."""
        return self.event.decision.ruling.reason if self.event.decision.ruling else ""


def warnings_let_go(dossier: Dossier) -> list[LetGo]:
    """Return the warnings that were let go, in the order of the journal."""
    return [LetGo(event, one) for event in dossier.let_go for one in event.decision.claims]


class Said(NamedTuple):
    """One reviewer's ruling on one claim of now."""

    claim: Claim
    event: Event
    ruling: Ruling


def said(dossier: Dossier) -> list[Said]:
    """Return the rulings that stand and may be shown, by source and place."""
    found = [
        (claim, dossier.events[name])
        for claim in dossier.review.to_judge
        if dossier.judgement(claim.claim_id).state in SHOWN
        for name in dossier.judgement(claim.claim_id).events
    ]
    return [Said(claim, event, event.decision.ruling) for claim, event in found if event.decision.ruling is not None]


def readiness(dossier: Dossier) -> Sheet:
    """Return what to do with each source."""
    columns = (
        Column[Readiness]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Readiness]("What to do", 11, lambda one: one.action),
        Column[Readiness]("Why", 70, lambda one: dossier.names.put_in(one.reason)),
        Column[Readiness]("Claims to publish", 10, lambda one: one.publish),
        Column[Readiness]("Claims to edit", 10, lambda one: one.edit),
        Column[Readiness]("Claims on hold", 10, lambda one: one.hold),
        Column[Readiness]("Not reviewed", 10, lambda one: one.unreviewed),
        Column[Readiness]("Warnings it owes", 50, lambda one: "\n".join(one.warnings_missing)),
        Column[Readiness]("Warnings of the last version that are gone", 50, lambda one: "\n".join(one.warnings_gone)),
        Column[Readiness]("Lists lost", 40, lambda one: "\n".join(one.lost)),
        Column[Readiness]("Unread sentences that nobody reviewed", 10, lambda one: one.unread),
    )
    return sheet_of("Pages", columns, dossier.publishing.readiness)


def queue(dossier: Dossier) -> Sheet:
    """Return what to do with each claim, card by card as reviewers decide them."""
    links = Links(dossier)
    cards = {card.card_id: card.title for card in dossier.review.cards}
    columns = (
        Column[QueueRow]("Claim", 9, lambda one: links.claim(one.claim_id)),
        Column[QueueRow]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[QueueRow]("Card", 26, lambda one: cards[one.card]),
        Column[QueueRow]("What to do", 11, lambda one: one.action),
        Column[QueueRow]("Quote", 44, lambda one: one.quote),
        Column[QueueRow]("Suggested wording", 44, lambda one: one.wording),
        Column[QueueRow]("Why", 60, lambda one: dossier.names.put_in(one.reason)),
        Column[QueueRow]("Topic", 24, lambda one: dossier.title(one.topic)),
        Column[QueueRow]("Gravest finding", 11, lambda one: marked(SEVERITIES[one.severity]) if one.severity else None),
        Column[QueueRow]("The problem", 26, lambda one: capital(one.problem)),
        Column[QueueRow]("What to do about it", 50, lambda one: one.advice),
        Column[QueueRow]("Verdict", 20, lambda one: dossier.standing(one.claim_id)),
        Column[QueueRow]("Evidence", 20, lambda one: one.evidence),
        Column[QueueRow]("Law and advertising", 44, lambda one: dossier.cited(one.laws)),
        Column[QueueRow]("Good until", 12, lambda one: one.expires),
        Column[QueueRow]("Rule", 26, lambda one: plain(one.rule)),
    )
    return sheet_of("Queue", columns, dossier.publishing.queue)


def decisions(dossier: Dossier) -> Sheet:
    """Return every ruling that stands."""
    links = Links(dossier)
    columns = (
        Column[Said]("Claim", 9, lambda one: links.claim(one.claim.claim_id)),
        Column[Said]("Source", 30, lambda one: dossier.name(one.claim.source_id)),
        Column[Said]("What it says", 30, lambda one: dossier.statement(one.claim)),
        Column[Said]("Quote", 44, lambda one: one.claim.quote),
        Column[Said]("Verdict", 20, lambda one: VERDICT_WORDS[one.ruling.verdict]),
        Column[Said]("Reviewer", 20, lambda one: one.event.decision.reviewer),
        Column[Said]("As", 12, lambda one: "adjudicator" if one.event.decision.kind == "adjudicate" else "reviewer"),
        Column[Said]("Recorded (UTC)", 21, lambda one: one.event.time),
        Column[Said]("Reason", 50, lambda one: one.ruling.reason),
        Column[Said]("Suggested wording", 44, lambda one: one.ruling.wording),
        Column[Said]("References", 50, lambda one: dossier.cited(one.ruling.references)),
        Column[Said]("Good until", 12, lambda one: one.ruling.expires),
        Column[Said]("What stands", 24, lambda one: dossier.standing(one.claim.claim_id)),
        Column[Said]("Pack", 18, lambda one: one.event.decision.pack),
        Column[Said]("Event", 22, lambda one: one.event.hash),
    )
    return sheet_of("Decisions", columns, said(dossier))


def reopened(dossier: Dossier) -> Sheet:
    """Return the decisions that no longer hold, because their source changed."""
    columns = (
        Column[Reopened]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Reopened]("Quote when it was decided", 50, lambda one: one.quote),
        Column[Reopened]("Was decided", 24, lambda one: ", ".join(VERDICT_WORDS[verdict] for verdict in one.verdicts)),
        Column[Reopened]("What became of it", 14, lambda one: one.followed.found),
        Column[Reopened]("Why", 60, lambda one: one.followed.reason),
    )
    return sheet_of("Reopened", columns, dossier.reopened)


def let_go(dossier: Dossier) -> Sheet:
    """Return the warnings of earlier versions of which a reviewer said that they need not come back."""
    columns = (
        Column[LetGo]("Source", 30, lambda one: dossier.name(one.warning.source_id)),
        Column[LetGo]("It warned", 60, lambda one: one.warning.anchor.exact),
        Column[LetGo]("Why it need not come back", 60, lambda one: one.reason),
        Column[LetGo]("Reviewer", 20, lambda one: one.event.decision.reviewer),
        Column[LetGo]("Recorded (UTC)", 21, lambda one: one.event.time),
        Column[LetGo]("Event", 22, lambda one: one.event.hash),
    )
    return sheet_of("Warnings let go", columns, warnings_let_go(dossier))


def library(dossier: Dossier) -> Sheet:
    """Return the approved wordings and those that expired."""
    columns = (
        Column[LibraryRow]("Topic", 24, lambda one: dossier.title(one.topic)),
        Column[LibraryRow]("Treatment", 18, lambda one: plain(one.treatment)),
        Column[LibraryRow]("Item", 18, lambda one: plain(one.item)),
        Column[LibraryRow]("Wording", 60, lambda one: one.wording),
        Column[LibraryRow]("State", 11, lambda one: one.state),
        Column[LibraryRow]("Whose words", 14, lambda one: "the page's" if one.as_it_stands else "the reviewer's"),
        Column[LibraryRow]("Conditions", 50, lambda one: one.conditions),
        Column[LibraryRow]("References", 50, lambda one: dossier.cited(one.references)),
        Column[LibraryRow]("Reason", 44, lambda one: one.reason),
        Column[LibraryRow]("Approved by", 24, lambda one: ", ".join(one.approved_by)),
        Column[LibraryRow]("Approved on", 12, lambda one: one.approved_on),
        Column[LibraryRow]("Good until", 12, lambda one: one.expires),
        Column[LibraryRow]("Claims", 24, lambda one: ", ".join(map(dossier.number, one.claim_ids))),
    )
    return sheet_of("Approved wordings", columns, dossier.publishing.library)


def refused(dossier: Dossier) -> Sheet:
    """Return what may not stand as it is worded."""
    links = Links(dossier)
    columns = (
        Column[Refusal]("Claim", 9, lambda one: links.claim(one.claim_id)),
        Column[Refusal]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Refusal]("Quote", 44, lambda one: one.quote),
        Column[Refusal]("Verdict", 20, lambda one: plain(one.verdict)),
        Column[Refusal]("Reason", 50, lambda one: one.reason),
        Column[Refusal]("Instead", 44, lambda one: one.wording),
        Column[Refusal]("Refused by", 24, lambda one: ", ".join(one.refused_by)),
    )
    return sheet_of("Refused", columns, dossier.publishing.refusals)


def uses(dossier: Dossier) -> Sheet:
    """Return where what an approved wording says stands."""
    links = Links(dossier)
    columns = (
        Column[Use]("Wording", 60, lambda one: one.wording),
        Column[Use]("State", 11, lambda one: one.state),
        Column[Use]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Use]("How", 16, lambda one: "word for word" if one.exact else "in other words"),
        Column[Use]("Quote", 60, lambda one: links.quote(one.source_id, one.quote, one.start)),
    )
    return sheet_of("Used where", columns, dossier.publishing.uses)
