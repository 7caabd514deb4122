"""The first sheet: what stands, what each sheet shows, and what colours and words mean."""

from collections import Counter
from collections.abc import Sequence

from helpers.export.dossier import Dossier
from helpers.export.sheet import Cell, Link, Sheet
from helpers.export.sheets_found import marked
from helpers.model.palette import LOOKS, SEVERITIES, VERDICTS

SUMMARY = "Summary"
CHECK_LAW = (
    "Entries on laws, regulators' notices and advertising codes stand with the date and country of the text that was seen. "
    "Check each against current law before use."
)
NO_SUPPORT = "That several pages say the same is no evidence; silence is never agreement; an absence of evidence is no verdict."
WRITTEN_OUT = "A character that an office file cannot hold is written out as its code, such as \\x07."


def summary(dossier: Dossier, sheets: Sequence[Sheet]) -> Sheet:
    """Return the first sheet.

    Parameters
    ----------
    sheets : sequence of Sheet
        The others, in order; of one without rows only its title is told.
    """
    rows: list[tuple[Cell, ...]] = [*_facts(dossier), ("", "")]
    rows += [(Link(sheet.title, sheet.title, ""), counted(len(sheet.rows))) for sheet in sheets if sheet.rows]
    if nothing := [sheet.title for sheet in sheets if not sheet.rows]:
        rows += [("Nothing to show of", ", ".join(nothing))]
    rows += [("", "")]
    rows += [(marked(look), look.meaning) for looks in (LOOKS, VERDICTS) for look in looks.values()]
    rows += [("", ""), ("Keep in mind", CHECK_LAW), ("", NO_SUPPORT), ("", WRITTEN_OUT)]
    return Sheet(SUMMARY, (("What", 34), ("How much, or what it means", 100)), rows, ())


def _facts(dossier: Dossier) -> list[tuple[Cell, ...]]:
    review = dossier.review
    settled = sum(dossier.judgement(claim.claim_id).ruling is not None for claim in review.told)
    severities: Counter[str] = Counter(finding.severity for finding in review.findings)
    pages = dossier.publishing.readiness
    ready_now = sum(page.action == "publish" for page in pages)
    facts: list[tuple[str, str | int]] = [
        ("Pages that can be published", f"{ready_now} of {len(pages)}"),
        *((dossier.name(page.source_id), f"{page.action}: {dossier.names.put_in(page.reason)}") for page in pages),
        ("Read with the pack", review.pack),
        ("What is good on", dossier.as_of),
        ("For the market", dossier.publishing.market),
        ("Reviewers who must agree", dossier.publishing.needed),
        ("Sources", len(review.sources)),
        ("Claims that the pages make themselves", len(review.told)),
        ("Claims decided", settled),
        *((f"Findings of {name} severity", severities[name]) for name in SEVERITIES),
        ("Passages lost, or unread and not reviewed", sum(len(page.lost) + page.unread for page in dossier.publishing.readiness)),
    ]
    told = [("Before you rely on it", line) for line in dossier.notices]
    return [*((what, str(much)) for what, much in facts), *told]


def counted(rows: int) -> str:
    """Return how many rows a sheet has."""
    return "1 row" if rows == 1 else f"{rows} rows"
