"""Schema of ``ledger.yml``: which words a claim could rest on, and why a sentence makes none."""

from pathlib import Path

from pydantic import Field

from helpers.model.quantity import Dimension
from helpers.packs.read import Strict, read_yaml


class NoClaimCue(Strict):
    """Words that tell why a sentence makes no claim.

    Attributes
    ----------
    reason : str
        As a reviewer would say it: "a call to book".
    words : tuple of str
        Any of these phrases; ``*`` at the end takes any ending.
    examples, counterexamples : tuple of str
        Sentences of this kind, and such as are not.
    """

    id: str = Field(min_length=1)
    reason: str
    words: tuple[str, ...] = Field(min_length=1)
    examples: tuple[str, ...] = Field(min_length=1)
    counterexamples: tuple[str, ...] = Field(min_length=1)


class LedgerWords(Strict):
    """What the ledger needs to know of a field.

    Attributes
    ----------
    signs : dict of str to str
        Lexicon class, or ``class.value`` -> what its words are a sign of.
    grave : tuple of str
        Those of them that name a harm, a medicine or an agency: what holds them unread is read before the rest.
    figures : dict of str to str
        Dimension of a quantity -> what it is a sign of.
    no_claim : tuple of NoClaimCue
        The first that fits gives the reason.
    """

    signs: dict[str, str] = Field(default_factory=dict)
    grave: tuple[str, ...] = ()
    figures: dict[Dimension, str] = Field(default_factory=dict)
    no_claim: tuple[NoClaimCue, ...] = ()


def read_ledger_words(folder: Path) -> LedgerWords:
    """Read ``ledger.yml`` of the pack in ``folder``; a pack without it has no signs and no reasons.

    Raises
    ------
    PackError
        The file is wrong.
    """
    path = folder / "ledger.yml"
    return read_yaml(path, LedgerWords) if path.is_file() else LedgerWords()
