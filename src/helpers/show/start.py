"""The first page: what can be published, what stands in the way of each source, and what is gravest."""

from helpers.model import Finding, Span
from helpers.show.findings import against
from helpers.show.parts import Bit, Cell, Fragment, Table, cell
from helpers.show.standing import Proposal, proposals
from helpers.show.view import View
from helpers.show.words import capital, counted, listed, one_line, why

SIGNS = {"hold": "■ hold", "edit": "◧ edit"}


def headline(view: View) -> Fragment:
    """Return the first line: what can be published, what nobody reviewed, what was lost or not read."""
    review = view.review
    proposed = [proposal.action for proposal in proposals(view)]
    lost = len(review.gaps) + sum(row.status == "unread" for row in review.ledger)
    first = (
        f"0 of {len(view.sources)} can be published; {counted(len(view.told), 'claim')} unreviewed; "
        f"{counted(lost, 'passage')} lost or unread."
    )
    actions = [f"{action} {proposed.count(action)}" for action in ("hold", "edit", "publish once reviewed") if action in proposed]
    second = f"Proposed before any review: {listed(actions)}. Nothing is published that nobody reviewed."
    return Fragment("headline.html", {"lines": (first, second)}, f"{first}\n{second}")


def source_proposals(view: View) -> Table:
    """Return a row a source: what is proposed, its worst sentence, the harm if it stands and what speaks against it."""
    columns = ("Source", "Proposed; findings", "Its worst sentence", "The harm if it stands", "What speaks against it")
    rows = [_row(view, proposal) for proposal in proposals(view)]
    return Table("What is proposed for each source", columns, rows)


def _row(view: View, proposal: Proposal) -> tuple[Cell, ...]:
    source_id, worst = proposal.source_id, proposal.worst
    name = cell(Bit(view.names[source_id], href=view.link(source_id)), Bit(source_id, looks=("quiet",)))
    found = [f"{count} {severity}" for severity, count in proposal.counts.items() if count]
    action = Bit(SIGNS.get(proposal.action, proposal.action), looks=("title",))
    if worst is None:
        return name, cell(action), cell("Nothing was found against it."), cell("–"), cell("–")
    return (
        name,
        cell(action, *found, looks=(f"fill-{worst.severity}",)),
        _sentence(view, source_id, worst),
        cell(capital(worst.harm)),
        cell(*against(view, worst, of=source_id, shown=1) or [(Bit(view.with_names(why(worst))),)]),
    )


def _sentence(view: View, source_id: str, finding: Finding) -> Cell:
    """Return the whole sentence that holds the finding's quote of this source."""
    own_first = finding.source_a == source_id
    quote, start = (finding.quote_a, finding.start_a) if own_first else (finding.quote_b, finding.start_b)
    if start is not None:
        reading = view.readings[source_id]
        holding = (Span(one.start, one.end) for one in reading.segmented.sentences if one.start <= start < one.end)
        quote = next((span.of(reading.document.text) for span in holding), quote)
    return cell(Bit(one_line(quote), quoted=True), Bit("in the text", href=view.link(source_id, start), looks=("quiet",)))
