"""What the panel does when a reviewer decides: the journal grows, and only what the verdict touches is worked out anew.

Nothing here knows what the page is drawn with. A session takes messages and returns answers, both plain dictionaries
(``ReviewSession.answer``, ``helpers.panel.messages``): a widget carries them in a notebook (``helpers.panel.widget``), a socket
in the app, and the page's script is the same (``helpers.panel.assets``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Event, Judged, Ruling
from helpers.model.document import Document
from helpers.model.judgement import Followed
from helpers.model.words import VERDICT_WORDS
from helpers.panel.messages import Message, answer
from helpers.panel.rows import SEVERITIES, CardRow, Row
from helpers.review import Journal, Standing, adjudicate, decide, follow, judged, judgements, rulings, shown_to, standing, undo

FINAL = ("agreed", "adjudicated", "decided")


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
    ) -> None:
        self._journal, self._documents, self._needed, self._pack = journal, documents, needed, pack
        self._claims = {claim.claim_id: claim for claim in claims}
        self._cards = {card["id"]: card for card in cards}
        self._entries = _on_cards(rows, self._cards) if cards else _entries(rows)
        self._rank = {name: rank for rank, name in enumerate(self._entries)}
        self._entry_of = {row["claim_id"]: entry for entry, members in self._entries.items() for row in members}
        lacking = next((claim_id for claim_id in self._entry_of if claim_id not in self._claims), None)
        if lacking is not None:
            raise WorkbookError("this row's claim is not among the claims; give the panel both", place=f"claim {lacking}")
        self._events: dict[str, Event] = {}
        self._following: dict[Judged, Followed] = {}
        self._touching: defaultdict[str, dict[int, Event]] = defaultdict(dict)
        self._standing: dict[str, Standing] = {}
        self._judgements = judgements(self._entry_of, {}, needed=needed)
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
        """Return every entry in short, in the order of the queue."""
        return [self.entry(name) for name in self._entries]

    def progress(self) -> dict[str, int]:
        """Count the claims, and those on which this reviewer has nothing left to do."""
        left = sum(self._is_open(claim_id) for claim_id in self._entry_of)
        return {"claims": len(self._entry_of), "done": len(self._entry_of) - left}

    def entry(self, name: str) -> dict[str, Any]:
        """Return one entry in short: its words, its severity, where it stands."""
        rows = self._entries[name]
        left = [row["claim_id"] for row in rows if self._is_open(row["claim_id"])]
        card = self._cards.get(name)
        return {
            "id": name,
            "words": card["title"] if card else rows[0]["statement"],
            "topic": "" if card else rows[0]["topic"],
            "page": card["page"] if card else "",
            "severity": card["severity"] if card else min((row["severity"] for row in rows), key=SEVERITIES.index),
            "places": len(rows),
            "sources": [card["page"]] if card else sorted({row["source"] for row in rows}),
            "said": " ".join(f"{row['statement']} {row['quote']}" for row in rows) if card else "",
            "open": len(left),
            "state": self._state(rows, left),
            "noted": any(row["note"] for row in rows),
        }

    def detail(self, name: str) -> dict[str, Any]:
        """Return all that a decision on an entry needs."""
        rows, card = self._entries[name], self._cards.get(name)
        return {
            "id": name,
            "places": [{**row, **self._standing_words(row["claim_id"])} for row in rows],
            "notes": card["notes"] if card else [],
            "owed": card["owed"] if card else [],
        }

    def rule(self, chosen: Sequence[str], ruling: Ruling, *, exceptions: Sequence[str] = ()) -> list[str]:
        """Record a verdict on claims of one entry; where two others disagree, it settles their disagreement.

        Returns
        -------
        list of str
            The entries that it touches.

        Raises
        ------
        WorkbookError
            Nothing was stored; the line says why.
        """
        unknown = next((claim_id for claim_id in (*chosen, *exceptions) if claim_id not in self._entry_of), None)
        if unknown is not None:
            raise WorkbookError("the panel shows no such claim", place=f"claim {unknown}")
        settled = [claim_id for claim_id in chosen if self._awaits_settling(claim_id)]
        group = [self._judged(claim_id) for claim_id in settled or (*chosen, *exceptions)]
        if settled:
            named = {event.hash: event for claim_id in settled for event in self._standing[claim_id].rulings.values()}
            decision = adjudicate(named.values(), group, ruling, reviewer=self.reviewer, pack=self._pack)
        else:
            decision = decide(group, ruling, reviewer=self.reviewer, exceptions=exceptions, pack=self._pack)
        self._journal.append(decision, self._documents.values())
        return self.refresh()

    def undo(self) -> list[str]:
        """Take back this reviewer's last decision that is in force."""
        own = [event for event in rulings(list(self._events.values())) if event.decision.reviewer == self.reviewer]
        if not own:
            raise WorkbookError("there is nothing of yours to take back")
        self._journal.append(undo(own[-1], reviewer=self.reviewer, pack=self._pack))
        return self.refresh()

    def refresh(self) -> list[str]:
        """Take in what was added to the journal, by whomever; return the entries that it touches, in order of the queue."""
        new = self._journal.events(after=len(self._events))
        seen = {one for event in new for one in event.decision.claims if one not in self._following}
        if seen:
            self._following.update(follow(seen, self._documents, self._claims.values()))
        touched: set[str] = set()
        for event in new:
            for claim_id in self._about(event) & self._entry_of.keys():
                self._touching[claim_id][len(self._events)] = event
                touched.add(claim_id)
            self._events[event.hash] = event
        self._work_out(touched)
        return sorted({self._entry_of[claim_id] for claim_id in touched}, key=self._rank.__getitem__)

    def _work_out(self, touched: set[str]) -> None:
        """Read again the part of the journal that is about some claims."""
        about = {place: event for claim_id in touched for place, event in self._touching[claim_id].items()}
        stand = standing([about[place] for place in sorted(about)], self._following)
        for claim_id in touched:
            self._standing.pop(claim_id, None)
            if claim_id in stand:
                self._standing[claim_id] = stand[claim_id]
        self._judgements.update(judgements(touched, self._standing, needed=self._needed))

    def _about(self, event: Event) -> set[str]:
        """Return the claims of now that an event is about; an undo is about what it takes back."""
        if event.decision.kind == "undo":
            return self._about(self._events[event.decision.refers[0]])
        found = (self._following[one].claim_id for one in event.decision.claims)
        return {claim_id for claim_id in found if claim_id is not None}

    def _judged(self, claim_id: str) -> Judged:
        claim = self._claims[claim_id]
        return judged(claim, self._documents[claim.source_id])

    def _is_open(self, claim_id: str) -> bool:
        """Say whether this reviewer still has something to decide on a claim."""
        found = self._judgements[claim_id]
        return found.state not in FINAL and self.reviewer not in found.reviewers

    def _awaits_settling(self, claim_id: str) -> bool:
        found = self._judgements[claim_id]
        return found.state == "disagreed" and self.reviewer not in found.reviewers

    def _state(self, rows: Sequence[Row], left: Sequence[str]) -> str:
        """Say in a few words where an entry stands for this reviewer."""
        if not rows:
            return "To mend on the page"
        found = [self._judgements[row["claim_id"]] for row in rows]
        if any(self._awaits_settling(claim_id) for claim_id in left):
            return "To settle: reviewers disagree"
        if left:
            return "To review" if len(left) == len(rows) else f"To review: {len(left)} of {len(rows)} places"
        if any(one.state == "disagreed" for one in found):
            return "Reviewers disagree"
        if any(one.state == "awaits_second" for one in found):
            return "Waiting for the second reviewer"
        words = sorted({VERDICT_WORDS[one.ruling.verdict] for one in found if one.ruling is not None})
        return ", ".join(words)

    def _standing_words(self, claim_id: str) -> dict[str, Any]:
        """Return the verdicts that this reviewer may see on a claim, their own apart, and how many are hidden."""
        stand = {claim_id: self._standing[claim_id]} if claim_id in self._standing else {}
        shown = shown_to(self.reviewer, stand, needed=self._needed).get(claim_id, ())
        every = stand[claim_id].events if stand else ()
        verdicts = [_verdict(event) for event in shown]
        own = [one for one in verdicts if one["who"] == self.reviewer]
        return {
            "open": self._is_open(claim_id),
            "settle": self._awaits_settling(claim_id),
            "verdicts": verdicts,
            "own": own[-1] if own else None,
            "hidden": len(every) - len(shown),
        }


def _entries(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Group the rows by statement, the gravest first."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["severity"] not in SEVERITIES:
            raise WorkbookError(
                f"{row['severity']!r} is no severity; use high, medium, low or nothing", place=f"claim {row['claim_id']}"
            )
        grouped[row["statement_id"]].append(row)
    ranked = sorted(grouped, key=lambda name: min(SEVERITIES.index(row["severity"]) for row in grouped[name]))
    return {name: grouped[name] for name in ranked}


def _on_cards(rows: Sequence[Row], cards: Mapping[str, CardRow]) -> dict[str, list[Row]]:
    """Deal the rows out to their cards; a card without a row is shown all the same."""
    dealt: dict[str, list[Row]] = {name: [] for name in cards}
    for row in rows:
        if row["card"] not in dealt:
            raise WorkbookError("this row lies on none of the cards; give the panel its card", place=f"claim {row['claim_id']}")
        dealt[row["card"]].append(row)
    return dealt


def _verdict(event: Event) -> dict[str, Any]:
    ruling = event.decision.ruling
    if ruling is None:  # no undo stands on a claim
        raise WorkbookError("an event without a verdict stands on a claim", place=f"event {event.hash}")
    return {
        "who": event.decision.reviewer,
        "settled": event.decision.kind == "adjudicate",
        "verdict": ruling.verdict,
        "words": VERDICT_WORDS[ruling.verdict],
        "when": event.time,
        "reason": ruling.reason,
        "wording": ruling.wording,
        "references": list(ruling.references),
        "expires": ruling.expires or "",
    }
