"""The app's templates: every text in them is escaped, whatever a document or a file's name says."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from helpers.model.strange import revealed
from helpers.show.styles import style_sheet

STATIC = {
    "app.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "draft.js": "text/javascript; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "upload.js": "text/javascript; charset=utf-8",
}
PANEL = {"panel.css": "text/css; charset=utf-8", "panel.js": "text/javascript; charset=utf-8"}
PLACES = (
    ("/", "Pages"),
    ("/review", "Review"),
    ("/decided", "Decisions"),
    ("/draft", "Check a draft"),
    ("/compare", "Compare"),
    ("/export", "Export"),
    ("/choose", "Folder and settings"),
)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("helpers.app"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["places"] = PLACES
    made.filters["shown"] = revealed
    return made


def render(template: str, **values: object) -> Markup:
    """Return a filled template."""
    return Markup(_environment().get_template(template).render(**values))


def static_file(name: str) -> tuple[str, str] | None:
    """Return a style sheet or a script with its type; None for any other name."""
    if name == "styles.css":
        return style_sheet(), STATIC["app.css"]
    for package, folder, known in (("helpers.app", "static", STATIC), ("helpers.panel", "", PANEL)):
        if name in known:
            place = files(package) / folder if folder else files(package)
            return (place / name).read_text(encoding="utf-8"), known[name]
    return None
