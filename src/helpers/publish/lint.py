"""The draft checker: ``check(draft, context)`` tells an editor what to change, a message a sentence.

Use it like this, with a context that is opened once and asked as often as somebody types::

    from helpers.drafts import open_context
    from helpers.load import draft_of_bytes
    from helpers.publish import check

    context = open_context(Path("seeds"), "aesthetics")
    for message in check(draft_of_bytes(text.encode(), Path("draft.md")), context):
        message.line, message.severity, message.message, message.advice, message.wording

``check`` reads nothing but the draft and what the context keeps; a page takes some hundredths of a second.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from helpers.model.draft import Draft
from helpers.model.publishing import Alarm, Message, Spot
from helpers.model.words import capital
from helpers.packs.publishing import Check
from helpers.publish import looks
from helpers.publish.checked import Checked, Context
from helpers.publish.looks import LOOKS, Remark
from helpers.publish.words import listed, same_words

ALARMS: tuple[Alarm, ...] = ("error", "warning", "note")
SUMMED = (looks.UNREVIEWED, looks.UNREAD)  # one line at the end for all their sentences
LAST = (*SUMMED, looks.LAW)
GRAVEST_FIRST = (  # of what is wrong with one sentence: what people decided on it, then what the page's findings say
    *(looks.REFUSED, looks.OTHER_WORDS, looks.OVERSTATED, looks.AGAINST_EVIDENCE, looks.CONTRADICTS_ITSELF),
    *(looks.AGAINST_APPROVED, looks.EXPIRED, looks.SAID_ELSEWHERE, looks.LIST_LOST, looks.NOT_READ),
)
MOST_LINES = 8  # line numbers that a summing message names


def check(draft: Draft, context: Context) -> tuple[Message, ...]:
    """Return what is wrong with a draft: a message a sentence, the gravest first, and what sums up at the end.

    Parameters
    ----------
    draft : Draft
        Any that ``helpers.load`` reads.
    context : Context
        What it is held against: a ``Desk``, or what ``helpers.drafts.open_context`` opens.

    Returns
    -------
    tuple of Message
        Errors before warnings before notes, each by place; then the sentences that nobody has reviewed and those that no rule
        has read, one message for all of them; what the draft asks not to be told stands last, with its reason.
    """
    checked = Checked.of(draft, context)
    remarks = dict.fromkeys(one for look in LOOKS for one in look(checked) if one.code in context.checks)
    told = _Told(checked, context.checks)
    allowed = {(one.line, one.code): one.reason for one in draft.allowed if one.reason}
    kept, asked = told.split(remarks, allowed)
    found = [*told.grouped(kept), *told.without_reason(), *told.summed(kept), *asked]
    return tuple(_with_fingerprints(found))


def worst(messages: Iterable[Message], at_least: Alarm) -> bool:
    """Say whether something that is told is as grave as ``at_least``, or graver."""
    return any(ALARMS.index(one.severity) <= ALARMS.index(at_least) for one in messages if not one.suppressed)


@dataclass(frozen=True)
class _Told:
    """Remarks on a draft as messages."""

    checked: Checked
    checks: Mapping[str, Check]

    def split(self, remarks: Iterable[Remark], allowed: Mapping[tuple[int, str], str]) -> tuple[list[Remark], list[Message]]:
        """Return the remarks that are told, and as messages those that the draft asks not to be told, with the reason."""
        kept: list[Remark] = []
        asked: dict[tuple[str, str, Spot], Message] = {}
        anywhere = {code: reason for (_, code), reason in reversed(list(allowed.items()))}
        for one in remarks:
            spot = self.spot(one.start, one.end)
            lines = range(spot.line, spot.end_line + 1)
            reason = next((allowed[line, one.code] for line in lines if (line, one.code) in allowed), "")
            reason = reason or (anywhere.get(one.code, "") if one.about else "")
            if reason:
                asked.setdefault((one.code, reason, spot), self.message([one], suppressed=reason))
            else:
                kept.append(one)
        return kept, list(asked.values())

    def grouped(self, remarks: Iterable[Remark]) -> list[Message]:
        """Return a message a sentence, and one for each remark on the draft as a whole; errors first, each by place."""
        groups: defaultdict[tuple[int, str, str], list[Remark]] = defaultdict(list)
        for one in remarks:
            if one.code not in LAST:
                sentence = self.checked.sentence_at(one.start)
                place = sentence.start if sentence and not one.about else one.start
                groups[place, one.about, one.code if one.about else ""].append(one)
        messages = [self.message(sorted(group, key=self._gravest_first)) for group in groups.values()]
        return sorted(messages, key=lambda one: (ALARMS.index(one.severity), one.line, one.column, one.code, one.message))

    def summed(self, remarks: Sequence[Remark]) -> Iterator[Message]:
        """Yield one message for all sentences that nobody has reviewed, one for those that no rule reads, one for the laws."""
        told = {self._sentence(one) for one in remarks if one.code not in LAST and not one.about}
        for code in SUMMED:
            places = {self._sentence(one): one for one in reversed([one for one in remarks if one.code == code])}
            if code == looks.UNREAD:
                places = {place: one for place, one in places.items() if place not in told}
            if places:
                yield self._of_many(code, sorted(places))
        yield from (self.message([one]) for one in remarks if one.code == looks.LAW)

    def without_reason(self) -> Iterator[Message]:
        """Yield a message for each comment that asks not to be told and does not say why."""
        for one in self.checked.draft.allowed:
            if not one.reason and looks.NO_REASON in self.checks:
                spot = Spot(one.line, 1, one.line, 2)
                words = f"{one.code} is told all the same."
                severity = self.checks[looks.NO_REASON].severity
                yield self._made((looks.NO_REASON,), severity, (spot,), words, quote=one.code)

    def message(self, remarks: Sequence[Remark], *, suppressed: str = "") -> Message:
        """Return what is said of one sentence; the first remark leads, and the gravest gives the severity."""
        first, others = remarks[0], remarks[1:]
        start, end = (first.start, first.end) if first.about else self._sentence(first)
        titles = [one.title or self.checks[one.code].title for one in remarks]
        also = dict.fromkeys(
            f"Also: {one.message}" if title == titles[0] else f"Also {title}: {one.message}"
            for one, title in zip(others, titles[1:], strict=True)
            if one.message and one.message != first.message
        )
        return self._made(
            tuple(dict.fromkeys(one.code for one in remarks)),
            min((self.severity(one) for one in remarks), key=ALARMS.index),
            (self.spot(start, end),),
            first.message,
            first.advice,
            next((one.wording for one in remarks if one.wording), ""),
            (*first.details, *also),
            quote=" ".join(self.checked.text[start:end].split()),
            suppressed=suppressed,
            title=titles[0],
        )

    def severity(self, one: Remark) -> Alarm:
        """Return how grave a remark is: its own, else its check's."""
        return one.severity or self.checks[one.code].severity

    def spot(self, start: int, end: int) -> Spot:
        """Return a place of the text as a place of the file."""
        line, column = self.checked.draft.place(start)
        end_line, end_column = self.checked.draft.place(max(end - 1, start))
        return Spot(line, column, end_line, end_column + 1)

    def _of_many(self, code: str, places: Sequence[tuple[int, int]]) -> Message:
        spots = tuple(self.spot(start, end) for start, end in places)
        lines = list(dict.fromkeys(one.line for one in spots))
        named = [str(line) for line in lines[:MOST_LINES]]
        if len(lines) > MOST_LINES:
            named.append(f"{len(lines) - MOST_LINES} more")
        words = f"{len(spots)} sentence{'s' * (len(spots) > 1)}: line{'s' * (len(lines) > 1)} {listed(named)}."
        start, end = places[0]
        return self._made((code,), self.checks[code].severity, spots, words, quote=" ".join(self.checked.text[start:end].split()))

    def _made(
        self,
        codes: tuple[str, ...],
        severity: Alarm,
        places: tuple[Spot, ...],
        message: str,
        advice: str = "",
        wording: str = "",
        details: tuple[str, ...] = (),
        *,
        quote: str,
        suppressed: str = "",
        title: str = "",
    ) -> Message:
        check = self.checks[codes[0]]
        return Message(
            path=self.checked.draft.path,
            places=places,
            codes=codes,
            severity=severity,
            title=title or check.title,
            message=message,
            advice=capital(advice or check.help),
            wording=wording,
            details=details,
            quote=quote,
            fingerprint="",
            suppressed=suppressed,
        )

    def _sentence(self, one: Remark) -> tuple[int, int]:
        found = self.checked.sentence_at(one.start)
        return (found.start, found.end) if found else (one.start, one.end)

    def _gravest_first(self, one: Remark) -> tuple[int, int, int]:
        order = GRAVEST_FIRST.index(one.code) if one.code in GRAVEST_FIRST else len(GRAVEST_FIRST)
        return ALARMS.index(self.severity(one)), order, one.start


def _with_fingerprints(messages: Iterable[Message]) -> Iterator[Message]:
    """Give each message a hash of its code and its words, and of how often both stood before; never of its place."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in messages:
        words = "" if one.code in LAST else same_words(one.quote)
        about = (one.code, words)
        parts = (*about, str(seen[about]))
        seen[about] += 1
        yield replace(one, fingerprint=hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32])
