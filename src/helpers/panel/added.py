"""What reviewers say was missed, while they are at the queue: words of a page become a claim to decide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpers.errors import WorkbookError
from helpers.model.claim import Claim
from helpers.model.decision import Event, Judged, Says
from helpers.model.document import Document
from helpers.model.judgement import STAYS
from helpers.model.segment import Sentence
from helpers.panel.rows import Row
from helpers.review import claim_at
from helpers.review.anchor import find


@dataclass(frozen=True)
class Pages:
    """What a session needs to take in what was missed.

    Attributes
    ----------
    sentences : mapping of str to sequence of Sentence
        By source id.
    topics, treatments : list of dict
        What words can be said to be about, for the page's form: the pack's id, words for people, the levels that a topic has,
        what its items are, and those that these pages name.
    row_of : callable
        Puts a claim on its card.
    """

    sentences: Mapping[str, Sequence[Sentence]]
    topics: list[dict[str, Any]]
    treatments: list[dict[str, str]]
    row_of: Callable[[Claim], Row]

    def claim(self, document: Document, start: int, end: int, says: Says) -> Claim:
        """Return the claim that selected words make.

        Raises
        ------
        WorkbookError
            No words are selected, or what they claim is none of the pack's.
        """
        text = document.text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise WorkbookError("select the words of the page that make the claim")
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        topic = next((one for one in self.topics if one["id"] == says.topic), None)
        if topic is None:
            raise WorkbookError("what is this claim about? choose a topic")
        if says.level and says.level not in {level["id"] for level in topic["levels"]}:
            raise WorkbookError(f"{says.level!r} is no level of {topic['words']}; choose one of the list")
        if topic["item"] and not says.item:
            raise WorkbookError(f"name the {topic['item']} that it is about")
        item = "_".join(says.item.lower().split()) if says.item else None  # as the pack writes its own
        return claim_at(document, self.sentences[document.source_id], start, end, replace(says, item=item))

    def of_event(self, event: Event, documents: Mapping[str, Document]) -> Claim | None:
        """Return the claim that an event says was missed, where its words still stand on one of these pages."""
        judged: Judged = event.decision.claims[0]
        document = documents.get(judged.source_id)
        if document is None or judged.says is None:
            return None
        place = find(judged.anchor, document.text)
        if place.found not in STAYS or place.start is None or place.end is None:
            return None
        return claim_at(document, self.sentences[judged.source_id], place.start, place.end, judged.says)
