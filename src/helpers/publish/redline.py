"""A source with its edits in place: what is struck, what stands instead, what is held and what was lost."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from helpers.model.claim import Claim
from helpers.model.owed import OWED
from helpers.model.publishing import QueueRow
from helpers.publish.case import Case
from helpers.publish.words import quoted, same_words

Change = Literal["kept", "struck", "instead", "held", "lost"]
_TEXTS = re.compile(
    r"(?<=[.!?\]])\s+(?![^\[\]]*\])(?!\[)"
)  # between two texts; what stands in brackets belongs to the one before
LIST_MARK = re.compile(r"\s*(?:[-*+•‣◦▪·–]|\(?\d{1,3}[.)])[ \t]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a redlined page.

    Attributes
    ----------
    change : str
        ``kept``; ``struck`` (it goes); ``instead`` (it comes); ``held`` (nobody may publish it yet); ``lost`` (a lead-in
        whose list was lost).
    notes : tuple of str
        Why, a sentence each.
    by : tuple of str
        The reviewers who asked for the change; empty where a rule did.
    """

    change: Change
    text: str
    notes: tuple[str, ...] = ()
    by: tuple[str, ...] = ()


def redline(case: Case, source_id: str, queue: Iterable[QueueRow]) -> tuple[Piece, ...]:
    """Return a source's text in pieces; without what comes instead they are the text as it was.

    A sentence goes as a whole where one of its claims is to be edited; a list item keeps its mark. A warning that is left
    out comes behind the words that offer the treatment.

    Parameters
    ----------
    queue : iterable of QueueRow
        At least the rows of this source.
    """
    text = case.texts[source_id]
    places = {claim.claim_id: claim for claim in case.told}
    rows: defaultdict[tuple[int, int], list[QueueRow]] = defaultdict(list)
    for row in queue:
        if row.source_id == source_id:
            rows[_sentence(places[row.claim_id])].append(row)
    marked = {place: _of_sentence(text[slice(*place)], found) for place, found in rows.items()}
    for gap in case.review.gaps:
        if gap.source_id == source_id and not gap.missing:
            note = "The list behind this was lost; restore it or take this out."
            marked.setdefault((gap.start, gap.end), [Piece("lost", gap.quote, (note,))])
    pieces, end = [], 0
    for (start, stop), found in sorted(marked.items()):
        if start >= end:  # a gap inside a sentence with claims is told with the sentence
            pieces += [Piece("kept", text[end:start]), *found]
            end = stop
    return tuple(piece for piece in (*pieces, Piece("kept", text[end:])) if piece.text)


def edited(pieces: Iterable[Piece]) -> str:
    """Return the page as it would be published: without what goes, with what comes."""
    return "".join(piece.text for piece in pieces if piece.change != "struck")


def original(pieces: Iterable[Piece]) -> str:
    """Return the page as it was."""
    return "".join(piece.text for piece in pieces if piece.change != "instead")


def _sentence(claim: Claim) -> tuple[int, int]:
    return claim.sentence_start, claim.sentence_end


def _of_sentence(sentence: str, rows: Sequence[QueueRow]) -> list[Piece]:
    added = added_warnings([row for row in rows if row.topic == OWED and row.action == "edit"])
    edits = [row for row in rows if row.topic != OWED and row.action == "edit"]
    held = [row for row in rows if row.action == "hold"]
    if not edits:
        return [Piece("held" if held else "kept", sentence, _notes(held)), *added]
    mark = LIST_MARK.match(sentence)
    body = mark.end() if mark else 0
    by: dict[str, tuple[str, ...]] = {row.wording: row.reviewers for row in reversed(edits)}
    wordings = list(dict.fromkeys(row.wording for row in edits))
    others = [row for row in rows if row.topic != OWED and row.action == "publish"]
    lost = tuple(
        f"{quoted(row.quote)} was approved and stands in the struck sentence; say it again if it is to stay." for row in others
    )
    return [
        Piece("kept", sentence[:body]),
        Piece("struck", sentence[body:], _notes([*edits, *held]), _reviewers(edits)),
        *(
            Piece("instead", f" {words}" if place else words, () if place else lost, by[words])
            for place, words in enumerate(wordings)
        ),
        *added,
    ]


def added_warnings(rows: Sequence[QueueRow]) -> list[Piece]:
    """Return the warnings that come behind a sentence; what two treatments owe alike comes once."""
    found, there = [], set[str]()
    for row in rows:
        new = [one for one in _TEXTS.split(row.wording.strip()) if same_words(one) not in there]
        there.update(map(same_words, new))
        if new:
            found.append(Piece("instead", f" {' '.join(new)}", (row.reason,)))
    return found


def _reviewers(rows: Sequence[QueueRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in rows for name in row.reviewers))


def _notes(rows: Sequence[QueueRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{quoted(row.quote)}: {row.reason}" for row in rows))
