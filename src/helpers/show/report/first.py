"""What the report holds before any page of it is opened: the first layer, and the lists that belong to no page."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from helpers.model import Disclosure, Finding
from helpers.model.notices import notice_of
from helpers.model.publishing import Publishing
from helpers.model.words import problem_words
from helpers.show import evidence, sources
from helpers.show import publishing as publish
from helpers.show.differences import difference_table
from helpers.show.looks import LOOKS, SEVERITIES, VERDICTS
from helpers.show.matrix import matrix_title
from helpers.show.parts import Table
from helpers.show.range_figures import UNITS
from helpers.show.ranges import trial_rows
from helpers.show.report.page import kinds_of
from helpers.show.report.wording import Cells, Wording
from helpers.show.second import second_tables
from helpers.show.sources import STATUSES
from helpers.show.standing import Proposal, proposals
from helpers.show.standings import Held, Standing
from helpers.show.start import actions_of, source_proposals
from helpers.show.view import View
from helpers.show.words import capital, counted

RELATION = tuple(LOOKS)
ALSO = 3  # further reasons that a page's card names


def first_layer(view: View, work: Publishing, held: Held) -> dict[str, object]:
    """Return the first layer as data."""
    wording = Wording()
    cells = Cells(view, wording)
    rule = "one reviewer decides" if work.needed == 1 else f"{work.needed} reviewers must agree"
    return {
        "read": view.where_read,
        "about": f"For {work.market}, on {work.as_of}; {rule}.",
        "topics": _topics(view),
        "kinds": [capital(words) for words in kinds_of(view)],
        "severities": [[look.sign, look.word] for look in SEVERITIES.values()],
        "looks": [[name, look.sign, look.word, look.meaning] for name, look in LOOKS.items()],
        "verdicts": [[look.sign, look.word, look.meaning] for look in VERDICTS.values()],
        "statuses": [[words, colour] for words, colour in STATUSES.values()],
        "pages": _pages(view, work, cells),
        "matrix": {"title": matrix_title(view, held), "rows": _matrix(view, held)},
        "readiness": _table(publish.readiness_table(view, work.readiness), cells),
        "differences": _table(difference_table(view), cells),
        "wordings": [
            _table(publish.library_table(view, work.library), cells),
            _table(publish.refused_table(view, work.refusals), cells),
            _table(publish.uses_table(view, work.uses), cells),
        ],
        "laws": _table(evidence.notices(view), cells) if view.review.matches else None,
        "sources": [
            _table(part, cells)
            for part in (
                *(sources.source_table(view), sources.not_read(view), sources.copied(view), sources.lost_lists(view)),
                *second_tables(view),
            )
            if isinstance(part, Table)
        ],
        "words": wording.words,
    }


def _topics(view: View) -> list[list[object]]:
    """Return each topic's title, its unit in words, what its items are, and what trials did on it."""
    told: list[list[object]] = []
    for topic, about in view.topics.items():
        claims = [claim for claim in view.told if claim.topic == topic]
        trials = [[row.what, row.low, row.high] for row in trial_rows(view, topic, claims)]
        told.append([about.title, UNITS.get(about.unit or "", ""), about.items, trials, len(claims)])
    return told


def _pages(view: View, work: Publishing, cells: Cells) -> list[dict[str, object]]:
    ready = {page.source_id: page for page in work.readiness}
    fates: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in view.review.ledger:
        fates[sentence.source_id][sentence.status] += 1
    statements = Counter(claim.source_id for claim in view.review.claims)
    actions = actions_of(view, work.readiness)
    about = _by_source(view)
    inserts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    owed: defaultdict[str, list[Disclosure]] = defaultdict(list)
    for disclosure in view.review.disclosures:
        owed[disclosure.source_id].append(disclosure)
    for card in view.review.cards:
        inserts[card.source_id] |= dict.fromkeys(one.insert for one in card.left_out(owed[card.source_id]))
    told: list[dict[str, object]] = []
    rows = source_proposals(view, work.readiness).rows
    for source, row, proposal in zip(view.sources, rows, proposals(view), strict=True):
        source_id = source.source_id
        title = source.title if source.title != source.name else ""
        shown = [title, source.publisher or "", source.date.isoformat() if source.date else "", source.sells or ""]
        told.append(
            {
                "n": view.names[source_id],
                "h": view.handles[source_id],
                "about": [cells.of(one) for one in shown if one],
                "a": actions[source_id][0],
                "c": list(proposal.counts.values()),
                "row": cells.row(row),
                "also": [cells.of(words) for words in _also(proposal, about[source_id])],
                "insert": [cells.of(words) for words in inserts[source_id]],
                "why": cells.of(view.with_names(ready[source_id].reason)),
                "sum": [fates[source_id][status] for status in STATUSES],
                "claims": counted(statements[source_id], "statement"),
                "shut": notice_of(view.review.reaches[source_id]),
            }
        )
    return told


def _by_source(view: View) -> defaultdict[str, list[Finding]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in view.review.findings:
        for source_id in {finding.source_a, finding.source_b} - {""}:
            found[source_id].append(finding)
    return found


def _also(proposal: Proposal, findings: Iterable[Finding]) -> list[str]:
    """Return what else is found on a page, the gravest first: what it is to a reviewer, and how many times."""
    kinds: Counter[str] = Counter()
    gravest: dict[str, int] = {}
    for one in findings:
        if proposal.worst is None or one.finding_id != proposal.worst.finding_id:
            words, severity = problem_words(one), list(SEVERITIES).index(one.severity)
            kinds[words] += 1
            gravest[words] = min(severity, gravest.get(words, severity))
    ordered = sorted(kinds, key=lambda words: (gravest[words], -kinds[words], words))[:ALSO]
    return [f"{capital(words)} ({kinds[words]})" if kinds[words] > 1 else capital(words) for words in ordered]


def _matrix(view: View, held: Held) -> list[list[object]]:
    """Return a topic's number and its squares: for each page the gravest relation, then the others, by their numbers."""
    numbers = {topic: number for number, topic in enumerate(view.topics)}
    return [[numbers[topic], " ".join(map(_square, by_source.values()))] for topic, by_source in held.items()]


def _square(standing: Standing) -> str:
    others = (one for one in standing.among if one != standing.shown)
    return "".join(str(RELATION.index(one)) for one in (standing.shown, *others))


def _table(table: Table, cells: Cells) -> dict[str, object]:
    return {
        "caption": table.caption,
        "columns": list(table.columns),
        "rows": [cells.row(row) for row in table.rows],
        "empty": table.empty,
    }
