"""The trained flag of a pack: what tells that a sentence may hold a claim, each mark with its weight."""

import json
from pathlib import Path

from pydantic import Field, ValidationError

from helpers.errors import PackError
from helpers.packs.read import Strict, read_yaml

FLAG = "flag.json"


class FlagWeights(Strict):
    """A linear flag; ``workbook train-flag`` writes it.

    Attributes
    ----------
    bias : float
        The weight of a sentence without marks.
    sign : float
        What a sentence weighs more that holds a sign: an outcome, a harm, an agency, a figure.
    at : float
        The weight from which on a sentence is flagged.
    weights : dict of str to float
        Mark -> weight: words, pairs of words, the pack's classes, the kind of sentence, what stands above it.
    """

    bias: float
    sign: float
    at: float
    weights: dict[str, float]


def read_flag(folder: Path) -> FlagWeights | None:
    """Read ``flag.json`` of the pack in ``folder``; None for a pack without a flag.

    Raises
    ------
    PackError
        The file is wrong.
    """
    path = folder / FLAG
    if not path.is_file():
        return None
    try:
        return FlagWeights.model_validate_json(path.read_text(encoding="utf-8"))
    except (ValidationError, UnicodeDecodeError) as error:
        raise PackError("not as `workbook train-flag` writes it; take it away and run that", path=FLAG) from error


def flag_text(flag: FlagWeights) -> str:
    """Return a flag as its file: a mark a line, sorted."""
    return json.dumps(flag.model_dump(), ensure_ascii=False, indent=0, sort_keys=True) + "\n"


class FlagBlock(Strict):
    """Sentences under one heading that hold a claim by the codebook, and such as hold none."""

    under: str
    claims: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class FlagSentences(Strict):
    """Annotated sentences of our own for training the flag, and the title above each."""

    title: str
    blocks: tuple[FlagBlock, ...] = Field(min_length=1)


def read_flag_sentences(path: Path) -> FlagSentences:
    """Read annotated sentences for training.

    Raises
    ------
    PackError
        The file is missing or wrong.
    """
    return read_yaml(path, FlagSentences)
