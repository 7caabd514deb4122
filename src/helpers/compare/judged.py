"""What findings rest on, made so that people can decide on it: a sentence without a claim is unread, and named."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from helpers.model import Finding
from helpers.model.ledger import LedgerRow
from helpers.model.owed import owed_to_judge
from helpers.model.problem import PROBLEM_WORDS
from helpers.model.unread import unread_sentences

SILENT = ("no claim", "unreached")  # what makes a claim for people as soon as a finding quotes it
Place = tuple[str, int]


def with_findings(ledger: Iterable[LedgerRow], findings: Iterable[Finding]) -> list[LedgerRow]:
    """Return a ledger in which every sentence that a finding quotes and that makes no claim is unread, for that reason."""
    rows = list(ledger)
    at = _Rows(rows)
    why: defaultdict[Place, list[str]] = defaultdict(list)
    for finding in findings:
        for row in at.quoted(finding):
            if row.status in SILENT and finding.problem:
                why[row.source_id, row.start].append(PROBLEM_WORDS[finding.problem])
    return [
        replace(row, status="unread", reason=f"a finding rests on it: {'; '.join(dict.fromkeys(told))}") if told else row
        for row in rows
        for told in [why.get((row.source_id, row.start), [])]
    ]


def naming_places(findings: Iterable[Finding], ledger: Iterable[LedgerRow], texts: Mapping[str, str]) -> list[Finding]:
    """Return findings that name what people decide on at each of their places.

    Parameters
    ----------
    findings : iterable of Finding
    ledger : iterable of LedgerRow
        As ``with_findings`` returned it for them.
    texts : mapping of str to str
        By source id.
    """
    rows = list(ledger)
    at = _Rows(rows)
    unread = {(one.source_id, one.start): one.claim_id for one in unread_sentences(rows, texts)}
    made = []
    for finding in findings:
        owed = owed_to_judge(finding)
        made.append(replace(finding, claim_ids=(owed.claim_id,) if owed else _named(finding, at, unread)))
    return made


def _named(finding: Finding, at: "_Rows", unread: Mapping[Place, str]) -> tuple[str, ...]:
    first: list[str] = []
    further: list[str] = []
    for row in at.quoted(finding):
        ids = row.claim_ids or tuple(filter(None, [unread.get((row.source_id, row.start))]))
        if set(ids).isdisjoint(finding.claim_ids):
            quoted_first = finding.start_a is not None and row.start <= finding.start_a < row.end
            (first if quoted_first else further).extend(ids)
    return tuple(dict.fromkeys((*first, *finding.claim_ids, *further)))


class _Rows:
    """The rows of a ledger, by place."""

    def __init__(self, rows: Sequence[LedgerRow]) -> None:
        self._of: defaultdict[str, list[LedgerRow]] = defaultdict(list)
        for row in rows:
            self._of[row.source_id].append(row)
        self._starts = {source_id: [row.start for row in own] for source_id, own in self._of.items()}

    def quoted(self, finding: Finding) -> list[LedgerRow]:
        """Return the sentences of a page on which one of its problems rests, if its words can be decided on."""
        if finding.problem is None or finding.kind in ("disclosure", "lost", "warning_gone", "proposed"):
            return []
        own, starts = self._of[finding.source_a], self._starts.get(finding.source_a, [])
        places = [bisect_right(starts, start) - 1 for start, _ in finding.spans]
        return [own[place] for place in dict.fromkeys(places) if place >= 0]
