"""Why a statement is read so, in words: the rule that won and what it rests on, the treatment, what narrows it, what gave way."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from helpers.model import Document
from helpers.model.trace import SentenceTrace, TracedClaim, TracedRule
from helpers.show.report.statements import SITUATION
from helpers.show.words import capital, plain

_NOTES = ((re.compile(r"level from (“.*”)"), r"How much it says comes from \1."), (re.compile(r"(denied .*)"), r"It is \1."))
_CERTAINTY = re.compile(r", (?:asserted|hedged)$")


@dataclass(frozen=True)
class Why:
    """Tells how pages were read.

    Attributes
    ----------
    explain : callable
        From a document to how its sentences were read; None where nobody can tell.
    reasons : mapping of str to str
        Why the words of a rule make a claim, by its id.
    """

    explain: Callable[[Document], Iterable[SentenceTrace]] | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)

    def of(self, document: Document) -> dict[str, list[str]]:
        """Return for each claim of a document, by its id, why it is read so: a few sentences."""
        told = self.explain(document) if self.explain else ()
        return {
            one.claim.claim_id: list(dict.fromkeys(self._lines(sentence, one))) for sentence in told for one in sentence.claims
        }

    def _lines(self, sentence: SentenceTrace, told: TracedClaim) -> Iterator[str]:
        claim = told.claim
        won = [one for one in sentence.tried if one.rule == claim.rule and one.says and not one.why]
        row = min(won, key=lambda one: (not claim.start <= one.start < claim.end, abs(one.start - claim.start)), default=None)
        reason = self.reasons.get(claim.rule, "")
        if row is not None:
            yield f"“{' '.join(row.at.split())}”: {reason}" if reason else f"It rests on “{' '.join(row.at.split())}”."
            for note in row.notes:
                yield from (pattern.sub(words, note) for pattern, words in _NOTES if pattern.fullmatch(note))
        elif reason:
            yield reason
        if claim.treatment == "unspecified":
            yield "No treatment is named that it could be about."
        else:
            yield f"It is about {plain(claim.treatment)}: {told.treatment_from}."
        yield from map(_narrowed, told.situation)
        yield from (_gave_way(one) for one in sentence.tried if one.says and one.why.startswith(f"{claim.rule} "))


def _narrowed(line: str) -> str:
    """Return a line such as "area face: its sentence says so" as a sentence."""
    what, _, whence = line.partition(": ")
    name, _, value = what.partition(" ")
    return f"{capital(SITUATION.get(name, plain(name)))}: {plain(value)}; {whence}."


def _gave_way(row: TracedRule) -> str:
    said = plain(_CERTAINTY.sub("", row.says)).replace(", ", ": ", 1)
    return f"“{' '.join(row.at.split())}” could be read as “{said}” too; this says it more definitely."
