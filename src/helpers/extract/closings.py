"""Groups of lines that say only at their end which treatment they are about: lists with a last word, pictures with a caption."""

from collections.abc import Callable, Iterator, Sequence

from helpers.extract.mentions import Said
from helpers.extract.names import Subject, merged, namings
from helpers.model import Sentence

CAPTION = "caption"
_SEVERAL, _LINES, _OPENING = 2, 3, 24
Within = Callable[[int, int], Said]
Group = tuple[int, int, Subject | None]


def closed_lists(sentences: Sequence[Sentence], within: Within) -> list[Group]:
    """Return the range of each list, with the treatment that opens the sentence behind it; none where hardly a list has one.

    "A peel works best as a course." behind a list of advice says what the advice is on; where other lists of a page have such a
    last word, one that has none is on no treatment that was named before it.

    Parameters
    ----------
    sentences : sequence of Sentence
    within : callable
        Gives what stands between two offsets.
    """
    lists = list(_lists(sentences, within))
    return lists if len([one for one in lists if one[2]]) >= _SEVERAL else []


def captioned(sentences: Sequence[Sentence], within: Within) -> list[Group]:
    """Return the few lines above each caption that name no treatment, with the one that the caption names.

    A page on which text follows the last caption has them above its pictures, and not below.

    Parameters
    ----------
    sentences : sequence of Sentence
    within : callable
        Gives what stands between two offsets.
    """
    if not any(CAPTION in within(one.start, one.end).keys for one in sentences):
        return []
    pictures = list(_pictures(sentences, within))
    below = len(pictures) >= _SEVERAL and len(sentences) - pictures[-1][1] <= _LINES
    return pictures if below else []


def _lists(sentences: Sequence[Sentence], within: Within) -> Iterator[Group]:
    first = 0
    while first < len(sentences):
        stop, block = first, -1
        while stop < len(sentences) and (sentences[stop].kind == "item" or sentences[stop].block == block):
            block = sentences[stop].block
            stop += 1
        if stop - first > 1:
            behind = sentences[stop] if stop < len(sentences) else None
            yield first, stop, _opens_with(behind, within) if behind and behind.kind == "sentence" else None
        first = max(stop, first + 1)


def _pictures(sentences: Sequence[Sentence], within: Within) -> Iterator[Group]:
    done = 0
    for number, one in enumerate(sentences):
        mentions = within(one.start, one.end)
        names = merged([name.subject for name in namings(mentions)])
        if len(names) == 1 and CAPTION in mentions.keys:
            yield max(done, number - _LINES), number, names[0]
        if names or one.kind == "heading":
            done = number + 1


def _opens_with(sentence: Sentence, within: Within) -> Subject | None:
    """Return the one treatment that a sentence names, where it stands among its first words."""
    names = namings(within(sentence.start, sentence.end))
    alone = len(merged([name.subject for name in names])) == 1
    return names[0].subject if alone and names[0].start - sentence.start < _OPENING else None
