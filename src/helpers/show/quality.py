"""How well the extractor reads, in plain numbers, and what it missed or made up."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from helpers.model import Claim
from helpers.model.interval import in_words
from helpers.show.parts import Bit, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, one_line, plain, said


class Score(Protocol):
    """Counts of claims that were read and annotated, of one topic or of several together."""

    @property
    def topic(self) -> str:
        """A topic's name, or what the counts are of."""

    @property
    def found(self) -> int:
        """Annotated claims that were read."""

    @property
    def false(self) -> int:
        """Claims that were read and not annotated."""

    @property
    def missed(self) -> int:
        """Annotated claims that were not read."""

    @property
    def precision(self) -> float:
        """Share of the claims that were read which are right."""

    @property
    def recall(self) -> float:
        """Share of the annotated claims that were read."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""


class Annotated(Protocol):
    """A claim that people read: its sentence and what it says."""

    @property
    def source_id(self) -> str:
        """The source."""

    @property
    def start(self) -> int:
        """Where its sentence begins."""

    @property
    def end(self) -> int:
        """Where its sentence ends."""

    @property
    def topic(self) -> str:
        """A topic of the pack."""

    @property
    def item(self) -> str:
        """The item, or ``""``."""

    @property
    def level(self) -> str:
        """The level, or ``""``."""

    @property
    def low(self) -> float | None:
        """The lower bound."""

    @property
    def high(self) -> float | None:
        """The upper bound."""


class Misread(Protocol):
    """A sentence that is known to be read wrongly: what it says, and what is read."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def expected(self) -> Sequence[str]:
        """The claims that it makes, each on a line."""

    @property
    def says(self) -> Sequence[str]:
        """The claims that are read instead."""


def score_table(view: View, scores: Sequence[Score]) -> Table:
    """Return precision, recall and F1 with the counts that they are made of."""
    rows: list[Row] = [
        (
            view.title(one.topic),
            one.found,
            one.missed,
            one.false,
            *(f"{share:.2f}" for share in (one.precision, one.recall, one.f1)),
        )
        for one in scores
    ]
    columns = ("Topic", "Found", "Missed", "False", "Precision", "Recall", "F1")
    return Table(
        "Claims that were read, against those that people annotated", columns, rows, empty="No source here is annotated."
    )


def missed_claims(view: View, missed: Sequence[Annotated]) -> Table:
    """Return the annotated claims that were not read, each with its sentence."""
    rows: list[Row] = [
        (
            Bit(view.names[one.source_id], href=view.link(one.source_id)),
            view.title(one.topic),
            ", ".join(
                filter(None, (plain(one.item), plain(one.level), in_words(one.low, one.high, view.topics[one.topic].unit)))
            ),
            cell(Bit(one_line(view.document(one.source_id).text[one.start : one.end]), quoted=True)),
        )
        for one in missed
    ]
    caption = f"What was missed ({len(rows)})"
    return Table(caption, ("Source", "Topic", "What people read", "In this sentence"), rows, empty="Nothing was missed.")


def false_claims(view: View, false: Sequence[Claim]) -> Table:
    """Return the claims that were read and not annotated, each with its words and the rule that made it."""
    rows: list[Row] = [
        (
            Bit(view.names[one.source_id], href=view.link(one.source_id, one.start)),
            view.title(one.topic),
            said(one),
            cell(Bit(one_line(one.quote), quoted=True)),
            cell(Bit(one.rule, looks=("quiet",))),
        )
        for one in false
    ]
    columns = ("Source", "Topic", "What was read", "In its words", "Rule")
    return Table(f"What was read and is not so ({len(rows)})", columns, rows, empty="Nothing was read that is not so.")


def known_misfires(faults: Iterable[tuple[str, Sequence[Misread]]]) -> Table:
    """Return sentences that are known to be read wrongly, by what is not understood; a test holds each to what it says.

    Parameters
    ----------
    faults : iterable of (str, sequence of Misread)
        What is not understood, with sentences that show it.
    """
    rows: list[Row] = [
        (capital(fault), cell(Bit(one.text, quoted=True)), cell(*map(plain, one.expected)), cell(*map(plain, one.says)))
        for fault, sentences in faults
        for one in sentences
    ]
    columns = ("What is not understood", "Sentence", "What it says", "What is read")
    return Table("Sentences that are known to be read wrongly", columns, rows, empty="None is known.")
