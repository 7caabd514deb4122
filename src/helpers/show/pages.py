"""Each source by itself: what it says, where it stands alone, and what it leaves out."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping

from helpers.model import Claim, Disclosure
from helpers.model.notices import notice_of
from helpers.model.source import Source
from helpers.show.parts import Album, Part, Table
from helpers.show.standings import standings
from helpers.show.view import View
from helpers.show.words import counted, said

STATES = {"missing": "left out", "unknown": "unknown: a list that may hold it was lost", "given": "given"}


def source_pages(view: View) -> Album:
    """Return for each source what it says topic by topic, and the warnings that it owes."""
    held = standings(view)
    claims: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in view.told:
        claims[claim.source_id, claim.topic].append(claim)
    owed: defaultdict[str, list[Disclosure]] = defaultdict(list)
    for one in view.review.disclosures:
        owed[one.source_id].append(one)
    parts: list[Part] = []
    for source in view.sources:
        spoken = {topic: claims[source.source_id, topic] for topic in held if (source.source_id, topic) in claims}
        alone = {topic for topic in spoken if held[topic][source.source_id].shown == "alone"}
        parts += [_says(view, source, spoken, alone), _owes(view, source, owed[source.source_id])]
    return Album(tuple(parts))


def _says(view: View, source: Source, spoken: Mapping[str, list[Claim]], alone: Container[str]) -> Table:
    columns = ("Topic", "What it says", "Alone") if len(view.sources) > 1 else ("Topic", "What it says")
    said = [(view.title(topic), _values(claims), "only this page" if topic in alone else "") for topic, claims in spoken.items()]
    rows = [row[: len(columns)] for row in said]
    reach, name = view.review.reaches[source.source_id], view.names[source.source_id]
    nothing = f"{name}: {notice_of(reach) or 'It makes no claim that a rule reads.'}"
    return Table(f"{name}: what it says", columns, rows, empty=nothing)


def _values(claims: list[Claim]) -> str:
    values = Counter(said(claim) or "stated" for claim in claims)
    return "; ".join(f"{value} ({counted(count, 'time')})" if count > 1 else value for value, count in values.items())


def _owes(view: View, source: Source, owed: list[Disclosure]) -> Table:
    giving = Counter(one.disclosure for one in view.review.disclosures if one.state == "given")
    rows = [(one.title, STATES[one.state], counted(giving[one.disclosure], "page"), view.with_names(one.reason)) for one in owed]
    name = view.names[source.source_id]
    nothing = "it owes no warning" if view.could_be_read(source.source_id) else "which warnings it owes is not known"
    caption = f"{name}: the warnings that it owes"
    return Table(caption, ("Warning", "On this page", "Given by", "Why it is owed"), rows, empty=f"{name}: {nothing}.")
