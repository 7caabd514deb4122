"""Damaged documents of every format: their claims stand where they say, or one line tells why; time and memory are bounded."""

import resource
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from mutate import run

from helpers.load import read_document, read_draft
from helpers.model.readable import readable
from helpers.pipeline import Pipeline

sys.path.insert(0, str(Path(__file__).parents[1]))
from made_files import flowing, mail, pdf, slides, word_file

SECONDS = 10
MEGABYTES = 500  # more than ever before it
PIPELINE = Pipeline.of()
PAGE = """<!doctype html><html lang="en"><head><title>Peels</title><meta name="description" content="No downtime">
<script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Sore?",
"acceptedAnswer": {"@type": "Answer", "text": "<p>For a day.</p>"}}]}</script></head>
<body><nav><ul><li>Home</ul></nav><main><h1>Peels</h1><p>Redness lasts <b>three</b> days &amp; peels cause&nbsp;swelling.
<!-- hidden -->
<ul><li>one<li>two</ul><table><tr><th>What<th>When<tr><td>sun<td>a week</table><dl><dt>Cost<dd>200</dl><svg><path d="M0"/></svg>
<del>300</del></main></body></html>
"""
MARKDOWN = """---
title: Peels
slug: peels
---
# Peels

Redness lasts ~~two~~ **three** days.

```
code
```

<!-- note -->
- [a](b)
"""
SAVED = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html

<h1>Chemical peels</h1><p>After a chemical peel redness lasts three days.</p>
--b--
"""


def kinds() -> list[tuple[str, bytes, Callable[[Path], object]]]:
    """Return a file of each format, whole, with what reads it."""
    word = word_file([("Heading 1", "Peels"), ("List Bullet", "red skin"), ("", "Sore for a day.")])
    shown = slides(("Peels", ["red", "sore"], "say it slowly"))
    whole = {
        "a.txt": "After peels redness lasts three days.\r\nThat is all \N{PILE OF POO}.\n".encode(),
        "a.md": MARKDOWN.encode(),
        "a.html": PAGE.encode(),
        "a.mhtml": SAVED.encode(),
        "a.pdf": pdf([(60, 40, 18, "Peels"), *flowing("After a peel redness lasts three days. " * 9)], []),
        "a.docx": word,
        "a.pptx": shown,
        "a.eml": mail("Peels", "Redness lasts three days.", "<p>Redness lasts <b>three</b> days.</p>", attached="prices.pdf"),
        "a.csv": b'treatment,downtime\nchemical peel,"three days, at most"\n',
        "a.json": b'{"title": "Peels", "faq": [{"q": "Red?", "a": "<p>After a peel redness lasts a day.</p>"}], "days": 3}',
    }
    inner = [(word, "word/document.xml", ".docx"), (shown, "ppt/slides/slide1.xml", ".pptx")]
    return [
        *((name, content, _read) for name, content in whole.items()),
        *((f"inner{ending}.xml", _part(made, part), _inside(made, part, ending)) for made, part, ending in inner),
    ]


def _part(content: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(content)) as package:
        return package.read(name)


def _inside(content: bytes, name: str, ending: str) -> Callable[[Path], object]:
    """Return what reads a file of which one part is damaged, and its zip is whole."""

    def read(part: Path) -> None:
        file = part.with_name(f"whole{ending}")
        with ZipFile(BytesIO(content)) as before, ZipFile(file, "w") as after:
            for one in before.namelist():
                after.writestr(one, part.read_bytes() if one == name else before.read(one))
        _read(file)

    return read


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _read(file: Path) -> None:
    begun, held = time.process_time(), _megabytes()
    document = read_document(file)
    end = 0
    for part in document.parts:
        if not end <= part.start <= part.end <= len(document.text):
            raise AssertionError(f"a part from {part.start} to {part.end}, behind one that ends at {end}")
        end = part.end
    if len(readable(document)) != len(document.text):
        raise AssertionError("what readers see has another length")
    reading = PIPELINE.read(document)
    for claim in reading.claims:
        if document.text[claim.start : claim.end] != claim.quote:
            raise AssertionError(f"the quote at {claim.start} is not what the text has there")
    read_draft(file)
    if _megabytes() - held > MEGABYTES:
        raise AssertionError(f"it takes more than {MEGABYTES} MB")
    if time.process_time() - begun > SECONDS:
        raise AssertionError(f"it takes more than {SECONDS} seconds")


if __name__ == "__main__":
    run(kinds())
