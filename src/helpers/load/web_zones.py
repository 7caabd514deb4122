"""Which part of a web page each element belongs to: the article, as a reader mode finds it, or what stands around it."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from helpers.model.place import PartKind

KEY = "x"
KEPT_ATTRIBUTES = ("class", "id", "itemprop", "hidden", "style", "href")
MOST_ELEMENTS = 40_000
DEEPEST = 250
LEAST = 0.25  # an article with less of the page's words than this is no article that a reader mode has found
TAGS: dict[str, PartKind] = {"nav": "menu", "footer": "footer", "aside": "aside", "form": "form", "dialog": "banner"}
TAGS |= {"button": "form", "select": "form", "option": "form", "noscript": "hidden"}
ROLES: dict[str, PartKind] = {
    "navigation": "menu",
    "menu": "menu",
    "menubar": "menu",
    "contentinfo": "footer",
    "banner": "banner",
}
ROLES |= {"complementary": "aside", "search": "form", "dialog": "banner", "alertdialog": "banner"}
OPENERS = ("aria-controls", "data-target", "data-bs-target", "href")
_NAMES: tuple[tuple[PartKind, str], ...] = (
    ("cookies", r"cookie\w*|consent\w*|gdpr\w*|onetrust\w*"),
    ("comments", r"comments?|commentlist|disqus\w*|respond"),
    (
        "related",
        r"related\w*|recommend\w*|read-?more|see-?also|most-?(?:read|popular)|popular\w*|trending",
    ),
    ("form", r"newsletter\w*|subscri\w+|sign-?up|search-?(?:form|box)"),
    ("menu", r"nav|navbar|navigation|menus?|breadcrumbs?|topnav|subnav|sitenav|pagination|skip-?link"),
    ("footer", r"footer|site-?footer|page-?footer|colophon"),
    ("banner", r"masthead|site-?header|top-?bar|banner"),
    ("advert", r"ads?|advert\w*|sponsor\w*|promo\w*"),
    ("other", r"share|sharing|social\w*|share-?\w*"),
    ("aside", r"sidebar|side-?bar"),
)
_CLASSES = re.compile("|".join(rf"(?P<{kind}>(?<![^\s_-])(?:{names})(?![^\s_-]))" for kind, names in _NAMES), re.IGNORECASE)
_UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE)


def opened_by_people(root: Any) -> set[str]:
    """Return the ids of what a page's buttons and tabs open: it is not shown at first, and it is said all the same."""
    found: set[str] = set()
    for element in root.iter("a", "button", "summary", "div", "span", "li", "h2", "h3", "h4"):
        for name in OPENERS:
            found.update(word.lstrip("#") for word in (element.get(name) or "").split() if name != "href" or word.startswith("#"))
    return found


def named_kind(element: Any, *, in_article: bool, opened: set[str]) -> PartKind | None:
    """Return what an element is by its own tag, role or class; nothing where these do not say."""
    tag, role = element.tag, (element.get("role") or "").lower()
    if tag == "header" and not in_article:
        return "banner"
    if tag in TAGS or role in ROLES:
        return TAGS.get(tag) or ROLES[role]
    hidden = element.get("hidden") is not None or _UNSHOWN.search(element.get("style") or "") is not None
    shown_later = hidden and (role == "tabpanel" or element.get("id") in opened)
    if hidden and not shown_later:
        return "hidden"
    if tag in ("body", "html", "main", "article"):
        return None
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    found = _CLASSES.search(names)
    if found is None:
        return "text" if shown_later else None
    return found.lastgroup  # type: ignore[return-value]  # the groups are kinds


def is_furniture(element: Any, *, in_article: bool) -> bool:
    """Say whether an element's own tag or role leaves no doubt that it is no part of an article."""
    role = (element.get("role") or "").lower()
    return (
        element.tag in ("nav", "noscript")
        or role in ("navigation", "contentinfo")
        or (element.tag == "footer" and not in_article)
    )


def article_of(root: Any) -> set[int]:
    """Return the numbers, in document order, of the elements whose own text a reader mode takes for the article.

    Empty where it finds none, or where the page is too large or too deep for it.
    """
    elements = list(root.iter())
    if len(elements) > MOST_ELEMENTS or _depth(root) > DEEPEST:
        return set()
    from readability import Document  # a reader mode; its import takes a while

    class Reader(Document):  # type: ignore[misc]  # no types
        def get_clean_html(self) -> str:
            from lxml.etree import tostring

            return str(tostring(self.html, encoding="unicode", method="html"))

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    copy = deepcopy(root)
    for number, element in enumerate(copy.iter()):
        if isinstance(element.tag, str):
            values = {name: element.get(name) for name in KEPT_ATTRIBUTES if element.get(name) is not None}
            element.attrib.clear()
            element.attrib.update(values | {KEY: str(number)})
    reader = Reader(copy)
    try:
        reader.summary()
    except Exception:  # whatever it stumbles over: the page is then read without it
        return set()
    return {int(element.get(KEY)) for element in reader.html.iter() if isinstance(element.tag, str) and element.get(KEY)}


def _depth(root: Any) -> int:
    deepest = depth = 0
    for event, _ in _walk(root):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    from lxml.etree import iterwalk

    yield from iterwalk(root, events=("start", "end"))
