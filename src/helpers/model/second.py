"""What a second reader made of a document: claims that were verified, what was dropped and why, problems it proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.problem import Problem
from helpers.model.quantity import Quantity
from helpers.model.segment import Segmented
from helpers.model.span import Span

Task = Literal["claims", "problems"]
DroppedFor = Literal[
    "no_answer",
    "refused",
    "cut_off",
    "no_json",
    "wrong_form",
    "no_sentence",
    "no_quote",
    "not_in_sentence",
    "twice_in_sentence",
    "other_language",
    "topic",
    "item",
    "not_named",
    "level",
    "no_value",
    "number",
    "treatment",
    "situation",
    "certainty",
    "problem",
    "warning",
]

EDITION = ", prompt "  # stands between a model and the edition of its prompt

DROPPED_WORDS: dict[DroppedFor, str] = {
    "no_answer": "there is no answer for this part of the page",
    "refused": "the model would not answer",
    "cut_off": "the answer was cut off",
    "no_json": "the answer is not in the form that was asked for",
    "wrong_form": "it is not in the form that was asked for",
    "no_sentence": "the page has no sentence of this number in this part",
    "no_quote": "it quotes nothing",
    "not_in_sentence": "the quote does not stand in the sentence that it came with",
    "twice_in_sentence": "the quote stands there more than once, so that nobody can tell which place is meant",
    "other_language": "the sentence is in another language than the pack's",
    "topic": "the pack has no such topic",
    "item": "the topic has no such item",
    "not_named": "its sentence does not name it",
    "level": "the topic has no such level",
    "no_value": "it leaves open what it says, or how much",
    "number": "these numbers do not stand in the quote",
    "treatment": "the page names no such treatment",
    "situation": "the pack has no such word for a situation",
    "certainty": "it is neither asserted nor hedged",
    "problem": "there is no such kind of problem",
    "warning": "the pack has no such warning for a treatment of the page",
}


class Treated(NamedTuple):
    """What the name of a treatment stands for: its class, and the brand or kind where it is one."""

    treatment: str
    product: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A document as readers are given it.

    Attributes
    ----------
    document : Document
    text : str
        Its text as people see it; every character stands where it stands in the document.
    segmented : Segmented
    quantities : tuple of Quantity
    foreign : tuple of Span
        Passages in another language than the pack's.
    treatments : mapping of str to tuple of str and str or None
        What it names or offers: a class, a brand or a kind -> the class, and the product where it is one.
    """

    document: Document
    text: str
    segmented: Segmented
    quantities: tuple[Quantity, ...] = ()
    foreign: tuple[Span, ...] = ()
    treatments: Mapping[str, Treated] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dropped:
    """One thing that a second reader said, or owed, and that counts for nothing.

    Attributes
    ----------
    part : int
        Which part of the page it was asked about, from 1.
    reason : str
        In words.
    start, end : int or None
        The sentence that it came with, where there is one.
    said : str
        What was said, as far as it has a form; never more than a line.
    """

    source_id: str
    task: Task
    part: int
    dropped_for: DroppedFor
    reason: str
    start: int | None
    end: int | None
    said: str
    read_by: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A problem that a second reader proposes; it counts nowhere until a person confirms it.

    Attributes
    ----------
    proposal_id : str
        A hash of what it is about.
    warning : tuple of str
        Codes of warnings that the page leaves out.
    quote : str
        The page's own words.
    reason : str
        Why it is a problem, in the model's words: shown as its words, never as ours.
    """

    proposal_id: str
    source_id: str
    problem: Problem
    warning: tuple[str, ...]
    treatment: str
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    reason: str
    read_by: str


def model_of(read_by: str) -> str:
    """Return the model's name alone, for people; tables and the journal name the edition of its prompt, too."""
    return read_by.partition(EDITION)[0]


@dataclass(frozen=True, slots=True)
class SecondRead:
    """What a second reader made of one document.

    Attributes
    ----------
    read_by : str
        The model and the edition of its prompt.
    claims : tuple of Claim
        Those that were verified, in reading order.
    dropped : tuple of Dropped
    proposals : tuple of Proposal
    parts, answered : int
        How many prompts the page makes, and how many of them have an answer that could be read.
    """

    read_by: str
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    parts: int = 0
    answered: int = 0
