"""How a text was read: every rule that was tried at every word, and what became of what it made."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, final

from helpers.extract.mentions import Mention
from helpers.extract.names import Subject, namings
from helpers.extract.own import Own
from helpers.extract.treatments import Standing, resolve
from helpers.extract.trial import Trial
from helpers.extract.unit import Unit
from helpers.model import Claim, Quantity, Sentence
from helpers.model.interval import in_words
from helpers.model.trace import SentenceTrace, TracedClaim, TracedRule, TracedWord

if TYPE_CHECKING:
    from helpers.extract.rule import CompiledRule, Draft
    from helpers.extract.situation import PageSituations
    from helpers.packs.rules import Rule

_STANCES = {
    "rejected": "rejects",
    "unproven": "calls unproven",
    "condition": "says on a condition only",
    "weighed": "only weighs",
    "worry": "only fears",
    "reader": "says of the reader, not of the treatment",
    "elsewhere": "says of something else than the treatment",
}
_UNITS = {"time": "day", "length": "mm"}


@final
class Trace:
    """What an extractor tells of its work on one document.

    Parameters
    ----------
    text : str
        The document's text.
    silent : bool
        Whether words, scopes and the rules that made nothing are told too; without them it takes little longer than reading.

    Attributes
    ----------
    sentences : list of SentenceTrace
        In reading order.
    """

    def __init__(self, text: str, *, silent: bool = True) -> None:
        self.sentences: list[SentenceTrace] = []
        self._silent = silent
        self._text = text
        self._trials: list[Trial] = []
        self._units: list[tuple[Unit, list[TracedRule], list[tuple[TracedRule, Draft]]]] = []

    def trial(self, rule: "Rule", unit: Unit, index: int) -> Trial:
        """Return what a rule is to tell about one anchor."""
        trial = Trial(rule, unit, index, self._text)
        self._trials.append(trial)
        return trial

    def read(self, unit: Unit, drafts: Sequence["Draft"], rules: Sequence["CompiledRule"]) -> None:
        """Take note of what all rules made of a unit, those too that were not tried."""
        silent: list[TracedRule] = []
        made: list[tuple[TracedRule, Draft]] = []
        tried = {(one.index, one.rule.id): one for one in self._trials}
        for index, mention in enumerate(unit.mentions):
            here = [draft for draft in drafts if draft.anchor is mention]
            if not here and not self._silent:
                continue
            for rule in (one for one in rules if not one.anchors.isdisjoint(mention.sense.keys)):
                trial = tried.get((index, rule.rule.id)) or Trial(rule.rule, unit, index, self._text)
                draft = next((one for one in here if one.rule is rule.rule), None)
                if not draft and not self._silent:
                    continue
                says = _said(draft) if draft else ""
                why = trial.why or ("" if draft else self._passed_over(rule, trial, here, (index, rule.rule.id) in tried))
                row = TracedRule(rule.rule.id, self._quote(mention), mention.start, says, why, tuple(trial.notes))
                if draft:
                    made.append((row, draft))
                else:
                    silent.append(row)
        self._trials = []
        self._units.append((unit, silent, made))

    def end(
        self,
        sentence: Sentence,
        settled: Sequence[tuple["Draft", Subject]],
        claims: Sequence[Claim],
        situations: "PageSituations",
        standing: Standing,
        own: Mapping[Unit, Own],
    ) -> None:
        """Close a sentence: which of what was made are its claims."""
        tried: list[TracedRule] = []
        for _, silent, made in self._units:
            tried += silent
            for row, draft in made:
                why = _lost_to(draft, settled) if resolve(draft.unit, draft.anchor, own[draft.unit], standing) else _NO_NAME
                tried.append(TracedRule(row.rule, row.at, row.start, row.says, why, row.notes))
        told = [
            TracedClaim(
                claim,
                _treatment_from(draft, subject, own[draft.unit], standing),
                tuple(f"{key} {value}: {whence}" for key, value, whence in situations.whence(draft, subject)),
            )
            for (draft, subject), claim in zip(settled, claims, strict=True)
        ]
        shown = [unit for unit, _, _ in self._units] if self._silent else []
        above = (sentence.label, sentence.question, sentence.lead_in, *sentence.headings)
        self.sentences.append(
            SentenceTrace(
                sentence.start,
                sentence.end,
                sentence.kind,
                tuple(dict.fromkeys(" ".join(self._text[slice(*span)].split()) for span in above if span is not None)),
                tuple(dict.fromkeys(word for unit in shown for word in self._words(unit))),
                tuple(dict.fromkeys(line for unit in shown for line in self._scope(unit))),
                tuple(sorted(dict.fromkeys(tried), key=lambda one: one.start)),
                tuple(told),
            )
        )
        self._units = []

    def _quote(self, mention: Mention) -> str:
        return self._text[mention.start : mention.end]

    def _words(self, unit: Unit) -> Iterator[TracedWord]:
        for one in unit.mentions:
            means = [f"{key}" for key in sorted(one.sense.keys) if "." in key or key not in one.sense.values]
            note = "rules what follows" if one.sense.rules else "" if one.sense.keys else "taken out: it denies nothing here"
            yield TracedWord(self._quote(one), one.start, tuple(means), note or _read_as(one.quantity))

    def _scope(self, unit: Unit) -> Iterator[str]:
        for start in unit.openings:
            yield f"a clause opens at “{' '.join(self._text[start : unit.end].split()[:4])}”"
        for frame in unit.frames:
            yield f"it {_STANCES[frame.kind]}: “{' '.join(self._text[frame.start : frame.end].split())}”"

    def _passed_over(self, rule: "CompiledRule", trial: Trial, here: Sequence["Draft"], asked: bool) -> str:
        """Return why a rule that found nothing wrong made nothing."""
        measured = trial.unit.mentions[trial.index].quantity is not None
        winner = next((one for one in here if (asked if measured else one.rule.topic == rule.rule.topic)), None)
        if winner is not None:
            return f"{winner.rule.id} {'stands nearer' if measured else 'was first'}"
        if not rule.reads(trial.unit.sentence.kind):
            return f"does not read a {trial.unit.sentence.kind}"
        rule.apply(trial.unit, trial.index, frozenset(), trial)
        return trial.why


_NO_NAME = "it is compared with something that has no name here"


def _lost_to(draft: "Draft", settled: Sequence[tuple["Draft", Subject]]) -> str:
    """Return what says the same more definitely, or that nothing stands of what was made; empty for a claim."""
    same = [one for one, _ in settled if one.rule.topic == draft.rule.topic and one.item == draft.item]
    if any(one.rule is draft.rule and one.anchor is draft.anchor and one.level == draft.level for one in same):
        return ""
    if any(one.rule is draft.rule and one.anchor is draft.anchor for one in same):
        return "the next sentence rejects it"
    if same:
        return f"{same[0].rule.id} says it more definitely"
    return "the words behind the label say it" if draft.unit.label_only else "the next sentence rejects it"


def _treatment_from(draft: "Draft", subject: Subject, own: Own, standing: Standing) -> str:
    """Return in words where a claim's treatment comes from."""
    unit = draft.unit
    if unit.treatment is not None:
        return "the head of its column"
    if any(one.subject.name == subject.name or subject.name in one.short_for for one in namings(unit.mentions)):
        return "named in the sentence"
    page = standing.page
    bare = Standing(page._replace(main=None))
    if subject in resolve(unit, draft.anchor, own, bare) and subject.name != "unspecified":
        return "named above it"
    known = [
        (standing.spoken, "the sentence before speaks of it"),
        (standing.part, "its part of the page is about it"),
        (page.main, "the page is about it"),
        (standing.last, "it was named last before"),
    ]
    return next((words for one, words in known if one == subject), "nothing names one")


def _said(draft: "Draft") -> str:
    stated = draft.anchor.quantity
    figures = in_words(draft.low, draft.high, _unit(stated))
    if stated is not None and stated.dimension in {"count", "price"}:  # a bare number, else
        figures += f" ({stated.dimension})"
    return ", ".join(part for part in (draft.item, draft.level, figures, draft.certainty) if part)


def _read_as(stated: Quantity | None) -> str:
    """Say the bounds that a quantity was read as."""
    return "" if stated is None else in_words(stated.low, stated.high, _unit(stated))


def _unit(stated: Quantity | None) -> str | None:
    """Return the unit of a quantity; one that a word implies is one of time."""
    return "day" if stated is None else _UNITS.get(stated.dimension)
