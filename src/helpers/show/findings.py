"""Findings as a reviewer reads them: both quotes side by side, why they clash, and the harm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.model import Finding
from helpers.model.words import FINDING_WORDS
from helpers.show.looks import SEVERITIES
from helpers.show.parts import Bit, Cell, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, one_line, plain, why

TWO_SIDED = ("contradiction", "conflict", "implied_within", "implied_between")
SHOWN = 3  # references named beside a finding


def severity_cell(severity: str, *lines: str) -> Cell:
    """Return a cell that shows a severity by sign, word and colour."""
    look = SEVERITIES[severity]
    return cell(Bit(f"{look.sign} {look.word}"), *lines, looks=(f"fill-{severity}",))


def gravest(view: View, count: int = 5) -> Table:
    """Return the gravest findings, one for each rule or subject: what it says of further sources stands among all findings."""
    seen: dict[tuple[str, ...], Finding] = {}
    for finding in view.review.findings:
        seen.setdefault((finding.rule,) if finding.rule else (finding.kind, finding.topic, finding.item), finding)
    shown = list(seen.values())[:count]
    caption = f"The {len(shown)} gravest findings" if len(shown) > 1 else "The gravest finding"
    return findings_table(view, shown, caption=caption, empty=f"Nothing was found{view.where_read}.")


def conflicts(view: View) -> Table:
    """Return every finding in which two statements stand against each other, the gravest first."""
    shown = [finding for finding in view.review.findings if finding.kind in TWO_SIDED]
    return findings_table(
        view,
        shown,
        caption="Statements that stand against each other, the gravest first",
        empty=f"No two statements conflict{view.where_read}.",
    )


def other_findings(view: View) -> Table:
    """Return the findings about one statement: warnings owed, overstatements, lost lists, evidence against."""
    shown = [finding for finding in view.review.findings if finding.kind not in TWO_SIDED]
    return findings_table(
        view,
        shown,
        caption="What else cannot stand as it is, the gravest first",
        empty=f"Nothing else was found{view.where_read}.",
    )


def findings_table(view: View, findings: Iterable[Finding], *, caption: str, empty: str = "Nothing was found.") -> Table:
    """Return findings with both quotes, the reason and the harm, each quote a link to its place."""
    rows = [
        (
            severity_cell(finding.severity, f"No. {finding.rank}"),
            cell(Bit(_subject(view, finding), looks=("title",)), Bit(FINDING_WORDS[finding.kind])),
            cell(*quote_lines(view, finding.source_a, finding.quote_a, finding.start_a)),
            cell(*against(view, finding) or [(Bit("Its own wording."),)]),
            cell(view.with_names(why(finding))),
            cell(capital(finding.harm)),
        )
        for finding in findings
    ]
    columns = ("Severity", "What it is about", "The page says", "Against it", "Why", "The harm if it stands")
    return Table(caption, columns, rows, empty=empty)


def _subject(view: View, finding: Finding) -> str:
    return ": ".join(filter(None, (view.title(finding.topic) if finding.topic else "", plain(finding.item)))) or "The page"


def quote_lines(view: View, source_id: str, quote: str, start: int | None) -> list[Sequence[Bit]]:
    """Return a quote and, below it, its source as a link to the place."""
    return [
        (Bit(one_line(quote), quoted=True),),
        (Bit(view.names[source_id], href=view.link(source_id, start), looks=("quiet",)),),
    ]


def against(view: View, finding: Finding, *, of: str = "", shown: int = SHOWN) -> list[Sequence[Bit]]:
    """Return what speaks against one side of a finding, as lines of a cell: the other quote, an absence, references.

    Parameters
    ----------
    of : str
        The source on whose side the reader looks; by default the finding's first.
    shown : int
        How many references are named; the others are counted.
    """
    lines: list[Sequence[Bit]] = []
    if of and of == finding.source_b != finding.source_a:
        lines += quote_lines(view, finding.source_a, finding.quote_a, finding.start_a)
    elif finding.quote_b:
        lines += quote_lines(view, finding.source_b, finding.quote_b, finding.start_b)
    elif finding.kind == "evidence":
        lines.append((Bit("The register contradicts it."),))
    elif finding.kind == "warning_gone":
        lines.append((Bit("This version no longer gives it."),))
    elif finding.kind == "lost":
        lines.append((Bit("Nothing follows it."),))
    elif finding.rule in view.warnings:
        state = "It leaves out" if finding.relation == "missing" else "A list was lost that may hold"
        lines.append((Bit(f"{state}: {view.warnings[finding.rule]}"),))
    cited = [view.citation(reference) for reference in finding.references]
    if cited:
        more = f"; and {len(cited) - shown} more in the register" if len(cited) > shown else ""
        bits = [bit for words, address in cited[:shown] for bit in (Bit("; "), Bit(words, href=address))][1:]
        lines.append((*(replace(bit, looks=("quiet",)) for bit in bits), Bit(more, looks=("quiet",))))
    return lines
