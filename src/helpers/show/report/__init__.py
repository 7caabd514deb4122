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
from helpers.show.report.why import Why
from helpers.show.report.wording import Wording
from helpers.show.standings import Held, standings
from helpers.show.start import headline
from helpers.show.styles import fills
from helpers.show.view import View

__all__ = ["ONE_FILE", "Why", "report_html", "write_report"]

ONE_FILE = 40_000_000  # characters of pages that the report holds itself; with more, pages stand in files beside it
GROUP = 250_000  # characters of pages that are read together
FOLDER = "report_pages"
SCRIPTS = ("data.js", "draw.js", "matrix.js", "text.js", "lists.js", "views.js", "print.js", "route.js")
UNKNOWN = Why()


def write_report(review: Review, publishing: Publishing, path: Path, *, why: Why = UNKNOWN, one_file: int = ONE_FILE) -> None:
    """Write ``report.html`` to ``path``; hand over a draft's path where the last good one must survive an interrupt.

    Parameters
    ----------
    why : Why
        Tells how pages were read.
    one_file : int
        How many characters of pages the report holds itself. With more, they are written to ``report_pages/`` beside it, and the
        report asks for those that somebody looks at.
    """
    view, held = _looked_at(review)
    folder = path.parent / FOLDER
    sizes: list[int] = []
    groups: list[str] = []
    beside = False
    for size, group in _groups(Pages(view, publishing, held, why), len(view.sources)):
        groups.append(group)
        sizes.append(size)
        beside = beside or sum(map(len, groups)) > one_file
        if beside:
            folder.mkdir(exist_ok=True)
            for number, one in enumerate(groups, start=len(sizes) - len(groups)):
                script = f"reportHolds({number},{one});\n"
                (folder / f"{number}.js").write_text(script, encoding="utf-8", newline="\n")
            groups = []
    path.write_text(_page(view, publishing, held, sizes, groups), encoding="utf-8", newline="\n")


def report_html(review: Review, publishing: Publishing, *, why: Why = UNKNOWN) -> str:
    """Return the report as one HTML page.

    It names no host to ask, and forbids the browser to ask any: only its own script may run, and what that asks for, so that
    nothing a source says can.
    """
    view, held = _looked_at(review)
    made = list(_groups(Pages(view, publishing, held, why), len(view.sources)))
    return _page(view, publishing, held, [size for size, _ in made], [group for _, group in made])


def _looked_at(review: Review) -> tuple[View, Held]:
    view = View.of(review, exact=True)
    return view, standings(view)


def _page(view: View, publishing: Publishing, held: Held, sizes: list[int], groups: list[str]) -> str:
    first = first_layer(view, publishing, held) | {"groups": sizes}
    script = Markup("\n".join(template_text(f"report/{name}") for name in SCRIPTS))
    return render(
        "report.html",
        inline=False,
        headline=headline(view, publishing.readiness),
        pack=" ".join(view.review.pack.split()[:2]),  # its hash stands in run.json
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
