"""What a notebook imports first: it reads a folder and looks at it with the words of its pack."""

import os
from pathlib import Path

from helpers.gauge import Figures, gauge
from helpers.load import open_folder, read_manifest
from helpers.paths import DATA, SEEDS
from helpers.pipeline import Pipeline
from helpers.quality import Gold, Quality, measure, read_gold
from helpers.quality.misfires import Misfire, read_misfires
from helpers.quality.sets import own_sets
from helpers.quality.unread import Unread, measure_unread
from helpers.readers import second_of_environment
from helpers.review import Journal, past_of
from helpers.settings import read_settings
from helpers.show.view import View

os.environ.setdefault("PLOTLY_RENDERER", "plotly_mimetype")  # one form of figures, the same in each run

TEXTS = "02_claims.ipynb"  # the notebook that shows the sources' texts


def open_review(folder: str, pack: str, *, journal: str = "", needed: int = 1, texts_here: bool = False) -> View:
    """Read a folder's documents and set them against each other.

    Parameters
    ----------
    folder : str
        The folder of the documents, from the notebook's own folder.
    pack : str
        The topic pack, a folder below ``data/packs``.
    journal : str
        The reviewers' journal, which knows the last versions of pages that changed: a file or a database's address; empty
        is ``WORKBOOK_DB``, else ``data/decisions/journal.db``.
    needed : int
        How many reviewers must agree that words were read wrongly, before nothing rests on them.
    texts_here : bool
        Whether the notebook itself shows the texts that quotes lead to.

    Returns
    -------
    View
        What the functions of ``helpers.show`` take.

    Raises
    ------
    WorkbookError
        The folder, its manifest or the pack cannot be read; one line that says what to change.
    """
    place = Path(folder)
    manifest, (documents, passed) = read_manifest(place), open_folder(place)
    with Journal(journal or None) as opened:
        past = past_of(opened, documents, needed=needed)
    second = second_of_environment(read_settings().reader)
    review = Pipeline.of(pack, second).review(documents, manifest, past, passed)
    return View.of(review, texts="" if texts_here else TEXTS)


def open_quality(view: View) -> Quality:
    """Count the claims of the sources that people have annotated against their annotations.

    Parameters
    ----------
    view : View
        As ``open_review`` gives it; only the very texts that were annotated take part, whatever others are called.
    """
    return measure(_annotated(view), view.review.claims)


def open_unread(view: View) -> Unread:
    """Count what became of the sentences of annotated claims; the same texts take part as in ``open_quality``."""
    return measure_unread(_annotated(view), view.review.ledger)


def open_problems(view: View, pack: str) -> Figures | None:
    """Count findings against the problems of the project's own annotated pages.

    Returns
    -------
    Figures or None
        None beside pages that people did not annotate: the figures are not of them.
    """
    sets = [one for one in own_sets(pack) if one.problems]
    return gauge(sets[0], Pipeline.of(pack)) if sets and _annotated(view).sources else None


def _annotated(view: View) -> Gold:
    """Return the annotations of the texts that are read here."""
    annotated = {source_id: info.sha256 for source_id, info in read_manifest(SEEDS).items()}
    here = {one.source_id for one in view.sources if annotated.get(one.source_id) == one.sha256}
    return read_gold(DATA / "gold" / "sources.csv").of(here)


def misfires_of(pack: str) -> list[tuple[str, tuple[Misfire, ...]]]:
    """Return the sentences that a pack is known to read wrongly, by what it does not understand."""
    faults = read_misfires(DATA / "gold" / "misfires.yml")
    return [(fault.fault, fault.sentences) for fault in faults if fault.pack == pack]
