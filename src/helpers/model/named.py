"""A treatment's name where it stands in a document."""

from typing import NamedTuple


class Named(NamedTuple):
    """A name of a treatment, outside website furniture.

    Attributes
    ----------
    start, end : int
        Half-open offsets.
    treatment : str
        What it stands for.
    product : str or None
        The brand or device, where the words name one.
    heading : bool
        It stands in a heading.
    """

    start: int
    end: int
    treatment: str
    product: str | None = None
    heading: bool = False
