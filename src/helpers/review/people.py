"""Who decides: names that are one person's however they are typed, and names that only look like somebody's."""

import unicodedata
from collections.abc import Iterable, Mapping

from helpers.errors import WorkbookError

NAME_LENGTH = 100
_ONE_SIGN = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-"})
# Letters of other scripts that look like a Latin one; Unicode's list of confusables has them all, names need these.
_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХЗаеорсухіјѕһԁԛԝкмтӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοινκρυγτχωɑɡıɩ",
    "ABESIJKMHOPCTYX3aeopcyxijshdqwkmtlABEZHIKMNOPTYXaoivkpuytxwagii",
)
_ALPHABETS = {"LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE"}  # other scripts are rightly mixed in one name
_BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10)}


def as_written(name: str) -> str:
    """Return a name as the journal holds it: its letters composed, one space between words and none around."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def person(name: str) -> str:
    """Return what all spellings of a person's name have in common: case, spaces and how letters are composed do not count."""
    folded = unicodedata.normalize("NFKC", name).translate(_ONE_SIGN).casefold()
    return unicodedata.normalize("NFKC", "".join(folded.split()))


def wrong_name(name: str) -> str:
    """Say what is wrong with a name; nothing where it is one."""
    if not name or name != name.strip():
        return "who decides? give the reviewer's name, without spaces around it"
    if not any(letter.isalpha() for letter in name):
        return f"{name!r} is no name: it has no letter; type the reviewer's name"
    if len(name) > NAME_LENGTH or not name.isprintable() or any(ord(letter) in _BLANK for letter in name):
        return f"the reviewer's name must be printable and no longer than {NAME_LENGTH} characters"
    return ""


def known_as(name: str, known: Mapping[str, str]) -> str:
    """Return the name under which the journal knows a person, else the name as it would hold it.

    Parameters
    ----------
    known : mapping of str to str
        The first spelling of each person's name, by ``person``.
    """
    return known.get(person(name), as_written(name))


def no_lookalike(name: str, known: Iterable[str]) -> None:
    """Refuse a name that mixes alphabets in one word, or looks like that of another who is known.

    Raises
    ------
    WorkbookError
        One line that says what to change.
    """
    for word in unicodedata.normalize("NFKC", name).split():
        alphabets = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()} & _ALPHABETS
        if len(alphabets) > 1:
            mixed = " and ".join(sorted(one.title() for one in alphabets))
            raise WorkbookError(f"the name {name!r} mixes {mixed} letters in one word, which look alike; type it in one alphabet")
    other = next((one for one in known if _looks(one) == _looks(name) and person(one) != person(name)), None)
    if other is not None:
        raise WorkbookError(
            f"the name {name!r} looks like {other!r}, in letters of another alphabet; type the one or another name"
        )


def _looks(name: str) -> str:
    return person(unicodedata.normalize("NFKC", name).translate(_LOOKS)).translate(_LOOKS)
