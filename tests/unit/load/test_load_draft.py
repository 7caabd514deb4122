"""Drafts of every format: the words that readers see, and where each stands in the file."""

from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import SourceError
from helpers.load import read_draft
from helpers.load.web import read_source

PAGE = """<!doctype html>
<html><head><title>Treatments</title>
<meta name="description" content="Zero downtime">
<style>p { color: red }</style><script>var hidden = "no downtime";</script></head>
<body><h1>Facials</h1>
<p>You will see <b>no
   swelling</b> after&nbsp;it &amp; no&#32;pain.</p>
<ul><li>first</li><li>second</ul>
<table><tr><th>Topic</th><th>Says</th></tr><tr><td>Downtime</td><td>none</td></tr></table>
<img src="x.png" alt="before and after"><!-- not shown -->
</body></html>
"""


def written_at(source: str, line: int, column: int, length: int) -> str:
    return source.split("\n")[line - 1][column - 1 : column - 1 + length]


def test_html_keeps_the_words_and_their_places(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    draft = read_draft(tmp_path / "page.html")
    text = draft.document.text
    assert "You will see no swelling after it & no pain." in text
    for word in ("Treatments", "Facials", "swelling", "pain", "first", "second", "Downtime", "none"):
        assert written_at(PAGE, *draft.place(text.index(word)), len(word)) == word
    for shown in ("# Facials", "- first\n- second", "| Downtime | none |", "Zero downtime", "before and after"):
        assert shown in text
    for unseen in ("hidden", "color", "not shown", "<", ">"):
        assert unseen not in text


@given(st.lists(st.sampled_from(["word ", "\n", "  ", "<p>", "</p>", "<b>", "&amp;", "<br>", "&#x3c;", "<li>", "é", "<", "\t"])))
def test_any_html_gives_words_that_stand_where_their_marks_say(parts: list[str]) -> None:
    source = "".join(parts)
    loaded = read_source(source)
    assert [offset for offset, _ in loaded.marks] == sorted(offset for offset, _ in loaded.marks)
    for offset, at in loaded.marks:
        assert source[at] in (loaded.text[offset], "&")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_plain_text_has_lines_and_columns_from_one(tmp_path: Path, ends: str) -> None:
    (tmp_path / "draft.txt").write_bytes(f"One.{ends}Two words.{ends}".encode())
    draft = read_draft(tmp_path / "draft.txt")
    assert draft.place(0) == (1, 1)
    assert draft.place(draft.document.text.index("words")) == (2, 5)


def test_in_word_a_paragraph_is_a_line(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Facials", 1)
    made.add_paragraph("No swelling.")
    made.add_paragraph("an item", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Downtime", "none"
    made.save(tmp_path / "draft.docx")
    draft = read_draft(tmp_path / "draft.docx")
    text = draft.document.text
    assert text.startswith("# Facials\n\nNo swelling.\n\n- an item\n| Downtime | none")
    assert draft.place(text.index("swelling")) == (2, 4)
    assert draft.place(text.index("none")) == (5, 1)


def test_tracked_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("There is ")
    for tag, letters, words in (("w:ins", "w:t", "no downtime"), ("w:del", "w:delText", "a week of downtime")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(letters)
        change.set(qn("w:id"), "1")
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    made.save(tmp_path / "draft.docx")
    assert read_draft(tmp_path / "draft.docx").document.text == "There is no downtime"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("draft.rtf", b"{\\rtf", "a draft is one of .txt .md .html"),
        ("draft.pdf", b"%PDF", "no PDF, or a broken one"),
        ("draft.docx", b"PK\x03\x04 no document", "this is no Word document"),
        ("draft.txt", b"\xff\xfe", "not UTF-8 at byte 0"),
        ("draft.html", b"<script>x</script>", "the file holds no text"),
        ("draft.md", b" \n", "the file holds no text"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_file(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=name) as error:
        read_draft(tmp_path / name)
    assert words in str(error.value)
