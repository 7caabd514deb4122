"""The texts that were decided on: each kept once, under the SHA-256 of its bytes, and never edited."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping

from sqlalchemy import Connection, LargeBinary, cast, insert, inspect, select

from helpers.errors import WorkbookError
from helpers.model.decision import Decision
from helpers.model.document import Document
from helpers.review.store import TEXTS

AT_ONCE = 500  # databases limit how many values one question may name
_KEPT = select(TEXTS.c.sha256, cast(TEXTS.c.text, LargeBinary))  # whatever somebody put there comes as bytes


def texts_of(decision: Decision, documents: Iterable[Document]) -> dict[str, str]:
    """Return the texts of those documents that a decision's claims name, by SHA-256.

    Raises
    ------
    WorkbookError
        A document is another version than the one decided on, or its text is not the one that its SHA-256 names.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim in decision.claims:
        named[claim.source_id].add(claim.sha256)
    found: dict[str, str] = {}
    for document in documents:
        if document.source_id not in named:
            continue
        place = f"source {document.source_id}"
        if named[document.source_id] != {document.sha256}:
            raise WorkbookError("the decision is about another version of it; give the document that it names", place=place)
        if sha256_of(document.text) != document.sha256:
            raise WorkbookError("its text is not the one that its SHA-256 names; load it from its file", place=place)
        found[document.sha256] = document.text
    return found


def sha256_of(text: str) -> str | None:
    """Return the SHA-256 of the file that holds a text; None where no file can: it has half a character in it."""
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError:
        return None


def keep(connection: Connection, texts: Mapping[str, str]) -> None:
    """Store the texts that are not there yet."""
    names = sorted(texts)
    for first in range(0, len(names), AT_ONCE):
        some = names[first : first + AT_ONCE]
        there = set(connection.scalars(select(TEXTS.c.sha256).where(TEXTS.c.sha256.in_(some))))
        new = [{"sha256": name, "text": texts[name].encode()} for name in some if name not in there]
        if new:
            connection.execute(insert(TEXTS), new)


def kept(connection: Connection, sha256: str | None = None) -> Generator[tuple[str, str]]:
    """Give every text with its SHA-256, or the one of that name; none where the journal is older than their table.

    Raises
    ------
    WorkbookError
        A text was changed after it was stored.
    """
    if not inspect(connection).has_table(TEXTS.name):
        return
    query = _KEPT.order_by(TEXTS.c.sha256) if sha256 is None else _KEPT.where(TEXTS.c.sha256 == sha256)
    with connection.execute(query, execution_options={"yield_per": AT_ONCE}) as result:
        for name, content in result:
            text = content.decode(errors="replace")  # what was no text becomes another one
            if sha256_of(text) != name:
                wrong = "it was changed after it was stored; import the last export into a new journal"
                raise WorkbookError(wrong, place=f"text {name}")
            yield name, text


def line(sha256: str, text: str) -> str:
    """Return a text as one line of a file of texts, in ASCII."""
    return json.dumps({"sha256": sha256, "text": text}, ensure_ascii=True, separators=(",", ":"))


def read_line(written: str) -> tuple[str, str]:
    """Read one line of a file of texts.

    Returns
    -------
    tuple of str
        The SHA-256 and the text.

    Raises
    ------
    WorkbookError
        It is no such line, or the text is not the one that its SHA-256 names.
    """
    try:
        found = json.loads(written)
        sha256, text = found["sha256"], found["text"]
        whole = isinstance(sha256, str) and isinstance(text, str) and line(sha256, text) == written
    except (ValueError, TypeError, KeyError, RecursionError):
        whole = False
    if not whole:
        raise WorkbookError("this is no text of a journal; export the journal again")
    if sha256_of(text) != sha256:
        raise WorkbookError("this text is not the one that its SHA-256 names; export the journal again")
    return sha256, text
