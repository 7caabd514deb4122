"""One page as the report's data holds it: its text once, and everything else by places in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from helpers.model import Claim, Disclosure, Finding
from helpers.model.cards import Card
from helpers.model.ledger import LedgerRow, reading_order
from helpers.model.publishing import Publishing
from helpers.model.review import Reading
from helpers.model.strange import strange
from helpers.model.words import problem_words
from helpers.show.cards import owed_row
from helpers.show.findings import finding_row
from helpers.show.looks import SEVERITIES
from helpers.show.pages import STATES
from helpers.show.parts import Bit
from helpers.show.report.squares import Behind, behind
from helpers.show.report.statements import Beside, statements
from helpers.show.report.why import Why
from helpers.show.report.wording import Cells, Wording
from helpers.show.standings import Held
from helpers.show.view import View
from helpers.show.words import capital, plain

SEVERITY = tuple(SEVERITIES)


class _OfSource(Protocol):
    @property
    def source_id(self) -> str: ...


Some = TypeVar("Some", bound=_OfSource)


@dataclass(frozen=True)
class Pages:
    """Makes the pages' data, a page at a time.

    Parameters
    ----------
    view : View
        With exact links.
    publishing : Publishing
    held : mapping of str to mapping of str to Standing
        What each page's claims have to do with the others', by topic and source.
    why : Why
        Tells how a page was read.
    """

    view: View
    publishing: Publishing
    held: Held
    why: Why

    @cached_property
    def _beside(self) -> Beside:
        matches = {match.claim_id: match for match in self.view.review.matches}
        return Beside(matches, {row.claim_id: row for row in self.publishing.queue})

    @cached_property
    def _behind(self) -> Behind:
        return behind(self.view)

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """Page and place among its claims, by claim id."""
        return {
            claim.claim_id: [page, number]
            for page, reading in enumerate(self.view.review.readings)
            for number, claim in enumerate(reading.claims)
        }

    @cached_property
    def _cards(self) -> dict[str, list[Card]]:
        return _by_source(self.view.review.cards)

    @cached_property
    def _owed(self) -> dict[str, list[Disclosure]]:
        return _by_source(self.view.review.disclosures)

    @cached_property
    def _ledger(self) -> dict[str, list[LedgerRow]]:
        return _by_source(self.view.review.ledger)

    @cached_property
    def _topics(self) -> dict[str, int]:
        return {topic: number for number, topic in enumerate(self.view.topics)}

    @cached_property
    def _kinds(self) -> list[str]:
        return kinds_of(self.view)

    def of(self, page: int, wording: Wording) -> dict[str, object]:
        """Return a page's data; its words are numbers of ``wording``."""
        reading = self.view.review.readings[page]
        source_id, text = reading.document.source_id, reading.document.text
        cells = Cells(self.view, wording, page)
        ledger = self._ledger.get(source_id, [])
        unread = sorted((row for row in ledger if row.status == "unread"), key=reading_order)
        cards = self._cards.get(source_id, [])
        findings = _once(finding for card in cards for finding in card.findings)
        return {
            "text": text,
            "strange": [[one.start, one.end, one.shown, one.sign, one.why] for one in strange(text)],
            "blocks": self._blocks(reading, wording),
            "claims": statements(self.view, reading.claims, self._beside, self.why.of(reading.document), cells),
            "findings": [self._finding(finding, source_id, cells) for finding in findings],
            "cards": [self._card(card, findings, cells, wording) for card in cards],
            "owed": [self._warning(one, cells) for one in self._owed.get(source_id, [])],
            "unread": [[row.start, row.end, wording.of(row.reason), int(row.grave)] for row in unread],
            "gaps": [
                [gap.start, gap.end, gap.missing, self._topics.get(gap.topic, -1)]
                for gap in sorted((*reading.gaps, *reading.missing), key=lambda gap: gap.start)
            ],
            "foreign": [[span.start, span.end] for span in reading.foreign],
            "squares": self._squares(reading, wording),
        }

    def _blocks(self, reading: Reading, wording: Wording) -> list[list[object]]:
        """Return the passages: kind, end, whether it is website furniture, where it stands in the file where that is new."""
        made: list[list[object]] = []
        above = ""
        blocks = reading.segmented.blocks
        for number, block in enumerate(blocks):
            end = block.end if number + 1 < len(blocks) else len(reading.document.text)
            here = self.view.place(reading.document.source_id, block.start)
            made.append([block.kind, end, int(block.zone == "chrome"), wording.of(here) if here and here != above else -1])
            above = here
        return made or [["paragraph", len(reading.document.text), 0, -1]]

    def _finding(self, finding: Finding, source_id: str, cells: Cells) -> dict[str, object]:
        return {
            "v": SEVERITY.index(finding.severity),
            "k": self._kinds.index(problem_words(finding)),
            "t": self._topics.get(finding.topic, -1),
            "n": finding.rank,
            "b": int(source_id != finding.source_a),
            "c": cells.row(finding_row(self.view, finding, of=source_id)),
        }

    def _card(self, card: Card, findings: list[Finding], cells: Cells, wording: Wording) -> dict[str, object]:
        checklist = card.kind == "warnings" and bool(card.treatment)
        return {
            "w": wording.of(card.title),
            "k": card.kind,
            "v": SEVERITY.index(card.severity) if card.severity else -1,
            "open": int(card.is_open),
            "n": len(card.claim_ids),
            "f": [] if checklist else [findings.index(one) for one in card.findings],
            "owed": [cells.row(owed_row(self.view, one)) for one in card.left_out(self._owed.get(card.source_id, []))],
        }

    def _warning(self, one: Disclosure, cells: Cells) -> object:
        place = self.view.link(one.source_id, one.given_at) if one.given_at is not None else ""
        state = Bit(STATES[one.state], href=place)
        return cells.row((one.title, capital(plain(one.treatment)), state, self.view.with_names(one.reason)))

    def _squares(self, reading: Reading, wording: Wording) -> dict[int, dict[str, list[object]]]:
        """Return by topic and relation pairs of claims: the page's own by number, the other by page and number, and why."""
        source_id = reading.document.source_id
        return {
            number: {
                relation: [
                    self.held[topic][source_id].among.get(relation, 0).bit_count(),
                    *([self._number(own)[1], *self._number(other), wording.of(reason)] for own, other, reason in pairs),
                ]
                for relation, pairs in self._behind[topic, source_id].items()
            }
            for topic, number in self._topics.items()
            if (topic, source_id) in self._behind
        }

    def _number(self, claim: Claim) -> list[int]:
        return self._numbers[claim.claim_id]


def _by_source(rows: Iterable[Some]) -> dict[str, list[Some]]:
    found: defaultdict[str, list[Some]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(row)
    return found


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings that several cards show once, the gravest first."""
    return sorted({finding.finding_id: finding for finding in findings}.values(), key=lambda one: one.rank)


def kinds_of(view: View) -> list[str]:
    """Return what findings are to a reviewer, in words, by how many there are."""
    seen: defaultdict[str, int] = defaultdict(int)
    for finding in view.review.findings:
        seen[problem_words(finding)] += 1
    return sorted(seen, key=lambda words: (-seen[words], words))
