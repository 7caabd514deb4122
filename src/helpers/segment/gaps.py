"""Lead-ins whose list was lost on the way here."""

import re

from helpers.model import Gap, Sentence
from helpers.packs.furniture import GapTopics, SegmentWords
from helpers.segment.space import last_mark

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LOOK_BACK = 600


class Gaps:
    """Finds lead-ins with nothing behind them, and what they were about.

    Parameters
    ----------
    words : SegmentWords
        Words that leave a lead-in open, and pronouns that only point back.
    topics : GapTopics or None
        The topic pack's cues; without them every gap's topic is empty.
    """

    def __init__(self, words: SegmentWords, topics: GapTopics | None) -> None:
        self._open = frozenset(words.open_lead_ins.words)
        self._pronouns = frozenset(words.pronouns.words)
        self._topics = [(topic.topic, _cues(topic.cues)) for topic in (topics.topics if topics else ())]

    def find(self, source_id: str, text: str, sentences: list[Sentence]) -> list[Gap]:
        """Return a document's gaps in reading order."""
        body = [sentence for sentence in sentences if sentence.zone == "body"]
        found = []
        for index, sentence in enumerate(body):
            if last_mark(text, sentence.start, sentence.end) != ":":
                continue
            following = body[index + 1] if index + 1 < len(body) else None
            before = body[index - 1] if index and body[index - 1].block == sentence.block else None
            topic = self._topic(text, sentence, before)
            if self._is_lost(text, sentence, following, topic):
                quote = text[sentence.start : sentence.end]
                found.append(Gap(source_id, sentence.start, sentence.end, topic, quote))
        return found

    def _is_lost(self, text: str, sentence: Sentence, following: Sentence | None, topic: str) -> bool:
        """Say whether what a colon announces is missing."""
        if following is not None and (following.kind in ("item", "fragment") or following.cells):
            return False
        section = following is not None and following.kind == "heading"
        if section and following is not None and last_mark(text, following.start, following.end) == ":":
            return False
        if sentence.kind == "heading":
            return topic != "" and (following is None or section)
        words = _WORD.findall(text[max(sentence.start, sentence.end - _LOOK_BACK) : sentence.end].casefold())
        if words and words[-1] in self._open:
            return following is None or not text[following.start].islower()
        return following is None

    def _topic(self, text: str, sentence: Sentence, before: Sentence | None) -> str:
        """Read the topic from the lead-in, or from the sentence before where it opens with a pronoun."""
        words = text[max(sentence.start, sentence.end - _LOOK_BACK) : sentence.end].casefold()
        first = _WORD.search(words)
        if before is not None and first is not None and first[0] in self._pronouns:
            words = text[max(before.start, before.end - _LOOK_BACK) : before.end].casefold() + " " + words
        return next((topic for topic, cues in self._topics if cues.search(words)), "")


def _cues(cues: tuple[str, ...]) -> re.Pattern[str]:
    """Compile a topic's cues; a star stands for any ending."""
    parts = "|".join(re.escape(cue.removesuffix("*")) + (r"\w*" if cue.endswith("*") else "") for cue in cues)
    return re.compile(rf"\b(?:{parts})\b")
