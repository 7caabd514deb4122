"""The forms of an English verb, by the rules of spelling; a pack lists the verbs that do not follow them."""

import re
from collections.abc import Mapping, Sequence

REGULAR = frozenset({"", "e", "s", "es", "ed", "d", "ing", "ies", "ied", "y"})  # the endings of a word that is written with ~
_SHORT = re.compile(r"^[^aeiouy]*[aeiouy][^aeiouywx]$")


def with_s(word: str) -> str:
    """Return a verb as "it" has it, or a noun in the plural.

    Examples
    --------
    >>> [with_s(word) for word in ("fade", "go", "touch", "study", "day")]
    ['fades', 'goes', 'touches', 'studies', 'days']
    """
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def forms_of(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a verb with all its forms, each once.

    Parameters
    ----------
    verb : str
        As a dictionary lists it.
    irregular : mapping of str to sequence of str
        Verb -> its other forms, where the rules of spelling do not give them.

    Examples
    --------
    >>> forms_of("fade", {})
    ('fade', 'fades', 'faded', 'fading')
    >>> forms_of("stop", {})
    ('stop', 'stops', 'stopped', 'stopping')
    >>> forms_of("dry", {})
    ('dry', 'dries', 'dried', 'drying')
    >>> forms_of("grow", {"grow": ["grows", "grew", "grown", "growing"]})
    ('grow', 'grows', 'grew', 'grown', 'growing')
    """
    if verb in irregular:
        return (verb, *irregular[verb])
    third = with_s(verb)
    if third.endswith("ies"):
        return (verb, third, f"{verb[:-1]}ied", f"{verb}ing")
    if verb.endswith("ee"):
        return (verb, third, f"{verb}d", f"{verb}ing")
    if verb.endswith("e"):
        return (verb, third, f"{verb}d", f"{verb[:-1]}ing")
    stem = verb + verb[-1] if _SHORT.match(verb) else verb
    return (verb, third, f"{stem}ed", f"{stem}ing")
