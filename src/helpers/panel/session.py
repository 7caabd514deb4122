"""What the panel does when a reviewer decides: the journal grows, and only what the verdict touches is worked out anew.

Nothing here knows what the page is drawn with. A session takes messages and returns answers, both plain dictionaries
(``ReviewSession.answer``, ``helpers.panel.messages``): a widget carries them in a notebook (``helpers.panel.widget``), a socket
in the app, and the page's script is the same (``helpers.panel.assets``).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import MISREAD, Event, Judged, Ruling, Says
from helpers.model.document import Document
from helpers.model.owed import OWED
from helpers.panel.added import Pages
from helpers.panel.before import Offer, told
from helpers.panel.demands import RefusedError, lacking, unseen, warnings_unseen
from helpers.panel.entries import by_statement, of_sentence, on_cards, short, verdict_of
from helpers.panel.lines import in_lines, lines
from helpers.panel.messages import Message, answer
from helpers.panel.pages import passages, pieces
from helpers.panel.record import Record
from helpers.panel.references import not_in_register
from helpers.panel.rows import CardRow, Row
from helpers.review import Journal, adjudicate, as_read, decide, judged, missed, undo

NOTHING: dict[str, Any] = {"why": [], "notes": [], "owed": []}
OWN = ("decide", "adjudicate", "missed")  # what a reviewer at the queue can take back


class ReviewSession:
    """One reviewer at the queue.

    Parameters
    ----------
    rows : sequence of Row
        What to show of each claim; rows that make the same statement become one entry of the queue. Entries are ranked
        by the gravest severity of their rows, then as the rows come.
    cards : sequence of CardRow
        The cards that the rows lie on, in the order of the queue: then each card is an entry instead.
    claims, documents
        The claims of the rows, and their sources by id, as they are now.
    needed : int
        How many reviewers must agree: 1 or 2.
    pack : str
        Name, version and hash of the pack that read the claims.
    titles : mapping of str to str
        What the sources are called, by id.
    pages : Pages, optional
        What is needed to take in what was missed; without it nothing can be added.
    register : collection of str, optional
        The ids of what can be cited; without it every id is taken for one.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        journal: Journal,
        *,
        claims: Iterable[Claim],
        documents: Mapping[str, Document],
        reviewer: str = "",
        needed: int = 1,
        pack: str = "",
        cards: Sequence[CardRow] = (),
        titles: Mapping[str, str] | None = None,
        pages: Pages | None = None,
        register: Collection[str] | None = None,
    ) -> None:
        self._journal, self._documents, self._pack, self._register = journal, documents, pack, register
        self._titles, self._pages = titles or {}, pages
        self._claims = {claim.claim_id: claim for claim in claims}
        self._cards = {card["id"]: card for card in cards}
        self._entries = on_cards(rows, self._cards) if cards else by_statement(rows)
        self._rank = {name: rank for rank, name in enumerate(self._entries)}
        self._rows = {row["claim_id"]: row for members in self._entries.values() for row in members}
        self._entry_of = {row["claim_id"]: entry for entry, members in self._entries.items() for row in members}
        lost = next((claim_id for claim_id in self._entry_of if claim_id not in self._claims), None)
        if lost is not None:
            raise WorkbookError("this row's claim is not among the claims; give the panel both", place=f"claim {lost}")
        self._record = Record(journal, documents, self._claims, needed)
        self._reviewer = ""
        self.refresh()
        self.reviewer = reviewer

    @property
    def reviewer(self) -> str:
        """Who decides; a name that the journal has in other letter case or with other spaces is that name."""
        return self._reviewer

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._reviewer = self._journal.known_as(name)

    @property
    def place(self) -> str:
        """Where the journal lives, without any password."""
        return self._journal.name

    @property
    def things(self) -> str:
        """What the queue is of."""
        return "cards" if self._cards else "statements"

    def answer(self, message: Message) -> Message:
        """Do what the page asks; see :func:`helpers.panel.messages.answer`."""
        return answer(self, message)

    def queue(self) -> list[dict[str, Any]]:
        """Return every entry in short, in the order of the queue; a card that nothing lies on is none."""
        return [self.entry(name) for name in self._entries if self._is_there(name)]

    def progress(self) -> dict[str, int]:
        """Count the claims, and those on which this reviewer has nothing left to do."""
        left = sum(self._is_open(claim_id) for claim_id in self._entry_of)
        return {"claims": len(self._entry_of), "done": len(self._entry_of) - left}

    def entry(self, name: str) -> dict[str, Any]:
        """Return one entry in short: its words, its severity, where it stands."""
        rows = self._entries[name]
        left = [row["claim_id"] for row in rows if self._is_open(row["claim_id"])]
        offered = sum(self._offer(claim_id) is not None for claim_id in left)
        found = [self._record.judgements[row["claim_id"]] for row in rows]
        settling = any(self._record.awaits_settling(claim_id, self.reviewer) for claim_id in left)
        there = short(rows, self._cards.get(name), found, left=len(left), settling=settling)
        if not self._is_there(name):
            there["stage"] = "gone"
        return {"id": name, "rank": self._rank[name], "open": len(left), "offered": offered, **there}

    def detail(self, name: str) -> dict[str, Any]:
        """Return all that a decision on an entry needs."""
        card = self._cards.get(name)
        return {**self._shown(name, self._entries[name]), **(_beside(card) if card else NOTHING)}

    def sentence(self, claim_id: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the whole sentence of a claim as an entry of its own, and its detail: everything that is decided on it."""
        row = self._row(claim_id)
        rows = [one for one in self._rows.values() if one["sentence"] == row["sentence"]]
        left = [one["claim_id"] for one in rows if self._is_open(one["claim_id"])]
        name = f"sentence:{claim_id}"
        found = [self._record.judgements[one["claim_id"]] for one in rows]
        claim = self._claims[claim_id]
        words = " ".join(self._documents[claim.source_id].text[claim.sentence_start : claim.sentence_end].split())
        there = short(rows, of_sentence(row, words), found, left=len(left), settling=False)
        entry = {"id": name, "rank": self._rank[self._entry_of[claim_id]], "open": len(left), "offered": 0, **there}
        return entry, {**self._shown(name, rows), **NOTHING}

    def rule(
        self, chosen: Sequence[str], ruling: Ruling, *, exceptions: Sequence[str] = (), seen: Iterable[str] = ()
    ) -> list[str]:
        """Record a verdict on claims of one entry; where two others disagree, it settles their disagreement.

        Parameters
        ----------
        seen : iterable of str
            The places that were on the screen; a verdict on more than a few is given on no others.

        Returns
        -------
        list of str
            The entries that it touches.

        Raises
        ------
        WorkbookError
            Nothing was stored; the line says why.
        """
        self._may_be_decided(chosen, exceptions, ruling, seen)
        settled = [
            claim_id
            for claim_id in chosen
            if self._record.awaits_settling(claim_id, self.reviewer) or self._record.was_settled_by(claim_id, self.reviewer)
        ]
        group = [self._judged(claim_id, ruling) for claim_id in settled or (*chosen, *exceptions)]
        if settled:
            if all(self._record.judgements[claim_id].ruling == ruling for claim_id in settled):
                raise RefusedError("you have settled this already, just so; nothing was added")
            named = {event.hash: event for claim_id in settled for event in self._record.standing[claim_id].rulings.values()}
            decision = adjudicate(named.values(), group, ruling, reviewer=self.reviewer, pack=self._pack)
        else:
            decision = decide(group, ruling, reviewer=self.reviewer, exceptions=exceptions, pack=self._pack)
        self._journal.append(decision, self._documents.values())
        return self.refresh()

    def repeat(self, chosen: Sequence[str], *, seen: Iterable[str] = ()) -> list[str]:
        """Take the decisions again that were offered on claims of one entry: one event for each that was taken before."""
        groups: dict[str, tuple[Ruling, list[str]]] = {}
        for claim_id in chosen:
            self._row(claim_id)
            offer = self._offer(claim_id) if self._is_open(claim_id) else None
            if offer is not None and offer.event.decision.ruling is not None:
                groups.setdefault(offer.event.hash, (offer.event.decision.ruling, []))[1].append(claim_id)
        if not groups:
            raise RefusedError("nothing like this was decided before; give a verdict")
        seen = set(seen)
        for ruling, again in groups.values():
            self._may_be_decided(again, (), ruling, seen)
        touched: dict[str, None] = {}
        for ruling, again in groups.values():
            touched.update(dict.fromkeys(self.rule(again, ruling, seen=seen)))
        return sorted(touched, key=self._rank.__getitem__)

    def miss(self, source_id: str, start: int, end: int, says: Says) -> list[str]:
        """Put on record that words of a page make a claim that no rule has read; it comes into the queue."""
        document = self._documents.get(source_id)
        if self._pages is None or document is None:
            raise WorkbookError("nothing can be added to this queue")
        claim = self._pages.claim(document, start, end, says)
        if claim.claim_id in self._claims:
            raise WorkbookError("this is in the queue already")
        self._journal.append(missed(claim, document, reviewer=self.reviewer, pack=self._pack), [document])
        return self.refresh()

    def undo(self) -> list[str]:
        """Take back this reviewer's last decision that is in force."""
        own = [one for one in self._record.in_force if one.decision.reviewer == self.reviewer and one.decision.kind in OWN]
        if not own:
            raise WorkbookError("there is nothing of yours to take back")
        self._journal.append(undo(own[-1], reviewer=self.reviewer, pack=self._pack))
        return self.refresh()

    def page(self, source_id: str) -> dict[str, Any]:
        """Return a page's words, with what they can be said to claim."""
        if source_id not in self._documents:
            raise WorkbookError("this page is not here")
        claims = [claim for claim in self._claims.values() if claim.source_id == source_id and claim.claim_id in self._rows]
        return {
            "source": source_id,
            "title": self._titles.get(source_id, source_id),
            "pieces": pieces(self._documents[source_id], claims),
            "sentences": [[one.start, one.end] for one in self._pages.sentences[source_id]] if self._pages else [],
            "entries": {claim.claim_id: self._entry_of[claim.claim_id] for claim in claims},
            "topics": self._pages.topics if self._pages else [],
            "treatments": self._pages.treatments if self._pages else [],
        }

    def find(self, words: str) -> dict[str, Any]:
        """Find words in the pages."""
        return passages(words, self._documents, self._titles)

    def refresh(self) -> list[str]:
        """Take in what was added to the journal, by whomever; return the entries that it touches, in order of the queue."""
        new = self._record.new()
        touched = {name for event in new if event.decision.kind == "missed" for name in self._add(event)}
        touched |= {self._entry_of[claim_id] for claim_id in self._record.take_in(new) & self._entry_of.keys()}
        if any(event.decision.kind == "undo" for event in new):
            touched |= self._take_out()
        return sorted(touched, key=self._rank.__getitem__)

    def _add(self, event: Event) -> set[str]:
        """Take in what a reviewer says was missed, unless it is there already."""
        claim = self._pages.of_event(event, self._documents) if self._pages else None
        if self._pages is None or claim is None or claim.claim_id in self._claims:
            return set()
        row = self._pages.row_of(claim)
        self._claims[claim.claim_id] = claim
        self._rows[claim.claim_id] = row
        self._entries[row["card"]].append(row)
        self._entry_of[claim.claim_id] = row["card"]
        self._record.begin([claim.claim_id])
        return {row["card"]}

    def _take_out(self) -> set[str]:
        """Take out what was said to be missed by events that were undone."""
        said = [event for event in self._record.events if event.decision.kind == "missed"]
        there = {event.hash for event in self._record.in_force}
        kept = {event.decision.claims[0].claim_id for event in said if event.hash in there}
        gone = {event.decision.claims[0].claim_id for event in said} - kept
        touched: set[str] = set()
        for claim_id in gone & self._rows.keys():
            name = self._entry_of.pop(claim_id)
            self._entries[name] = [row for row in self._entries[name] if row["claim_id"] != claim_id]
            del self._rows[claim_id], self._claims[claim_id]
            touched.add(name)
        return touched

    def _may_be_decided(self, chosen: Sequence[str], exceptions: Sequence[str], ruling: Ruling, seen: Iterable[str]) -> None:
        """Refuse a verdict on what was not on the screen, on what does not lie together, or without what it needs."""
        rows = [self._row(claim_id) for claim_id in (*chosen, *exceptions)]
        together = {self._entry_of[row["claim_id"]] for row in rows}, {row["sentence"] for row in rows}
        if min(map(len, together)) > 1:
            raise RefusedError("these places neither lie on one card nor stand in one sentence; decide them apart")
        if not self._says_again(chosen, ruling):
            self._were_seen(chosen, set(seen))
        wrong = lacking(ruling, rows[: len(chosen)], (self._claims[claim_id] for claim_id in chosen), self._register)
        if wrong:
            raise RefusedError(wrong)

    def _were_seen(self, chosen: Sequence[str], seen: set[str]) -> None:
        count = unseen(chosen, seen)
        if count:
            raise RefusedError(f"{count} of these places were not on the screen yet; scroll the list through, or untick them")
        names = {self._entry_of[claim_id] for claim_id in chosen if self._claims[claim_id].topic == OWED}
        count = sum(warnings_unseen(len(self._cards[name]["owed"]), seen) for name in names & self._cards.keys())
        if count:
            raise RefusedError(f"{count} of these warnings were not on the screen yet; scroll the list through")

    def _says_again(self, chosen: Sequence[str], ruling: Ruling) -> bool:
        """Say whether this verdict of theirs stands on all of it already, so that only its texts are changed."""
        own = [self._record.own(claim_id, self.reviewer) for claim_id in chosen]
        return all(one is not None and one.verdict == ruling.verdict for one in own)

    def outside(self, references: Iterable[str]) -> list[str]:
        """Return the references that are not in the register."""
        return not_in_register(references, self._register)

    def _row(self, claim_id: str) -> Row:
        if claim_id not in self._rows:
            raise WorkbookError("the panel shows no such claim", place=f"claim {claim_id}")
        return self._rows[claim_id]

    def _judged(self, claim_id: str, ruling: Ruling) -> Judged:
        claim = self._claims[claim_id]
        found = judged(claim, self._documents[claim.source_id])
        return replace(found, says=as_read(claim)) if ruling.verdict == MISREAD else found

    def _is_there(self, name: str) -> bool:
        card = self._cards.get(name)
        return card is None or bool(self._entries[name] or card["notes"] or card["owed"])

    def _is_open(self, claim_id: str) -> bool:
        return self._record.is_open(claim_id, self.reviewer)

    def _offer(self, claim_id: str) -> Offer | None:
        return self._record.offer(claim_id, self.reviewer)

    def _shown(self, name: str, rows: Sequence[Row]) -> dict[str, Any]:
        """Return some places sentence by sentence."""
        groups = in_lines(rows)
        about, shown = lines(groups, self._claims, self._documents)
        return {"id": name, "about": about, "lines": shown, "places": [self._place(row) for group in groups for row in group]}

    def _place(self, row: Row) -> dict[str, Any]:
        """Return a claim with the verdicts that this reviewer may see on it, and what was decided before on the like."""
        claim_id = row["claim_id"]
        shown, hidden = self._record.verdicts(claim_id, self.reviewer)
        verdicts = [verdict_of(event) for event in shown]
        own = [one for one in verdicts if one["who"] == self.reviewer]
        is_open = self._is_open(claim_id)
        offer = self._offer(claim_id) if is_open else None
        claim = self._claims[claim_id]
        return {
            **row,
            "open": is_open,
            "settle": self._record.awaits_settling(claim_id, self.reviewer),
            "verdicts": verdicts,
            "own": own[-1] if own else None,
            "hidden": hidden,
            "before_this": told(offer, claim, self._documents[claim.source_id], self._titles) if offer else None,
        }


def _beside(card: CardRow) -> dict[str, Any]:
    return {"why": card["why"], "notes": card["notes"], "owed": card["owed"]}
