"""How the workbook does on sets that people annotated: a set is read as any folder is, and counted against its annotations."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.errors import WorkbookError
from helpers.load import open_folder, read_manifest
from helpers.model import Claim
from helpers.model.review import Reading, Review
from helpers.pipeline import Pipeline
from helpers.quality import Quality, measure, read_gold
from helpers.quality.cases import CaseQuality, measure_cases, read_cases
from helpers.quality.meeting import ProblemQuality, measure_problems
from helpers.quality.probes import Probe, found_rightly, read_finding_probes, read_reading_probes, read_rightly
from helpers.quality.problems import read_problems
from helpers.quality.readers import Readers, measure_readers
from helpers.quality.sets import AnnotatedSet
from helpers.quality.tally import RuleScore, Tally, added
from helpers.quality.unread import Unread, measure_unread
from helpers.readers import Second
from helpers.second.settings import ModelSettings


@dataclass(frozen=True)
class Figures:
    """What was counted on a set, as far as it is annotated.

    Attributes
    ----------
    name, caveat : str
        As the set has them.
    reading : Quality or None
    unread : Unread or None
    problems : ProblemQuality or None
    readers : Readers or None
        A second reader beside the rules, where its answers were kept.
    cases : tuple of CaseQuality
        One a table.
    probes : tuple of tuple of Tally
        One a table: inputs that are right, by what they stand for.
    score_only : bool
        Whether only totals were kept: nothing here tells what was missed, or which rule was wrong.
    """

    name: str
    caveat: str
    reading: Quality | None = None
    unread: Unread | None = None
    problems: ProblemQuality | None = None
    readers: Readers | None = None
    cases: tuple[CaseQuality, ...] = ()
    probes: tuple[tuple[Tally, ...], ...] = ()
    score_only: bool = False


def gauge(one: AnnotatedSet, pipeline: Pipeline) -> Figures:
    """Read a set and count what was read and found against its annotations.

    Raises
    ------
    WorkbookError
        The set's pages or annotations cannot be read.
    """
    gold = read_gold(one.claims) if one.claims else None
    raised = read_problems(one.problems) if one.problems else ()
    reading = unread = problems = readers = None
    if one.pages and (gold or raised):
        review = _review(one.pages, pipeline)
        _all_there(one, {*(gold.sources if gold else ()), *(problem.source_id for problem in raised)}, review)
        if gold:
            reading, unread = measure(gold, review.claims), measure_unread(gold, review.ledger)
            readers = measure_readers(gold, _second(review.readings, one.answers, pipeline)) if one.answers else None
        problems = measure_problems(raised, review.findings) if raised else None
    cases = tuple(_cases(table, pipeline) for table in one.cases)
    probes = [_read(read_reading_probes(table), pipeline) for table in one.reading]
    probes += [_found(read_finding_probes(table), pipeline) for table in one.finding]
    figures = Figures(one.name, one.caveat, reading, unread, problems, readers, cases, tuple(probes), one.score_only)
    return _totals(figures) if one.score_only else figures


def _all_there(one: AnnotatedSet, annotated: set[str], review: Review) -> None:
    """Refuse annotations of pages that are not there: all of theirs would count as missed."""
    missing = sorted(annotated - {source.source_id for source in review.sources})
    if missing:
        raise WorkbookError(f"{missing[0]!r} is annotated and not among the pages; add it or take its rows out", path=one.name)


def _totals(figures: Figures) -> Figures:
    """Return figures without anything that tells what was missed, made up or wrong, and on which page."""
    return replace(
        figures,
        reading=replace(figures.reading, missed=(), false=()) if figures.reading else None,
        readers=figures.readers.totals() if figures.readers else None,
        problems=replace(figures.problems, by_kind=(), by_rule=(), missed=()) if figures.problems else None,
        cases=tuple(replace(one, by_category=()) for one in figures.cases),
        probes=tuple((Tally("all", sum(one.good for one in table), sum(one.of for one in table)),) for table in figures.probes),
    )


def _second(readings: Sequence[Reading], answers: Path, pipeline: Pipeline) -> list[Reading]:
    """Return readings with what a second reader read in them, by the answers that were kept."""
    return Second(answers, offline=True, settings=ModelSettings()).read(readings, pipeline)


def rule_table(sets: Iterable[Figures]) -> tuple[RuleScore, ...]:
    """Return how often each rule's findings meet a problem that a reviewer raised, over all sets that tell it; by rule."""
    return added(score for one in sets if one.problems for score in one.problems.by_rule)


def _review(folder: Path, pipeline: Pipeline) -> Review:
    documents, passed = open_folder(folder)
    return pipeline.review(documents, read_manifest(folder), passed=passed)


def _of_texts(texts: Mapping[str, str], pipeline: Pipeline) -> Review:
    """Return the review of pages that stand in no folder: they are written to one, so that they are read as any page is."""
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return _review(Path(folder), pipeline)


def _cases(table: Path, pipeline: Pipeline) -> CaseQuality:
    cases = read_cases(table)
    review = _of_texts({f"{case.case_id}.txt": f"{case.text}\n" for case in cases}, pipeline)
    return measure_cases(cases, review.findings, review.ledger)


def _read(probes: Sequence[Probe], pipeline: Pipeline) -> tuple[Tally, ...]:
    review = _of_texts({f"{place:05d}.md": probe.pages[0] for place, probe in enumerate(probes)}, pipeline)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in review.claims:
        claims[claim.source_id].append(claim)
    return _by_name((probe.name, read_rightly(probe, claims[f"{place:05d}"])) for place, probe in enumerate(probes))


def _found(probes: Sequence[Probe], pipeline: Pipeline) -> tuple[Tally, ...]:
    told = []
    for probe in probes:
        review = _of_texts({f"page{place}.md": page for place, page in enumerate(probe.pages, start=1)}, pipeline)
        told.append((probe.name, found_rightly(probe, review.findings)))
    return _by_name(told)


def _by_name(told: Iterable[tuple[str, bool]]) -> tuple[Tally, ...]:
    right: dict[str, list[bool]] = defaultdict(list)
    for name, is_right in told:
        right[name].append(is_right)
    return tuple(Tally(name, sum(own), len(own)) for name, own in sorted(right.items()))
