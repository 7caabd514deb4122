"""Named styles: written into each element where a notebook shows them; the report has a style sheet with the same names.

JupyterLab drops style sheets from the saved outputs of a notebook that was not run here, and keeps ``style`` attributes.
"""

from helpers.show.looks import LOOKS, SEVERITIES

EDGE, HEAD = "padding:4px 8px;border-bottom:1px solid #b5b5b5", "padding:4px 8px;border-bottom:2px solid #767676"
STYLES = {
    "table": "border-collapse:collapse;table-layout:auto;margin:0 0 16px;font-size:14px;line-height:1.45",
    "caption": "caption-side:top;text-align:left;font-weight:bold;padding:8px 0",
    "head": f"{HEAD};text-align:left;vertical-align:bottom",
    "number-head": f"{HEAD};text-align:right;vertical-align:bottom",
    "side": f"{EDGE};text-align:left;vertical-align:top;font-weight:bold",
    "cell": f"{EDGE};text-align:left;vertical-align:top",
    "number": f"{EDGE};text-align:right;vertical-align:top",
    "quiet": "font-size:12px;font-weight:normal;opacity:0.8",
    "title": "font-weight:bold",
    "note": "margin:4px 0 16px;font-size:14px;line-height:1.45",
    "banner": "margin:4px 0 12px;padding:8px 12px;border-left:6px solid #d55e00;background-color:#fff1e6;color:#000",
    "headline": "font-size:26px;line-height:1.3;font-weight:bold;margin:8px 0",
    "mark": "background-color:#fff3b0;color:#000;text-decoration:underline",
    "lost": "background-color:#cc79a7;color:#000;text-decoration:underline",
    "strange": "background-color:#ffd0b0;color:#000;outline:1px dashed #d55e00",
    "furniture": "background-color:#bbb;color:#000;font-style:italic",
    "text": f"{EDGE};text-align:left;vertical-align:top;white-space:pre-wrap;font-size:15px;line-height:1.6;width:64%",
    "beside": f"{EDGE};text-align:left;vertical-align:top;font-size:13px",
    "scroll": "overflow-x:auto",
    "legend": "margin:4px 0 12px;padding:0;list-style-type:none;font-size:13px",
} | {f"fill-{name}": f"background-color:{look.fill};color:#000" for looks in (LOOKS, SEVERITIES) for name, look in looks.items()}


def style_sheet() -> str:
    """Return the styles as rules for classes of the same names."""
    return "\n".join(f".{name} {{{rules}}}" for name, rules in STYLES.items())


def fills() -> str:
    """Return the colours of relations and severities for a style sheet: a class each, and a variable for bars."""
    looks = {name: look.fill for looks in (LOOKS, SEVERITIES) for name, look in looks.items()}
    variables = "".join(f"--fill-{name}:{fill};" for name, fill in looks.items())
    return "\n".join(
        (f":root {{{variables}}}", *(f".fill-{name} {{background-color:{fill};color:#000}}" for name, fill in looks.items()))
    )
