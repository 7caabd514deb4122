"""The first page: what can be published, what stands in the way of each source, and what is gravest."""

from collections import Counter
from collections.abc import Iterable, Sequence

from helpers.model import Finding, Span
from helpers.model.notices import notice_of
from helpers.model.publishing import Readiness
from helpers.model.words import ACTION_WORDS
from helpers.show.findings import against
from helpers.show.parts import Bit, Cell, Fragment, Table, cell
from helpers.show.standing import ONCE_REVIEWED, Proposal, proposals
from helpers.show.view import View
from helpers.show.words import capital, counted, listed, one_line, plain, why

NAMED = 4  # warnings that are named; the others are counted


def headline(view: View, readiness: Sequence[Readiness]) -> Fragment:
    """Return the first line: what can be published, what nobody reviewed, what was lost or not read."""
    ready = sum(page.action == "publish" for page in readiness)
    unreviewed = sum(page.unreviewed for page in readiness)
    read = [page for page in readiness if view.could_be_read(page.source_id)]
    passages = sum(len(page.lost) + page.unread + view.review.reaches[page.source_id].passages for page in read)
    lost = counted(passages, "passage")
    claims = f"{counted(unreviewed, 'claim')} unreviewed" if view.review.claims else "no claim was found"
    first = f"{ready} of {len(view.sources)} can be published; {claims}; "
    if len(read) < len(view.sources):
        shut = len(view.sources) - len(read)
        first += f"{counted(shut, 'page')} could not be read" + (f"; on the others {lost} lost or unread." if read else ".")
    else:
        first += f"{lost} lost or unread."
    actions = Counter(action for action, _ in actions_of(view, readiness).values())
    counts = [f"{action} {actions[action]}" for action in (*ACTION_WORDS, ONCE_REVIEWED) if actions[action]]
    decided = "Decided" if view.review.claims else "What to do"
    proposed = "Proposed for what nobody has reviewed yet" if unreviewed else decided
    second = f"{proposed}: {listed(counts)}. Nothing is published that nobody reviewed."
    return Fragment(
        "headline.html", {"lines": (first, second), "notices": view.notices}, "\n".join((first, second, *view.notices))
    )


def banner(view: View) -> Fragment | None:
    """Return what must be known before anything below is believed: which pages could not be read; None where all were."""
    return Fragment("banner.html", {"notices": view.notices}, "\n".join(view.notices)) if view.notices else None


def source_proposals(view: View, readiness: Sequence[Readiness]) -> Table:
    """Return a row a source: what to do with it, what is gravest on it, the harm if it stands and what speaks against it."""
    columns = ("Source", "What to do; findings", "What is gravest", "The harm if it stands", "What speaks against it")
    actions = actions_of(view, readiness)
    rows = [_row(view, proposal, *actions[proposal.source_id]) for proposal in proposals(view)]
    return Table("What to do with each source", columns, rows)


def actions_of(view: View, readiness: Iterable[Readiness]) -> dict[str, tuple[str, str]]:
    """Return by source what to do with it, and on what that rests: on findings until reviewed."""
    proposed = {proposal.source_id: proposal.action for proposal in proposals(view)}
    return {page.source_id: _action(view, page, proposed[page.source_id]) for page in readiness}


def _action(view: View, page: Readiness, proposed: str) -> tuple[str, str]:
    if not view.could_be_read(page.source_id):
        return page.action, "not read"
    if not view.readings[page.source_id].claims:
        return page.action, "no claim was read"
    return (proposed, f"proposed; {page.unreviewed} unreviewed") if page.unreviewed else (page.action, "reviewed")


def _row(view: View, proposal: Proposal, action: str, because: str) -> tuple[Cell, ...]:
    source_id, worst = proposal.source_id, proposal.worst
    name = cell(Bit(view.names[source_id], href=view.link(source_id)))
    found = ", ".join(f"{count} {severity}" for severity, count in proposal.counts.items() if count)
    first = Bit(ACTION_WORDS.get(action, f"□\u00a0{action}"), looks=("title",))
    if worst is None:
        return name, cell(first, because), cell(_nothing(view, source_id)), cell("–"), cell("–")
    return (
        name,
        cell(first, because, found, looks=(f"fill-{worst.severity}",)),
        _sentence(view, source_id, worst),
        cell(capital(worst.harm)),
        cell(*against(view, worst, of=source_id, shown=1) or [(Bit(view.with_names(why(worst))),)]),
    )


def _nothing(view: View, source_id: str) -> str:
    """Say why no finding is about a source."""
    reading = view.readings[source_id]
    if not reading.reach.could_be_read:
        return notice_of(reading.reach)
    return "Nothing was found against it." if reading.claims else "No claim was found in it; read it by eye."


def _sentence(view: View, source_id: str, finding: Finding) -> Cell:
    """Return the whole sentence that holds the finding's quote of this source; of warnings that are left out, these."""
    if finding.kind == "disclosure":
        return _left_out(view, finding)
    own_first = finding.source_a == source_id
    quote, start = (finding.quote_a, finding.start_a) if own_first else (finding.quote_b, finding.start_b)
    place = view.link(source_id, start, finding.end_a if own_first else finding.end_b)
    if start is not None:
        reading = view.readings[source_id]
        holding = (Span(one.start, one.end) for one in reading.segmented.sentences if one.start <= start < one.end)
        quote = next((span.of(reading.document.text) for span in holding), quote)
    return cell(Bit(one_line(quote), quoted=True), Bit("in the text", href=place, looks=("quiet",)))


def _left_out(view: View, finding: Finding) -> Cell:
    titles = {one.disclosure: one.title.rstrip(".") for one in view.review.disclosures}
    named = [titles[code] for code in finding.warning[:NAMED] if code in titles]
    more = len(finding.warning) - len(named)
    words = "; ".join([*named, *([f"and {more} more"] if more > 0 else [])])
    place = view.link(finding.source_a, finding.start_a, finding.end_a)
    offered = Bit(f"where it offers {plain(finding.treatment)}", href=place, looks=("quiet",))
    return cell(f"It leaves out: {words}.", offered)
