"""``workbook quality``: how the workbook does on pages that people annotated."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpers.cli.options import PackName
from helpers.cli.plain import say
from helpers.cli.progress import progress
from helpers.paths import DEFAULT_PACK

if TYPE_CHECKING:
    from helpers.gauge import Figures
    from helpers.quality.cases import CaseQuality
    from helpers.quality.meeting import ProblemQuality
    from helpers.quality.readers import Readers
    from helpers.quality.tally import RuleScore, Tally

Folders = Annotated[
    list[Path] | None, typer.Argument(metavar="FOLDER", help="Folders with further annotated sets.", show_default=False)
]
Misses = Annotated[int, typer.Option("--misses", min=0, metavar="N", help="List up to N missed problems of each open set.")]
Rules = Annotated[Path | None, typer.Option("--rules", metavar="FILE", help="Write the findings by rule to a table as well.")]


MOST_APART = 10  # sentences that the readers read most differently


def quality(folders: Folders = None, pack: PackName = DEFAULT_PACK, misses: Misses = 0, rules: Rules = None) -> None:
    """Count what is read and found on annotated pages: the project's own and those of further folders."""
    from helpers.export import write_table
    from helpers.gauge import gauge, rule_table
    from helpers.pipeline import Pipeline
    from helpers.quality.sets import own_sets, sets_in
    from helpers.quality.tally import RuleScore

    sets = [*own_sets(pack), *(one for folder in folders or () for one in sets_in(folder))]
    pipeline = Pipeline.of(pack)
    told: list[Figures] = []
    with progress("Measuring sets", len(sets)) as done:
        for one in sets:
            told.append(gauge(one, pipeline))
            done()
    for figures in told:
        for line in (*_set_lines(figures), *_missed(figures, misses), ""):
            say(line)
    scores = rule_table(told)
    for line in _rule_lines(scores):
        say(line)
    if rules is not None:
        write_table(scores, RuleScore, rules)


def _set_lines(figures: "Figures") -> Iterator[str]:
    """Yield a set's name, what must be known before its figures are believed, and the figures."""
    yield figures.name
    yield f"  {figures.caveat}"
    if figures.reading and figures.unread:
        read, unread = figures.reading, figures.unread
        from helpers.quality.score import CORE

        yield (
            f"  reading ({len(read.sources)} pages): F1 {read.together().f1:.3f}, core {read.together(topics=CORE).f1:.3f}, "
            f"treatment {read.treatment:.3f}, certainty {read.certainty:.3f}"
        )
        if read.narrowing:
            yield f"  situation: precision {read.narrowing.precision:.3f}, recall {read.narrowing.recall:.3f}"
        yield f"  lost in silence: {unread.share_lost:.1%} of {unread.annotated} claims"
        yield f"  marked unread: {unread.flags_a_page:.1f} sentences a page"
    if figures.readers:
        yield from _reader_lines(figures.readers)
    if figures.problems:
        yield from _problem_lines(figures.problems)
    for case in figures.cases:
        yield from _case_lines(case)
    for table in figures.probes:
        good, of = sum(one.good for one in table), sum(one.of for one in table)
        yield f"  probes: {good} of {of} right"
        yield from _by(
            "  right, where one is wrong", [one for one in table if one.good < one.of] if not figures.score_only else ()
        )


def _reader_lines(readers: "Readers") -> Iterator[str]:
    """Yield two readers side by side: overall, how far they agree, by topic, and where they differ most."""
    from helpers.quality.readers import READERS

    who = "; ".join(readers.read_by)
    yield f"  two readers ({len(readers.sources)} pages; the second: {who}; {readers.dropped} not believed):"
    for name, one in readers.quality.items():
        score = one.together()
        yield f"    {name:7} F1 {score.f1:.3f}, precision {score.precision:.3f}, recall {score.recall:.3f}"
    for agreed in readers.agreement:
        told = "" if agreed.kappa is None else f", kappa {agreed.kappa:.2f}"
        counts = f"{agreed.both} alike of {agreed.rules} and {agreed.model}, {agreed.differ} differ"
        yield f"    agreement, {agreed.topic.replace('_', ' ')}: {counts}{told}"
    for topic, scores in readers.by_topic():
        each = ", ".join(f"{name} {one.f1:.2f}" for name, one in zip(READERS, scores, strict=True))
        yield f"    F1, {topic.replace('_', ' ')}: {each}"
    for apart in readers.apart[:MOST_APART]:
        yield f"    differ on {len(apart.rules)} and {len(apart.model)} claims: {apart.source_id}: {apart.text}"


def _problem_lines(problems: "ProblemQuality") -> Iterator[str]:
    yield f"  problems ({len(problems.sources)} pages): grave found {_share(problems.grave)}, real found {_share(problems.real)}"
    yield (
        f"  findings: agreement {_share(problems.agreement)}, first five {_share(problems.first)}, "
        f"{problems.findings_a_page:.1f} a page"
    )
    yield from _by("  found, by kind", problems.by_kind)


def _case_lines(case: "CaseQuality") -> Iterator[str]:
    yield (
        f"  regulators' wordings: {case.told.good} of {case.told.of} refused ones told at the sentence ({case.unseen} unseen), "
        f"{case.flagged.good} of {case.flagged.of} allowed ones flagged"
    )
    yield from _by("  told, by category", case.by_category)


def _share(tally: "Tally") -> str:
    return f"{tally.share:.2f} ({tally.good} of {tally.of})"


def _by(title: str, tallies: Sequence["Tally"]) -> Iterator[str]:
    """Yield counts by name, one a line; nothing where there are none to tell."""
    if tallies:
        yield f"{title}:"
        yield from (f"    {one.good:4} of {one.of:4}  {one.name}" for one in tallies)


def _missed(figures: "Figures", most: int) -> Iterator[str]:
    """Yield problems that were missed; a set that is score only has none to tell."""
    for one in (figures.problems.missed if figures.problems else ())[:most]:
        yield f"  missed: {one.source_id}, {one.kind.replace('_', ' ')}: {one.what}"


def _rule_lines(rules: Iterable["RuleScore"]) -> Iterator[str]:
    """Yield for each rule how many of its findings meet a problem that a reviewer raised, and how many do not."""
    yield "findings by rule, on the sets above that are open: how many meet a problem that a reviewer raised,"
    yield "how many stand at one that was called something else, and how many meet none (* : not right more often than wrong)"
    for one in rules:
        yield f"  {one.met:4} {one.near:4} {one.of - one.met - one.near:4} {' ' if one.holds else '*'} {one.rule}"
