"""The page's script and its looks; the script needs nothing of a notebook.

``panel.js`` is an ES module whose default export has ``render({ model, el })``. Of ``model`` it uses ``send(message)``,
``on("msg:custom", hear)`` and ``off("msg:custom", hear)``; ``el`` is the element to draw in. Each message that it sends goes to
``ReviewSession.answer``, and what that returns goes back to ``hear``.
"""

from pathlib import Path

SCRIPT = Path(__file__).parent / "panel.js"
STYLE = Path(__file__).parent / "panel.css"
