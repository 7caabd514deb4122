"""What a heading offers under the name of what it is for: "Acne scar treatment" names a treatment that no list has."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpers.extract.folding import Prepared
from helpers.extract.mentions import Lexicon, Mention, Mentions
from helpers.extract.names import Subject
from helpers.packs.lexicon import LexiconClass

NEED, OFFER, WHOLE, MANNER, JOINER, HEAD = "need", "offer", "whole", "offer_manner", "need_joiner", "head"
_FEW, _PLAIN = 4, "treatment"


class Offer(NamedTuple):
    """What a heading offers, the half-open range of its characters that say so, and whether no word of offer is among them."""

    subject: Subject
    start: int
    end: int
    bare: bool = False


class Offers:
    """Reads pages for what their headings offer; compiled once for a pack.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
        What people come for, the words of offer, and what says how.
    """

    def __init__(self, classes: Mapping[str, LexiconClass]) -> None:
        self._lexicon = Lexicon({name: classes[name] for name in (NEED, OFFER, WHOLE, MANNER, JOINER, HEAD) if name in classes})

    def on(self, page: Prepared) -> "PageOffers":
        """Return what reads the headings of a page."""
        return PageOffers(page.words, Mentions(self._lexicon.mentions(page)))


class PageOffers:
    """Reads the headings of one page for what they offer.

    Parameters
    ----------
    words : sequence of int
        Where each word of the page starts.
    mentions : Mentions
        Its words of offer.
    """

    def __init__(self, words: Sequence[int], mentions: Mentions) -> None:
        self._words, self._mentions = words, mentions

    def of(self, start: int, end: int, *, title: bool = False) -> Offer | None:
        """Return what the heading between two offsets offers, or None.

        Parameters
        ----------
        start, end : int
        title : bool
            It is a page's title, which offers the treatment of what it names even without a word of offer ("Acne scars").
        """
        mentions = self._mentions.within(start, end)
        for index, mention in enumerate(mentions):
            if WHOLE in mention.sense.values:
                return Offer(Subject(mention.sense.values[WHOLE]), mention.start, mention.end)
            if OFFER in mention.sense.values and (needs := _needs_before(mentions, index)):
                how = [one for one in mentions if MANNER in one.sense.values and one.last == needs[0].first]
                names = [one.sense.values[NEED] for one in needs]
                names = [*(one.sense.values[MANNER] for one in how), *names, mention.sense.values[OFFER]]
                return Offer(Subject("_".join(dict.fromkeys(names))), (how or needs)[0].start, mention.end)
        needs = [one for one in mentions if NEED in one.sense.values]
        if title and needs and bisect_left(self._words, end) - bisect_left(self._words, start) <= _FEW:
            first = _joined(mentions, mentions.index(needs[0]))
            wanted = dict.fromkeys(one.sense.values[NEED] for one in first)
            return Offer(Subject("_".join([*wanted, _PLAIN])), first[0].start, first[-1].end, bare=True)
        last = mentions[-1] if title and mentions else None
        if last and HEAD in last.sense.values and last.last == bisect_left(self._words, end):
            return Offer(Subject(last.sense.values[HEAD]), last.start, last.end)
        return None


def _joined(mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Return a need and those joined to it behind ("lips and eyes")."""
    found = [mentions[index]]
    joined = False
    for one in mentions[index + 1 :]:
        if NEED in one.sense.values and joined and one.first - found[-1].last <= 1:
            found.append(one)
        joined = JOINER in one.sense.values
    return found


def _needs_before(mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Return the needs that stand right before a word of offer, and those joined to them ("acne and scar treatment")."""
    found: list[Mention] = []
    edge = mentions[index].first
    for one in reversed(mentions[:index]):
        if one.last != edge and not (JOINER in one.sense.values and one.last >= edge):
            continue
        if NEED in one.sense.values:
            found.insert(0, one)
            edge = one.first
        elif JOINER in one.sense.values and found:
            edge = one.first
    return found
