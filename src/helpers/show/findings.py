"""Findings as a reviewer reads them: both quotes side by side, why they clash, and the harm."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.model import Finding
from helpers.model.words import ADVICE, advice_on, problem_words
from helpers.show.looks import SEVERITIES
from helpers.show.parts import Bit, Cell, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, counted, one_line, plain, why

SHOWN = 3  # references named beside a finding
PLACES = 5  # places that are quoted; the others are counted
COLUMNS = ("Severity", "The problem", "The page says", "What speaks against it", "The harm if it stands", "What to do")


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
    shown = [finding for finding in view.review.findings if finding.two_sided]
    return findings_table(
        view,
        shown,
        caption="Statements that stand against each other, the gravest first",
        empty=f"No two statements conflict{view.where_read}.",
    )


def other_findings(view: View) -> Table:
    """Return the findings about one statement: warnings owed, overstatements, lost lists, evidence against."""
    shown = [finding for finding in view.review.findings if not finding.two_sided]
    return findings_table(
        view,
        shown,
        caption="What else cannot stand as it is, the gravest first",
        empty=f"Nothing else was found{view.where_read}.",
    )


def findings_table(
    view: View, findings: Iterable[Finding], *, caption: str, of: str = "", empty: str = "Nothing was found."
) -> Table:
    """Return findings: what is said and where, what speaks against it, the harm, and what to do; quotes lead to their places.

    Parameters
    ----------
    of : str
        The source on whose side the reader looks; by default each finding's first.
    """
    return Table(caption, COLUMNS, [finding_row(view, finding, of=of) for finding in findings], empty=empty)


def finding_row(view: View, finding: Finding, *, of: str = "") -> tuple[Cell, ...]:
    """Return one finding's row, below ``COLUMNS``."""
    return (
        severity_cell(finding.severity, f"No. {finding.rank}"),
        cell(Bit(capital(problem_words(finding)), looks=("title",)), Bit(_subject(view, finding), looks=("quiet",))),
        cell(*said_lines(view, finding, of=of)),
        cell(view.with_names(why(finding)), *against(view, finding, of=of)),
        cell(capital(finding.harm)),
        cell(advice_on(finding) if finding.kind != "disclosure" else ADVICE[finding.kind]),
    )


def _subject(view: View, finding: Finding) -> str:
    topic = view.title(finding.topic) if finding.topic else ""
    item, treatment = (plain(one).replace("unspecified", "") for one in (finding.item, finding.treatment))
    about = ": ".join(filter(None, (topic, item)))
    return ", ".join(filter(None, (about, treatment))) or "The page"


def quote_lines(view: View, source_id: str, quote: str, start: int | None) -> list[Sequence[Bit]]:
    """Return a quote as a link to its place and, below it, its source."""
    place = view.link(source_id, start, None if start is None else start + len(quote))
    return [(Bit(one_line(quote), href=place, quoted=True),), (Bit(view.names[source_id], looks=("quiet",)),)]


def said_lines(view: View, finding: Finding, *, of: str = "", shown: int = PLACES) -> list[Sequence[Bit]]:
    """Return what a page says where a finding rests on it: one side of a contradiction, else every place."""
    if of and of == finding.source_b != finding.source_a:
        return quote_lines(view, finding.source_b, finding.quote_b, finding.start_b)
    if finding.two_sided or not finding.places:
        found = quote_lines(view, finding.source_a, finding.quote_a, finding.start_a) if finding.quote_a else []
        return found or [(Bit("Nothing."),)]
    text = view.document(finding.source_a).text
    said: dict[str, list[tuple[int, int]]] = {}
    for start, end in finding.spans:
        said.setdefault(one_line(text[start:end]), []).append((start, end))
    quotes = [_with_places(view, finding.source_a, words, spans) for words, spans in list(said.items())[:shown]]
    more = sum(map(len, list(said.values())[shown:]))
    return [*quotes, (Bit(f"and in {counted(more, 'more place')}", looks=("quiet",)),)] if more else quotes


def _with_places(view: View, source_id: str, words: str, spans: Sequence[tuple[int, int]]) -> Sequence[Bit]:
    """Return words as a link to where they stand first, and links to where they stand again."""
    again = (Bit(f" {number}", href=view.link(source_id, *span)) for number, span in enumerate(spans[1:], start=2))
    return (Bit(words, href=view.link(source_id, *spans[0]), quoted=True), *again)


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
    elif finding.quote_b and finding.two_sided:
        lines += quote_lines(view, finding.source_b, finding.quote_b, finding.start_b)
    elif finding.kind == "evidence":
        lines.append((Bit("The register contradicts it."),))
    elif finding.kind == "warning_gone":
        lines.append((Bit("This version no longer gives it."),))
    elif finding.kind == "lost":
        lines.append((Bit("Nothing follows it."),))
    return [*lines, *cited_lines(view, finding.references, shown=shown)]


def cited_lines(view: View, references: Sequence[str], *, shown: int = SHOWN) -> list[Sequence[Bit]]:
    """Return references in words, each a link where it has an address; those beyond ``shown`` are counted."""
    cited = list(dict.fromkeys(view.citation(reference) for reference in references))  # rows of one document are cited once
    if not cited:
        return []
    more = f"; and {len(cited) - shown} more" if len(cited) > shown else ""
    bits = [bit for words, address in cited[:shown] for bit in (Bit("; "), Bit(words, href=address))][1:]
    return [(*(replace(bit, looks=("quiet",)) for bit in bits), Bit(more, looks=("quiet",)))]
