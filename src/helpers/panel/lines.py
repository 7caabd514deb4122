"""The lines of a card: a sentence once, however much was read from it, with what was read beside it in few words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.owed import OWED
from helpers.model.proposed import PROPOSED
from helpers.model.strange import revealed
from helpers.model.unread import UNREAD
from helpers.model.words import plain, said
from helpers.panel.rows import Row

NO_READING = (OWED, UNREAD)  # nothing was read from these words but that they stand there
UNNAMED = ("", "unspecified")


def in_lines(rows: Sequence[Row]) -> list[list[Row]]:
    """Group rows by their sentence, in the order in which the sentences come; in each, as they stand in it."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["sentence"], []).append(row)
    return list(found.values())


def lines(
    groups: Sequence[Sequence[Row]], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> tuple[str, list[dict[str, Any]]]:
    """Return what is shown of each sentence.

    Returns
    -------
    tuple of str and list of dict
        The treatment that most of it is about, in words; and of each sentence its ``heading``, its words in ``pieces`` (each
        the words, and whether something was read from them), and the ``readings``: by claim, what was read, where something was.
    """
    named = Counter(claims[row["claim_id"]].treatment for group in groups for row in group)
    usual = next((name for name, _ in named.most_common() if name not in UNNAMED), "")
    made = []
    for group in groups:
        heading = group[0]["topic"]
        own = [claims[row["claim_id"]] for row in group]
        made.append(
            {
                "heading": heading,
                "source": group[0]["source"],
                "pieces": _pieces(own, documents[own[0].source_id].text),
                "readings": [
                    {"claim_id": claim.claim_id, "words": _reading(claim, row, heading, usual)}
                    for claim, row in zip(own, group, strict=True)
                ],
            }
        )
    return plain(usual), made


def _pieces(claims: Sequence[Claim], text: str) -> list[list[str | bool]]:
    """Return the sentence of some claims in pieces, those marked that their quotes hold."""
    start = min(claim.start for claim in claims)
    end = max(claim.end for claim in claims)
    first, last = min(start, *(claim.sentence_start for claim in claims)), max(end, *(claim.sentence_end for claim in claims))
    cuts = sorted({first, last, *(at for claim in claims for at in (claim.start, claim.end))})
    pieces = [(a, b, any(claim.start <= a and b <= claim.end for claim in claims)) for a, b in pairwise(cuts)]
    return [[revealed(" ".join(text[a:b].splitlines())), marked] for a, b, marked in pieces]


def _reading(claim: Claim, row: Row, heading: str, usual: str) -> str:
    """Return in few words what was read: the topic where it is not the heading's, the treatment where it is not the usual one."""
    if claim.topic in NO_READING:
        return ""
    if claim.topic == PROPOSED:
        return row["statement"]
    topic, value = row["topic"], said(claim).replace("unspecified", "in general")
    words = value if topic == heading and value else ": ".join(filter(None, (topic, value)))
    treatment = "" if claim.treatment == usual or claim.treatment in UNNAMED else f" ({plain(claim.treatment)})"
    return words + treatment
