"""Reads small texts of the tests: the three stages that make claims, whatever field the text seems to be of."""

from collections.abc import Sequence
from functools import cache

from helpers.compare import Page
from helpers.extract import Extractor
from helpers.model import Claim, Document, Quantity, Segmented
from helpers.normalise import QuantityGrammar
from helpers.packs.furniture import read_segment_words
from helpers.packs.load import load_pack
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.paths import DEFAULT_PACK
from helpers.pipeline import Pipeline
from helpers.segment import Segmenter


@cache
def stages(pack: str = DEFAULT_PACK) -> tuple[Segmenter, QuantityGrammar, Extractor]:
    """Build the stages of a pack once for all tests."""
    loaded = load_pack(pack)
    words = read_yaml(loaded.folder_of("quantities.yml") / "quantities.yml", QuantityWords)
    segmenter = Segmenter(read_segment_words(loaded.folder_of("segments.yml")))
    return segmenter, QuantityGrammar(words), Extractor(loaded)


@cache
def pipeline() -> Pipeline:
    """Build the default pack's pipeline once for all tests."""
    return Pipeline.of()


def page_of(text: str, source_id: str = "page") -> Page:
    """Return a text as the rules about whole pages read it."""
    return pipeline().page(pipeline().read(Document(source_id, text, "", f"{source_id}.txt")))


def prepare(text: str, pack: str = DEFAULT_PACK, source_id: str = "page") -> tuple[Document, Segmented, Sequence[Quantity]]:
    """Return what the extractor takes."""
    segmenter, grammar, _ = stages(pack)
    document = Document(source_id, text, "", f"{source_id}.txt")
    return document, segmenter.segment(document), grammar.find(text)


def read(text: str, pack: str = DEFAULT_PACK, source_id: str = "page") -> list[Claim]:
    """Return the claims of a text."""
    return stages(pack)[2].extract(*prepare(text, pack, source_id), any_field=True)
