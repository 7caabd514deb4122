"""What a second reader adds to a run beside the model's own time: 10,000 claims are verified and settled."""

import json
import re
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from helpers.model import Document
from helpers.pipeline import Pipeline
from helpers.readers import Second
from helpers.second.kept import Answer
from helpers.second.settings import ModelSettings

CLAIMS = 10_000
PARAGRAPH = (
    "Mesotherapy session {n} smooths fine lines within 2-3 weeks. After mesotherapy number {n} redness for three days is normal. "
    "There is no downtime after visit {n} of mesotherapy. Avoid swimming for 48 hours after mesotherapy {n}. "
    "Our team is glad to tell you more about plan {n} in a personal talk that costs nothing and binds you to nothing."
)
SAID = (
    ("smooths fine lines", {"topic": "efficacy", "item": "wrinkles", "level": "benefit"}),
    ("within 2-3 weeks", {"topic": "onset", "low": 0, "high": 21}),
    ("redness for three days is normal", {"topic": "side_effect", "item": "redness", "level": "common", "low": 3, "high": 3}),
    ("no downtime", {"topic": "downtime", "level": "none"}),
    ("Avoid swimming for 48 hours", {"topic": "aftercare", "item": "swimming", "level": "avoid", "low": 2, "high": 2}),
)


def page(number: int, paragraphs: int) -> Document:
    text = "\n\n".join(["# Mesotherapy", *(PARAGRAPH.format(n=n + number * paragraphs) for n in range(paragraphs))])
    return Document(f"page{number:03}", text, "", f"page{number:03}.md")


def answer_to(lines: tuple[str, ...]) -> str:
    """Answer as a model would that reads everything."""
    entries = []
    for line in lines:
        number, words = re.fullmatch(r"\[(\d+)\] (.*)", line).groups()
        told = {"sentence": int(number), "treatment": "mesotherapy"}
        entries += [{**told, "quote": quote, **said} for quote, said in SAID if quote in words]
    return json.dumps({"claims": entries})


def main() -> None:
    pipeline = Pipeline.of()
    documents = [page(number, 20) for number in range(CLAIMS // (20 * len(SAID)))]
    began = time.process_time()
    readings = [pipeline.read(document) for document in documents]
    pipeline.review_readings(readings)
    alone = time.process_time() - began
    with TemporaryDirectory() as folder:
        second = Second(Path(folder), offline=True, tasks=("claims",), settings=ModelSettings(name="bench"))
        kept = second.kept
        for reading in readings:
            for prompt in second.prompts(reading, pipeline):
                kept.put(prompt, Answer(answer_to(prompt.part.lines), model="bench", prompt=prompt.sha256))
        began = time.process_time()
        both = second.read(readings, pipeline)
        added = time.process_time() - began
    verified = sum(len(one.second.claims) for one in both if one.second)
    dropped = sum(len(one.second.dropped) for one in both if one.second)
    print(f"{len(documents)} pages, read by the rules and set against each other: {alone:.2f} s")
    print(f"second reader: {verified:,} claims verified and settled, {dropped} dropped: {added:.2f} s more, {added / alone:.1%}")


if __name__ == "__main__":
    main()
