"""Which statements of the register apply to a claim, and which only come close."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from helpers.evidence.asked import Asked
from helpers.evidence.statements import Statement
from helpers.packs.joining import ANY, COMPARES, Joining

# Another treatment is another product, route and use at once.
_DISTANCE = {"treatment": 3}


class Near(NamedTuple):
    """A statement that does not apply, and in what it differs."""

    statement: Statement
    differences: tuple[str, ...]


class Shelf:
    """The register's statements by topic and item.

    Parameters
    ----------
    entries : iterable of Statement
    joining : Joining
    """

    def __init__(self, entries: Iterable[Statement], joining: Joining) -> None:
        self._joining = joining
        self._by_item: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
        self._by_topic: dict[str, list[Statement]] = defaultdict(list)
        for statement in entries:
            self._by_item[statement.topic, statement.item].append(statement)
            self._by_topic[statement.topic].append(statement)
        self._whole = {(whole.topic, whole.item, whole.level) for whole in joining.whole}

    def sort(self, asked: Asked) -> tuple[list[Statement], list[Near]]:
        """Return what applies to ``asked``, and the nearest of what does not."""
        applying: list[Statement] = []
        near: list[Near] = []
        for statement in self._on(asked):
            differences = self.differences(asked, statement)
            if differences:
                near.append(Near(statement, differences))
            else:
                applying.append(statement)
        for item in self._joining.related.get(asked.topic, {}).get(asked.item or "", ()):
            related = self._by_item.get((asked.topic, item), ())
            near.extend(Near(statement, ("indication", *self.differences(asked, statement))) for statement in related)
        found = {statement.ref_id for statement in applying}
        return applying, _nearest([one for one in near if one.statement.ref_id not in found])

    def differences(self, asked: Asked, statement: Statement) -> tuple[str, ...]:
        """Return in what a statement on the same topic and item differs from what is asked; empty where it applies."""
        found = ["comparison"] if statement.reading == COMPARES else []
        if asked.treatment not in statement.treatments:
            return ("treatment", *found)
        product = self._product(asked, statement)
        if product:
            found.append(product)
        if not self._joining.same_route(asked.route, statement.route):
            found.append("route")
        if statement.limited_to and statement.limited_to not in asked.purposes:
            found.append("purpose")
        return tuple(found)

    def _on(self, asked: Asked) -> list[Statement]:
        if (asked.topic, asked.item, asked.level) in self._whole:
            return self._by_topic[asked.topic]
        own = self._by_item.get((asked.topic, asked.item), [])
        return own if asked.item is None else own + self._by_item.get((asked.topic, None), [])

    @staticmethod
    def _product(asked: Asked, statement: Statement) -> str:
        """Name the difference in product: none, another one, or several under one result where one is asked for."""
        if ANY in statement.products:
            return ""
        if statement.pooled:
            if not asked.named:
                return ""
            return "pooled" if set(asked.products) & set(statement.products) else "product"
        return "" if set(asked.products) & set(statement.products) else "product"


def _nearest(near: list[Near]) -> list[Near]:
    """Keep those that differ least."""
    if not near:
        return []
    least = min(_distance(one) for one in near)
    return [one for one in near if _distance(one) == least]


def _distance(near: Near) -> int:
    return sum(_DISTANCE.get(difference, 1) for difference in near.differences)
