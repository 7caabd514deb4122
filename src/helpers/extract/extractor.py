"""From a segmented document and its quantities to the claim table, by the rules of a pack."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from helpers.extract.mentions import Lexicon, Mention, word_starts
from helpers.extract.reading import Reader
from helpers.extract.rule import CompiledRule, Draft
from helpers.extract.treatments import asides, in_field, main_treatment, resolve
from helpers.extract.unit import Unit
from helpers.model import Claim, Document, Quantity, Segmented, claim_id
from helpers.packs.load import Pack

_PER_DAY = {"minute": 1440}


class Extractor:
    """Reads claims; compiled once for a pack, used for any number of documents.

    Parameters
    ----------
    pack : Pack
    """

    def __init__(self, pack: Pack) -> None:
        self._lexicon = Lexicon(pack.classes)
        self._units_of = {name: topic.unit for name, topic in pack.topics.items()}
        self._compiled = [CompiledRule(rule) for rule in pack.rules]
        self._by_sense: dict[frozenset[str], list[CompiledRule]] = {}

    def extract(self, document: Document, segmented: Segmented, quantities: Sequence[Quantity]) -> list[Claim]:
        """Return the document's claims in reading order.

        Parameters
        ----------
        document : Document
        segmented : Segmented
            The same document's sentences.
        quantities : sequence of Quantity
            The same document's quantities.
        """
        words = word_starts(document.text)
        reader = Reader(document.text, words, self._lexicon.mentions(document.text, quantities, words))
        sentences = segmented.sentences
        body = [one for sentence in sentences if sentence.zone == "body" for one in reader.within(sentence.start, sentence.end)]
        if not in_field(body):
            return []
        titles = [one for sentence in sentences if sentence.kind == "heading" for one in reader.within(sentence.start, sentence.end)]
        main = main_treatment(body, titles)
        claims: list[Claim] = []
        seen: Counter[tuple[object, ...]] = Counter()
        for sentence in sentences:
            drafts: list[Draft] = []
            for unit in reader.units(sentence):
                drafts += _of_label(self._read(unit), drafts) if unit.label_only else self._read(unit)
            for claim in self._settle(drafts, document, main):
                said = (claim.topic, claim.treatment, claim.item, claim.level, claim.low, claim.high, claim.quote)
                claims.append(replace(claim, claim_id=_identity(claim, seen[said])))
                seen[said] += 1
        return claims

    def _read(self, unit: Unit) -> list[Draft]:
        """Apply the rules: first to quantities, each of which goes to the nearest rule, then to words."""
        drafts: list[Draft] = []
        taken: set[int] = set()
        for index, mention in enumerate(unit.mentions):
            if mention.quantity is not None:
                rivals = [draft for rule in self._rules(mention) if (draft := rule.apply(unit, index, taken))]
                if rivals:
                    drafts.append(min(rivals, key=lambda draft: draft.nearness))
                    taken.add(mention.start)
        for index, mention in enumerate(unit.mentions):
            if mention.quantity is None:
                topics: set[str] = set()
                for rule in self._rules(mention):
                    if rule.rule.topic not in topics and (draft := rule.apply(unit, index, taken)):
                        drafts.append(draft)
                        topics.add(rule.rule.topic)
        return drafts

    def _rules(self, mention: Mention) -> list[CompiledRule]:
        """Return the rules whose anchor the mention can be, in the pack's order."""
        rules = self._by_sense.get(mention.sense.keys)
        if rules is None:
            rules = [rule for rule in self._compiled if not mention.sense.keys.isdisjoint(rule.rule.anchors)]
            self._by_sense[mention.sense.keys] = rules
        return rules

    def _settle(self, drafts: Iterable[Draft], document: Document, main: str) -> Iterator[Claim]:
        """One claim for each thing a sentence says: the most definite of the drafts that say it."""
        text = document.text
        kept: dict[tuple[object, ...], tuple[Draft, Claim]] = {}
        for draft in drafts:
            treatment = resolve(draft.unit, draft.anchor, asides(draft.unit, text), main)
            if treatment is None:
                continue
            claim = self._claim(draft, document, treatment)
            key = (claim.topic, claim.item, treatment, *_value(draft))
            if key not in kept or _definite(draft) > _definite(kept[key][0]):
                kept[key] = (draft, claim)
        explicit = {key[:3] for key, (draft, _) in kept.items() if draft.item is not None and _value(draft)}
        claims = [claim for key, (draft, claim) in kept.items() if draft.item is None or _value(draft) or key[:3] not in explicit]
        return iter(sorted(claims, key=lambda claim: (claim.start, claim.end, claim.topic, claim.item or "")))

    def _claim(self, draft: Draft, document: Document, treatment: str) -> Claim:
        start = min(word.start for word in draft.evidence)
        end = max(word.end for word in draft.evidence)
        rule, sentence, unit = draft.rule, draft.unit.sentence, self._units_of[draft.rule.topic]
        scale = _PER_DAY.get(unit or "", 1)
        return Claim(
            claim_id="",
            source_id=document.source_id,
            topic=rule.topic,
            treatment=treatment,
            item=draft.item,
            level=draft.level,
            low=_scaled(draft.low, scale),
            high=_scaled(draft.high, scale),
            unit=unit if draft.low is not None or draft.high is not None else None,
            vague=draft.vague,
            certainty=draft.certainty,
            zone=sentence.zone,
            start=start,
            end=end,
            quote=document.text[start:end],
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            rule=rule.id,
        )


def _value(draft: Draft) -> tuple[object, ...]:
    """Return what the draft says beyond its item: nothing, where its level is only the rule's default."""
    if draft.item is None:
        return (draft.level, draft.low, draft.high)
    return (draft.level,) if draft.level != draft.rule.level.default else ()


def _definite(draft: Draft) -> tuple[bool, int]:
    return (draft.low is not None or draft.high is not None, -draft.anchor.start)


def _of_label(drafts: Iterable[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Keep what the label itself names, on topics of which the words behind it name nothing."""
    known = {draft.rule.topic for draft in others}
    label = [(draft, draft.unit.sentence.label) for draft in drafts if draft.rule.topic not in known]
    return [draft for draft, span in label if span is not None and draft.anchor.end <= span.end]


def _scaled(bound: float | None, scale: int) -> float | None:
    return None if bound is None else round(bound * scale, 4)


def _identity(claim: Claim, occurrence: int) -> str:
    return claim_id(
        source_id=claim.source_id,
        topic=claim.topic,
        treatment=claim.treatment,
        item=claim.item,
        level=claim.level,
        low=claim.low,
        high=claim.high,
        quote=claim.quote,
        occurrence=occurrence,
    )
