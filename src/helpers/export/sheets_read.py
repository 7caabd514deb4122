"""What was read, as sheets: the sources, every sentence and what became of it, the claims."""

from collections import Counter, defaultdict

from helpers.export.dossier import Dossier
from helpers.export.links import CLAIMS, TEXTS, Links, sentence_key
from helpers.export.sheet import Cell, Column, Marked, Sheet, sheet_of
from helpers.model import Claim, Gap
from helpers.model.ledger import LedgerRow
from helpers.model.notices import reach_in_words
from helpers.model.palette import VERDICTS
from helpers.model.source import Source
from helpers.model.words import figures_of, plain

ZONES = {"body": "text", "chrome": "furniture"}


def sources(dossier: Dossier) -> Sheet:
    """Return a row a source: what is known of it, how far its review is, how much was found."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in dossier.review.claims:
        if claim.zone == "body":
            told[claim.source_id].append(claim)
    found = {source_id: Counter(finding.severity for finding in findings) for source_id, findings in dossier.findings_on.items()}

    def decided(source: Source) -> int:
        return sum(dossier.judgement(claim.claim_id).ruling is not None for claim in told[source.source_id])

    columns = (
        Column[Source]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Source]("Title", 44, lambda one: one.title),
        Column[Source]("Publisher", 22, lambda one: one.publisher or "not shown"),
        Column[Source]("Date", 12, lambda one: one.date.isoformat() if one.date else "not shown"),
        Column[Source]("What it sells", 40, lambda one: one.sells),
        Column[Source]("Could it be read?", 30, lambda one: reach_in_words(dossier.review.reaches[one.source_id])),
        Column[Source]("Claims", 9, lambda one: len(told[one.source_id])),
        Column[Source]("Decided", 9, decided),
        Column[Source]("High findings", 10, lambda one: found.get(one.source_id, Counter())["high"]),
        Column[Source]("Medium findings", 10, lambda one: found.get(one.source_id, Counter())["medium"]),
        Column[Source]("Low findings", 10, lambda one: found.get(one.source_id, Counter())["low"]),
        Column[Source]("File", 28, lambda one: one.name),
        Column[Source]("SHA-256 of the file", 24, lambda one: one.sha256),
    )
    return sheet_of("Sources", columns, dossier.review.sources)


def claims(dossier: Dossier) -> Sheet:
    """Return a row a claim, each quote leading to its sentence."""
    links = Links(dossier)
    verdicts = {match.claim_id: VERDICTS[match.verdict] for match in dossier.review.matches}

    def evidence(claim: Claim) -> Cell:
        look = verdicts.get(claim.claim_id)
        return Marked(look.word, look) if look else None

    columns = (
        Column[Claim]("Claim", 9, lambda one: dossier.names.claims[one.claim_id]),
        Column[Claim]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Claim]("Topic", 24, lambda one: dossier.title(one.topic)),
        Column[Claim]("Quote", 50, lambda one: links.quote(one.source_id, one.quote, one.start)),
        Column[Claim]("Treatment", 18, lambda one: plain(one.treatment)),
        Column[Claim]("Item", 18, lambda one: plain(one.item)),
        Column[Claim]("Level", 14, lambda one: plain(one.level)),
        Column[Claim]("Figures", 18, figures_of),
        Column[Claim]("Certainty", 11, lambda one: one.certainty),
        Column[Claim]("Verdict", 20, lambda one: dossier.standing(one.claim_id)),
        Column[Claim]("Evidence", 20, evidence),
        Column[Claim]("Stands in", 11, lambda one: ZONES[one.zone]),
        Column[Claim]("Place in the file", 24, lambda one: dossier.where(one.source_id, one.start)),
        Column[Claim]("Start", 8, lambda one: one.start),
        Column[Claim]("End", 8, lambda one: one.end),
        Column[Claim]("Rule", 30, lambda one: one.rule),
        Column[Claim]("Claim id", 19, lambda one: one.claim_id),
    )
    return sheet_of(CLAIMS, (*columns, *_who_read(dossier)), dossier.review.claims, key=lambda one: one.claim_id)


def _who_read(dossier: Dossier) -> tuple[Column[Claim], ...]:
    """Return the columns that stand where a second reader took part."""
    if not dossier.review.seconds:
        return ()
    names = dossier.names.claims
    return (
        Column[Claim]("Read by", 10, lambda one: one.reader),
        Column[Claim]("Which model", 30, lambda one: one.read_by),
        Column[Claim]("The other reader differs", 14, lambda one: names[one.differs_from] if one.differs_from else None),
    )


def texts(dossier: Dossier) -> Sheet:
    """Return every sentence of every source and what became of it: the ledger with its words."""
    links = Links(dossier)
    columns = (
        Column[LedgerRow]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[LedgerRow]("Sentence", 100, lambda one: dossier.sentence(one)),
        Column[LedgerRow]("What became of it", 14, lambda one: "furniture" if one.status == "chrome" else one.status),
        Column[LedgerRow]("Why", 50, lambda one: one.reason),
        Column[LedgerRow]("First claim", 10, lambda one: links.claim(one.claim_ids[0]) if one.claim_ids else None),
        Column[LedgerRow]("All its claims", 24, lambda one: ", ".join(map(dossier.number, one.claim_ids))),
        Column[LedgerRow]("Place in the file", 24, lambda one: dossier.where(one.source_id, one.start)),
        Column[LedgerRow]("Start", 8, lambda one: one.start),
        Column[LedgerRow]("End", 8, lambda one: one.end),
    )
    return sheet_of(TEXTS, columns, dossier.review.ledger, key=lambda one: sentence_key(one.source_id, one.start))


def unread(dossier: Dossier) -> Sheet:
    """Return the sentences that hold a sign of a claim and that no rule took."""
    links = Links(dossier)
    columns = (
        Column[LedgerRow]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[LedgerRow]("Sentence", 100, lambda one: links.quote(one.source_id, dossier.sentence(one), one.start)),
        Column[LedgerRow]("What no rule took", 50, lambda one: one.reason),
        Column[LedgerRow]("Place in the file", 24, lambda one: dossier.where(one.source_id, one.start)),
    )
    return sheet_of("Unread sentences", columns, (row for row in dossier.review.ledger if row.status == "unread"))


def gaps(dossier: Dossier) -> Sheet:
    """Return the lead-ins whose lists were lost."""
    links = Links(dossier)
    columns = (
        Column[Gap]("Source", 30, lambda one: dossier.name(one.source_id)),
        Column[Gap]("Words that a list should follow", 80, lambda one: links.quote(one.source_id, one.quote, one.start)),
        Column[Gap]("Topic of the lost list", 34, lambda one: dossier.title(one.topic) if one.topic else "not said"),
    )
    return sheet_of("Lost lists", columns, dossier.review.gaps)
