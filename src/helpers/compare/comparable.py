"""Whether two sources were shown to speak of the same thing: what merely may be the same is no finding between them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from helpers.compare.pages import UNSPECIFIED, Page
from helpers.compare.rows import Compared
from helpers.model import Claim
from helpers.packs.comparisons import ComparisonFile, Outright
from helpers.packs.phrases import any_of

EFFECT = "efficacy"
UNSURE = "The two may be about different things."


def comparable(
    compared: Iterable[Compared], pages: Iterable[Page], rules: ComparisonFile, reporting: Collection[str] = ()
) -> Iterator[Compared]:
    """Yield the rows of which a finding can be made: of two sources those on what is shown to be the same.

    Two sources must each speak of the treatment itself, and of that one alone in the sentence; be used for something that both
    name; say the same of area, group, product and condition; and say in so many words what is easily misread. What a page reports
    of a study, as one in ``reporting`` does, holds for those who took part in it.
    """
    seen = _Between(pages, rules)
    for row in compared:
        if row.relation.scope == "internal":
            if seen.hold(row):
                yield row
            continue
        parties = {row.one.source_id, row.other.source_id}
        if parties.isdisjoint(reporting) and seen.meet(row):
            yield row


def softened(
    compared: Iterable[Compared], pages: Iterable[Page], rules: ComparisonFile, reporting: Collection[str] = ()
) -> Iterator[Compared]:
    """Yield the rows; what two sources say against each other and is not shown to be about the same thing is a tension."""
    seen = _Between(pages, rules)
    for row in compared:
        relation = row.relation
        apart = relation.scope == "between" and relation.relation in ("conflict", "tension")
        if apart and not ({row.one.source_id, row.other.source_id}.isdisjoint(reporting) and seen.is_shared(row)):
            unsure = replace(relation, relation="tension", severity="low", reason=f"{relation.reason} {UNSURE}")
            yield row._replace(relation=unsure)
        else:
            yield row


class _Between:
    def __init__(self, pages: Iterable[Page], rules: ComparisonFile) -> None:
        self._pages = {page.source_id: page for page in pages}
        self._rules = rules.between
        self._uses = {source: _uses(page) for source, page in self._pages.items()}

    def meet(self, row: Compared) -> bool:
        """Say whether the two claims of a row are shown to speak of the same thing."""
        return row.rule not in self._rules.not_told and self.is_shared(row)

    def is_shared(self, row: Compared) -> bool:
        """Say whether they are, whatever the pack says of telling it."""
        one, other = row.one, row.other
        return (
            all(getattr(one, key) == getattr(other, key) for key in self._rules.same)
            and self._serve_one_end(one, other)
            and all(self._is_of_its_own(claim) and self._is_said_outright(claim) for claim in (one, other))
        )

    def hold(self, row: Compared) -> bool:
        """Say whether the two claims of one source are said outright, where that matters inside a source."""
        return all(self._is_said_outright(claim, within=True) for claim in (row.one, row.other))

    def _is_of_its_own(self, claim: Claim) -> bool:
        """Say whether the page speaks of the claim's treatment, and the sentence of no other."""
        page = self._pages.get(claim.source_id)
        if page is None:
            return True
        named = set(page.named_at(claim)) - {UNSPECIFIED}
        own = page.classes.class_of(claim.treatment)
        parts = page.classes.parts_of(own)
        return page.speaks_of(claim) and named <= {own, *parts}

    def _serve_one_end(self, one: Claim, other: Claim) -> bool:
        """Say whether both pages use the treatment for something that both name, where both name anything."""
        ends = [self._uses.get(claim.source_id, {}).get(claim.treatment, set()) for claim in (one, other)]
        return not all(ends) or not ends[0].isdisjoint(ends[1])

    def _is_said_outright(self, claim: Claim, *, within: bool = False) -> bool:
        asked = (one for one in self._rules.outright if _asks_of(one, claim) and (one.within_too or not within))
        needs = next(asked, None)
        page = self._pages.get(claim.source_id)
        if needs is None or page is None:
            return needs is None or bool(any_of(needs.words).search(claim.quote))
        named = not needs.named or page.classes.class_of(claim.treatment) in page.named_at(claim)
        return named and bool(any_of(needs.words).search(page.shown[claim.sentence_start : claim.sentence_end]))


def _asks_of(one: Outright, claim: Claim) -> bool:
    shown = one.or_figures and (claim.low is not None or claim.high is not None)
    return claim.topic == one.topic and (not one.levels or claim.level in one.levels) and not shown


def _uses(page: Page) -> dict[str, set[str]]:
    """Return what a page says that each treatment does something about."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in page.claims:
        if claim.topic == EFFECT and claim.item:
            found[claim.treatment].add(claim.item)
    return dict(found)
