"""Who of several reviewers agree, and what those who do ruled together."""

from collections.abc import Mapping

from helpers.model.decision import Ruling, Verdict

_Said = tuple[Verdict, str]  # a verdict, and the wording that is suggested with it


def those_who_agree(rulings: Mapping[str, Ruling]) -> tuple[str, ...]:
    """Return the names of those who say the same, where they are more than half of all: two of two, two of three.

    To say the same is to give the same verdict and to suggest no other wording; who suggests none agrees with any. White space
    makes no difference.

    Examples
    --------
    >>> yes, no = Ruling("substantiated"), Ruling("misleading")
    >>> those_who_agree({"A": yes, "B": no, "C": yes}), those_who_agree({"A": yes, "B": no})
    (('A', 'C'), ())
    """
    said: list[_Said] = list(dict.fromkeys((ruling.verdict, _words(ruling)) for ruling in rulings.values()))
    sides = [tuple(name for name, ruling in rulings.items() if _agrees(ruling, one)) for one in said]
    largest = max(sides, key=len, default=())
    return largest if 2 * len(largest) > len(rulings) else ()


def together(rulings: Mapping[str, Ruling], last: str) -> Ruling:
    """Return what reviewers who agree ruled together: every reason under its name, every reference, the earliest last day.

    Parameters
    ----------
    rulings : mapping of str to Ruling
        By name, of those who agree.
    last : str
        Who of them ruled last.
    """
    if len(rulings) == 1:
        return rulings[last]
    given = {name: ruling.reason.strip() for name, ruling in rulings.items() if ruling.reason.strip()}
    same = len(set(given.values())) == 1
    return Ruling(
        verdict=rulings[last].verdict,
        reason=next(iter(given.values())) if same else " ".join(f"{name}: {_stopped(reason)}" for name, reason in given.items()),
        wording=next(filter(None, map(_words, rulings.values())), ""),
        references=tuple(sorted({reference for ruling in rulings.values() for reference in ruling.references})),
        expires=min((ruling.expires for ruling in rulings.values() if ruling.expires), default=None),
    )


def _agrees(ruling: Ruling, said: _Said) -> bool:
    verdict, wording = said
    return ruling.verdict == verdict and _words(ruling) in ("", wording)


def _words(ruling: Ruling) -> str:
    return " ".join(ruling.wording.split())


def _stopped(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
