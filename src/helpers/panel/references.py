"""What can be cited: an entry of the register, an identifier or address in form, or a document by author, title and year."""

import datetime
import re
from collections.abc import Collection, Iterable

_ID = re.compile(r"[A-Z][A-Z-]*\d+")
_IN_FORM = re.compile(
    r"(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+"
    r"|https?://(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#]\S*)?"
    r"|PMID\W{0,2}\d{5,8}|PMC\W?\d{5,8}|NCT\W?\d{8}|ISRCTN\W?\d{8}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = re.compile(r"[,.;:()\[\]]|\s[–—-]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")


def wrong_reference(reference: str, register: Collection[str] | None = None) -> str:
    """Say what is wrong with a reference; nothing where it is one.

    Parameters
    ----------
    register : collection of str, optional
        The ids of what can be cited; without it every id in form is taken for one.
    """
    if register is not None and reference in register:
        return ""
    if _IN_FORM.search(reference) or _is_document(reference):
        return ""
    if _ID.fullmatch(reference):
        unknown = f"{reference!r} is no entry of the register; take one that stands there, or name another document"
        return "" if register is None else unknown
    return (
        f"{reference!r} is no reference that others can find; give its id in the register, its address, or author, title and year"
    )


def not_in_register(references: Iterable[str], register: Collection[str] | None) -> list[str]:
    """Return the references that no entry of the register stands behind: nobody has read them for the workbook."""
    return [one for one in references if register is not None and one not in register]


def _is_document(reference: str) -> bool:
    """Say whether somebody names a document by author, title and year, in whatever order."""
    years = [int(one) for one in _YEAR.findall(reference)]
    if not any(year <= datetime.datetime.now(tz=datetime.UTC).year for year in years):
        return False
    parts = [_WORD.findall(part) for part in _PARTS.split(reference)]
    named = [words for words in parts if words]
    return len(named) >= 2 and max(map(len, named)) >= 2 and sum(map(len, named)) >= 4
