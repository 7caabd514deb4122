"""Two versions of pages side by side, in words: the warnings that went, the sentences, and what is claimed otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from helpers.diff import Change, between
from helpers.model.changes import Change as Words
from helpers.model.changes import changes
from helpers.model.review import Reading
from helpers.model.safety import LostWarning
from helpers.model.typography import unstyled
from helpers.packs.safety import SafetyText
from helpers.review import lost_between

STATES = {"changed": "changed", "new": "new", "gone": "no longer there", "same": "unchanged"}
Sentence = tuple[Words, ...]


@dataclass(frozen=True)
class PageVersions:
    """What became of a page.

    Attributes
    ----------
    state : str
        A key of ``STATES``.
    warnings : tuple of LostWarning
        What it warned of and no longer says in the same words.
    sentences : tuple of tuple of Words
        The sentences that changed, word by word.
    claims : tuple of Change
        What it claims otherwise.
    """

    source_id: str
    state: str
    warnings: tuple[LostWarning, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Change, ...] = ()

    @property
    def lost(self) -> int:
        """How many warnings went."""
        return len(self.warnings)


def versions(old: Sequence[Reading], new: Sequence[Reading], safety: SafetyText) -> list[PageVersions]:
    """Return what became of every page, those that changed first."""
    before = {one.document.source_id: one for one in old}
    after = {one.document.source_id: one for one in new}
    lost: defaultdict[str, list[LostWarning]] = defaultdict(list)
    for one in lost_between(old, new, safety):
        lost[one.source_id].append(one)
    found = []
    for source_id in sorted({*before, *after}):
        if source_id not in after or source_id not in before:
            found.append(PageVersions(source_id, "gone" if source_id in before else "new"))
            continue
        then, now = before[source_id], after[source_id]
        sentences = tuple(_sentences(then, now))
        claims = tuple(between([then], [now]))
        warnings = tuple(lost[source_id])
        state = "changed" if sentences or claims or warnings else "same"
        found.append(PageVersions(source_id, state, warnings, sentences, claims))
    order = list(STATES)
    return sorted(found, key=lambda one: (order.index(one.state), not one.warnings, one.source_id))


def _sentences(then: Reading, now: Reading) -> Iterable[Sentence]:
    """Yield the sentences that are not the same in both, each word by word; typography makes no difference."""
    old, new = _texts(then), _texts(now)
    plain = [unstyled(one) for one in old], [unstyled(one) for one in new]
    for what, start, end, other_start, other_end in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if what != "equal":
            for one, other in zip_longest(old[start:end], new[other_start:other_end], fillvalue=""):
                yield tuple(changes(one, other))


def _texts(reading: Reading) -> list[str]:
    text = reading.document.text
    return [" ".join(text[one.start : one.end].split()) for one in reading.segmented.sentences]
