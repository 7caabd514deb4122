"""Why a claim got its verdict, in sentences that need no table beside them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from helpers.evidence.applies import Near
from helpers.evidence.asked import Asked
from helpers.evidence.statements import Statement
from helpers.evidence.verdict import Judged
from helpers.packs.evidence import Register
from helpers.packs.joining import ANY

_CLOSEST = 2
_LEADS = {
    "supports": "Supported by entries that",
    "contradicts": "Contradicted by entries that",
    "mixed": "Mixed, with entries that",
    "no evidence found": "No evidence that answers it; on record are entries that",
}
_DIFFERENCES = {
    "pooled": "several products under one result",
    "purpose": "limited to another purpose",
    "comparison": "compares two things, which says nothing about either alone",
    "question": "tests another claim",
}


def reason(asked: Asked, judged: Judged, near: Sequence[Near], register: Register) -> str:
    """Return the sentences for a claim on a topic that the register covers."""
    sentences = [
        _lead(asked, judged, register),
        _opinions(asked, judged, register),
        register.joining.topics[asked.topic].remarks.get(asked.level or "", "") if judged.weighed or judged.heard else "",
        _tested(asked, (*judged.weighed, *judged.heard), register),
        _missing(asked, judged, register),
        _closest(asked, near, register),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def asked_for(asked: Asked, register: Register) -> str:
    """Name what a claim asks about: "efficacy (hair loss) with mesotherapy: finasteride, route: injection"."""
    title = register.joining.title
    what = f"{title(asked.topic)} ({title(asked.item)})" if asked.item else title(asked.topic)
    products = " or ".join(title(product) for product in asked.products) or "a product not known"
    return f"{what} with {title(asked.treatment)}: {products}, route: {title(asked.route)}"


def _lead(asked: Asked, judged: Judged, register: Register) -> str:
    """Say the verdict, what was found, and how good it is."""
    heard = judged.weighed or judged.heard
    if not heard:
        return f"No evidence found: no entry on {asked_for(asked, register)}."
    levels = [statement.level for statement in heard if statement.level is not None]
    best = f" Best level of evidence {min(levels)}." if levels else ""
    return f"{_LEADS[judged.verdict]}: {_found(asked, heard, register)}.{best}"


def _found(asked: Asked, heard: Iterable[Statement], register: Register) -> str:
    """Group entries by what they found, each particular finding in the register's words."""
    readings = register.joining.topics[asked.topic].readings
    groups: dict[str, list[str]] = defaultdict(list)
    for statement in heard:
        groups[statement.reading].append(f"{statement.ref_id} ({statement.words})" if statement.words else statement.ref_id)
    return "; ".join(f"{verb}: {', '.join(groups[reading])}" for reading, verb in readings.items() if reading in groups)


def _opinions(asked: Asked, judged: Judged, register: Register) -> str:
    if not judged.weighed or not judged.heard:
        return ""
    return f"Shown and not weighed are entries that {_found(asked, judged.heard, register)}."


def _tested(asked: Asked, heard: Sequence[Statement], register: Register) -> str:
    """Say which product was tested on what, and where the page does not name its own."""
    entries = {statement.ref_id: register.entries[statement.ref_id] for statement in heard if ANY not in statement.products}
    if not entries:
        return ""
    tested = "; ".join(
        f"{ref_id} {mapped.product_words} ({row.condition_outcome})" for ref_id, (row, mapped) in sorted(entries.items())
    )
    unnamed = "" if asked.named or "none" in asked.products else "The page does not name its product. "
    return f"{unnamed}Tested were: {tested}."


def _missing(asked: Asked, judged: Judged, register: Register) -> str:
    """Name the substances of the sentence that no applying entry tested."""
    heard = (*judged.weighed, *judged.heard)
    if not heard or not asked.named or any(ANY in statement.products for statement in heard):
        return ""
    missing = [name for name in asked.products if not any(name in statement.products for statement in heard)]
    return f"No entry on {' or '.join(register.joining.title(name) for name in missing)} alone." if missing else ""


def _closest(asked: Asked, near: Sequence[Near], register: Register) -> str:
    if not near:
        return ""
    groups: dict[str, list[str]] = defaultdict(list)
    for statement, differences in near:
        groups[", ".join(_difference(one, statement, register) for one in differences)].append(statement.ref_id)
    by_first = sorted((sorted(set(refs)), why) for why, refs in groups.items())
    listed = "; ".join(f"{_list(_few(refs))} ({why})" for refs, why in by_first)
    return f"Closest, not applicable: {listed}."


def _few(refs: Sequence[str]) -> list[str]:
    """Return the first entries that differ alike, and how many more there are; the table beside names them all."""
    more = len(refs) - _CLOSEST
    return [*refs[:_CLOSEST], f"{more} more"] if more > 1 else [*refs]


def _difference(difference: str, statement: Statement, register: Register) -> str:
    title = register.joining.title
    if difference == "treatment":
        return f"another treatment: {' or '.join(title(word) for word in statement.treatments)}"
    if difference == "product":
        return f"another product: {' or '.join(title(word) for word in statement.products)}"
    if difference == "route":
        return f"another route: {title(statement.route)}"
    if difference == "indication":
        return f"another indication: {title(statement.item or statement.topic)}"
    return _DIFFERENCES[difference]


def _list(words: Sequence[str]) -> str:
    """Join words as a sentence does."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
