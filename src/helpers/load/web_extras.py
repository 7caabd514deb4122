"""What a web page tells search engines beside its text: descriptions, and questions with their answers."""

import json
from collections.abc import Iterator
from html import unescape
from re import sub
from typing import Any

DESCRIPTIONS = ("description", "og:title", "og:description", "twitter:description")
MOST = 2_000_000  # characters of data about the page
ABOUT = {"og:site_name": "publisher", "article:published_time": "date", "og:title": "title"}


def descriptions(root: Any) -> Iterator[tuple[str, str, str]]:
    """Give each description in a page's head: its name, its words and its CSS selector."""
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        words = " ".join((meta.get("content") or "").split())
        if name in DESCRIPTIONS and words:
            attribute = "name" if meta.get("name") else "property"
            yield name, words, f'meta[{attribute}="{name}"]'


def about(root: Any) -> dict[str, str]:
    """Return what a page's head says of its source."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = ABOUT.get((meta.get("name") or meta.get("property") or "").lower())
        if name and meta.get("content"):
            found.setdefault(name, " ".join(meta.get("content").split()))
    for title in root.iter("title"):
        found.setdefault("title", " ".join("".join(title.itertext("title")).split()))
        break
    return {name: words for name, words in found.items() if words}


def questions(root: Any, text: str) -> Iterator[tuple[str, str, str]]:
    """Give the questions and answers that stand only in a page's data for search engines, each with a selector."""
    shown = " ".join(text.split())
    scripts = (one for one in root.iter("script") if (one.get("type") or "").lower() == "application/ld+json")
    for script in scripts:
        for question, answer in _asked(script.text or ""):
            if question and answer and not (question in shown and answer in shown):
                yield question, answer, 'script[type="application/ld+json"]'


def _asked(data: str) -> Iterator[tuple[str, str]]:
    try:
        waiting = [json.loads(data)] if len(data) <= MOST else []
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            answer = one.get("acceptedAnswer") if one.get("@type") == "Question" else None
            answer = answer[0] if isinstance(answer, list) and answer else answer
            if isinstance(answer, dict):
                yield _words(one.get("name")), _words(answer.get("text"))
            else:
                waiting.extend(reversed([value for value in one.values() if isinstance(value, dict | list)]))


def _words(value: object) -> str:
    """Return the words of a value that may hold markup."""
    return " ".join(unescape(sub(r"<[^<>]*>", " ", value)).split()) if isinstance(value, str) else ""
