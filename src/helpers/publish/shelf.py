"""The library as a draft is held against it: what each statement may and may not say, and where approved words stand."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from helpers.model.claim import Claim
from helpers.model.judgement import statement_of
from helpers.model.publishing import LibraryRow, Refusal
from helpers.publish.case import Case
from helpers.publish.library import WITH_DOUBT, Library
from helpers.publish.words import Words

UNNAMED = "unspecified"


class Held(NamedTuple):
    """Approved words as they stand in a draft, [start, end)."""

    start: int
    end: int
    row: LibraryRow


class Known(NamedTuple):
    """What the reviewers made of what a draft's claim says."""

    approved: list[LibraryRow]
    expired: list[LibraryRow]
    refused: list[Refusal]
    out_of_scope: bool

    @property
    def only_with_doubt(self) -> bool:
        """Whether it was approved only where it is said with doubt."""
        return bool(self.approved) and all(row.conditions.startswith(WITH_DOUBT) for row in self.approved)


class Shelf:
    """Looks up what a draft says in a library.

    Parameters
    ----------
    case : Case
    library : Library
        Made from ``case``.
    """

    def __init__(self, case: Case, library: Library) -> None:
        self.rows = library.rows
        self.refusals = library.refusals
        self._own_words: defaultdict[str, list[LibraryRow]] = defaultdict(list)
        for row in library.rows:
            if row.as_it_stands:
                self._own_words[row.statement_id].append(row)
        self._refused: defaultdict[str, list[Refusal]] = defaultdict(list)
        for refusal in library.refusals:
            self._refused[refusal.statement_id].append(refusal)
        self._out_of_scope = set(library.out_of_scope)
        self._without_treatment: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for claim in case.worded:
            self._without_treatment[_without_treatment(claim)][case.statements[claim.claim_id]] = None

    def known(self, claim: Claim) -> Known:
        """Return what stands about the statement of a claim; one that names no treatment is taken for any."""
        said = {statement_of(claim): None}
        if claim.treatment == UNNAMED:
            said |= self._without_treatment.get(_without_treatment(claim), {})
        rows = [row for one in said for row in self._own_words.get(one, ())]
        return Known(
            approved=[row for row in rows if row.state == "approved"],
            expired=[row for row in rows if row.state == "expired"],
            refused=[refusal for one in said for refusal in self._refused.get(one, ())],
            out_of_scope=not self._out_of_scope.isdisjoint(said),
        )

    def wording_for(self, statement_id: str) -> str:
        """Return an approved wording of a statement, ``""`` where there is none."""
        rows = (row for row in self.rows if row.statement_id == statement_id and row.state == "approved")
        return next((row.wording for row in rows), "")

    def held_in(self, words: Words) -> list[Held]:
        """Find every wording of the library, approved or expired, that stands in a draft word for word."""
        return [Held(start, end, row) for row in self.rows for start, end in words.places(row.wording)]

    def refused_in(self, words: Words) -> Iterator[tuple[int, int, Refusal]]:
        """Find every refused sentence that stands in a draft word for word."""
        for refusal in self.refusals:
            for start, end in words.places(refusal.sentence):
                yield start, end, refusal


def _without_treatment(claim: Claim) -> str:
    return statement_of(replace(claim, treatment=UNNAMED))
