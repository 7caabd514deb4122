"""What a notebook imports first: it reads a folder and looks at it with the words of its pack."""

import os
from pathlib import Path

from helpers.load import open_folder, read_manifest
from helpers.paths import DATA, SEEDS
from helpers.pipeline import Pipeline
from helpers.quality import Quality, measure, read_gold
from helpers.quality.misfires import Misfire, read_misfires
from helpers.review import Journal, past_of
from helpers.show.view import View

os.environ.setdefault("PLOTLY_RENDERER", "plotly_mimetype")  # one form of figures, the same in each run

TEXTS = "02_claims.ipynb"  # the notebook that shows the sources' texts


def open_review(folder: str, pack: str, *, journal: str = "", texts_here: bool = False) -> View:
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
        past = past_of(opened, documents)
    review = Pipeline.of(pack).review(documents, manifest, past, passed)
    return View.of(review, texts="" if texts_here else TEXTS)


def open_quality(view: View) -> Quality:
    """Count the claims of the sources that people have annotated against their annotations.

    Parameters
    ----------
    view : View
        As ``open_review`` gives it; only the very texts that were annotated take part, whatever others are called.
    """
    annotated = {source_id: info.sha256 for source_id, info in read_manifest(SEEDS).items()}
    here = {one.source_id for one in view.sources if annotated.get(one.source_id) == one.sha256}
    return measure(read_gold(DATA / "gold" / "sources.csv").of(here), view.review.claims)


def misfires_of(pack: str) -> list[tuple[str, tuple[Misfire, ...]]]:
    """Return the sentences that a pack is known to read wrongly, by what it does not understand."""
    faults = read_misfires(DATA / "gold" / "misfires.yml")
    return [(fault.fault, fault.sentences) for fault in faults if fault.pack == pack]
