"""What a heading offers under the name of what it is for: "Acne scar treatment" names a treatment that no list has."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpers.extract.folding import prepare
from helpers.extract.mentions import Lexicon, Mention
from helpers.extract.names import Subject
from helpers.packs.lexicon import LexiconClass

NEED, OFFER, WHOLE, MANNER, JOINER = "need", "offer", "whole", "offer_manner", "need_joiner"
_FEW, _PLAIN = 4, "treatment"


class Offer(NamedTuple):
    """What a heading offers, and the half-open range of its characters that say so."""

    subject: Subject
    start: int
    end: int


class Offers:
    """Reads headings for what they offer.

    Parameters
    ----------
    classes : mapping of str to LexiconClass
        What people come for, the words of offer, and what says how.
    """

    def __init__(self, classes: Mapping[str, LexiconClass]) -> None:
        self._lexicon = Lexicon({name: classes[name] for name in (NEED, OFFER, WHOLE, MANNER, JOINER) if name in classes})

    def of(self, heading: str, *, title: bool = False) -> Offer | None:
        """Return what a heading offers, or None.

        Parameters
        ----------
        heading : str
        title : bool
            It is a page's title, which offers the treatment of what it names even without a word of offer ("Acne scars").
        """
        prepared = prepare(heading)
        mentions = self._lexicon.mentions(prepared)
        for index, mention in enumerate(mentions):
            if WHOLE in mention.sense.values:
                return Offer(Subject(mention.sense.values[WHOLE]), mention.start, mention.end)
            if OFFER in mention.sense.values and (needs := _needs_before(mentions, index)):
                how = [one for one in mentions if MANNER in one.sense.values and one.last == needs[0].first]
                names = [one.sense.values[NEED] for one in needs]
                names = [*(one.sense.values[MANNER] for one in how), *names, mention.sense.values[OFFER]]
                return Offer(Subject("_".join(dict.fromkeys(names))), (how or needs)[0].start, mention.end)
        needs = [one for one in mentions if NEED in one.sense.values]
        if title and needs and len(prepared.words) <= _FEW:
            first = _joined(mentions, mentions.index(needs[0]))
            wanted = dict.fromkeys(one.sense.values[NEED] for one in first)
            return Offer(Subject("_".join([*wanted, _PLAIN])), first[0].start, first[-1].end)
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
