"""A redlined page as one HTML file that asks nobody for anything; a source's text is text in it, whatever it holds."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from helpers.model.publishing import Message, Readiness
from helpers.publish.redline import Piece
from helpers.publish.words import writable

ELEMENTS = {"struck": "del", "instead": "ins", "held": "mark", "lost": "mark"}
SIGNS = {"struck": "", "instead": "", "held": "[on hold] ", "lost": "[list lost] "}
STYLE = Markup("""
body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #999; padding: 1rem }
del { color: #8a1c1c; text-decoration: line-through }
ins { color: #0b5d1e; text-decoration: underline; font-weight: 600 }
sup { margin: 0 .1em }
mark { background: #fff3c4; border-bottom: 2px dashed #7a5b00; color: inherit }
li:target { outline: 2px solid #0b5394 }
table { border-collapse: collapse }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top }
""")
PAGE = Markup("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>{style}</style></head><body><main>
<h1>{title}</h1>
<p><strong>{action}</strong>: {reason}</p>
{warnings}
<p>Struck words <del>go</del>, underlined words <ins>come</ins>, and what is marked <mark>[on hold]</mark> may not be
published yet. The figures lead to the reasons.</p>
<h2>The page</h2>
<div class="text" dir="auto">{text}</div>
<h2>Reasons</h2>
<ol>{notes}</ol>
<h2>The page with its edits, checked again</h2>
{problems}
</main></body></html>
""")


def redline_html(title: str, readiness: Readiness, pieces: Sequence[Piece], problems: Sequence[Message]) -> str:
    """Return the page.

    Parameters
    ----------
    problems : sequence of Message
        Of the page with its edits in place.
    """
    notes: list[Markup] = []
    text = Markup("").join(_piece(piece, notes) for piece in pieces)
    filled = PAGE.format(
        title=writable(title),
        style=STYLE,
        action=readiness.action,
        reason=writable(readiness.reason),
        warnings=_warnings(readiness),
        text=text,
        notes=Markup("\n").join(notes) or Markup("<li>Nothing to change.</li>"),
        problems=_problems(problems),
    )
    return str(filled)


def _piece(piece: Piece, notes: list[Markup]) -> Markup:
    shown = escape(writable(piece.text))
    if piece.change in ELEMENTS:
        name = Markup(ELEMENTS[piece.change])
        shown = Markup("<{0}><bdi>{1}{2}</bdi></{0}>").format(name, SIGNS[piece.change], shown)
    for note in piece.notes:
        number = len(notes) + 1
        shown += Markup('<sup><a href="#note-{0}" id="at-{0}">[{0}]</a></sup>').format(number)
        notes.append(Markup('<li id="note-{0}"><bdi>{1}</bdi> <a href="#at-{0}">back</a></li>').format(number, writable(note)))
    return shown


def _warnings(readiness: Readiness) -> Markup:
    lists = (
        ("Warnings that it owes and that are missing or unknown:", readiness.warnings_missing),
        ("Warnings of its last version that are gone:", readiness.warnings_gone),
    )
    shown = Markup("")
    for title, warnings in lists:
        items = Markup("").join(Markup("<li><bdi>{}</bdi></li>").format(writable(warning)) for warning in warnings)
        shown += Markup("<p>{}</p><ul>{}</ul>").format(title, items) if warnings else Markup("")
    return shown


def _problems(problems: Sequence[Message]) -> Markup:
    if not problems:
        return Markup("<p>Nothing found.</p>")
    row = Markup("<tr><td>{}</td><td>{}</td><td><strong>{}</strong>. {}</td></tr>")
    rows = Markup("\n").join(
        row.format(f"{one.line}:{one.column}", f"{one.code} {one.severity}", writable(one.title), writable(one.message))
        for one in problems
    )
    return Markup(
        "<table><thead><tr><th>Line</th><th>Code</th><th>What is wrong</th></tr></thead><tbody>{}</tbody></table>"
    ).format(rows)
