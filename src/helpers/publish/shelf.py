"""The library as a draft is held against it: what each statement may and may not say, and where approved words stand."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from helpers.model.claim import Claim
from helpers.model.judgement import statement_of
from helpers.model.publishing import LibraryRow, Refusal
from helpers.publish.index import APPROVED, REFUSAL, ROW, SENTENCE, STATEMENT, UNNAMED, UNTREATED, WORDS, Look, without_treatment
from helpers.publish.library import WITH_DOUBT
from helpers.publish.words import Words

APPROVED_SOURCE = "an approved wording"  # what reasons call one


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


class WordForWord(NamedTuple):
    """Where a draft uses words that were decided on, as half-open offsets.

    Attributes
    ----------
    held : list of Held
        Wordings of the library, approved or expired.
    sentences : list of (int, int)
        Sentences of which every claim may stand.
    refused : list of (int, int, Refusal)
        Refused sentences.
    """

    held: list[Held]
    sentences: list[tuple[int, int]]
    refused: list[tuple[int, int, Refusal]]


class Shelf:
    """Looks up what a draft says in a library.

    Parameters
    ----------
    look : callable
        Returns what lies in a drawer under the keys that it has (see ``helpers.publish.index``).
    """

    def __init__(self, look: Look) -> None:
        self._look = look

    def known(self, claims: Iterable[Claim]) -> dict[str, Known]:
        """Return what stands about the statement of each claim, by claim id; one that names no treatment is taken for any."""
        asked = list(claims)
        bare = {claim.claim_id: without_treatment(claim) for claim in asked if claim.treatment == UNNAMED}
        others = self._look(UNTREATED, dict.fromkeys(bare.values()))
        said = {
            claim.claim_id: list(dict.fromkeys((statement_of(claim), *others.get(bare.get(claim.claim_id, ""), ()))))
            for claim in asked
        }
        found = self._look(STATEMENT, dict.fromkeys(one for ids in said.values() for one in ids))
        rows = self._rows(key for one in found.values() for key in one["rows"])
        refusals = self._refusals(key for one in found.values() for key in one["refusals"])
        return {claim_id: _known([found[one] for one in ids if one in found], rows, refusals) for claim_id, ids in said.items()}

    def in_words(self, words: Words) -> WordForWord:
        """Find every wording of the library, every approved and every refused sentence that stands in a draft word for word."""
        there = [tuple(one) for found in self._look(WORDS, words.openings()).values() for one in found]
        rows = self._rows(key for kind, key in there if kind == ROW)
        refusals = self._refusals(key for kind, key in there if kind == REFUSAL)
        return WordForWord(
            [Held(start, end, row) for row in rows.values() for start, end in words.places(row.wording)],
            [place for kind, key in there if kind == SENTENCE for place in words.places(key)],
            [(start, end, one) for one in refusals.values() for start, end in words.places(one.sentence)],
        )

    def approved_on(self, treatments: Iterable[str]) -> tuple[Claim, ...]:
        """Return the approved claims about some treatments, as one voice."""
        found = self._look(APPROVED, dict.fromkeys(sorted({*treatments, UNNAMED})))
        return tuple(Claim(**{**claim, "source_id": APPROVED_SOURCE}) for claims in found.values() for claim in claims)

    def wording_for(self, claim: Claim) -> str:
        """Return an approved wording of what an approved claim says."""
        row = next(iter(self.known([claim])[claim.claim_id].approved), None)
        return row.wording if row else claim.quote

    def _rows(self, keys: Iterable[str]) -> dict[str, LibraryRow]:
        return {key: LibraryRow(**_tuples(value)) for key, value in self._in_order(ROW, keys)}

    def _refusals(self, keys: Iterable[str]) -> dict[str, Refusal]:
        return {key: Refusal(**_tuples(value)) for key, value in self._in_order(REFUSAL, keys)}

    def _in_order(self, drawer: str, keys: Iterable[str]) -> Iterator[tuple[str, Any]]:
        return iter(sorted(self._look(drawer, dict.fromkeys(keys)).items(), key=lambda one: int(one[0])))


def _known(found: list[dict[str, Any]], rows: dict[str, LibraryRow], refusals: dict[str, Refusal]) -> Known:
    own = [rows[key] for one in found for key in one["rows"] if key in rows]
    return Known(
        approved=[row for row in own if row.state == "approved"],
        expired=[row for row in own if row.state == "expired"],
        refused=[refusals[key] for one in found for key in one["refusals"] if key in refusals],
        out_of_scope=any(one["out_of_scope"] for one in found),
    )


def _tuples(record: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in record.items()}
