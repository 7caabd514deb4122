"""When a finding meets a problem that a reviewer raised, and how many do: overall, by kind and by rule."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from helpers.model import Finding
from helpers.quality.problems import GRAVE, REAL, AnnotatedProblem
from helpers.quality.tally import RuleScore, Tally, added

FIRST = 5


@dataclass(frozen=True)
class ProblemQuality:
    """How the findings on some pages meet the problems that reviewers raised about them.

    Attributes
    ----------
    sources : tuple of str
        The annotated pages, sorted.
    grave, real : Tally
        Problems found: the grave ones; those that are real or grave.
    agreement, first : Tally
        Findings that meet a problem: all, and the first five of each page.
    by_kind : tuple of Tally
        Problems found by kind, the most frequent kind first.
    by_rule : tuple of RuleScore
        Sorted by rule.
    missed : tuple of AnnotatedProblem
        Those real or grave that no finding meets.
    """

    sources: tuple[str, ...]
    grave: Tally
    real: Tally
    agreement: Tally
    first: Tally
    by_kind: tuple[Tally, ...]
    by_rule: tuple[RuleScore, ...]
    missed: tuple[AnnotatedProblem, ...]

    @property
    def findings_a_page(self) -> float:
        """Findings of a page with itself, on average."""
        return self.agreement.of / max(1, len(self.sources))


def meets(finding: Finding, problem: AnnotatedProblem, *, any_kind: bool = False) -> bool:
    """Say whether a finding on the problem's page is this problem.

    Both are of one kind, and a quote lies in one of the problem's sentences; a warning that is left out has no place:
    one of the codes is the same.

    Parameters
    ----------
    any_kind : bool
        Whether the kind is left open, where the problem has a place.
    """
    if problem.kind == "missing_warning":
        return finding.problem == problem.kind and not problem.warning.isdisjoint(finding.warning)
    quotes = ((finding.start_a, finding.end_a), (finding.start_b, finding.end_b))
    placed = [(start, end) for start, end in quotes if start is not None and end is not None]
    near = any(start < there and here < end for start, end in placed for here, there in problem.places)
    return near and (any_kind or finding.problem == problem.kind)


def of_its_page(finding: Finding) -> bool:
    """Say whether a finding is about one page alone."""
    return finding.source_b in ("", finding.source_a)


def family(finding: Finding) -> str:
    """Return the rule that made a finding; where it follows from a topic's scale, its kind and the topic."""
    return finding.rule or f"{finding.kind} on {finding.topic}"


def measure_problems(problems: Iterable[AnnotatedProblem], findings: Iterable[Finding]) -> ProblemQuality:
    """Hold findings against the problems that reviewers raised.

    A reviewer writes down at most some ten problems a page, so that a finding that meets none is not always wrong: the share
    of findings that do is agreement, no precision.

    Parameters
    ----------
    problems : iterable of AnnotatedProblem
    findings : iterable of Finding
        Of any pages, with their ranks; those between two pages, or on pages without problems, are left out.
    """
    raised: dict[str, list[AnnotatedProblem]] = defaultdict(list)
    for one in problems:
        raised[one.source_id].append(one)
    made: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda finding: finding.rank):
        if finding.source_a in raised and of_its_page(finding):
            made[finding.source_a].append(finding)
    found = [(one, any(meets(finding, one) for finding in made[page])) for page, own in raised.items() for one in own]
    met = {page: [_met(finding, own) for finding in made[page]] for page, own in raised.items()}
    real = [(one, is_found) for one, is_found in found if one.gravity >= REAL]
    return ProblemQuality(
        tuple(sorted(raised)),
        _tally("grave", [is_found for one, is_found in real if one.gravity == GRAVE]),
        _tally("real", [is_found for _, is_found in real]),
        _tally("agreement", [one.met > 0 for own in met.values() for one in own]),
        _tally("first", [one.met > 0 for own in met.values() for one in own[:FIRST]]),
        tuple(sorted(_by_kind(found), key=lambda one: (-one.of, one.name))),
        added(one for own in met.values() for one in own),
        tuple(one for one, is_found in real if not is_found),
    )


def _met(finding: Finding, raised: Sequence[AnnotatedProblem]) -> RuleScore:
    met = any(meets(finding, one) for one in raised)
    near = not met and any(meets(finding, one, any_kind=True) for one in raised)
    return RuleScore(family(finding), met, near, 1)


def _tally(name: str, good: Collection[bool]) -> Tally:
    return Tally(name, sum(good), len(good))


def _by_kind(found: Iterable[tuple[AnnotatedProblem, bool]]) -> list[Tally]:
    kinds: dict[str, list[bool]] = defaultdict(list)
    for one, is_found in found:
        kinds[one.kind].append(is_found)
    return [_tally(kind, good) for kind, good in kinds.items()]
