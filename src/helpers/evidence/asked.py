"""What a claim asks the register: its value, and the product and route that its own sentence gives it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.model.claim import Claim
from helpers.packs.joining import Joining, Substances

_Sentence = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim without its place; equal ones get equal answers.

    Attributes
    ----------
    products : tuple of str
        Product classes, sorted; what the treatment's name alone means where the sentence names no substance.
    named : bool
        The sentence names a drug or another active, or one part of a mixture alone.
    purposes : tuple of str
        The outcomes that the sentence claims, sorted.
    """

    topic: str
    item: str | None
    level: str | None
    low: float | None
    high: float | None
    treatment: str
    products: tuple[str, ...]
    named: bool
    route: str
    purposes: tuple[str, ...]


class Pages:
    """What sentences and pages say about a treatment's products, routes and purposes.

    Parameters
    ----------
    claims : iterable of Claim
        All claims of the sources, those of the zone ``chrome`` left out.
    """

    def __init__(self, claims: Iterable[Claim], joining: Joining) -> None:
        self._joining = joining
        self._said: dict[_Sentence, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._techniques: dict[tuple[str, str], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.item is not None:
                self._said[_sentence(claim)][claim.topic].add(claim.item)
            if claim.topic == "technique" and claim.item is not None:
                self._techniques[claim.source_id, claim.treatment].add(claim.item)

    def asks(self, claim: Claim) -> Asked:
        """Return what ``claim`` asks the register."""
        said = self._said.get(_sentence(claim), {})
        classes, named = _classes(said.get("composition", set()), self._joining.substances)
        meaning = self._joining.treatments.get(claim.treatment)
        products = classes or ((meaning.product,) if meaning else ())
        route = "unknown"
        if meaning:
            techniques = said.get("technique") or self._techniques.get((claim.source_id, claim.treatment), set())
            route = meaning.with_product if meaning.with_product and classes else meaning.route
            if "injection" not in techniques:
                route = next((meaning.techniques[word] for word in sorted(techniques) if word in meaning.techniques), route)
            layers = sorted(said.get("target_layer", set()) & meaning.layers.keys())
            if route == meaning.route and len(layers) == 1:
                route = meaning.layers[layers[0]]
        return Asked(
            topic=claim.topic,
            item=claim.item,
            level=claim.level,
            low=claim.low,
            high=claim.high,
            treatment=claim.treatment,
            products=products,
            named=named,
            route=route,
            purposes=tuple(sorted(said.get("efficacy", set()))),
        )


def _sentence(claim: Claim) -> _Sentence:
    return claim.source_id, claim.sentence_start, claim.sentence_end, claim.treatment


def _classes(items: set[str], table: Substances) -> tuple[tuple[str, ...], bool]:
    """Return the product classes that substances make, and whether one is named rather than a part of a mixture."""
    actives = items - table.mixture - table.alone
    if actives:
        return tuple(sorted({table.classes.get(item, item) for item in actives})), True
    parts = items & table.alone
    if len(parts) == 1 and not items & table.mixture:
        return tuple(parts), True
    return (("mixture",), False) if items else ((), False)
