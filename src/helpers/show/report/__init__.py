"""The report: an application in one file, which opens without a network; of very many pages, a file and a folder beside it."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from helpers.model.publishing import Publishing
from helpers.model.review import Review
from helpers.show.html import render, template_text
from helpers.show.report.embed import embedded
from helpers.show.report.first import first_layer
from helpers.show.report.page import Pages
from helpers.show.report.wording import Wording
from helpers.show.standings import standings
from helpers.show.start import headline
from helpers.show.styles import fills
from helpers.show.view import View

__all__ = ["ONE_FILE", "report_html", "write_report"]

ONE_FILE = 40_000_000  # characters of pages that the report holds itself; more are written to files beside it
GROUP = 250_000  # characters of pages that are read together
FOLDER = "report_pages"
SCRIPTS = ("data.js", "draw.js", "matrix.js", "text.js", "lists.js", "views.js", "route.js")


def write_report(review: Review, publishing: Publishing, path: Path) -> None:
    """Write ``report.html`` to ``path``; hand over a draft's path where the last good one must survive an interrupt."""
    path.write_text(report_html(review, publishing), encoding="utf-8", newline="\n")


def report_html(review: Review, publishing: Publishing) -> str:
    """Return the report as one HTML page.

    It names no host to ask, and forbids the browser to ask any: only its own script may run, so that nothing a source says can.
    """
    view = View.of(review, exact=True)
    held = standings(view)
    groups, sizes = [], []
    for size, group in _groups(Pages(view, publishing, held, {}), len(view.sources)):
        groups.append(group)
        sizes.append(size)
    first = first_layer(view, publishing, held) | {"groups": sizes}
    script = Markup("\n".join(template_text(f"report/{name}") for name in SCRIPTS))
    return render(
        "report.html",
        inline=False,
        headline=headline(view, publishing.readiness),
        pack=review.pack,
        style=Markup(f"{fills()}\n{template_text('report/report.css')}"),
        script=script,
        hash=_hash(script),
        first=Markup(embedded(first)),
        groups=[Markup(group) for group in groups],
    )


def _groups(pages: Pages, count: int) -> Iterator[tuple[int, str]]:
    """Yield pages that are read together: how many, and their data."""
    made: list[str] = []
    wording = Wording()
    for number in range(count):
        made.append(embedded(pages.of(number, wording)))
        if sum(map(len, made)) > GROUP or number == count - 1:
            yield len(made), f'{{"words":{embedded(wording.words)},"pages":[{",".join(made)}]}}'
            made, wording = [], Wording()


def _hash(script: str) -> str:
    """Return a script's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
