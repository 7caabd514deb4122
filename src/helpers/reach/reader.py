"""How far one page could be read, decided in one place."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from helpers.model import Claim, Segmented
from helpers.model.reach import Reach
from helpers.reach.tongues import WORD, Foreign

LEAST_WORDS = 20


class Subject(NamedTuple):
    """What a page is about, as far as a pack can tell.

    Attributes
    ----------
    in_field : bool
        It names enough of the pack's field to be read.
    treatments : tuple of str
        The pack's treatments that it names.
    """

    in_field: bool
    treatments: tuple[str, ...]


def reach_of(
    text: str,
    segmented: Segmented,
    claims: Sequence[Claim],
    *,
    foreign: Foreign,
    reads: str,
    treatments: Collection[str],
    subject: Callable[[], Subject],
) -> Reach:
    """Say how far a page could be read.

    Parameters
    ----------
    text, segmented, claims
        Of the page.
    foreign : Foreign
        What is not written in the pack's language.
    reads : str
        The pack's language in words.
    treatments : collection of str
        Those that the pack knows.
    subject : callable
        Finds what the page is about; asked only where its claims do not tell.

    Returns
    -------
    Reach
    """
    name, language, passages = segmented.source_id, foreign.language, len(foreign.passages)
    if foreign.is_most:
        return Reach(name, "other_language", f"it is written in {language}, and the pack reads {reads}", language, passages)
    own = [claim for claim in claims if claim.zone == "body"]
    if any(claim.treatment in treatments for claim in own):
        return Reach(name, language=language, passages=passages)
    words = sum(len(WORD.findall(text[one.start : one.end])) for one in segmented.sentences if one.zone == "body")
    if not own and words < LEAST_WORDS:
        held = "no text" if not words else f"only {words} word{'s' if words > 1 else ''}"
        return Reach(name, "too_little_text", f"it holds {held} outside website furniture", language, passages)
    about = subject()
    if not about.in_field:
        return Reach(name, "other_field", "too few of its words belong to the field that the pack knows", language, passages)
    if own or not about.treatments:
        why = (
            "it names no treatment that the pack knows"
            if not about.treatments
            else "none of its claims is about one that the pack knows"
        )
        return Reach(name, "unknown_treatment", why, language, passages)
    return Reach(name, language=language, passages=passages)
