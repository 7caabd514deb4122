"""What a sentence without a claim may hold all the same: the pack's trained flag, which flags and never claims."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from helpers.extract.mentions import Mentions
from helpers.model import Sentence
from helpers.model.ledger import Hint, Sign
from helpers.packs.flag import FlagWeights

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[%£$€]")
TELLING = 2  # words that a reason names


@dataclass(frozen=True)
class Surroundings:
    """A document as the flag looks at it: its text, and what stands in it."""

    text: str
    mentions: Mentions


class Flag:
    """Weighs the marks of a sentence.

    Parameters
    ----------
    weights : FlagWeights
    """

    def __init__(self, weights: FlagWeights) -> None:
        self._weights = weights

    def hints(self, around: Surroundings, sentences: Iterable[Sentence], signs: Iterable[Sign]) -> dict[int, Hint]:
        """Return what is to be thought of each sentence, by where it starts."""
        starts = sorted(sign.start for sign in signs)
        return {one.start: self.hint(marks_of(around, one), signed=_any(starts, one)) for one in sentences}

    def hint(self, marks: Mapping[str, str], *, signed: bool = False) -> Hint:
        """Return what is to be thought of a sentence with these marks.

        Parameters
        ----------
        marks : mapping of str to str
            Mark -> the words that bear it.
        signed : bool
            Whether it holds a sign.
        """
        own = self._weights
        known = {mark: own.weights[mark] for mark in marks if mark in own.weights}
        scale = sqrt(len(known)) or 1.0
        weight = own.bias + sum(known[mark] for mark in sorted(known)) / scale + own.sign * signed
        heaviest = sorted((mark for mark in known if marks[mark] and known[mark] > 0), key=lambda mark: (-known[mark], mark))
        telling = tuple(dict.fromkeys(marks[mark] for mark in heaviest))[:TELLING]
        return Hint(round(weight, 2), weight >= own.at, telling)


def _any(starts: list[int], sentence: Sentence) -> bool:
    return bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)


def marks_of(around: Surroundings, sentence: Sentence) -> dict[str, str]:
    """Return the marks of a sentence, each with the words that bear it (none for its shape and for what stands above it)."""
    marks = {f"kind:{sentence.kind}": ""}
    marks |= {f"above:{key}": "" for key in _above(around, sentence)}
    marks |= {name: "" for name, span in (("label", sentence.label), ("answer", sentence.question)) if span}
    for mention in around.mentions.within(sentence.start, sentence.end):
        words = around.text[mention.start : mention.end]
        marks |= {f"in:{key}": words for key in mention.sense.keys if "." not in key or key.startswith("topic.")}
    own = around.text[sentence.start : sentence.end]
    told = [(_plain(match.group()), match) for match in _WORD.finditer(own)]
    marks[f"length:{min(len(told).bit_length(), 6)}"] = ""
    marks |= {word: match.group() for word, match in told}
    if told:
        marks |= {f"^ {told[0][0]}": told[0][1].group(), f"{told[-1][0]} $": told[-1][1].group()}
    marks |= {f"{one} {other}": own[first.start() : last.end()] for (one, first), (other, last) in pairwise(told)}
    return marks


def _above(around: Surroundings, sentence: Sentence) -> set[str]:
    spans = (sentence.label, sentence.question, sentence.lead_in, *sentence.headings[:1])
    mentions = (mention for span in spans if span for mention in around.mentions.within(span.start, span.end))
    return {key for mention in mentions for key in mention.sense.keys if key == "treatment" or key.startswith("topic.")}


def _plain(word: str) -> str:
    return "0" if word[0].isdigit() else word.lower().replace("’", "'")
