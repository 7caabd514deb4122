"""A page's statements as the report's data: what is said, where, what to do with it, what is known, how it was read."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from helpers.model import Claim
from helpers.model.evidence import EvidenceMatch
from helpers.model.publishing import QueueRow
from helpers.model.words import VERDICT_WORDS
from helpers.show.evidence import references
from helpers.show.looks import VERDICTS
from helpers.show.report.wording import Cells
from helpers.show.view import View
from helpers.show.words import plain, said

ACTIONS = ("hold", "edit", "publish")
SITUATION = {"phase": "when", "area": "where", "group": "for whom", "product": "with what", "condition": "on condition"}


class Beside(NamedTuple):
    """What stands beside claims, by their ids.

    Attributes
    ----------
    matches : mapping of str to EvidenceMatch
    queue : mapping of str to QueueRow
    """

    matches: Mapping[str, EvidenceMatch]
    queue: Mapping[str, QueueRow]


def statements(
    view: View, claims: Iterable[Claim], beside: Beside, why: Mapping[str, Iterable[str]], cells: Cells
) -> list[dict[str, object]]:
    """Return claims as data, in reading order.

    ``t`` is the topic's number, ``s`` what is said, ``m`` the treatment, ``at`` its place, ``g`` its bounds, ``l`` its place on
    the topic's scale and the scale's length, ``r`` what narrows it, ``d`` what is decided and why, ``e`` the register's verdict
    with its words, ``y`` why it is read so. What is empty is left out.

    Parameters
    ----------
    why : mapping of str to iterable of str
        Why each is read so, in sentences, by its id.
    """
    topics = {topic: number for number, topic in enumerate(view.topics)}
    told = []
    for claim in claims:
        one = _statement(view, claim, beside, cells, topics)
        lines = [cells.wording.of(line) for line in why.get(claim.claim_id, ())]
        told.append(one | {"y": lines} if lines else one)
    return told


def _statement(view: View, claim: Claim, beside: Beside, cells: Cells, topics: Mapping[str, int]) -> dict[str, object]:
    of = cells.wording.of
    told: dict[str, object] = {
        "t": topics.get(claim.topic, -1),
        "s": of(said(claim).replace("unspecified", "in general") or "stated"),
        "m": of(plain(claim.treatment).replace("unspecified", "") or "no treatment named"),
        "at": [claim.start, claim.end],
    }
    scale = view.topics[claim.topic].scale if claim.topic in view.topics else ()
    if (claim.low, claim.high) != (None, None):
        told["g"] = [claim.low, claim.high]
    if claim.level in scale:
        told["l"] = [scale.index(claim.level or ""), len(scale)]
    narrowed = [f"{words}: {plain(getattr(claim, name))}" for name, words in SITUATION.items() if getattr(claim, name)]
    if claim.certainty != "asserted":
        narrowed.insert(0, "said with doubt")
    if claim.reader == "model":
        narrowed.append("read by a model, not by the rules")
    if claim.differs_from:
        narrowed.append("the two readers differ here")
    if claim.zone == "chrome":
        narrowed.append("in website furniture: compared with nothing")
    if narrowed:
        told["r"] = [of(one) for one in narrowed]
    if row := beside.queue.get(claim.claim_id):
        told["d"] = [ACTIONS.index(row.action), of(_reason(view, row)), of(row.wording)]
    if match := beside.matches.get(claim.claim_id):
        told["e"] = _evidence(match, cells, view)
    return told


def _reason(view: View, row: QueueRow) -> str:
    decided = VERDICT_WORDS.get(row.verdict, "") if row.verdict else ""  # type: ignore[call-overload]
    by = f"{decided} ({', '.join(row.reviewers)})." if decided and row.reviewers else ""
    return " ".join(filter(None, (by, view.with_names(row.reason))))


def _evidence(match: EvidenceMatch, cells: Cells, view: View) -> list[object]:
    """Return the verdict's number, what the register says, its caveats, the entries."""
    verdict = list(VERDICTS).index(match.verdict)
    if match.verdict == "not in the register's scope":
        return [verdict]
    caveats = f"But: {view.with_names(match.caveats)}" if match.caveats else view.with_names(match.schedule)
    entries = cells.of(references(view, match.references or match.closest)) if match.references or match.closest else 0
    return [verdict, cells.wording.of(view.with_names(match.reason)), cells.wording.of(caveats), entries]
