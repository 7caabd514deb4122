"""Web pages: the words that people and search engines see, in blocks, each with its part of the page and its CSS path."""

import re
from typing import Any

from helpers.load.decode import decoded
from helpers.load.web_blocks import Blocks
from helpers.load.web_extras import about, descriptions, questions
from helpers.load.web_source import numbered, words_of
from helpers.load.web_walk import Walk
from helpers.load.web_zones import article_of
from helpers.load.writer import Loaded, Writer
from helpers.model.place import Place

_FRAME = re.compile(r"<(?:html|head|body|frameset)\b", re.IGNORECASE)


def read(content: bytes, *, encoding: str = "") -> Loaded:
    """Return the words of a web page."""
    return read_source(decoded(content, encoding))


def read_source(source: str) -> Loaded:
    """Return the words of a page whose characters are known; the marks lead into them."""
    writer = Writer()
    source = source.replace("\0", "\ufffd")
    marked, runs = numbered(source)
    if not _FRAME.search(marked):
        marked = f"<body>{marked}"  # else the parser takes what comes first for the head
    root, whole = _parsed(marked)
    if root is not None:
        kept = article_of(root)
        blocks = Blocks(writer)
        walk = Walk(blocks, [words_of(source, run) for run in runs], [run.spaced for run in runs], kept)
        walk.through(root)
        writer.about.update(about(root))
        for _, words, selector in descriptions(root):
            if words not in walk.shown_heads:
                writer.block(words, Place("what search engines show", selector), kind="description")
                walk.shown_heads.add(words)
        for question, answer, selector in questions(root, writer.text()):
            writer.block(question, Place("question for search engines", selector), kind="faq", sign="# ")
            writer.block(answer, Place("answer for search engines", selector), kind="faq")
    if not whole:
        writer.lose("its elements stand too deep in one another; what comes after them is not read", is_part=True)
    return writer.loaded()


def _parsed(source: str) -> tuple[Any, bool]:
    """Return the root of a page, or nothing where it has none, and whether the parser read it to its end."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    content = source.encode("utf-8", "replace")
    try:
        root = etree.fromstring(content, parser) if content.strip() else None
    except etree.ParserError:
        root = None
    except etree.XMLSyntaxError:
        return None, True
    return root, not any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
