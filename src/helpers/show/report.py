"""The report: one page with everything in it, which opens without a network."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import Markup

from helpers.model.publishing import Publishing
from helpers.model.review import Review
from helpers.show.html import render, template_text
from helpers.show.parts import CONFIG, Album, Part, Picture
from helpers.show.sections import sections
from helpers.show.start import headline
from helpers.show.styles import style_sheet
from helpers.show.view import View


def write_report(review: Review, publishing: Publishing, path: Path) -> None:
    """Write ``report.html`` to ``path``; hand over a draft's path where the last good one must survive an interrupt."""
    path.write_text(report_html(review, publishing), encoding="utf-8", newline="\n")


def report_html(review: Review, publishing: Publishing) -> str:
    """Return the report as one HTML page.

    It names no host to ask, and forbids the browser to ask any: only its own two scripts may run, so that nothing a source
    says can.
    """
    from plotly.offline import get_plotlyjs

    view = View.of(review)
    shown = sections(view, publishing)
    drawn = {picture.place: picture.spec(titled=False) for section in shown for picture in _pictures(section.parts)}
    library, script = Markup(get_plotlyjs()), Markup(template_text("report.js"))
    return render(
        "report.html",
        inline=False,
        headline=headline(view, publishing.readiness),
        sections=shown,
        pack=review.pack,
        style=Markup(f"{style_sheet()}\n{template_text('report.css')}"),
        library=library,
        script=script,
        hashes=[_hash(library), _hash(script)],
        drawings={"pictures": drawn, "config": CONFIG},
    )


def _pictures(parts: Iterable[Part]) -> Iterator[Picture]:
    for part in parts:
        if isinstance(part, Picture):
            yield part
        elif isinstance(part, Album):
            yield from _pictures(part.parts)


def _hash(script: str) -> str:
    """Return a script's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
