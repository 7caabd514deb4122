"""What sources and claims are called, the same wherever people meet them."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from helpers.model.claim import Claim
from helpers.model.review import Review
from helpers.model.source import Source

LONGEST_TITLE = 34
VERBS = "says|announces|makes|names|offers"


@dataclass(frozen=True)
class Names:
    """The names of one review's sources and claims.

    Attributes
    ----------
    review : Review
    """

    review: Review

    @cached_property
    def handles(self) -> dict[str, str]:
        """Short names that tell the sources apart: the first words of their ids."""
        ids = [source.source_id for source in self.review.sources]
        length = next(n for n in range(1, max(map(len, ids), default=0) + 2) if len({one[:n] for one in ids}) == len(ids))
        return {one: re.match(rf".{{0,{length}}}[^\W_]*", one, re.DOTALL)[0] for one in ids}  # type: ignore[index]

    @cached_property
    def sources(self) -> dict[str, str]:
        """What a source is called: handle and publisher, else handle and title, else the file's name."""
        return {source.source_id: self._name(source) for source in self.review.sources}

    def _name(self, source: Source) -> str:
        known = source.publisher or (short_title(source.title) if source.title != source.name else "")
        return f"{self.handles[source.source_id]} {known}" if known else source.name

    @cached_property
    def claims(self) -> dict[str, str]:
        """What a claim is called: its source's handle and its place there.

        ``s`` is for an unread sentence, ``w`` for warnings, ``p`` for what a model proposes.
        """
        found: dict[str, str] = {}
        for sign, claims in self._kinds:
            count: Counter[str] = Counter()
            for claim in claims:
                count[claim.source_id] += 1
                found[claim.claim_id] = f"{self.handles[claim.source_id]}-{sign}{count[claim.source_id]}"
        return found

    @property
    def _kinds(self) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
        review = self.review
        return (("", review.claims), ("s", review.unread), ("w", review.owed), ("p", review.proposed))

    @cached_property
    def _ids(self) -> re.Pattern[str]:
        ids = sorted(self.sources, key=lambda one: (-len(one), one))
        any_id = "|".join(map(re.escape, ids))
        return re.compile(rf"“[^”]*”|(?:^|(?<=[.:] )|(?<=\band )|(?<=\bonly ))({any_id})(?= (?:{VERBS})\b|: )")

    def put_in(self, reason: str) -> str:
        """Return a reason in which sources go by their names; what stands in quotation marks stays as it is."""
        return self._ids.sub(lambda found: self.sources[found[1]] if found[1] else found[0], reason) if self.sources else reason


def short_title(title: str) -> str:
    """Return a title short enough for an axis: up to its colon, without brackets, cut between words."""
    words = title.strip("[]").split(":")[0].strip()
    if len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,") + " …"
