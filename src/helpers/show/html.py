"""Templates into HTML: every text is escaped, and styles go by names."""

from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from helpers.model.strange import strange
from helpers.show.styles import STYLES

UNTYPESET = "mathjax_ignore tex2jax_ignore"  # Jupyter sets what stands between dollar signs as a formula; a page's words never


@cache
def _environment(inline: bool) -> Environment:
    made = Environment(
        loader=PackageLoader("helpers.show"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["look"] = _inline if inline else _by_class
    made.globals["anchor"] = _lab_anchor if inline else _anchor
    made.globals["inline"] = inline
    made.filters["revealed"] = partial(_revealed, _inline if inline else _by_class)
    return made


def _inline(*names: str) -> Markup:
    return Markup('style="{}"').format(Markup(";").join(STYLES[name] for name in names))


def _by_class(*names: str) -> Markup:
    return Markup('class="{}"').format(" ".join(names))


def _anchor(name: str) -> Markup:
    return Markup('id="{}"').format(name)


def _revealed(look: Callable[..., Markup], text: str) -> Markup:
    """Mark the characters of a text that nobody sees or that pass for others."""
    pieces, done = Markup(), 0
    for one in strange(text):
        mark = Markup('<mark {} title="{}">{}<small>[{}]</small></mark>').format(look("strange"), one.why, one.shown, one.sign)
        pieces += text[done : one.start] + mark
        done = one.end
    return pieces + text[done:]


def _lab_anchor(name: str) -> Markup:
    """Name a place as JupyterLab looks for it, in an output that was run here (``id`` alone does not do) or was not."""
    return Markup('id="{0}" data-jupyter-id="{0}"').format(name)


def render(template: str, *, inline: bool, **values: object) -> Markup:
    """Fill a template of ``templates/``.

    Parameters
    ----------
    inline : bool
        True writes each style into its element, for notebooks; False names its class, for the report.
    values
        Text among them is escaped, whatever it holds; ``Markup`` is not.
    """
    made = Markup(_environment(inline).get_template(template).render(**values))
    return Markup('<div class="{}">{}</div>').format(UNTYPESET, made) if inline else made


def template_text(name: str) -> str:
    """Return a file of ``templates/`` as it stands."""
    return (files("helpers.show") / "templates" / name).read_text(encoding="utf-8")
