"""A library laid out so that a draft finds what speaks about it without reading all of it: in memory, or in a file."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from helpers.model.claim import Claim
from helpers.model.judgement import statement_of
from helpers.publish.case import Case
from helpers.publish.library import Library
from helpers.publish.words import opening, same_words

UNNAMED = "unspecified"  # the treatment of a claim that names none
ROW, REFUSAL, STATEMENT, UNTREATED, WORDS, APPROVED = "row", "refusal", "statement", "untreated", "words", "approved"
SENTENCE = "sentence"  # beside rows and refusals among the words: a sentence of which every claim may stand


class Entry(NamedTuple):
    """What stands in a drawer under a key; the value is what JSON can hold."""

    drawer: str
    key: str
    value: Any


Look = Callable[[str, Iterable[str]], Mapping[str, Any]]


def entries(case: Case, library: Library, approved: Iterable[Claim]) -> Iterator[Entry]:
    """Lay out a library.

    Parameters
    ----------
    case : Case
    library : Library
        Made from ``case``.
    approved : iterable of Claim
        What a draft must not conflict with.
    """
    statements: defaultdict[str, dict[str, Any]] = defaultdict(lambda: {"rows": [], "refusals": [], "out_of_scope": False})
    words: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, row in enumerate(library.rows):
        yield Entry(ROW, str(number), asdict(row))
        words[opening(row.wording)].append((ROW, str(number)))
        if row.as_it_stands:
            statements[row.statement_id]["rows"].append(str(number))
    told: set[tuple[object, ...]] = set()
    for number, refusal in enumerate(library.refusals):
        why = (refusal.verdict, refusal.reason, refusal.wording, refusal.refused_by, refusal.expired)
        in_full, in_short = (same_words(refusal.sentence), *why), (refusal.statement_id, same_words(refusal.quote), *why)
        if not told.issuperset((in_full, in_short)):  # the same on another page says nothing more
            yield Entry(REFUSAL, str(number), asdict(refusal))
        if in_full not in told:
            words[opening(refusal.sentence)].append((REFUSAL, str(number)))
        if in_short not in told:
            statements[refusal.statement_id]["refusals"].append(str(number))
        told.update((in_full, in_short))
    for sentence in library.sentences:
        words[opening(sentence)].append((SENTENCE, sentence))
    for one in library.out_of_scope:
        statements[one]["out_of_scope"] = True
    yield from (Entry(STATEMENT, key, value) for key, value in statements.items())
    yield from (Entry(WORDS, key, value) for key, value in words.items() if key)
    yield from _untreated(case, statements.keys())
    yield from _approved(approved)


def _untreated(case: Case, known: Iterable[str]) -> Iterator[Entry]:
    """Yield what is said of any treatment under what the same would be without naming one."""
    decided = frozenset(known)
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for claim in case.worded:
        if case.statements[claim.claim_id] in decided:
            found[without_treatment(claim)][case.statements[claim.claim_id]] = None
    yield from (Entry(UNTREATED, key, list(value)) for key, value in found.items())


def _approved(claims: Iterable[Claim]) -> Iterator[Entry]:
    """Yield approved claims by treatment, of those that say the same in the same situation one."""
    found: defaultdict[str, dict[tuple[object, ...], Claim]] = defaultdict(dict)
    for claim in claims:
        situation = (claim.phase, claim.area, claim.group, claim.product, claim.condition)
        found[claim.treatment].setdefault((statement_of(claim), claim.certainty, *situation), claim)
    yield from (Entry(APPROVED, key, [asdict(claim) for claim in value.values()]) for key, value in found.items())


def without_treatment(claim: Claim) -> str:
    """Return the statement that a claim would make if it named no treatment."""
    return statement_of(replace(claim, treatment=UNNAMED))


def in_memory(laid_out: Iterable[Entry]) -> Look:
    """Return what looks a library up that is not kept in a file."""
    drawers: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for entry in laid_out:
        drawers[entry.drawer][entry.key] = entry.value
    return lambda drawer, keys: {key: drawers[drawer][key] for key in keys if key in drawers[drawer]}
