"""What each page says on an ordered scale, item by item: the strongest word it uses."""

from collections import defaultdict

from helpers.model import Claim
from helpers.packs.topics import Topic
from helpers.show.grid import Square, grid_figure
from helpers.show.looks import LOOKS, step_fill, step_sign
from helpers.show.parts import Album, Bit, Cell, Fragment, Picture, Row, Table, cell, note
from helpers.show.view import View
from helpers.show.words import capital, counted, listed, one_line, plain

Held = dict[str, dict[str, list[Claim]]]


def level_pictures(view: View) -> Album:
    """Draw every topic whose claims speak for or against something."""
    topics = [topic for topic, about in view.topics.items() if about.comparison == "polarity"]
    return Album(tuple(level_picture(view, topic) for topic in topics))


def level_picture(view: View, topic: str) -> Picture | Fragment:
    """Draw the strongest word of each page for each item of a topic; where no page makes a claim, say so."""
    about, held = view.topics[topic], claims_by_item(view, topic)
    if not held:
        return note(f"{_title(view, topic, held)}{view.where_read}.")
    rows = [plain(item) for item in held]
    columns = [view.names[source.source_id] for source in view.sources]
    squares = [[_square(view, source.source_id, by_source, about) for source in view.sources] for by_source in held.values()]
    title = _title(view, topic, held)
    return Picture(title, _alt(view, about, held), grid_figure(title, rows, columns, squares), level_table(view, topic))


def claims_by_item(view: View, topic: str) -> Held:
    """Return item -> source -> claims with a level on the topic's scale; the items that most pages name come first."""
    held: defaultdict[str, defaultdict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in view.told:
        if claim.topic == topic and claim.level in view.topics[topic].scale:
            held[claim.item or ""][claim.source_id].append(claim)
    return {item: dict(held[item]) for item in sorted(held, key=lambda item: (-len(held[item]), item))}


def level_table(view: View, topic: str) -> Table:
    """Return the same as a table, each strongest word a link to its place."""
    about = view.topics[topic]
    rows: list[Row] = [
        (plain(item), *(_cell(view, source.source_id, by_source, about) for source in view.sources))
        for item, by_source in claims_by_item(view, topic).items()
    ]
    columns = (capital(about.items or "item"), *(view.names[source.source_id] for source in view.sources))
    return Table(f"{about.title}: the strongest word of each page", columns, rows, empty=f"{about.title}: no page makes a claim.")


def _strongest(claims: list[Claim], about: Topic) -> Claim:
    """Return the claim highest on the scale; among equals, one without doubt, then the first."""
    return min(claims, key=lambda claim: (-about.scale.index(claim.level or ""), claim.certainty != "asserted", claim.start))


def _words(claim: Claim) -> str:
    return plain(claim.level) + (", hedged" if claim.certainty == "hedged" else "")


def _square(view: View, source_id: str, by_source: dict[str, list[Claim]], about: Topic) -> Square:
    claims = by_source.get(source_id, [])
    if not claims:
        return Square(view.not_stated(source_id), LOOKS[view.silence(source_id)].fill)
    top = _strongest(claims, about)
    place, length = about.scale.index(top.level or ""), len(about.scale)
    text = f"{step_sign(place, length)} {_words(top)}"
    return Square(text, step_fill(place, length), f"{text}, said {counted(len(claims), 'time')}")


def _cell(view: View, source_id: str, by_source: dict[str, list[Claim]], about: Topic) -> Cell:
    claims = by_source.get(source_id, [])
    if not claims:
        return cell(Bit(view.not_stated(source_id), looks=("quiet",)))
    top = _strongest(claims, about)
    sign = step_sign(about.scale.index(top.level or ""), len(about.scale))
    return cell(
        f"{sign} {_words(top)}",
        Bit(one_line(top.quote), href=view.link(top.source_id, top.start, top.end), looks=("quiet",), quoted=True),
    )


def _title(view: View, topic: str, held: Held) -> str:
    """Say how many items are named, how many by one page alone, and whether any page denies one."""
    about = view.topics[topic]
    if not held:
        return f"{about.title}: no page makes a claim"
    alone = sum(len(by_source) == 1 for by_source in held.values())
    lowest = about.scale[0]
    denying = {
        source
        for by_source in held.values()
        for source, claims in by_source.items()
        if any(one.level == lowest for one in claims)
    }
    said = f"{counted(len(denying), 'page')} {'says' if len(denying) == 1 else 'say'}" if denying else "no page says"
    single = f", {alone} by one page alone" if alone else ", each by more than one page"
    if len(view.sources) == 1:
        single = ""
    return f"{about.title}: {counted(len(held), 'item')} named{single}; {said} “{plain(lowest)}” of any"


def _alt(view: View, about: Topic, held: Held) -> str:
    said = []
    for item, by_source in held.items():
        pages = [f"{_words(_strongest(claims, about))} in {view.names[source]}" for source, claims in by_source.items()]
        said.append(f"{capital(plain(item)) or 'In general'}: {listed(pages)}")
    return ". ".join(said) + "."
