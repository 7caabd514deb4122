"""Pages made from the examples of the pack's rules."""

from made_up import made_up

from helpers.compare.drafts import Passage
from helpers.compare.pages import Page
from helpers.compare.patterns import neighbours
from helpers.model import Claim, Gap
from helpers.packs.overstatements import PageExample

ELSEWHERE = 10_000


def page_of(example: PageExample, source: str = "a", gaps: tuple[Gap, ...] = ()) -> Page:
    """Return a page whose first sentence is the example's, with its claims; what stands elsewhere comes long after it."""
    claims = [
        claim(source, topic_claim.model_dump(exclude={"beside"}), at=place, sentence=0)
        for place, topic_claim in enumerate(example.claims)
    ]
    claims += [
        claim(source, topic_claim.model_dump(exclude={"beside"}), at=ELSEWHERE + 100 * place)
        for place, topic_claim in enumerate(example.elsewhere)
    ]
    sentences = (Passage(source, 0, max(len(example.text), len(claims)), example.text),)
    return Page(source, sentences, tuple(claims), gaps, neighbours(claims))


def claim(source: str, given: dict[str, object], **place: int) -> Claim:
    return made_up(source=source, **given, **place)  # type: ignore[arg-type]
