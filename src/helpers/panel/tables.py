"""The journal of a review as tables in a reviewer's words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.model.decision import Event, Ruling
from helpers.model.judgement import Reopened
from helpers.model.owed import OWED
from helpers.model.unread import UNREAD
from helpers.model.words import VERDICT_WORDS
from helpers.panel.decisions import Decisions
from helpers.panel.of_review import in_words
from helpers.review import agreements, figure, lessons, let_go_of
from helpers.show.parts import Bit, Cell, Table, cell
from helpers.show.words import counted, listed, one_line

SHOWN = 3  # places, or things that lean on a claim, that are named; the others are counted
NOBODY = "Nobody has decided anything yet."
FOUND_WORDS = {"ambiguous": "it cannot be told which place it is", "changed": "it was changed", "vanished": "it is gone"}


def progress_table(decisions: Decisions) -> Table:
    """Return a row a source: how many of its claims are settled, and what the others wait for."""
    rows: list[tuple[str, int, int, int, int, int]] = []
    for source_id, name in decisions.view.names.items():
        states = decisions.states(source_id)
        settled = states["decided"] + states["agreed"] + states["adjudicated"]
        waiting = (states["awaits_second"], states["disagreed"], states["unreviewed"])
        rows.append((name, states.total(), settled, *waiting))
    total = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    columns = ("Source", "To decide", "Settled", "Wait for a second reviewer", "Reviewers disagree", "Nobody decided yet")
    return Table("How far the review is", columns, [*rows, ("All sources", *total)])


def decision_table(decisions: Decisions) -> Table:
    """Return a row for each decision that stands and may be seen, in the order in which they were taken."""
    rows = [
        (
            cell(*_statements(decisions, claim_ids)),
            cell(Bit(_verdict(event), looks=("title",))),
            cell(*_because(event.decision.ruling)),
            cell(event.decision.reviewer, Bit(_when(event), looks=("quiet",))),
            _places(decisions, claim_ids),
        )
        for event, claim_ids in decisions.shown
    ]
    hidden = counted(decisions.hidden, "verdict is", "verdicts are")
    note = f"{hidden} hidden until as many as needed are in" if decisions.hidden else ""
    caption = "; ".join(filter(None, (f"What was decided ({len(rows)})", note)))
    columns = ("Statement", "Verdict", "Why, and what to say instead", "Who", "Where it is said")
    return Table(caption, columns, rows, empty=f"{note}." if note else NOBODY)


def _statements(decisions: Decisions, claim_ids: Sequence[str]) -> list[str]:
    """Return the statements that were decided together."""
    said = list(dict.fromkeys(in_words(decisions.view, decisions.view.claims[claim_id]) for claim_id in claim_ids))
    more = len(said) - SHOWN
    return [*said[:SHOWN], *([f"and {counted(more, 'more statement')}"] if more > 0 else [])]


def reading_table(decisions: Decisions) -> Table:
    """Return a row a source: how many of the readings that reviewers looked at were wrong, and what they say was missed."""
    view = decisions.view
    told = lessons(decisions.events)
    looked_at: Counter[str] = Counter()
    for claim_id, found in decisions.judgements.items():
        claim = view.review.judged[claim_id]
        if found.reviewers and claim.topic not in (UNREAD, OWED):
            looked_at[claim.source_id] += 1
    rows: list[tuple[str, int, int, int]] = []
    for source_id, name in view.names.items():
        kinds = Counter(one.kind for one in told if one.source_id == source_id)
        if looked_at[source_id] or kinds:
            rows.append((name, looked_at[source_id], kinds["misread"], kinds["missed"]))
    if len(rows) > 1:
        looked, misread, missed = (sum(column) for column in zip(*(row[1:] for row in rows), strict=True))
        rows.append(("All sources", looked, misread, missed))
    columns = ("Source", "Readings that were looked at", "Misread", "Missed")
    return Table("How well the pages were read, as reviewers say", columns, rows, empty=NOBODY)


def settling_table(decisions: Decisions) -> Table:
    """Return a row for each disagreement that a third reviewer has to settle."""
    grouped: dict[tuple[str, ...], tuple[tuple[Event, ...], list[str]]] = {}
    for claim_id, found in decisions.judgements.items():
        if found.state == "disagreed":
            grouped.setdefault(found.events, (decisions.standing[claim_id].events, []))[1].append(claim_id)
    rows = [
        (
            cell(*_statements(decisions, claim_ids)),
            cell(*(line for event in events for line in _side(event))),
            _places(decisions, claim_ids),
        )
        for events, claim_ids in grouped.values()
    ]
    columns = ("Statement", "Who says what", "Where it is said")
    return Table(f"What is to settle ({len(rows)})", columns, rows, empty="No two reviewers disagree.")


def agreement_table(decisions: Decisions) -> Table:
    """Return a row for every two reviewers who decided the same claims: how far they agree, with intervals of 95 %."""
    rows = [
        (
            f"{one.first} and {one.second}",
            one.units,
            figure(one.share, one.share_interval),
            figure(one.kappa, one.kappa_interval),
            figure(one.alpha, one.alpha_interval),
        )
        for one in agreements(decisions.standing)
    ]
    columns = ("Reviewers", "Decisions that both took", "Same verdict", "Cohen's kappa", "Krippendorff's alpha")
    names = sorted({name for one in decisions.standing.values() for name in one.rulings})
    lacking = f"Only {listed(names)} decided" if len(names) == 1 else f"{listed(names)} decided nothing in common"
    return Table(
        "How far two reviewers agree, each figure with its interval of 95 %",
        columns,
        rows,
        empty=f"{lacking}: agreement needs two reviewers on the same claims." if names else NOBODY,
    )


def reopened_table(decisions: Decisions) -> Table:
    """Return a row for each decision that no longer holds because its source changed, and what leans on it."""
    rows = [
        (
            cell(Bit(one_line(one.quote), quoted=True), Bit(decisions.view.names[one.source_id], looks=("quiet",))),
            cell(*_decided(decisions, one)),
            _became(decisions, one),
            cell(*_leaning(decisions, one)),
        )
        for one in decisions.reopened
    ]
    columns = ("What was decided on", "What had been decided", "What became of it", "What leans on it")
    away = counted(decisions.elsewhere, "claim was", "claims were")
    note = f"{away} decided on sources that are not here" if decisions.elsewhere else ""
    caption = "; ".join(filter(None, (f"What reopened because its source changed ({len(rows)})", note)))
    empty = "; ".join(filter(None, ("No decision reopened: every claim that was decided here still stands in its source", note)))
    return Table(caption, columns, rows, empty=f"{empty}." if decisions.events else NOBODY)


def let_go_table(decisions: Decisions) -> Table:
    """Return a row for each warning of a last version of which a reviewer said that it need not come back."""
    rows = []
    for event in let_go_of(decisions.events).values():
        for one in event.decision.claims:
            name = decisions.view.names.get(one.source_id, one.source_id)
            quote = cell(Bit(one_line(one.anchor.exact), quoted=True), Bit(name, looks=("quiet",)))
            rows.append((quote, *_said_by(event)))
    return Table(
        "Warnings that were let go", ("It said", "Why it need not come back", "Who"), rows, empty="No warning was let go."
    )


def _said_by(event: Event) -> tuple[str, Cell]:
    ruling = event.decision.ruling
    return ruling.reason if ruling else "", cell(event.decision.reviewer, Bit(_when(event), looks=("quiet",)))


def _verdict(event: Event) -> str:
    ruling = event.decision.ruling
    return VERDICT_WORDS[ruling.verdict] if ruling is not None else ""


def _when(event: Event) -> str:
    settled = "settled it, " if event.decision.kind == "adjudicate" else ""
    return f"{settled}{event.time[:10]} {event.time[11:16]} UTC"


def _because(ruling: Ruling | None) -> list[Sequence[Bit]]:
    if ruling is None:
        return []
    lines: list[Sequence[Bit]] = [(Bit(one_line(ruling.reason)),)] if ruling.reason else []
    if ruling.wording:
        lines.append((Bit("Instead: "), Bit(one_line(ruling.wording), quoted=True)))
    if ruling.references:
        lines.append((Bit(f"See {'; '.join(ruling.references)}", looks=("quiet",)),))
    if ruling.expires:
        lines.append((Bit(f"Good until {ruling.expires}", looks=("quiet",)),))
    return lines or [(Bit("–"),)]


def _side(event: Event) -> list[Sequence[Bit]]:
    said: list[Sequence[Bit]] = [(Bit(f"{event.decision.reviewer}: "), Bit(_verdict(event), looks=("title",)))]
    return [*said, *_because(event.decision.ruling)] if event.decision.ruling and event.decision.ruling.reason else said


def _places(decisions: Decisions, claim_ids: Sequence[str]) -> Cell:
    view = decisions.view
    claims = sorted((view.claims[claim_id] for claim_id in claim_ids), key=lambda one: (one.source_id, one.start))
    lines: list[Sequence[Bit]] = [
        (
            Bit(one_line(claim.quote), quoted=True),
            Bit(" "),
            Bit(view.names[claim.source_id], href=view.link(claim.source_id, claim.start), looks=("quiet",)),
        )
        for claim in claims[:SHOWN]
    ]
    return cell(*_cut(lines, len(claims)))


def _cut(lines: Sequence[Sequence[Bit]], count: int) -> list[Sequence[Bit]]:
    more: list[Sequence[Bit]] = [(Bit(f"and {count - SHOWN} more", looks=("quiet",)),)] if count > SHOWN else []
    return [*lines[:SHOWN], *more]


def _decided(decisions: Decisions, one: Reopened) -> Iterable[Sequence[Bit]]:
    if not decisions.may_see(one):
        return [(Bit("hidden until as many verdicts as needed are in"),)]
    events = [event for event in decisions.events if event.hash in one.events]
    return [line for event in events for line in _side(event)]


def _became(decisions: Decisions, one: Reopened) -> Cell:
    found, view = one.followed, decisions.view
    lines: list[Sequence[Bit]] = [(Bit(FOUND_WORDS[found.found], looks=("title",)),), (Bit(found.reason),)]
    if found.start is not None and found.end is not None:
        now = one_line(view.document(one.source_id).text[found.start : found.end])
        lines.append((Bit("Now: "), Bit(now, quoted=True)))
    return cell(*lines)


def _leaning(decisions: Decisions, one: Reopened) -> list[Sequence[Bit]]:
    told = {
        f"{citation.kind}: {decisions.view.with_names(citation.words)}"
        for citation in decisions.citations
        if citation.claim_id == one.claim_id and (decisions.may_see(one) or citation.kind == "relation")
    }
    lines: list[Sequence[Bit]] = [(Bit(words),) for words in sorted(told)]
    return _cut(lines, len(lines)) if lines else [(Bit("nothing"),)]
