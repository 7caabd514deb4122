"""How well the extractor reads, in plain numbers, and what it missed or made up."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from helpers.model import Claim
from helpers.model.interval import in_words
from helpers.show.parts import Bit, Fragment, Row, Table, cell
from helpers.show.view import View
from helpers.show.words import capital, counted, one_line, plain, said

SIGNS = re.compile(r" “[^”]*”")  # the words of a page in a reason of the ledger


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


class Measured(Protocol):
    """What was counted on the annotated ones among a folder's sources."""

    @property
    def sources(self) -> Sequence[str]:
        """The annotated ones."""

    @property
    def topics(self) -> Sequence[Score]:
        """Counts by topic."""

    @property
    def missed(self) -> Sequence[Annotated]:
        """Annotated claims that were not read."""

    @property
    def false(self) -> Sequence[Claim]:
        """Claims that were read and not annotated."""

    @property
    def certainty(self) -> float:
        """Share of the claims found whose certainty is right."""

    @property
    def treatment(self) -> float:
        """Share of the claims found whose treatment is right."""

    def together(self) -> Score:
        """Return the counts of all topics as one."""


NOT_ANNOTATED = (
    "People have annotated none of these pages, so that nobody can tell how many claims were missed or made up here. "
    "The rules were not written beside them: expect more of both than on the pages they were written beside."
)

UNCOUNTED = "Not counted: people have annotated none of these pages."


def caveat(view: View, quality: Measured) -> str:
    """Return what must be known before a figure is believed: of which pages it is, and that the rules know them."""
    if not quality.sources:
        return NOT_ANNOTATED
    of = f"{len(quality.sources)} of the {counted(len(view.sources), 'page')} here"
    which = "these pages" if len(quality.sources) == len(view.sources) else f"{of}; the others were not counted"
    return f"On {which}. The rules were written beside them: expect less on others"


def left_unread(view: View) -> Table:
    """Return how many sentences of each page were left unread, and why."""
    left = Counter(
        (row.source_id, SIGNS.sub("", row.reason) if row.status == "unread" else row.reason)
        for row in view.review.ledger
        if row.status in ("unread", "unreached", "gap")
    )
    places = {source.source_id: place for place, source in enumerate(view.sources)}
    ordered = sorted(left.items(), key=lambda one: (places[one[0][0]], -one[1], one[0][1]))
    rows: list[Row] = [
        (Bit(view.names[source_id], href=view.link(source_id)), capital(reason), count) for (source_id, reason), count in ordered
    ]
    return Table(
        "What was left unread, by page and reason",
        ("Source", "What was not read", "Sentences"),
        rows,
        empty="No sentence with a sign of a claim was left unread.",
    )


def overall_scores(view: View, quality: Measured) -> Table:
    """Return precision, recall and F1 of all topics together."""
    return _score_table(view, quality, [quality.together()], empty=NOT_ANNOTATED)


def topic_scores(view: View, quality: Measured) -> Table:
    """Return precision, recall and F1 by topic."""
    return _score_table(view, quality, quality.topics, empty=UNCOUNTED)


def shares_right(view: View, quality: Measured) -> Fragment:
    """Return how often certainty and treatment of the claims found are right."""
    told = f"Of the claims found, certainty is right in {quality.certainty:.0%}, treatment in {quality.treatment:.0%}."
    lines = (f"{caveat(view, quality)}.", told) if quality.sources else (UNCOUNTED,)
    return Fragment("note.html", {"lines": lines}, "\n".join(lines))


def _score_table(view: View, quality: Measured, scores: Sequence[Score], *, empty: str) -> Table:
    """Return precision, recall and F1 with the counts that they are made of."""
    rows: list[Row] = [
        (
            view.title(one.topic),
            one.found,
            one.missed,
            one.false,
            *(f"{share:.2f}" for share in (one.precision, one.recall, one.f1)),
        )
        for one in (scores if quality.sources else ())
    ]
    columns = ("Topic", "Found", "Missed", "False", "Precision", "Recall", "F1")
    caption = f"Claims that were read, against those that people annotated. {caveat(view, quality)}"
    return Table(caption, columns, rows, empty=empty)


def missed_claims(view: View, quality: Measured) -> Table:
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
        for one in quality.missed
    ]
    caption = f"What was missed ({len(rows)}). {caveat(view, quality)}"
    nothing = f"Nothing was missed. {caveat(view, quality)}." if quality.sources else UNCOUNTED
    return Table(caption, ("Source", "Topic", "What people read", "In this sentence"), rows, empty=nothing)


def false_claims(view: View, quality: Measured) -> Table:
    """Return the claims that were read and not annotated, each with its words and the rule that made it."""
    rows: list[Row] = [
        (
            Bit(view.names[one.source_id], href=view.link(one.source_id, one.start)),
            view.title(one.topic),
            said(one),
            cell(Bit(one_line(one.quote), quoted=True)),
            cell(Bit(one.rule, looks=("quiet",))),
        )
        for one in quality.false
    ]
    columns = ("Source", "Topic", "What was read", "In its words", "Rule")
    caption = f"What was read and is not so ({len(rows)}). {caveat(view, quality)}"
    nothing = f"Nothing was read that is not so. {caveat(view, quality)}." if quality.sources else UNCOUNTED
    return Table(caption, columns, rows, empty=nothing)


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
