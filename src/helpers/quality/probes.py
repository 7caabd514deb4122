r"""Small inputs with known answers: what must, and what must not, be read or found in them.

``expect`` is split by ``;``. For what is read:

    +topic/item/level[low,high]   a claim like this must be there; ``*`` is anything, an empty bound is open
    -topic/item/level[low,high]   none may be there
    @topic/item=treatment         there is a claim on it, and all of them have this treatment
    ~topic/item=certainty         likewise the certainty

For what is found: ``+kind`` or ``+kind:warning`` must be there, ``-kind`` may not; ``-any`` is no finding at all,
``-between`` none between the two pages that ``||`` parts.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import WorkbookError
from helpers.model import Claim, Finding
from helpers.packs.read import Strict, read_yaml
from helpers.paths import DATA
from helpers.quality.meeting import of_its_page

READING, FINDING = ("kind", "text", "expect"), ("id", "text", "expect")
_LIKE = re.compile(r"(?P<topic>[^/]+)/(?P<item>[^/]+)/(?P<level>[^\[]+)(?:\[(?P<low>[\d.]*),(?P<high>[\d.]*)\])?")
_ALL = re.compile(r"(?P<topic>[^/]+)/(?P<item>[^/]+)=(?P<value>.+)")
_NEAR = 0.02


class ProbeWords(Strict):
    """``probes.yml``: the heading below which a probe is read; one whose text begins with ``!`` stands as it is."""

    heading: str


@dataclass(frozen=True, slots=True)
class Probe:
    """One input.

    Attributes
    ----------
    name : str
        What it stands for: its kind, or its id.
    pages : tuple of str
        Their texts.
    expect : tuple of str
        What must hold, all of it.
    """

    name: str
    pages: tuple[str, ...]
    expect: tuple[str, ...]


def read_reading_probes(path: Path) -> tuple[Probe, ...]:
    """Read probes of what is read, each a page below the heading of ``probes.yml``.

    Raises
    ------
    WorkbookError
        What is expected cannot be read; the message names file and row.
    """
    heading = read_yaml(DATA / "gold" / "probes.yml", ProbeWords).heading
    probes = []
    for number, row in enumerate(_rows(path), start=2):
        for one in row["expect"].split(";"):
            fits = {"+": _LIKE, "-": _LIKE, "@": _ALL, "~": _ALL}.get(one[:1])
            if fits is None or not fits.fullmatch(one[1:]):
                raise WorkbookError(f"cannot read {one!r}; write +topic/item/level", path=path.name, place=f"row {number}")
        text = row["text"]
        page = text[1:] if text.startswith("!") else f"{heading}\n\n{text}"
        probes.append(Probe(row["kind"], (page + "\n",), tuple(row["expect"].split(";"))))
    return tuple(probes)


def read_finding_probes(path: Path) -> tuple[Probe, ...]:
    """Read probes of what is found, each a page or two."""
    return tuple(
        Probe(row["id"], tuple(f"{page.strip()}\n" for page in row["text"].split("||")), tuple(row["expect"].split(";")))
        for row in _rows(path)
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [{key: (row[key] or "").replace("\\n", "\n") for key in row} for row in csv.DictReader(file)]


def read_rightly(probe: Probe, claims: Sequence[Claim]) -> bool:
    """Say whether a probe's claims are as it expects."""
    return all(_holds(one[0], one[1:], claims) for one in probe.expect)


def found_rightly(probe: Probe, findings: Sequence[Finding]) -> bool:
    """Say whether the findings on a probe's pages are as it expects."""
    return all(_is_found(one[1:], findings) == (one[0] == "+") for one in probe.expect)


def _holds(sign: str, told: str, claims: Iterable[Claim]) -> bool:
    if sign in "+-":
        like = _LIKE.fullmatch(told)
        return like is not None and any(_is_like(claim, like) for claim in claims) == (sign == "+")
    every = _ALL.fullmatch(told)
    if every is None:
        return False
    on_it = [claim for claim in claims if claim.topic == every["topic"] and every["item"] in ("*", claim.item)]
    values = {claim.treatment if sign == "@" else claim.certainty for claim in on_it}
    return values == {every["value"]}


def _is_like(claim: Claim, like: re.Match[str]) -> bool:
    named = claim.topic == like["topic"] and like["item"] in ("*", claim.item) and like["level"] in ("*", claim.level)
    return named and (like["low"] is None or (_near(claim.low, like["low"]) and _near(claim.high, like["high"])))


def _near(value: float | None, wanted: str) -> bool:
    if not wanted or value is None:
        return value is None and not wanted
    return abs(value - float(wanted)) <= _NEAR * max(1, float(wanted))


def _is_found(told: str, findings: Sequence[Finding]) -> bool:
    kind, _, code = told.partition(":")
    if kind == "any":
        return bool(findings)
    if kind == "between":
        return not all(map(of_its_page, findings))
    return any(finding.problem == kind and (not code or code in finding.warning) for finding in findings)
