"""Which part of a page a sentence stands in, where the page takes several treatments in turn."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from helpers.extract.mentions import Mention
from helpers.extract.treatments import ASIDE, COMPANION, Page, meant, named
from helpers.extract.unit import TOPIC
from helpers.model import Sentence

_LONGEST, _LIST, _CHAPTER = 8, 3, 8


class _Opening(NamedTuple):
    """The number of a sentence that opens a part, and its treatment; None where the page speaks in general again."""

    number: int
    treatment: str | None


def parts(sentences: Sequence[Sentence], within: Callable[[int, int], tuple[Mention, ...]], page: Page) -> list[str | None]:
    """Return the treatment of the part that each sentence stands in, or None where the page has no such parts.

    A part is opened by a heading, or a short line of its own, that names one treatment and little else, and lasts until the
    next; headings on topics inside the last part belong to it only where the earlier parts are chapters: long, or with such
    headings too.

    Parameters
    ----------
    sentences : sequence of Sentence
    within : callable
        Gives what stands between two offsets.
    page : Page
    """
    openings = _without_lists(list(_openings(sentences, within, page)))
    found: list[str | None] = [None] * len(sentences)
    if len({one.treatment for one in openings} - {None, *page.treatments[:1]}) == 0:
        return found
    topics = [
        number
        for number, one in enumerate(sentences)
        if one.kind in {"heading", "question"} and any(TOPIC in mention.sense.values for mention in within(one.start, one.end))
    ]
    last = openings[-1].number
    long = last - openings[0].number >= _CHAPTER * (len(openings) - 1)
    nested = long or any(openings[0].number < number < last for number in topics)
    stop = len(sentences) if nested else next((number for number in topics if number > last), len(sentences))
    for one, after in zip(openings, [*(other.number for other in openings[1:]), stop], strict=True):
        found[one.number : after] = [one.treatment] * (after - one.number)
    return found


def _openings(sentences: Sequence[Sentence], within: Callable[[int, int], tuple[Mention, ...]], page: Page) -> Iterator[_Opening]:
    title = page.title[0].start if page.title else -1
    main = page.treatments[:1]
    for number, one in enumerate(sentences):
        if one.zone != "body" or one.kind not in {"heading", "question", "fragment", "item"} or one.start <= title:
            continue
        mentions = within(one.start, one.end)
        treatments = {meant(mention, main) for mention in mentions if named(mention)}
        if len(treatments) != 1:
            continue
        (treatment,) = treatments
        if one.kind == "question" or (one.kind == "heading" and treatment in main):
            if treatment in main:
                yield _Opening(number, treatment)
        elif _names_only(one, mentions):
            yield _Opening(number, treatment)


def _names_only(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Say whether a line is a treatment's name, and perhaps a word or two on it."""
    first = next(mention for mention in mentions if named(mention))
    if sentence.label is not None or any({ASIDE, COMPANION, TOPIC} & mention.sense.values.keys() for mention in mentions):
        return False
    length, name = sentence.end - sentence.start, sum(mention.end - mention.start for mention in mentions if named(mention))
    if sentence.kind == "heading":
        return length <= _LONGEST * name and mentions[-1].last - mentions[0].first <= _LONGEST
    return 2 * name >= length and (sentence.kind == "fragment" or first.start - sentence.start > 2)


def _without_lists(openings: list[_Opening]) -> list[_Opening]:
    """Leave out names that follow each other line by line: a menu, or a list of what else there is."""
    kept: list[_Opening] = []
    run: list[_Opening] = []
    for one in openings:
        if run and one.number != run[-1].number + 1:
            kept += run if len(run) < _LIST else []
            run = []
        run.append(one)
    return kept + (run if len(run) < _LIST else [])
