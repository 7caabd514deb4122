"""Pages and paragraphs that say the same: however many they are, they speak with one voice."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from helpers.model.claim import Claim

Same = Literal["page", "near", "paragraph", "near paragraph"]


class Copied(NamedTuple):
    """One place of what is said several times: ``text[start:end]`` of a source."""

    source_id: str
    start: int
    end: int
    differs: str = ""  # from the first place, in words


@dataclass(frozen=True, slots=True)
class Copies:
    """The places that say the same.

    Attributes
    ----------
    same : str
        ``page``: whole pages, word for word; ``near``: whole pages, nearly so; ``paragraph``: one paragraph of pages that
        otherwise differ, word for word; ``near paragraph``: such a paragraph, nearly so.
    places : tuple of Copied
        Two or more, by source and place; a near-copy tells what differs from the first.
    words : int
        How many words the first place has.
    """

    same: Same
    places: tuple[Copied, ...]
    words: int

    @property
    def of_pages(self) -> bool:
        """Whether whole pages say the same, and not a paragraph alone."""
        return self.same in ("page", "near")


class Voices:
    """Who speaks where: the source itself, or the first of the pages or paragraphs that say the same.

    Parameters
    ----------
    copies : iterable of Copies
    """

    def __init__(self, copies: Iterable[Copies]) -> None:
        self._pages: dict[str, str] = {}
        paragraphs: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for group in copies:
            first = group.places[0]
            for place in group.places:
                if not group.of_pages:
                    voice = f"{first.source_id} {first.start}"  # no source id, so no page's voice
                    paragraphs[place.source_id].append((place.start, place.end, voice))
                else:
                    self._pages[place.source_id] = self._pages.get(first.source_id, first.source_id)
        self._paragraphs = {source: sorted(held) for source, held in paragraphs.items()}

    def of_page(self, source_id: str) -> str:
        """Return the voice of a whole page."""
        return self._pages.get(source_id, source_id)

    def of(self, claim: Claim) -> str:
        """Return the voice in which a claim is made."""
        held = self._paragraphs.get(claim.source_id, ())
        index = bisect_right(held, claim.start, key=lambda one: one[0]) - 1
        return held[index][2] if index >= 0 and claim.start < held[index][1] else self.of_page(claim.source_id)
