"""How a document was read, sentence by sentence, as plain text."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from helpers.model.interval import in_words
from helpers.model.trace import SentenceTrace, TracedClaim, TracedRule


def trace_lines(trace: Iterable[SentenceTrace], text: str) -> Iterator[str]:
    """Yield the lines that explain sentences.

    Parameters
    ----------
    trace : iterable of SentenceTrace
    text : str
        The document's text.
    """
    for one in trace:
        yield f"line {text.count(chr(10), 0, one.start) + 1}, {one.kind}: {_flat(text[one.start : one.end])}"
        yield from (f"  above   {_flat(words)}" for words in one.above)
        for word in one.words:
            note = f" ({word.note})" if word.note else ""
            yield f"  word    “{_flat(word.quote)}” {', '.join(word.means)}{note}"
        yield from (f"  scope   {_flat(line)}" for line in one.scope)
        for (at, _), rules in groupby(one.tried, key=lambda rule: (rule.at, rule.start)):
            yield f"  at      “{_flat(at)}”"
            yield from (f"    {line}" for line in _outcomes(list(rules)))
        for claim in one.claims:
            yield from _claim(claim)
        yield from (f"  problem “{_flat(rule.at)}” {_outcome(rule)}" for rule in one.problems)
        if not one.tried and not one.problems:
            yield "  no rule has an anchor here"
        yield ""


def _outcomes(rules: Sequence[TracedRule]) -> Iterator[str]:
    """Yield a line a rule, those that made something first; rules that are silent for one reason share a line."""
    yield from (_outcome(rule) for rule in rules if rule.says)
    silent: dict[str, list[str]] = {}
    for rule in rules:
        if not rule.says:
            silent.setdefault("".join((rule.why, *(f" [{note}]" for note in rule.notes))), []).append(rule.rule)
    yield from (_flat(f"silent  {', '.join(names)}: {why}") for why, names in silent.items())


def _outcome(rule: TracedRule) -> str:
    notes = f" [{'; '.join(rule.notes)}]" if rule.notes else ""
    if rule.why and rule.says:
        return _flat(f"lost    {rule.rule}: {rule.says}{notes} - {rule.why}")
    return _flat(f"{'silent' if rule.why else 'won'}  {rule.rule}: {rule.why or rule.says}{notes}")


def _claim(told: TracedClaim) -> Iterator[str]:
    one = told.claim
    figures = in_words(one.low, one.high, one.unit)
    said = [one.topic, one.item, one.level, f"{figures} ({one.unit})" if one.unit == "count" else figures, one.certainty]
    yield f"  claim   {', '.join(filter(None, said))}: “{_flat(one.quote)}” ({one.rule})"
    yield f"    treatment {one.treatment}: {told.treatment_from}"
    yield from (f"    {line}" for line in told.situation)


def _flat(words: str) -> str:
    return " ".join(words.split())
