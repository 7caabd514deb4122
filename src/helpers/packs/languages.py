"""Schema of ``data/languages.yml``: the languages that are told apart."""

from functools import cache
from pathlib import Path

from helpers.packs.read import Strict, read_yaml
from helpers.paths import DATA

FILE = DATA / "languages.yml"


class Language(Strict):
    """A language.

    Attributes
    ----------
    name : str
        In English.
    common : tuple of str
        Common words, in lower case, that hardly stand in another language.
    """

    name: str
    common: tuple[str, ...] = ()


class LanguageFile(Strict):
    """All languages that are told apart, by code."""

    languages: dict[str, Language]


@cache
def read_languages(path: Path = FILE) -> dict[str, Language]:
    """Read the languages by their codes.

    Raises
    ------
    PackError
        The file is missing or does not fit the schema.
    """
    return read_yaml(path, LanguageFile).languages
