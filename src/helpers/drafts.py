"""What drafts are held against, opened at once: sources are read once, and what was decided is laid out once, and kept.

``open_context(folder, pack)`` gives what ``helpers.publish.check`` asks for. What it keeps is named by what it was made of: the
bytes of the sources, the pack, the bytes of the journal, the market, the day and the program. Where nothing fits it is made
anew, from what is kept of each source.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from helpers.errors import SourceError, WorkbookError
from helpers.journal_file import journal_file, journal_state
from helpers.kept import Kept, code_edition, key_of
from helpers.load.document import loaded_of, read_bytes
from helpers.load.folder import MANIFEST, Found, find_documents
from helpers.load.manifest import read_manifest
from helpers.model.claim import Claim
from helpers.model.document import Document
from helpers.model.draft import Draft
from helpers.model.ledger import LedgerRow
from helpers.model.publishing import Message
from helpers.model.relation import Relation
from helpers.model.review import Reading, Review
from helpers.model.segment import Segmented, Sentence
from helpers.packs.evidence import Register
from helpers.packs.publishing import Check, PublishingFile, read_publishing
from helpers.paths import DATA
from helpers.pipeline import Pipeline
from helpers.publish.checked import Context
from helpers.publish.day import day_of
from helpers.publish.drawers import packed, unpacked
from helpers.publish.index import Entry
from helpers.publish.laws import Laws, market_named
from helpers.publish.lint import check
from helpers.publish.shelf import Shelf

if TYPE_CHECKING:
    from helpers.readers import Second


READINGS, LIBRARIES = "readings", "libraries"
DECIDED = "decided"  # the drawer that says whether anybody has decided anything


class DraftContext:
    """What drafts are held against, for one market on one day; see ``helpers.publish.checked.Context``.

    Parameters
    ----------
    pipeline : Pipeline
    rules : PublishingFile
    market : str
        One of the pack's.
    library : bytes
        As ``helpers.publish.drawers.packed`` returns it.
    """

    def __init__(self, pipeline: Pipeline, rules: PublishingFile, market: str, library: bytes) -> None:
        self._pipeline, self._rules, self._market = pipeline, rules, market_named(market, rules.markets)
        self._look = unpacked(library)
        self.shelf = Shelf(self._look)

    @property
    def decided(self) -> bool:
        """Whether anybody has decided anything yet."""
        return bool(self._look(DECIDED, [DECIDED]))

    @cached_property
    def laws(self) -> Laws:
        """The laws and codes of the market."""
        return Laws(self.register, self._market)

    @property
    def register(self) -> Register | None:
        """The evidence register of the pack."""
        return self._pipeline.register

    @property
    def checks(self) -> Mapping[str, Check]:
        """What a draft is checked for."""
        return self._rules.checks

    def read(self, document: Document) -> Review:
        """Read a draft alone."""
        return self._pipeline.review([document])

    def relate(self, claims: Iterable[Claim]) -> Sequence[Relation]:
        """Set claims against each other."""
        return self._pipeline.relate(claims)

    def check(self, draft: Draft) -> tuple[Message, ...]:
        """Return what is wrong with a draft; see ``helpers.publish.check``."""
        context: Context = self
        return check(draft, context)


def open_context(
    folder: Path,
    pack: str,
    *,
    journal: str = "",
    market: str = "any",
    as_of: str = "",
    needed: int = 1,
    kept: Kept | None = None,
    second: "Second | None" = None,
) -> DraftContext:
    """Open what drafts are held against.

    Parameters
    ----------
    folder : Path
        The reviewed documents.
    pack : str
    journal : str
        An SQLite file or a SQLAlchemy URL, which must be there; empty is ``WORKBOOK_DB``, else ``data/decisions/journal.db``,
        where none need be.
    market, as_of, needed
        As for ``helpers.desk.Desk``.
    kept : Kept, optional
        Where things are kept; see there for the default.
    second : Second, optional
        How a model reads as well, sources and drafts; what it answered is kept in a place of its own, and nothing else then.

    Raises
    ------
    WorkbookError
        The folder, the journal, the pack, the market or the day is wrong; one line that says what to change.
    """
    pipeline = Pipeline.of(pack, second)
    place = Kept(off=second is not None) if kept is None else kept
    return _Opening(folder, pipeline, journal, market, as_of, needed, place).context()


class _Opening:
    """The steps from a folder and a journal to what drafts are held against."""

    def __init__(self, folder: Path, pipeline: Pipeline, journal: str, market: str, as_of: str, needed: int, kept: Kept) -> None:
        self._folder, self._pipeline, self._journal, self._kept = Path(folder), pipeline, journal, kept
        self._market, self._day, self._needed = market, day_of(as_of), needed
        self._rules = read_publishing(pipeline.pack.folders)
        market_named(market, self._rules.markets)
        self._made_by = key_of((code_edition(), *_pack_files(pipeline)))

    def context(self) -> DraftContext:
        """Return it, from what is kept where that fits."""
        found = [(one, _bytes_of(one)) for one in find_documents(self._folder).found]
        sources: list[str] = []
        for one, content in found:
            sources += one.source_id, one.path.name, key_of([content])
        options = (self._market, self._day.isoformat(), str(self._needed))
        asked = (self._made_by, *options, *sources, key_of([_or_nothing(self._folder / MANIFEST)]))
        state = journal_state(self._journal)
        library = self._kept.read(LIBRARIES, key_of((*asked, state))) if state else None
        if library is None:
            read_manifest(self._folder)  # refuses a page that is not the one it describes
            parts = [part for one, content in found if (part := self._part(one, content))]
            if not parts:
                raise SourceError("no document can be read", path=self._folder)
            last, laid_out = self._laid_out([reading for reading, _ in parts], [row for _, rows in parts for row in rows])
            library = packed(laid_out)
            state = journal_state(self._journal)  # opening the journal may have tidied its file
            if state and _last_hash(self._journal) == last:
                self._kept.write(LIBRARIES, key_of((*asked, state)), library)
                self._kept.tidy()
        return DraftContext(self._pipeline, self._rules, self._market, library)

    def _laid_out(self, read: Sequence[Reading], unread: Sequence[LedgerRow]) -> tuple[str, list[Entry]]:
        """Return the hash of the last decision, and what the decisions make of the sources."""
        from helpers.desk import Desk  # brings the database along, which a library that is kept does without
        from helpers.review import Journal, as_reviewed, past_of, without_a_reading

        with Journal(self._journal or None, make=not self._journal) as opened:
            events = opened.events()
            past = past_of(opened, [one.document for one in read], needed=self._needed)
        readings, misread = as_reviewed(read, past, self._pipeline.tables.topics)
        review = Review(
            pack=self._pipeline.pack.edition,
            sources=(),
            readings=tuple(readings),
            ledger=tuple(without_a_reading(unread, misread)),
            relations=(),
            misread=misread,
        )
        desk = Desk(self._pipeline, review, events, market=self._market, as_of=self._day, needed=self._needed)
        decided = [Entry(DECIDED, DECIDED, True)] if events else []
        return (events[-1].hash if events else ""), [*desk.entries, *decided]

    def _part(self, found: Found, content: bytes) -> tuple[Reading, list[LedgerRow]] | None:
        """Return what reviewers decide on in a source: its claims and its unread sentences; None where it cannot be read."""
        key = key_of((self._made_by, found.source_id, found.path.name, content))
        written = self._kept.read(READINGS, key)
        if written is None:
            written = json.dumps(self._read(found, content)).encode()
            self._kept.write(READINGS, key, written)
        part = json.loads(written)
        if part is None:
            return None
        document = Document(found.source_id, part["text"], part["sha256"], found.path.name)
        rows = [LedgerRow(**{**row, "claim_ids": ()}) for row in part["unread"]]
        sentences = tuple(Sentence("sentence", start, end, 0, "body") for start, end in part["sentences"])
        segmented = Segmented(found.source_id, (), sentences, ())
        return Reading(document, segmented, tuple(Claim(**claim) for claim in part["claims"])), rows

    def _read(self, found: Found, content: bytes) -> dict[str, object] | None:
        try:
            loaded = loaded_of(content, found.path)
        except SourceError:
            return None
        digest = sha256(loaded.text.encode("utf-8")).hexdigest()
        document = Document(found.source_id, loaded.text, digest, found.path.name, loaded.parts, loaded.losses)
        review = self._pipeline.review([document])
        [reading] = review.readings
        return {
            "text": loaded.text,
            "sha256": digest,
            "sentences": [(one.start, one.end) for one in reading.segmented.sentences],
            "claims": [asdict(one) for one in review.claims],
            "unread": [asdict(row) for row in review.ledger if row.status == "unread"],
        }


def _pack_files(pipeline: Pipeline) -> Iterable[str | bytes]:
    yield pipeline.pack.sha256
    for number, folder in enumerate(pipeline.pack.folders):
        for path in sorted(one for one in folder.rglob("*") if one.is_file() and one.suffix != ".yml"):
            yield f"{number}/{path.relative_to(folder).as_posix()}"
            yield path.read_bytes()
    for path in sorted(DATA.glob("*.yml")):
        yield path.read_bytes()


def _bytes_of(found: Found) -> bytes:
    """Return the bytes of a source; one that cannot be read has none, and is passed over."""
    try:
        return read_bytes(found.path)
    except WorkbookError:
        return b""


def _or_nothing(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _last_hash(journal: str) -> str | None:
    """Return the hash of the last event of a journal that is a file; ``""`` where there is none, None where nobody knows."""
    file = journal_file(journal)
    if file is None:
        return None
    if not file.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=rw", uri=True)) as opened:
            [last] = opened.execute("SELECT hash FROM journal_head").fetchone()
    except (sqlite3.Error, TypeError):
        return None
    return str(last)
