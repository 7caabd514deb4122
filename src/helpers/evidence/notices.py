"""Laws, notices and advertising codes that bear on publishing a claim: dated, never a verdict."""

from collections.abc import Iterable

from helpers.evidence.asked import Asked
from helpers.packs.evidence import Register
from helpers.packs.mapping import Concern

_CHECK = "check against current law before use"
_DATED = {"regulation", "advertising"}


class Notices:
    """The register's laws and codes, by the topics whose claims they concern."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._concerns: dict[str, list[tuple[str, Concern]]] = {}
        for ref_id, (_, mapped) in register.entries.items():
            for concern in mapped.concerns:
                self._concerns.setdefault(concern.topic, []).append((ref_id, concern))

    def on(self, asked: Asked, references: Iterable[str]) -> str:
        """Return what concerns ``asked`` and what of ``references`` is law or code, with country and date."""
        found = {ref_id for ref_id, concern in self._concerns.get(asked.topic, ()) if _concerns(concern, asked)}
        found.update(ref_id for ref_id in references if self._is_dated(ref_id))
        if not found:
            return ""
        return f"{'; '.join(self._dated(ref_id) for ref_id in sorted(found))}: {_CHECK}"

    def _is_dated(self, ref_id: str) -> bool:
        mapped = self._register.entries[ref_id].mapped
        return mapped.kind in _DATED or mapped.date is not None

    def _dated(self, ref_id: str) -> str:
        row, mapped = self._register.entries[ref_id]
        return f"{ref_id} ({mapped.country or 'country not stated'}, {mapped.date or row.year or 'undated'})"


def _concerns(concern: Concern, asked: Asked) -> bool:
    items = concern.item is None or concern.item == asked.item
    return items and (not concern.treatments or asked.treatment in concern.treatments)
