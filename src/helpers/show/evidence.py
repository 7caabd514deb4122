"""What is known beside what is claimed: verdicts of the evidence register, strength of wording, notices."""

import re
from collections import Counter

from helpers.model.evidence import EvidenceMatch
from helpers.show.findings import quote_lines
from helpers.show.grid import Square, grid_figure
from helpers.show.looks import VERDICTS
from helpers.show.parts import Bit, Cell, Fragment, Picture, Row, Table, cell, note
from helpers.show.view import View
from helpers.show.words import capital, counted, listed, plain, said

WORD = re.compile(r"\w+")
LEVELS = (1, 2, 3, 4, 5, None)
FILLS = ("#ffffff", "#fbe3b5", "#f2c063", "#e69f00")


def verdict_counts(view: View) -> Table:
    """Return how many claims of each source the register supports, contradicts, or cannot answer."""
    counts: Counter[tuple[str, str]] = Counter((match.source_id, match.verdict) for match in view.review.matches)
    rows: list[Row] = [
        (view.names[one.source_id], *(counts[one.source_id, verdict] for verdict in VERDICTS)) for one in view.sources
    ]
    columns = ("Source", *(f"{look.sign} {look.word}" for look in VERDICTS.values()))
    return Table("Claims beside the evidence register", columns, rows)


def contradicted(view: View) -> Table:
    """Return the claims that the register contradicts."""
    return _matches(view, "contradicts", "Claims that the register contradicts", "The register contradicts no claim.")


def mixed(view: View) -> Table:
    """Return the claims on which the register disagrees with itself."""
    return _matches(view, "mixed", "Claims on which the register's entries disagree", "On no claim do the entries disagree.")


def supported(view: View) -> Table:
    """Return the claims that the register supports, with the caveats of its entries."""
    return _matches(view, "supports", "Claims that entries of the register support", "The register supports no claim.")


def _matches(view: View, verdict: str, caption: str, empty: str) -> Table:
    rows = [_row(view, match) for match in view.review.matches if match.verdict == verdict]
    columns = ("Claim", "What is claimed", "In its words", "What the register says", "Best level", "Entries")
    return Table(f"{caption} ({len(rows)})", columns, rows, empty=empty)


def _row(view: View, match: EvidenceMatch) -> Row:
    claim = view.claims[match.claim_id]
    return (
        view.numbers[match.claim_id],
        cell(Bit(view.title(match.topic), looks=("title",)), said(claim)),
        cell(*quote_lines(view, claim.source_id, claim.quote, claim.start)),
        cell(
            view.with_names(match.reason),
            *((Bit(f"But: {view.with_names(match.caveats)}", looks=("quiet",)),) if match.caveats else ()),
        ),
        str(match.best_level or "not graded"),
        references(view, match.references),
    )


def references(view: View, ids: tuple[str, ...]) -> Cell:
    """Return references of the register, each with a link where it has a public address."""
    return cell(*((Bit(words, href=address),) for words, address in map(view.citation, ids)))


def closest(view: View) -> Table:
    """Return what the register cannot answer although something comes close, once for each subject."""
    seen: dict[tuple[str, str, str], EvidenceMatch] = {}
    for match in view.review.matches:
        if match.verdict == "no evidence found":
            seen.setdefault((match.topic, match.item or "", match.treatment), match)
    rows = [
        (
            cell(Bit(view.title(match.topic), looks=("title",)), plain(match.item)),
            plain(match.treatment),
            cell(*(view.with_names(words) for words in (match.reason, match.schedule) if words)),
            references(view, match.closest) if match.closest else "none",
        )
        for match in seen.values()
    ]
    columns = ("Topic", "Treatment", "What the register has", "Closest, not applicable")
    return Table("What the register cannot answer", columns, rows, empty="The register answers every claim.")


def notices(view: View) -> Table:
    """Return the laws and codes that bear on publishing the claims, and on how many claims each of them bears."""
    entries = view.register.entries if view.register else {}
    found = Counter(one for match in view.review.matches for one in dict.fromkeys(WORD.findall(match.notices)) if one in entries)
    rows: list[Row] = [
        (
            references(view, (one,)),
            entries[one].mapped.country or "not stated",
            entries[one].mapped.date or "undated",
            entries[one].row.finding,
            count,
        )
        for one, count in sorted(found.items())
    ]
    columns = ("Entry", "Country", "Date", "What it says", "Claims")
    return Table("Laws and codes: each must be checked against current law", columns, rows, empty="No law or code was matched.")


def wording_picture(view: View) -> Picture | Fragment:
    """Draw how strongly claims are worded against the best level of evidence that applies to them; say where none can be."""
    counts = Counter((row.strength, row.best_level) for row in view.review.wording)
    if not counts:
        return note(f"{_title(view, counts)}.")
    words = {row.strength: row.strength_words for row in view.review.wording}
    strengths = sorted(words, reverse=True)
    most = max(counts.values(), default=1)
    squares = [[_square(counts[strength, level], most) for level in LEVELS] for strength in strengths]
    columns = [f"level {level}" if level else "no applicable evidence" for level in LEVELS]
    title = _title(view, counts)
    rows = [capital(words[strength]) for strength in strengths]
    levels = {
        strength: [f"{counts[strength, level]} at {_named(level)}" for level in LEVELS if counts[strength, level]]
        for strength in strengths
    }
    alt = [f"{capital(words[strength])}: {listed(levels[strength])}" for strength in strengths]
    return Picture(
        title,
        f"Claims by strength of wording and best level of evidence (1 is the best). {'. '.join(alt)}.",
        grid_figure(title, rows, columns, squares),
    )


def _named(level: int | None) -> str:
    return f"level {level}" if level else "no applicable evidence"


def _square(count: int, most: int) -> Square:
    depth = 0 if not count else 1 + round(2 * (count - 1) / max(most - 1, 1))
    return Square(str(count) if count else "–", FILLS[depth], counted(count, "claim"))


def _title(view: View, counts: Counter[tuple[int, int | None]]) -> str:
    total = sum(counts.values())
    if not total:
        return "No claim's wording can be set beside evidence"
    strongest = max(strength for strength, _ in counts)
    bold = sum(count for (strength, _), count in counts.items() if strength == strongest)
    good = sum(count for (strength, level), count in counts.items() if strength == strongest and level in (1, 2))
    bare = sum(count for (_, level), count in counts.items() if level is None)
    return (
        f"{good} of {counted(bold, 'claim')} in the strongest words {'rests' if good == 1 else 'rest'} on level 1 or 2; "
        f"{bare} of {total} have no applicable evidence"
    )


def wording_table(view: View) -> Table:
    """Return the claims by strength of wording, the strongest first."""
    ordered = sorted(view.review.wording, key=lambda row: (-row.strength, row.best_level or 9))
    rows = [
        (
            view.numbers[row.claim_id],
            capital(row.strength_words),
            cell(*quote_lines(view, row.source_id, view.claims[row.claim_id].quote, view.claims[row.claim_id].start)),
            said(view.claims[row.claim_id]),
            cell(f"{VERDICTS[row.verdict].sign} {VERDICTS[row.verdict].word}"),
            str(row.best_level or "none"),
        )
        for row in ordered
    ]
    columns = ("Claim", "Wording", "In its words", "What is claimed", "The register", "Best level")
    return Table("Strength of wording and level of evidence, claim by claim", columns, rows, empty="No wording has a strength.")
