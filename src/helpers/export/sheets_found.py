"""What was found, as sheets: findings, relations, the evidence beside each claim, the warnings owed."""

from collections.abc import Iterator

from helpers.export.dossier import Dossier
from helpers.export.links import Links
from helpers.export.sheet import Column, Marked, Sheet, sheet_of
from helpers.model import Disclosure, Finding, Relation
from helpers.model.evidence import EvidenceMatch
from helpers.model.palette import LOOKS, SEVERITIES, VERDICTS, Look
from helpers.model.summed import summed
from helpers.model.words import advice_on, capital, plain, problem_words
from helpers.packs.references import Cited
from helpers.packs.register import RegisterRow


def findings(dossier: Dossier) -> Sheet:
    """Return a row a finding, the gravest first, both quotes leading to their places."""
    links = Links(dossier)

    def claim(place: int) -> Column[Finding]:
        title = ("Claim", "Other claim")[place]
        return Column(title, 10, lambda one: links.claim(one.claim_ids[place]) if len(one.claim_ids) > place else None)

    columns = (
        Column[Finding]("No.", 6, lambda one: one.rank),
        Column[Finding]("Severity", 11, lambda one: marked(SEVERITIES[one.severity])),
        Column[Finding]("The problem", 26, lambda one: capital(problem_words(one))),
        Column[Finding]("Source", 26, lambda one: dossier.name(one.source_a)),
        Column[Finding]("It says", 38, lambda one: links.quote(one.source_a, one.quote_a, one.start_a)),
        Column[Finding]("Why", 56, lambda one: dossier.names.put_in(one.reason)),
        Column[Finding]("What to do", 60, advice_on),
        Column[Finding]("What it is about", 26, dossier.subject),
        Column[Finding]("And in other places", 60, lambda one: "\n".join(dossier.other_quotes(one))),
        Column[Finding]("Against it: source", 30, lambda one: dossier.name(one.source_b) if one.two_sided else ""),
        Column[Finding](
            "Against it: words", 38, lambda one: links.quote(one.source_b, one.quote_b, one.start_b) if one.two_sided else ""
        ),
        Column[Finding]("The harm if it stands", 44, lambda one: one.harm),
        Column[Finding]("References", 50, lambda one: dossier.cited(one.references)),
        claim(0),
        claim(1),
        Column[Finding]("All its claims", 24, lambda one: ", ".join(map(dossier.number, one.claim_ids))),
        Column[Finding]("Finding id", 19, lambda one: one.finding_id),
    )
    return sheet_of("Findings", columns, dossier.review.findings)


def relations(dossier: Dossier) -> Sheet:
    """Return a row a comparison, and one a topic for what cannot be compared and for silence."""
    links = Links(dossier)
    columns = (
        Column[Relation]("Topic", 26, lambda one: dossier.title(one.topic)),
        Column[Relation]("Item", 18, lambda one: plain(one.item)),
        Column[Relation]("Treatment", 22, lambda one: plain(one.treatment)),
        Column[Relation]("Relation", 15, lambda one: marked(LOOKS[one.relation])),
        Column[Relation]("Strength", 10, lambda one: one.strength),
        Column[Relation]("Scope", 10, lambda one: one.scope),
        Column[Relation]("Kind", 10, lambda one: one.kind),
        Column[Relation]("Severity", 11, lambda one: marked(SEVERITIES[one.severity])),
        Column[Relation]("Source", 30, lambda one: dossier.name(one.source_a)),
        Column[Relation]("Claim", 9, lambda one: links.claim(one.claim_a)),
        Column[Relation]("Other source", 30, lambda one: dossier.name(one.source_b)),
        Column[Relation]("Other claim", 9, lambda one: links.claim(one.claim_b)),
        Column[Relation]("Why", 90, lambda one: dossier.names.put_in(one.reason)),
    )
    return sheet_of("Relations", columns, summed(dossier.review.relations))


def evidence(dossier: Dossier) -> Sheet:
    """Return what the register says beside each claim."""
    links = Links(dossier)

    columns = (
        Column[EvidenceMatch]("Claim", 9, lambda one: links.claim(one.claim_id)),
        Column[EvidenceMatch]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[EvidenceMatch]("Topic", 24, lambda one: dossier.title(one.topic)),
        Column[EvidenceMatch]("Item", 18, lambda one: plain(one.item)),
        Column[EvidenceMatch]("Quote", 38, lambda one: dossier.claims[one.claim_id].quote),
        Column[EvidenceMatch]("Verdict", 20, lambda one: marked(VERDICTS[one.verdict])),
        Column[EvidenceMatch]("Best level (1 is best)", 10, lambda one: one.best_level),
        Column[EvidenceMatch]("References that apply", 50, lambda one: dossier.cited(one.references)),
        Column[EvidenceMatch]("Why", 60, lambda one: one.reason),
        Column[EvidenceMatch]("Closest, not applicable", 24, lambda one: ", ".join(one.closest)),
        Column[EvidenceMatch]("Caveats", 50, lambda one: one.caveats),
        Column[EvidenceMatch]("Trials beside it", 50, lambda one: one.schedule),
        Column[EvidenceMatch]("Law and advertising", 44, lambda one: one.notices),
    )
    return sheet_of("Evidence", columns, dossier.review.matches)


def disclosures(dossier: Dossier) -> Sheet:
    """Return the warnings that sources owe, given or not."""
    links = Links(dossier)
    columns = (
        Column[Disclosure]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Disclosure]("Warning that is owed", 44, lambda one: one.title),
        Column[Disclosure]("On this page", 12, lambda one: one.state),
        Column[Disclosure]("Text to insert", 60, lambda one: one.insert if one.state != "given" else ""),
        Column[Disclosure]("Severity", 11, lambda one: marked(SEVERITIES[one.severity])),
        Column[Disclosure]("Treatment", 20, lambda one: plain(one.treatment)),
        Column[Disclosure]("Why", 70, lambda one: dossier.names.put_in(one.reason)),
        Column[Disclosure]("The harm without it", 44, lambda one: one.harm),
        Column[Disclosure]("Because of claim", 10, lambda one: links.claim(one.because[0]) if one.because else None),
        Column[Disclosure]("Given by claim", 10, lambda one: links.claim(one.given_by)),
        Column[Disclosure]("References", 50, lambda one: dossier.cited(one.references)),
    )
    return sheet_of("Warnings owed", columns, dossier.review.disclosures)


def register(dossier: Dossier) -> Sheet:
    """Return the entries of the register that the other sheets name."""
    columns = (
        Column[RegisterRow]("Reference", 10, lambda one: one.ref_id),
        Column[RegisterRow]("Citation", 34, lambda one: one.short_citation),
        Column[RegisterRow]("Identifiers", 40, lambda one: one.identifiers_seen),
        Column[RegisterRow]("Title", 60, lambda one: one.full_title),
        Column[RegisterRow]("Design", 30, lambda one: one.design),
        Column[RegisterRow]("Patients", 10, lambda one: one.n),
        Column[RegisterRow]("What was tested", 40, lambda one: one.claim_tested),
        Column[RegisterRow]("What was found", 60, lambda one: one.finding),
        Column[RegisterRow]("Level (1 is best)", 16, lambda one: one.ocebm_2011_level),
        Column[RegisterRow]("Caveats", 50, lambda one: one.quality_caveats),
        Column[RegisterRow]("Seen of it", 18, lambda one: one.confidence),
        Column[RegisterRow]("Address", 50, lambda one: one.public_url),
    )
    named = set(_references(dossier))
    return sheet_of("Register", columns, (entry.row for ref_id, entry in dossier.entries.items() if ref_id in named))


def tables(dossier: Dossier) -> Sheet:
    """Return the warnings, regulatory facts and advertising rules that the other sheets name."""
    columns = (
        Column[Cited]("Reference", 12, lambda one: one.ref_id),
        Column[Cited]("Who", 30, lambda one: one.who),
        Column[Cited]("Title", 60, lambda one: one.title),
        Column[Cited]("Date", 14, lambda one: one.date),
        Column[Cited]("What it says", 70, lambda one: one.statement),
        Column[Cited]("How it was seen", 50, lambda one: one.caveat),
        Column[Cited]("Address", 50, lambda one: one.url),
    )
    named = set(_references(dossier))
    return sheet_of("Warnings and rules", columns, (row for ref_id, row in dossier.tables.items() if ref_id in named))


def marked(look: Look) -> Marked:
    """Return a look's word in its colour."""
    return Marked(look.word, look)


def _references(dossier: Dossier) -> Iterator[str]:
    for match in dossier.review.matches:
        yield from (*match.references, *match.closest)
    for finding in dossier.review.findings:
        yield from finding.references
    for owed in dossier.review.disclosures:
        yield from owed.references
