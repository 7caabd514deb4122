"""The laws and advertising codes of a target market that bear on a claim."""

from collections import defaultdict
from typing import get_args

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.evidence import EvidenceMatch
from helpers.packs.evidence import Entry, Register
from helpers.packs.mapping import Concern
from helpers.packs.publishing import LawKind, Market

CHECK = "check against current law before use"


def market_named(name: str, markets: dict[str, Market]) -> Market:
    """Return the market ``name``.

    Raises
    ------
    WorkbookError
        The pack does not have it.
    """
    if name not in markets:
        raise WorkbookError(f"there is no market {name!r}; choose one of: {', '.join(markets)}")
    return markets[name]


class Laws:
    """The register's laws, notices and codes of one market.

    Parameters
    ----------
    register : Register or None
        Without one, nothing bears on any claim.
    market : Market
    """

    def __init__(self, register: Register | None, market: Market) -> None:
        entries = register.entries if register else {}
        self._entries = {ref_id: entry for ref_id, entry in entries.items() if _applies(entry, market)}
        self._concerns: defaultdict[str, list[tuple[str, Concern]]] = defaultdict(list)
        for ref_id, entry in self._entries.items():
            for concern in entry.mapped.concerns:
                self._concerns[concern.topic].append((ref_id, concern))

    def on(self, claim: Claim, match: EvidenceMatch | None = None) -> tuple[str, ...]:
        """Return the ids of what concerns a claim, and of what its match cites."""
        found = {ref_id for ref_id, concern in self._concerns.get(claim.topic, ()) if _concerns(concern, claim)}
        found.update(ref_id for ref_id in (match.references if match else ()) if ref_id in self._entries)
        return tuple(sorted(found))

    def kind(self, ref_id: str) -> LawKind:
        """Return whether an entry is a law or notice, or an advertising code."""
        return "advertising" if self._entries[ref_id].mapped.kind == "advertising" else "regulation"

    def named(self, ref_id: str) -> str:
        """Return an entry as people know it: its title, who says it, and the country."""
        row, mapped = self._entries[ref_id]
        return f"{row.full_title} ({row.short_citation}, {mapped.country})"

    def in_words(self, ref_id: str) -> str:
        """Return an entry's id with its country and date."""
        row, mapped = self._entries[ref_id]
        return f"{ref_id} ({mapped.country}, {mapped.date or row.year or 'undated'})"


def _applies(entry: Entry, market: Market) -> bool:
    mapped = entry.mapped
    law = mapped.kind in get_args(LawKind) or bool(mapped.concerns)
    return law and mapped.country is not None and (not market.countries or mapped.country in market.countries)


def _concerns(concern: Concern, claim: Claim) -> bool:
    return concern.item in (None, claim.item) and (not concern.treatments or claim.treatment in concern.treatments)
