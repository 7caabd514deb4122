"""Time reading claims beside what other libraries take for a part of it, on one core and the same text, in one run."""

import importlib.util
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from clinic_pages import page

from helpers.batch import read_each
from helpers.export import write_table
from helpers.load import Found
from helpers.model import Claim, Document
from helpers.normalise import QuantityGrammar
from helpers.packs.furniture import read_segment_words
from helpers.packs.load import load_pack
from helpers.packs.quantities import QuantityWords
from helpers.packs.read import read_yaml
from helpers.pipeline import Pipeline
from helpers.segment import Segmenter

PAGES = 180
SHARE_FOR_SLOW_ONES = 200  # the slow libraries read that part of the text; their time is scaled up and said to be


def seconds(work: Callable[[], object]) -> float:
    """Return the best processor time of three runs."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def main() -> None:
    texts = [page(number) for number in range(PAGES)]
    documents = [Document(f"page-{number}", text, "", f"page-{number}.txt") for number, text in enumerate(texts)]
    size = sum(map(len, texts))
    print(f"{size / 1e6:.2f} million characters in {PAGES} pages\n")
    pack = load_pack("aesthetics")
    segmenter = Segmenter(read_segment_words(pack.folder_of("segments.yml")))
    grammar = QuantityGrammar(read_yaml(pack.folder_of("quantities.yml") / "quantities.yml", QuantityWords))
    pipeline = Pipeline(pack)
    split = seconds(lambda: [segmenter.segment(document) for document in documents])
    quantities = seconds(lambda: [grammar.find(text) for text in texts])
    whole = seconds(lambda: [pipeline.read(document) for document in documents])
    rows = [("splitting alone", split), ("quantities alone", quantities), ("everything: split, quantities, claims", whole)]
    if installed("syntok"):
        from syntok.segmenter import process

        rows.append(
            ("syntok, splitting only", seconds(lambda: [list(s) for text in texts for part in process(text) for s in part]))
        )
    part = "\n".join(texts)[: size // SHARE_FOR_SLOW_ONES]
    if installed("quantulum3"):
        from quantulum3 import parser

        rows.append(("quantulum3, quantities only (scaled)", seconds(lambda: parser.parse(part)) * SHARE_FOR_SLOW_ONES))
    if installed("recognizers_date_time"):
        from recognizers_date_time import recognize_datetime

        rows.append(
            ("ms-recognizers, times only (scaled)", seconds(lambda: recognize_datetime(part, "en-us")) * SHARE_FOR_SLOW_ONES)
        )
    if installed("medspacy"):
        rows.append(("medspacy with the same lexicon (scaled)", seconds(lambda: _medspacy(part)) * SHARE_FOR_SLOW_ONES))
    else:
        print("medspacy is not installed here (it needs Python 3.12)")
    print(f"{'':42}{'seconds':>9}{'million chars/s':>17}{'times everything':>18}")
    for name, time_taken in rows:
        print(f"{name:42}{time_taken:9.2f}{size / time_taken / 1e6:17.3f}{time_taken / whole:18.2f}")
    _growth(pipeline)


def _medspacy(text: str) -> None:
    import medspacy
    from medspacy.ner import TargetRule

    nlp = medspacy.load()
    classes = load_pack("aesthetics").classes
    phrases = [
        (phrase.rstrip("~*"), name) for name, one in classes.items() for values in one.values.values() for phrase in values
    ]
    nlp.get_pipe("medspacy_target_matcher").add([TargetRule(phrase, name) for phrase, name in phrases])
    nlp(text)


def _growth(pipeline: Pipeline) -> None:
    """Ten times the documents, written to a file: time and memory."""
    print("\ndocuments   seconds   peak memory, MB (claims written to a file)")
    taken = []
    for count in (40, 400):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Found(Path(folder) / f"page-{number:04}.txt", f"page-{number:04}") for number in range(count)]
            for number, found in enumerate(paths):
                found.path.write_text(page(number), encoding="utf-8")
            claims = (claim for reading in read_each(paths, pipeline) for claim in reading.claims)
            begun = time.process_time()
            write_table(claims, Claim, Path(folder) / "claims.jsonl")
            taken.append(time.process_time() - begun)
            tracemalloc.start()
            write_table(
                (claim for reading in read_each(paths[: count // 2], pipeline) for claim in reading.claims),
                Claim,
                Path(folder) / "b.jsonl",
            )
            peak = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            print(f"{count:9}{taken[-1]:10.2f}{peak:12.1f}")
    print(f"ten times the documents take {taken[1] / taken[0]:.1f} times the time")


if __name__ == "__main__":
    main()
