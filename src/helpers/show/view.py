"""A review as people look at it: sources and claims by the names they know them by, and links to their places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from helpers.model import Claim, Document
from helpers.model.names import Names
from helpers.model.notices import notices
from helpers.model.review import Reading, Review
from helpers.model.source import Source
from helpers.model.words import plain
from helpers.packs.evidence import Register, read_evidence
from helpers.packs.load import PackFile
from helpers.packs.read import read_yaml
from helpers.packs.references import Cited, read_references
from helpers.packs.topics import Topic, read_topics
from helpers.paths import DATA, PACKS

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class View:
    """What the tables and figures are made of.

    Attributes
    ----------
    review : Review
    topics : mapping of str to Topic
        The pack's, in a reviewer's order.
    register : Register or None
        The evidence register that the pack names.
    texts : str
        The page that shows the sources' texts; empty where it is the page itself.
    tables : mapping of str to Cited
        The rows of the tables of warnings, regulatory facts and advertising rules, by id.
    exact : bool
        Whether a link names the end of its words too, where the page that shows the texts can mark just these.
    """

    review: Review
    topics: Mapping[str, Topic]
    register: Register | None = None
    texts: str = ""
    tables: Mapping[str, Cited] = field(default_factory=dict)
    exact: bool = False

    @classmethod
    def of(cls, review: Review, *, texts: str = "", exact: bool = False) -> "View":
        """Look at a review with the words of its pack.

        Raises
        ------
        PackError
            The pack is not there or does not hold together.
        """
        folder = PACKS / review.pack.split()[0]
        evidence = read_yaml(folder / "pack.yml", PackFile).evidence
        if not evidence:
            return cls(review, read_topics(folder), texts=texts, exact=exact)
        register, tables = read_evidence(DATA / evidence), read_references(DATA / evidence)
        return cls(review, read_topics(folder), register, texts, tables, exact)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, sorted by id."""
        return self.review.sources

    @cached_property
    def _names(self) -> Names:
        return Names(self.review)

    def place(self, source_id: str, start: int) -> str:
        """Return where a character stands in its file, for people; empty where the text is the file's own."""
        place = self.document(source_id).place(start)
        return place.told if place else ""

    def could_be_read(self, source_id: str) -> bool:
        """Say whether what is said of a source, and what is not, rests on its text."""
        return self.review.reaches[source_id].could_be_read

    def silence(self, source_id: str) -> str:
        """Return what it means that a source makes no claim: a key of ``LOOKS``."""
        return "silent" if self.could_be_read(source_id) else "not_read"

    def not_stated(self, source_id: str) -> str:
        """Return the same in words."""
        return "not stated" if self.could_be_read(source_id) else "not read"

    @cached_property
    def where_read(self) -> str:
        """What goes behind "nothing was found", where some pages could not be read."""
        return "" if all(one.could_be_read for one in self.review.reaches.values()) else " on the pages that could be read"

    @cached_property
    def notices(self) -> list[str]:
        """What people are told of pages that could not be read, or not fully."""
        return notices(self.review.reaches.values(), self.names)

    @property
    def handles(self) -> dict[str, str]:
        """Short names that tell the sources apart."""
        return self._names.handles

    @property
    def names(self) -> dict[str, str]:
        """What a source is called, by id."""
        return self._names.sources

    @property
    def numbers(self) -> dict[str, str]:
        """What a claim is called, by id."""
        return self._names.claims

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings by source id."""
        return {reading.document.source_id: reading for reading in self.review.readings}

    def document(self, source_id: str) -> Document:
        """Return a source's text."""
        return self.readings[source_id].document

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id, and the unread sentences that people judge like them."""
        return self.review.judged

    @cached_property
    def told(self) -> tuple[Claim, ...]:
        """The claims that the sources themselves make: those in website furniture are left out."""
        return self.review.told

    @cached_property
    def _places(self) -> dict[str, int]:
        return {source.source_id: place for place, source in enumerate(self.sources, start=1)}

    def anchor(self, source_id: str, start: int | None = None) -> str:
        """Return the id of a place in a source's text as the texts' page shows it; without ``start``, of the whole text."""
        whole = f"text-{self._places[source_id]}"
        return whole if start is None else f"{whole}-{start}"

    def link(self, source_id: str, start: int | None = None, end: int | None = None) -> str:
        """Return the address of words in a source's text."""
        behind = f"-{end}" if self.exact and end is not None else ""
        return f"{self.texts}#{self.anchor(source_id, start)}{behind}"

    @cached_property
    def linked(self) -> dict[str, set[int]]:
        """Every place that a table or a finding links to, by source id."""
        review = self.review
        places: list[tuple[str, int | None]] = [(claim.source_id, claim.start) for claim in review.claims]
        places += [(gap.source_id, gap.start) for gap in review.gaps]
        places += [(place.source_id, place.start) for group in review.copies for place in group.places]
        places += [(row.source_id, row.start) for row in review.ledger if row.status == "unread"]
        places += [(one.source_id, one.start) for one in review.proposals.values()]
        places += [(finding.source_a, finding.start_a) for finding in review.findings]
        places += [(finding.source_b, finding.start_b) for finding in review.findings]
        places += [(one.source_a, start) for one in review.findings for start, _ in one.spans]
        starts: dict[str, set[int]] = {source.source_id: set() for source in self.sources}
        for source_id, start in places:
            if start is not None:
                starts[source_id].add(start)
        return starts

    def title(self, topic: str) -> str:
        """Return a topic's name in a reviewer's words."""
        return self.topics[topic].title if topic in self.topics else plain(topic)

    def with_names(self, reason: str) -> str:
        """Return a reason in which sources go by their names, and entries of the register by author and year."""
        named = self._names.put_in(reason)
        return self._entries.sub(lambda found: self._short(found[0]), named) if self._entries else named

    @cached_property
    def _entries(self) -> re.Pattern[str] | None:
        ids = sorted(self.register.entries, key=len, reverse=True) if self.register else []
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, ids))})\b") if ids else None

    def _short(self, reference: str) -> str:
        cited = self.citation(reference)[0]
        author = cited.split(",", 1)[0]
        return author if _YEAR.search(author) else cited

    def citation(self, reference: str) -> tuple[str, str]:
        """Return a reference of the register or of a table in words, and its public address, ``""`` where it has none."""
        entry = self.register.entries.get(reference) if self.register else None
        if entry is not None:
            return entry.row.short_citation, entry.row.public_url
        row = self.tables.get(reference)
        return (row.words, row.url) if row else (reference, "")
