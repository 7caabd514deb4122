"""What people are told wherever a page, or a part of it, could not be read: the same words on every surface."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from helpers.model.reach import Reach

NAMED = 6  # pages named in one line before the others are only counted


def notices(reaches: Iterable[Reach], names: Mapping[str, str]) -> list[str]:
    """Return a line for each reason why pages could not be read, or not fully; none where all of them were.

    Parameters
    ----------
    reaches : iterable of Reach
        In the order of the sources.
    names : mapping of str to str
        What the sources are called, by id.
    """
    unread: defaultdict[str, list[str]] = defaultdict(list)
    unknown: list[str] = []
    parts: list[str] = []
    for one in reaches:
        if not one.could_be_read:
            unread[one.reason].append(names[one.source_id])
            continue
        if one.state == "unknown_treatment":
            unknown.append(names[one.source_id])
        if one.passages:
            parts.append(
                f"{names[one.source_id]} ({one.passages} {'passage' if one.passages == 1 else 'passages'} in {one.language})"
            )
    lines = [
        f"Could not be read: {_some(pages)}: {reason}. Nothing was checked there; read {_it(pages)} by eye."
        for reason, pages in unread.items()
    ]
    if unknown:
        about = _it(unknown, "it is", "they are")
        lines.append(
            f"Treatment not known: {_some(unknown)}. The pack knows no treatment that {about} about, so that evidence, "
            "warnings and other pages are set beside little of what is said there."
        )
    if parts:
        lines.append(f"Not read in part: {_some(parts)}. Nothing was checked there; read it by eye.")
    return lines


def notice_of(reach: Reach) -> str:
    """Return in a few words why a source could not be read; "" where it was."""
    return "" if reach.could_be_read else f"Could not be read: {reach.reason}."


def reach_in_words(reach: Reach) -> str:
    """Return how far a source could be read, for a cell of a table."""
    part = f"in part in {reach.language}" if reach.passages and reach.could_be_read else ""
    why = "; ".join(filter(None, (reach.reason, part)))
    return ("yes" if reach.could_be_read else "no") + (f": {why}" if why else "")


def _it(pages: list[str], one: str = "it", many: str = "them") -> str:
    return one if len(pages) == 1 else many


def _some(pages: list[str]) -> str:
    shown = pages if len(pages) <= NAMED else [*pages[: NAMED - 1], f"{len(pages) - NAMED + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
