"""One page as text, Markdown, web page, Word and PDF: the same claims, whatever the file."""

from collections import Counter
from html import escape
from pathlib import Path

import pytest
from made_files import flowing, pdf, word_file

from helpers.load import read_document
from helpers.paths import SEEDS
from helpers.pipeline import Pipeline

PAGE = """# Microneedling at our clinic

Microneedling wakes the skin's own repair. Most people need four sessions, one month apart.

## What comes after it

- redness for one or two days
- a feeling of sunburn on the first evening
- rarely, an infection

Stay out of the sun for a week. You can wear make-up again after 24 hours.

## Who should wait

People with active acne or a cold sore should not be treated. Pregnant women are not treated at our clinic.
"""
PAGES = {"own": PAGE} | {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.of("aesthetics")


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the page's lines with their marks: ``#``, ``-`` or none."""
    lines = [line.strip() for line in text.replace("\n-\n", "\n- ").splitlines() if line.strip()]
    parted = [line.partition(" ") if line.split()[0] in ("#", "##", "-") else ("", "", line) for line in lines]
    return [(mark, words) for mark, _, words in parted]


def as_web(page: list[tuple[str, str]]) -> bytes:
    tags = {"#": "h1", "##": "h2", "-": "li", "": "p"}
    body = "\n".join(f"<{tags[mark]}>{escape(words)}</{tags[mark]}>" for mark, words in page)
    menu = "<nav><ul><li>Home<li>Prices<li>No downtime, no pain</ul></nav>"
    return f"<!doctype html><html><body>{menu}<main>{body}</main><footer>Imprint</footer></body></html>".encode()


def as_word(page: list[tuple[str, str]]) -> bytes:
    styles = {"#": "Heading 1", "##": "Heading 2", "-": "List Bullet", "": ""}
    return word_file([(styles[mark], words) for mark, words in page])


def as_pdf(page: list[tuple[str, str]]) -> bytes:
    pages: list[list[tuple[float, float, float, str]]] = [[]]
    top = 60.0
    for mark, words in page:
        size = {"#": 18, "##": 14}.get(mark, 11)
        shown = f"\N{BULLET} {words}" if mark == "-" else words
        lines = flowing(shown.encode("cp1252", "replace").decode("cp1252"), top=0, size=size)
        if top + len(lines) * 1.3 * size > 780:
            pages.append([])
            top = 60.0
        pages[-1].extend((left, top + below, size, letters) for left, below, size, letters in lines)
        top += len(lines) * 1.3 * size + 8
    return pdf(*pages)


MADE = {".md": lambda page: "\n\n".join(f"{mark} {words}".strip() for mark, words in page).encode()}
MADE |= {".html": as_web, ".docx": as_word, ".pdf": as_pdf}


@pytest.mark.parametrize("name", PAGES)
def test_the_format_does_not_change_what_a_page_claims(tmp_path: Path, pipeline: Pipeline, name: str) -> None:
    page = blocks(PAGES[name])
    (tmp_path / "page.txt").write_bytes(MADE[".md"](page))
    wanted = claims(pipeline, tmp_path / "page.txt")
    assert wanted.total() > 5
    for ending, made in MADE.items():
        (tmp_path / f"page{ending}").write_bytes(made(page))
        found = claims(pipeline, tmp_path / f"page{ending}")
        if ending == ".pdf":
            assert (found & wanted).total() >= 0.98 * max(wanted.total(), found.total())
        else:
            assert found == wanted


def claims(pipeline: Pipeline, path: Path) -> Counter[tuple[object, ...]]:
    """Return what a file claims, but for its places; every quote stands where its claim says."""
    reading = pipeline.read(read_document(path))
    text = reading.document.text
    assert all(text[one.start : one.end] == one.quote for one in reading.claims)
    told = (one for one in reading.claims if one.zone == "body")
    return Counter((one.topic, one.treatment, one.item, one.level, one.low, one.high, one.unit, one.certainty) for one in told)


@pytest.mark.parametrize(
    "broken", ["A peel has no<br>downtime.", "A peel has<br>no<br/>downtime.", "A peel has <b>no</b><br>downtime."]
)
def test_a_break_inside_a_sentence_hides_no_phrase(tmp_path, broken):
    (tmp_path / "peel.html").write_text(f"<!doctype html><h1>Chemical peel</h1><p>{broken} It is quick.</p>", encoding="utf-8")
    document = read_document(tmp_path / "peel.html")
    claims = Pipeline.of().read(document).claims
    [said] = [one for one in claims if one.topic == "downtime"]
    assert said.level == "none" and document.text[said.start : said.end] == said.quote
