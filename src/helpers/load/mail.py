"""Mails and saved pages: the subject and the body that people read, once, and what is attached by name."""

from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.policy import default
from typing import Any

from helpers.errors import SourceError
from helpers.load.decode import decoded
from helpers.load.web import read_source
from helpers.load.writer import Loaded, Writer
from helpers.model.place import Place

LONGEST_HEAD = 2_000  # letters of a mail's head: how long it takes to read one grows with their square


class _Heads(HeaderRegistry):
    def __call__(self, name: str, value: str) -> Any:
        return super().__call__(name, value[:LONGEST_HEAD])


POLICY = default.clone(header_factory=_Heads())


def read(content: bytes) -> Loaded:
    """Return a mail's subject and body; of two alternatives the one that mail programs show.

    Raises
    ------
    SourceError
        It holds no text.
    """
    mail = _parsed(content)
    writer = Writer()
    subject = _head(mail, "subject")
    writer.about = {name: words for name, words in (("title", subject), ("publisher", _head(mail, "from"))) if words}
    if subject:
        writer.block(subject, Place("subject"), sign="# ")
    body = mail.get_body(preferencelist=("html", "plain"))
    for part in mail.walk():
        name = part.get_filename() or ""
        if part is not body and (part.is_attachment() or name):
            writer.lose(f"what is attached is not read ({name or part.get_content_type()}); save it as a file of its own")
    if body is None:
        return writer.loaded()
    text = _text_of(body)
    if body.get_content_type() == "text/html":
        return _joined(writer, read_source(text))
    for block in text.replace("\r\n", "\n").split("\n\n"):
        quoted = block.lstrip().startswith(">")
        writer.block(block.strip("\n"), Place("body"), kind="other" if quoted else "text")
    return writer.loaded()


def read_page(content: bytes) -> Loaded:
    """Return the words of a web page that a browser saved as one file (MHTML).

    Raises
    ------
    SourceError
        It holds no page.
    """
    mail = _parsed(content)
    page = next((part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise SourceError("it holds no web page; save the page again, as .html")
    return read_source(_text_of(page))


def _parsed(content: bytes) -> EmailMessage:
    parsed: Any = message_from_bytes(content, policy=POLICY)
    if not isinstance(parsed, EmailMessage) or not (parsed.keys() or parsed.get_payload()):
        raise SourceError("this is no mail; save it again")
    return parsed


def _head(mail: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(mail[name] or "").split())
    except Exception:  # heads that break every rule of how they are written
        return ""


def _text_of(part: Any) -> str:
    content = part.get_payload(decode=True)
    return decoded(content if isinstance(content, bytes) else b"", part.get_content_charset() or "")


def _joined(writer: Writer, page: Loaded) -> Loaded:
    """Set a body in HTML below the subject."""
    for part in page.parts:
        sign = ""
        writer.block(page.text[part.start : part.end], part.place._replace(words="body"), kind=part.kind, sign=sign)
    for loss in page.losses:
        writer.lose(loss.reason, is_part=loss.is_part)
    return writer.loaded()
