"""From a segmented document and its quantities to the claim table, by the rules of a pack."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from helpers.extract.folding import Prepared, prepare
from helpers.extract.frames import rejects
from helpers.extract.lists import MENU, lists_of, rows_of
from helpers.extract.mentions import Lexicon, Mention, Mentions
from helpers.extract.merged import merged
from helpers.extract.names import PRODUCT, TREATMENT, Naming, Subject, namings
from helpers.extract.offers import Offers, PageOffers
from helpers.extract.own import Own, own_of
from helpers.extract.page import Heading, Page, in_field, page_of
from helpers.extract.parts import parts
from helpers.extract.reading import Reader
from helpers.extract.rule import Anchored, CompiledRule, Draft
from helpers.extract.scope import BOUNDARY, FINITE, NEGATOR, SUBJECT
from helpers.extract.siblings import siblings, timed
from helpers.extract.situation import PageSituations, Situations
from helpers.extract.trace import Trace
from helpers.extract.treatments import Standing, last_named, resolve, spoken_of
from helpers.extract.unit import Unit
from helpers.extract.unnamed import Unnamed
from helpers.model import Claim, Document, Quantity, Segmented, Sentence, Span, claim_id
from helpers.model.named import Named
from helpers.model.segment import SENTENCE_KINDS
from helpers.packs.load import Pack

_PER_DAY = {"minute": 1440}
_FAR = 15  # statements after which what was named last is forgotten
_SHORT = 0.01  # of a day, some minutes: a third decimal would be a fifth of it
AT_LARGE = "unspecified"  # an item that counts only where the sentence names no other


class Extractor:
    """Reads claims; compiled once for a pack, used for any number of documents.

    Parameters
    ----------
    pack : Pack
    """

    def __init__(self, pack: Pack) -> None:
        self.lexicon = Lexicon(pack.classes)
        self.treatments = frozenset(pack.classes[TREATMENT].values) if TREATMENT in pack.classes else frozenset()
        self._treatments, self._offers = pack.treatments, Offers(pack.offers)
        self._situations = Situations(pack.situation)
        self._units_of = {name: topic.unit for name, topic in pack.topics.items()}
        self._compiled = [CompiledRule(rule) for rule in pack.rules]
        self._rules = {kind: Anchored([one for one in self._compiled if one.reads(kind)]) for kind in SENTENCE_KINDS}
        self._unnamed = Unnamed(pack.classes, _known(pack))

    def extract(
        self, document: Document, segmented: Segmented, quantities: Sequence[Quantity], *, any_field: bool = False
    ) -> list[Claim]:
        """Return the document's claims in reading order; see :meth:`read`."""
        return self.read(document, segmented, quantities, any_field=any_field)[0]

    def read(
        self,
        document: Document,
        segmented: Segmented,
        quantities: Sequence[Quantity],
        *,
        any_field: bool = False,
        trace: Trace | None = None,
    ) -> tuple[list[Claim], list[Named]]:
        """Return the document's claims and the treatments that it names, each in reading order.

        Parameters
        ----------
        document : Document
        segmented : Segmented
            The same document's sentences.
        quantities : sequence of Quantity
            The same document's quantities.
        any_field : bool
            Read it even if it names no treatment and too few words of the pack's field.
        trace : Trace, optional
            Told how it is read, where somebody asks.
        """
        prepared, reader, body, known = self._look(document, segmented, quantities)
        if not any_field and not known:
            return [], []
        sentences = segmented.sentences
        names = namings(body)
        offers = self._offers.on(prepared)
        page = page_of(names, self._headings(document.text, sentences, reader, offers), len(document.text))
        situations = PageSituations(self._situations, prepared, _title(sentences, page), reader.named)
        claims: list[Claim] = []
        seen: Counter[tuple[object, ...]] = Counter()
        spoken: tuple[int, Subject | None] = (-1, None)
        last: Subject | None = None
        before: Subject | None = None
        ago = 0
        in_part = parts(document.text, sentences, reader.within, offers, page)
        following, lists = (*sentences, None)[1:], lists_of(sentences)
        reader.look_at_lists(sentences, lists)
        for sentence, part, around, after in zip(sentences, in_part, lists, following, strict=True):
            last = None if sentence.kind in {"heading", "question"} or part != before else last
            standing = Standing(page, part, spoken[1] if spoken[0] == sentence.block else None, last)
            drafts: list[Draft] = []
            own: dict[Unit, Own] = {}
            for unit in reader.units(sentence, around):
                own[unit] = own_of(unit, document.text)
                found = self._read(unit, trace)
                drafts += _of_label(found, drafts) if unit.label_only else found
                if not unit.label_only:
                    spoken = (sentence.block, spoken_of(unit, own[unit], standing))
                    ago = 0 if own[unit].subjects else ago + 1
                    last, before = last_named(own[unit], standing) if ago < _FAR else None, part
            if drafts and after and after.block == sentence.block and rejects(reader.within(after.start, after.end), after):
                drafts = list(_turned_down(drafts))
            settled = _settle(drafts, own, standing) if drafts else []
            claims += [self._claim(draft, document, subject, situations, seen) for draft, subject in settled]
            if trace:
                trace.end(sentence, settled, claims[len(claims) - len(settled) :], situations, standing, own)
        return claims, _named(names, sentences)

    @staticmethod
    def _headings(text: str, sentences: Sequence[Sentence], reader: Reader, offers: PageOffers) -> list[Heading]:
        """Return what the headings of a page name."""
        found: list[Heading] = []
        top = True
        rows = rows_of(sentences)
        for number, one in enumerate(sentences):
            if one.kind == "heading" or (top and _may_be_title(one, text)):
                names = tuple(namings(reader.within(one.start, one.end)))
                offer = offers.of(one.start, one.end, title=not found) if top and not names else None
                said = offer and text.lower().count(text[offer.start : offer.end].lower())
                found.append(Heading(one.start, names, offer and offer.subject, said or 0, top, not top and rows[number] >= MENU))
            elif one.kind in {"sentence", "item", "row", "fragment"} and one.zone == "body":
                top = False
        return found

    def subject(self, document: Document, segmented: Segmented, quantities: Sequence[Quantity]) -> tuple[bool, tuple[str, ...]]:
        """Return whether a document is about the pack's field, and the treatments that it names."""
        _, _, body, known = self._look(document, segmented, quantities)
        return known, tuple(dict.fromkeys(one.subject.name for one in namings(body)))

    def _look(
        self, document: Document, segmented: Segmented, quantities: Sequence[Quantity]
    ) -> tuple[Prepared, Reader, list[Mention], bool]:
        """Find every word of the lexicons, those outside website furniture, and whether they are of the pack's field."""
        prepared = prepare(segmented.unbroken(document.text))
        mentions = Mentions(self.lexicon.mentions(prepared, quantities))
        inside = [one for one in segmented.sentences if one.zone == "body"]
        title = next((Span(one.start, one.end) for one in inside[:1] if one.kind in {"heading", "fragment"}), None)
        reader = Reader(prepared.text, prepared.words, mentions, self._unnamed, title)
        body = [mention for sentence in inside for mention in reader.within(sentence.start, sentence.end)]
        return prepared, reader, body, in_field(body, len(prepared.words))

    def _read(self, unit: Unit, trace: Trace | None) -> list[Draft]:
        """Apply the rules: first to quantities, each of which goes to the nearest rule, then to words."""
        drafts: list[Draft] = []
        taken: set[int] = set()
        sights, known = unit.sights, self._rules[unit.sentence.kind]
        anchors = [
            (index, mention, [rule for sight, cue, rule in able if not cue.isdisjoint(sights[sight])])
            for index, mention in enumerate(unit.mentions)
            if (able := known[mention.sense.keys])
        ]
        for index, mention, rules in anchors:
            if mention.quantity is not None:
                rivals = [
                    draft
                    for rule in rules
                    if (draft := rule.apply(unit, index, taken, trace and trace.trial(rule.rule, unit, index)))
                ]
                if rivals:
                    nearest = min(rivals, key=lambda draft: draft.nearness)
                    drafts.append(nearest)
                    taken |= set() if nearest.rule.shares else {mention.start}
        for index, mention, rules in anchors:
            if mention.quantity is None:
                topics: set[str] = set()
                for rule in rules:
                    if rule.rule.topic not in topics and (
                        draft := rule.apply(unit, index, taken, trace and trace.trial(rule.rule, unit, index))
                    ):
                        drafts.append(draft)
                        topics.add(rule.rule.topic)
        if drafts:
            drafts = merged(unit, drafts)
            drafts = timed(unit, [*drafts, *siblings(unit, drafts)])
        if trace:
            trace.read(unit, drafts, self._compiled)
        return drafts

    def _claim(
        self, draft: Draft, document: Document, subject: Subject, situations: PageSituations, seen: Counter[tuple[object, ...]]
    ) -> Claim:
        rule, sentence, unit = draft.rule, draft.unit.sentence, self._units_of[draft.rule.topic]
        scale = _PER_DAY.get(unit or "", 1)
        treatment = self._treatments.class_of(subject.name)
        low, high, quote = _scaled(draft.low, scale), _scaled(draft.high, scale), document.text[draft.start : draft.end]
        said = (rule.topic, treatment, draft.item, draft.level, low, high, quote)
        seen[said] += 1
        identity = claim_id(
            source_id=document.source_id,
            topic=rule.topic,
            treatment=treatment,
            item=draft.item,
            level=draft.level,
            low=low,
            high=high,
            quote=quote,
            occurrence=seen[said] - 1,
        )
        return Claim(
            claim_id=identity,
            source_id=document.source_id,
            topic=rule.topic,
            treatment=treatment,
            item=draft.item,
            level=draft.level,
            low=low,
            high=high,
            unit=None if low is None and high is None else unit,
            vague=draft.vague,
            certainty=draft.certainty,
            **situations.of(draft, subject),
            product=subject.product or self._treatments.product_of(subject.name),
            zone=sentence.zone,
            start=draft.start,
            end=draft.end,
            quote=quote,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            rule=rule.id,
        )


def _known(pack: Pack) -> frozenset[str]:
    """Return the classes of words that are no unnamed member of another: what a rule reads, and names of treatments."""
    anchors = {anchor.partition(".")[0] for rule in pack.rules for anchor in rule.anchors}
    return frozenset(anchors) | {TREATMENT, PRODUCT, FINITE, BOUNDARY, NEGATOR, SUBJECT}


def _may_be_title(sentence: Sentence, text: str) -> bool:
    """Say whether a short line is no sentence and no labelled fact."""
    return (
        sentence.kind == "fragment" and sentence.label is None and sentence.zone == "body" and text[sentence.end - 1] not in ".!"
    )


def _title(sentences: Sequence[Sentence], page: Page) -> Span | None:
    """Return the heading that says what the page is about."""
    return next((Span(one.start, one.end) for one in sentences if one.start == page.title), None)


def _named(names: Iterable[Naming], sentences: Sequence[Sentence]) -> list[Named]:
    """Return the treatments that the page names outside website furniture, in reading order."""
    headings = [(one.start, one.end) for one in sentences if one.kind == "heading"]
    starts = [start for start, _ in headings]
    found = []
    for one in names:
        above = bisect_right(starts, one.start) - 1
        heading = above >= 0 and one.end <= headings[above][1]
        found.append(Named(one.start, one.end, one.subject.name, one.subject.product, heading))
    return found


def _settle(drafts: Iterable[Draft], own: Mapping[Unit, Own], standing: Standing) -> list[tuple[Draft, Subject]]:
    """Return one draft with its treatment for each thing a sentence says: the most definite of those that say it."""
    kept: dict[tuple[object, ...], tuple[Draft, Subject]] = {}
    for draft in drafts:
        for treatment in resolve(draft.unit, draft.anchor, own[draft.unit], standing):
            key = (draft.rule.topic, draft.item, treatment, *_value(draft))
            if key not in kept or _definite(draft) > _definite(kept[key][0]):
                kept[key] = (draft, treatment)
    explicit = {key[:3] for key, (draft, _) in kept.items() if draft.item is not None and _value(draft)}
    named = {(topic, treatment) for topic, item, treatment, *_ in kept if item != AT_LARGE}
    settled = [
        one
        for key, one in kept.items()
        if (one[0].item is None or _value(one[0]) or key[:3] not in explicit)
        and (one[0].item != AT_LARGE or (key[0], key[2]) not in named)
    ]
    return sorted(settled, key=lambda one: (one[0].start, one[0].end, one[0].rule.topic, one[0].item or ""))


def _value(draft: Draft) -> tuple[object, ...]:
    """Return what the draft says beyond its item: nothing, where its level is only the rule's default."""
    if draft.item is None:
        return (draft.level, draft.low, draft.high)
    return (draft.level,) if draft.level != draft.rule.level.default else ()


def _definite(draft: Draft) -> tuple[bool, int]:
    return (draft.low is not None or draft.high is not None, -draft.anchor.start)


def _turned_down(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield what is left of the drafts of a sentence that the next one rejects: their denial, where the rule has one."""
    for draft in drafts:
        level = draft.rule.level
        if level.negated is not None and draft.level != level.negated:
            yield replace(draft, level=level.negated)


def _of_label(drafts: Iterable[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Keep what the label itself names, on topics of which the words behind it name nothing."""
    known = {draft.rule.topic for draft in others}
    label = [(draft, draft.unit.sentence.label) for draft in drafts if draft.rule.topic not in known]
    return [draft for draft, span in label if span is not None and draft.anchor.end <= span.end]


def _scaled(bound: float | None, scale: int) -> float | None:
    if bound is None:
        return None
    return round(bound * scale, 1) if scale != 1 else round(bound, 3 if bound >= _SHORT else 6)
