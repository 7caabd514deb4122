"""The only place where stages meet: a pack's stages, built once, and what they make of documents."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from helpers.compare import compare
from helpers.extract import Extractor
from helpers.load import SourceInfo
from helpers.model import Claim, Document, Relation
from helpers.model.review import Reading, Review
from helpers.model.source import Source
from helpers.normalise import QuantityGrammar
from helpers.packs.furniture import read_gap_topics, read_segment_words
from helpers.packs.load import Pack, load_pack
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.packs.tables import ComparisonTables, read_tables
from helpers.segment import Segmenter

DEFAULT_PACK = "aesthetics"


class Pipeline:
    """Reads documents and sets what they claim against each other; compiled once for a pack, used for any number.

    Parameters
    ----------
    pack : Pack
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        own = pack.folders[0]
        gap_topics = read_gap_topics(own) if (own / "gaps.yml").is_file() else None
        self._segmenter = Segmenter(read_segment_words(pack.folder_of("segments.yml")), gap_topics)
        self._grammar = QuantityGrammar(read_yaml(pack.folder_of("quantities.yml") / "quantities.yml", QuantityWords))
        self._extractor = Extractor(pack)

    @classmethod
    def of(cls, name: str = DEFAULT_PACK) -> "Pipeline":
        """Return the pipeline of the pack ``name``.

        Raises
        ------
        PackError
            The pack does not exist or does not hold together.
        """
        return cls(load_pack(name))

    @cached_property
    def tables(self) -> ComparisonTables:
        """The pack's comparison tables, read when claims are first compared."""
        return read_tables(self.pack.folders[0])

    def read(self, document: Document) -> Reading:
        """Return a document's sentences, gaps and claims; nothing depends on the documents read before it."""
        segmented = self._segmenter.segment(document)
        claims = self._extractor.extract(document, segmented, self._grammar.find(document.text))
        return Reading(document, segmented, tuple(claims))

    def relate(self, claims: Iterable[Claim]) -> list[Relation]:
        """Return the relations among claims of which the documents are not at hand: nothing is known of silence."""
        return compare(claims, tables=self.tables)

    def review(self, documents: Iterable[Document], manifest: Mapping[str, SourceInfo] | None = None) -> Review:
        """Read documents and set them against each other.

        Parameters
        ----------
        documents : iterable of Document
            Sorted by source id, each source once.
        manifest : mapping of str to SourceInfo, optional
            What is known of the sources, by source id.
        """
        return self.review_readings(map(self.read, documents), manifest)

    def review_readings(self, readings: Iterable[Reading], manifest: Mapping[str, SourceInfo] | None = None) -> Review:
        """Set documents that were read already (by :func:`helpers.batch.read_each`) against each other."""
        read = tuple(readings)
        sources = tuple(_source(reading.document, (manifest or {}).get(reading.document.source_id)) for reading in read)
        relations = compare(
            (claim for reading in read for claim in reading.claims),
            sources=[source.source_id for source in sources],
            gaps=[gap for reading in read for gap in reading.gaps],
            tables=self.tables,
        )
        about = self.pack.about
        return Review(f"{about.name} {about.version}", sources, read, tuple(relations))


def _source(document: Document, info: SourceInfo | None) -> Source:
    return Source(
        source_id=document.source_id,
        name=document.name,
        title=info.title if info else document.name,
        publisher=info.publisher if info else None,
        date=info.date if info else None,
        sells=info.sells if info else "",
        sha256=document.sha256,
    )
