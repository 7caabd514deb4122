"""The two sides of each relation between pages: who stands on them, and with which claim.

Where many pages speak on one subject, a row of the relation table stands for all that hold its two values. They are told apart as
groups, so that what stands against what is gone through once for each pair of values, however many pages hold them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping

from helpers.model import Claim, Relation
from helpers.model.relation import COPY

Value = tuple[object, ...]
Key = tuple[str, str]  # topic, source
Member = tuple[Key, Claim | None]
Group = Hashable


class Sides:
    """Groups of pages that stand on one side of relations.

    Parameters
    ----------
    told : iterable of Claim
        What the pages say.
    claims : mapping of str to Claim
        The claims that relations name, by id.

    Attributes
    ----------
    holders : mapping of Value to mapping of Key to Claim
        Who holds a value, by their firmest claim: what is said without doubt anywhere is not doubted.
    members : mapping of Group to list of Member
        The groups that were asked for.
    """

    def __init__(self, told: Iterable[Claim], claims: Mapping[str, Claim]) -> None:
        self.holders: defaultdict[Value, dict[Key, Claim]] = defaultdict(dict)
        self.members: dict[Group, list[Member]] = {}
        self._claims = claims
        for claim in told:
            same, key = self.holders[value_of(claim)], (claim.topic, claim.source_id)
            if key not in same or (same[key].certainty != "asserted" and claim.certainty != same[key].certainty):
                same[key] = claim

    def of(self, rows: Iterable[Relation]) -> Iterator[tuple[Relation, Group, Group]]:
        """Yield the rows in which two stand against each other, with both sides; a rule may join two topics, a side has one."""
        for row in rows:
            if row.source_b and row.strength != COPY and not self._is_repeated(row):
                yield row, self._side(row, row.claim_a, row.source_a), self._side(row, row.claim_b, row.source_b)

    def _is_repeated(self, row: Relation) -> bool:
        """Say whether a row only says that two hold one value, of which all holders are told at once."""
        one, other = self._claims.get(row.claim_a), self._claims.get(row.claim_b)
        if row.relation != "agree" or row.scope == "internal" or one is None or other is None:
            return False
        return value_of(one) == value_of(other) and bool(row.item or not one.item)

    def _side(self, row: Relation, claim_id: str, source: str) -> Group:
        """Return all that one side of a row stands for: those that hold the same value as firmly."""
        claim = self._claims.get(claim_id)
        own = (claim.topic if claim else row.topic, source)
        group: Group = (own, claim_id)
        if claim is not None and row.scope != "internal" and (row.item or not claim.item):  # no row about whole lists
            same = self.holders.get(value_of(claim), {})
            if own in same:
                firm = same[own].certainty
                group = (value_of(claim), firm)
                if group not in self.members:
                    self.members[group] = [(key, one) for key, one in same.items() if one.certainty == firm]
        self.members.setdefault(group, [(own, claim)])
        return group


def value_of(claim: Claim) -> Value:
    """Return what makes two claims say the same."""
    return claim.topic, claim.treatment, claim.item, claim.level, claim.low, claim.high, claim.vague
