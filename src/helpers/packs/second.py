"""Schema of ``second_reader/prompt.yml``: how a model is asked to read a page, as far as the rest of the pack does not say it."""

from pathlib import Path

from pydantic import Field

from helpers.packs.read import Strict, read_yaml

FOLDER = "second_reader"
PROMPT, RULINGS = "prompt.yml", "rulings.yml"


class Cut(Strict):
    """How a page is cut into parts.

    Attributes
    ----------
    most : int
        Characters of a part, about.
    overlap : int
        Characters of the part before that are shown again, about.
    """

    most: int = Field(gt=200)
    overlap: int = Field(ge=0)


class TaskPrompt(Strict):
    """What is asked: the same for each page, then the page; both are Jinja templates."""

    system: str = Field(min_length=1)
    page: str = Field(min_length=1)
    cut: Cut


class PromptFile(Strict):
    """``prompt.yml``: the templates, which a pack may take over from the one it extends.

    Attributes
    ----------
    version : str
        Changed by hand where the meaning of an answer changes.
    claims, problems : TaskPrompt
        The two things that are asked.
    examples : int
        How many of the pack's own examples of each topic are shown.
    """

    version: str
    claims: TaskPrompt
    problems: TaskPrompt
    examples: int = 2


class Shown(Strict):
    """A sentence and all the claims that it makes, as an answer would give them."""

    text: str
    claims: tuple[dict[str, str | float | None], ...] = ()


class Rulings(Strict):
    """``rulings.yml``: what the field's codebook decides beyond its topics.

    Attributes
    ----------
    topics : dict of str to tuple of str
        By topic, what counts and what does not where readers differ.
    general : tuple of str
        The same for all topics.
    quantities : tuple of str
        How amounts become bounds.
    amounts : dict of str to dict of str to (float or None, float or None)
        By topic, words that name an amount where the grammar of amounts reads none ("as a course"), with their bounds.
    items : dict of str to dict of str to str
        By topic and item, what goes under it.
    open : tuple of str
        Topics whose items may go beyond the pack's, by words that stand in the quote.
    named : tuple of str
        Topics whose items are names: the claim's sentence, or what stands above it, must name them.
    problems : dict of str to str
        By kind of problem, when it is one.
    problem_rulings : tuple of str
        What holds for all problems.
    shown : tuple of Shown
        Sentences with all their claims.
    """

    topics: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    general: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    amounts: dict[str, dict[str, tuple[float | None, float | None]]] = Field(default_factory=dict)
    items: dict[str, dict[str, str]] = Field(default_factory=dict)
    open: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    problems: dict[str, str] = Field(default_factory=dict)
    problem_rulings: tuple[str, ...] = ()
    shown: tuple[Shown, ...] = ()


def read_prompt(folders: tuple[Path, ...]) -> PromptFile | None:
    """Read the prompt of a pack: its own, else that of the pack it extends; None where neither has one.

    Raises
    ------
    PackError
        The file does not hold together.
    """
    found = next((path for folder in folders if (path := folder / FOLDER / PROMPT).is_file()), None)
    return read_yaml(found, PromptFile) if found else None


def read_rulings(folder: Path) -> Rulings:
    """Read a pack's rulings; a pack without any has none."""
    path = folder / FOLDER / RULINGS
    return read_yaml(path, Rulings) if path.is_file() else Rulings()
