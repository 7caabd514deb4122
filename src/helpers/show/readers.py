"""Two readers side by side: how each does by topic, how far they agree, and the sentences that they read most differently."""

from collections.abc import Sequence
from typing import Protocol

from helpers.model import Claim
from helpers.show.parts import Bit, Fragment, Row, Table, cell, note
from helpers.show.quality import Score
from helpers.show.words import capital, plain, said

NOBODY = "No second reader was asked about pages that people annotated."
SHOWN = 20  # sentences
TITLES = ("the rules", "the model", "what both read", "what either reads")


class Agreed(Protocol):
    """How far two readers agree on one topic."""

    @property
    def topic(self) -> str:
        """A topic's name, or what the counts are of."""

    @property
    def rules(self) -> int:
        """Claims that the rules read."""

    @property
    def model(self) -> int:
        """Claims that the model read."""

    @property
    def both(self) -> int:
        """Claims that both read alike."""

    @property
    def differ(self) -> int:
        """Places that they read differently."""

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa."""


class ReadApart(Protocol):
    """A sentence that the readers read differently."""

    @property
    def source_id(self) -> str:
        """The page."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def rules(self) -> Sequence[Claim]:
        """What only the rules read."""

    @property
    def model(self) -> Sequence[Claim]:
        """What only the model read."""


class Compared(Protocol):
    """Two readers on annotated pages."""

    @property
    def sources(self) -> Sequence[str]:
        """The pages."""

    @property
    def read_by(self) -> Sequence[str]:
        """The models, with the editions of their prompts."""

    @property
    def agreement(self) -> Sequence[Agreed]:
        """By topic, all of them together first."""

    @property
    def apart(self) -> Sequence[ReadApart]:
        """The sentences that they read most differently first."""

    @property
    def dropped(self) -> int:
        """What the model said and is not believed."""

    def by_topic(self) -> list[tuple[str, list[Score]]]:
        """Return the counts of every reader by topic."""


class WithReaders(Protocol):
    """Figures of a set, as far as two readers read it."""

    @property
    def name(self) -> str:
        """What the set is called."""

    @property
    def readers(self) -> Compared | None:
        """Two readers side by side."""


def readers_about(figures: WithReaders | None) -> Fragment:
    """Say on which pages two readers were compared, who the second was, and how much of it was not believed."""
    if figures is None or figures.readers is None:
        return note(NOBODY)
    of = figures.readers
    told = f"On {len(of.sources)} of {figures.name}. The second reader: {'; '.join(of.read_by)}."
    return note(f"{told} What it said and is not believed: {of.dropped}.")


def readers_scores(figures: WithReaders | None) -> Table:
    """Return F1 by topic for the rules, the model, what both read and what either reads."""
    rows: list[Row] = [
        (capital(plain(topic)), scores[0].found + scores[0].missed, *(f"{one.f1:.2f}" for one in scores))
        for topic, scores in (figures.readers.by_topic() if figures and figures.readers else ())
    ]
    return Table("F1 of each reader, by topic", ("Topic", "Annotated", *map(capital, TITLES)), rows, empty=NOBODY)


def readers_agreement(figures: WithReaders | None) -> Table:
    """Return how far the two agree, by topic, as one would report it for two people."""
    rows: list[Row] = [
        (capital(plain(one.topic)), one.rules, one.model, one.both, one.differ, "" if one.kappa is None else f"{one.kappa:.2f}")
        for one in (figures.readers.agreement if figures and figures.readers else ())
    ]
    columns = ("Topic", "The rules", "The model", "Both alike", "Differ", "Kappa")
    return Table("Claims that each reader read, and Cohen's kappa over sentences", columns, rows, empty=NOBODY)


def readers_apart(figures: WithReaders | None) -> Table:
    """Return the sentences that they read most differently: what the makers of a pack read first."""
    rows: list[Row] = [
        (one.source_id, cell(Bit(one.text, quoted=True)), cell(*map(_said, one.rules)), cell(*map(_said, one.model)))
        for one in (figures.readers.apart[:SHOWN] if figures and figures.readers else ())
    ]
    columns = ("Page", "Sentence", "Only the rules read", "Only the model reads")
    return Table("Sentences that the readers read most differently", columns, rows, empty=NOBODY)


def _said(claim: Claim) -> str:
    return ": ".join(filter(None, (plain(claim.topic), said(claim))))
