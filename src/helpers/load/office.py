"""The zipped XML that Word and slides are made of, read within bounds."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from helpers.errors import SourceError

LARGEST = 30_000_000  # bytes of XML that one part may unpack to
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD = b"\xd0\xcf\x11\xe0"


class Package:
    """The parts of a file by their names.

    Parameters
    ----------
    content : bytes
    kind : str
        What the file should be, for the message: "Word document".

    Raises
    ------
    SourceError
        It is locked, is of the old format, or is no such file.
    """

    def __init__(self, content: bytes, kind: str) -> None:
        self._kind = kind
        if content.startswith(_OLD):
            raise SourceError(
                f"this {kind} is locked with a password or of the old format; save it anew, unlocked, in the new one"
            )
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise SourceError(f"this is no {kind}, or a broken one; save it anew") from None
        self.names = frozenset(self._zip.namelist())

    def xml(self, name: str) -> Any:
        """Return the root of a part without comments and the like, which would cut its words apart; nothing where it is missing.

        Raises
        ------
        SourceError
            The part is broken or far too large.
        """
        from lxml import etree

        if name not in self.names:
            return None
        try:
            if self._zip.getinfo(name).file_size > LARGEST:
                raise SourceError(f"{name} in it unpacks to more than {LARGEST // 1_000_000} MB; split it")
            with self._zip.open(name) as part:
                content = part.read(LARGEST + 1)
        except SourceError:
            raise
        except Exception:  # broken in any of the ways that a zip can be
            raise SourceError(f"this {self._kind} is broken ({name} in it); save it anew") from None
        parser = etree.XMLParser(
            remove_comments=True, remove_pis=True, resolve_entities="internal", no_network=True, load_dtd=False, strip_cdata=True
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise SourceError(f"this {self._kind} is broken ({name} in it); save it anew") from None

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part names: by id, the kind of relation and the part's name."""
        folder, _, own = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels")
        found: dict[str, tuple[str, str]] = {}
        for one in root if root is not None else ():
            target = one.get("Target") or ""
            if one.get("Id") and target and one.get("TargetMode") != "External":
                found[one.get("Id")] = ((one.get("Type") or "").rpartition("/")[2], _joined(folder, target))
        return found

    def about(self) -> dict[str, str]:
        """Return what the file says of itself."""
        root = self.xml("docProps/core.xml")
        named = {"title": "title", "created": "date", "creator": "publisher"}
        found = {}
        for one in root if root is not None else ():
            name = named.get(str(one.tag).rpartition("}")[2])
            if name and (one.text or "").strip():
                found[name] = " ".join(one.text.split())
        return found


def _joined(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
