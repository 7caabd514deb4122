import pytest

from helpers.model import Document
from helpers.packs.furniture import read_gap_topics, read_segment_words
from helpers.paths import PACKS
from helpers.segment import Segmenter


@pytest.fixture(scope="session")
def words():
    return read_segment_words(PACKS / "english")


@pytest.fixture(scope="session")
def segmenter(words):
    return Segmenter(words, gap_topics=read_gap_topics(PACKS / "aesthetics"))


@pytest.fixture(scope="session")
def segment(segmenter):
    """Cut a text."""
    return lambda text: segmenter.segment(Document("page", text, "", "page.txt"))


@pytest.fixture(scope="session")
def kinds(segment):
    """Cut a text and show each sentence as ``kind: words``."""
    return lambda text: [f"{one.kind}: {text[one.start : one.end]}" for one in segment(text).sentences]


@pytest.fixture(scope="session")
def furniture(segment):
    """Cut a text and return the words of its furniture."""
    return lambda text: [text[one.start : one.end] for one in segment(text).sentences if one.zone == "chrome"]
