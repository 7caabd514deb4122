"""Every format: what of a file is read, as what, and where it stands."""

import json
import time

import pytest
from made_files import flowing, mail, pdf, slides, with_part, word_file

from helpers.errors import SourceError
from helpers.load import read_document


@pytest.fixture
def read(tmp_path):
    def load(name, content):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_document(tmp_path / name)

    return load


def shown(document):
    """Return the parts of a document: kind, words and place."""
    return [(part.kind, document.text[part.start : part.end], part.place.words) for part in document.parts]


def test_parts_follow_each_other_and_cover_every_letter(read):
    document = read("a.html", "<title>T</title><h1>Facials</h1><ul><li>one<li>two</ul><table><tr><td>a<td>b</table><p>End.")
    ends = 0
    for part in document.parts:
        assert document.text[ends : part.start].strip(" |\n") == ""
        ends = part.end
    assert document.text[ends:].strip(" |\n") == ""


def test_a_pdf_knows_page_and_box_and_joins_what_lines_broke(read):
    words = "A peel takes half an hour and the skin looks red for about three days after the treat- ment is over."
    document = read(
        "a.pdf", pdf([(60, 40, 20, "Chemical peels"), *flowing(words, top=90, letters=90)], [], [(60, 60, 11, "Last.")])
    )
    assert document.text.startswith("# Chemical peels\n\nA peel takes half an hour")
    assert "after the treatment is over." in document.text
    assert [part.place.page for part in document.parts] == [1, 1, 3]
    left, top, right, bottom = document.parts[1].place.box
    assert 55 < left < 65 and 85 < top < 95 and right > 400 and 110 < bottom < 130
    assert [loss.reason for loss in document.losses] == ["page 2 is a picture; its words are not read"]
    assert document.text[: document.losses[0].start].endswith("is over.")


def test_columns_of_a_pdf_are_read_one_after_the_other(read):
    first = flowing("The first column tells that no one is left with redness after a week. " * 4, left=50, top=120, letters=40)
    second = flowing("The second column tells of a longer course with six visits in all. " * 4, left=320, top=120, letters=40)
    both = [one for pair in zip(first, second, strict=False) for one in pair]
    document = read("a.pdf", pdf([(50, 60, 18, "A heading that stands across both of the columns"), *both]))
    assert document.text.index("The first column") < document.text.index("The second column")
    assert "left with redness after a week. The first column" in document.text


def test_what_stands_on_every_page_is_furniture(read):
    pages = [[(60, 20, 8, f"Clinic leaflet, page {n}"), *flowing(f"This is what page {n} says. " * 9)] for n in range(1, 5)]
    document = read("a.pdf", pdf(*pages))
    assert [kind for kind, words, _ in shown(document) if "leaflet" in words] == ["header"] * 4


def test_word_keeps_headings_lists_and_words_behind_what_cannot_be_seen(read):
    made = word_file([("Heading 1", "Peels"), ("List Bullet", "red skin"), ("", "There is no HEREdowntime.")])
    document = read("a.docx", with_part(made, "word/document.xml", "HERE", "<?x?><!-- y -->"))
    assert document.text == "# Peels\n\n- red skin\n\nThere is no downtime."
    assert [place for _, _, place in shown(document)] == ["paragraph 1", "paragraph 2", "paragraph 3"]


def test_moved_words_are_read_where_they_went(read):
    old = "<w:r><w:t>HERE</w:t></w:r>"
    moved = (
        "<w:moveFrom w:id='1'><w:r><w:t>old place</w:t></w:r></w:moveFrom><w:moveTo w:id='2'><w:r><w:t>new</w:t></w:r></w:moveTo>"
    )
    document = read("a.docx", with_part(word_file([("", "HERE")]), "word/document.xml", old, moved))
    assert document.text == "new"


def test_slides_have_titles_points_and_notes_apart(read):
    document = read("a.pptx", slides(("Peels", ["No needles", "Red for a day"], "say: painless"), ("End", ["Thanks", "Bye"], "")))
    assert document.text.startswith("# Peels\n\n- No needles\n- Red for a day\n\nsay: painless\n\n# End")
    assert {(kind, place) for kind, _, place in shown(document)} == {
        ("text", "slide 1"),
        ("notes", "notes of slide 1"),
        ("text", "slide 2"),
    }


def test_a_mail_says_its_body_once_and_names_what_is_attached(read):
    document = read("a.eml", mail("Spring offer", "Plain words.", "<p>The <b>same</b> words.</p>", attached="price.pdf"))
    assert document.text == "# Spring offer\n\nThe same words."
    assert [loss.reason for loss in document.losses] == ["what is attached is not read (price.pdf); save it as a file of its own"]
    assert read("b.eml", mail("Only plain", "One.\n\nTwo.")).text == "# Only plain\n\nOne.\n\nTwo."


def test_a_row_is_a_record_and_a_columns_head_its_label(read):
    document = read("a.csv", "treatment;downtime\nPeel;three days\n")
    assert document.text == "| treatment | downtime |\n| Peel | three days |"
    assert shown(document)[3] == ("text", "| three days", "row 2, column downtime")
    prose = "It takes some time until the skin looks as it did before, and " * 3
    document = read("b.csv", f"id,text\n7,{prose.replace(',', '')}\n")
    assert document.text.startswith("id: 7\n\ntext: It takes some time")


def test_keys_of_json_are_labels(read):
    page = {"title": "Peels", "url": "https://example.org", "faq": [{"q": "Does it hurt?", "recoveryTime": "three days"}]}
    document = read("a.json", json.dumps(page))
    assert [words for _, words, _ in shown(document)] == [
        "# Peels",
        "url: https://example.org",
        "# Does it hurt?",
        "recovery Time: three days",
    ]
    assert document.parts[3].place.selector == "$.faq[0].recoveryTime"
    assert document.parts[1].kind == "data"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"PK\x03\x04 nothing", "this is no Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "locked with a password or of the old format"),
        ("a.pptx", b"no zip", "this is no presentation"),
        ("a.pdf", b"%PDF-1.4 nothing", "no PDF, or a broken one"),
        ("a.json", b"[" * 100_000, "too deep in one another"),
        ("a.json", b"{", "it is no JSON"),
        ("a.html", b"<script>x</script>", "holds no text"),
        ("a.mhtml", b"Subject: x\n\nno page", "it holds no web page"),
        ("a.xyz", b"x", "none of the formats that are read"),
    ],
)
def test_what_cannot_be_read_is_one_line_that_names_the_file(read, name, content, words):
    with pytest.raises(SourceError, match=name) as error:
        read(name, content)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("bare <b>words</b> here", [("text", "bare words here")]),
        ("<title>T</title><nav>Menu</nav><main><p>Red.</p></main>", [("title", "T"), ("menu", "Menu"), ("text", "Red.")]),
        ("<svg>drawn<p>said</p>", [("text", "said")]),
        ("<p>no <!-- x -->down<!-- y -->time", [("text", "no downtime")]),
        ("was <del>no</del> <ins>some</ins> pain", [("text", "was some pain"), ("struck", "no")]),
        ("<dl><dt>Downtime<dd>none<dt>Sore?<dd>no</dl>", [("text", "Downtime: none"), ("text", "# Sore?"), ("text", "no")]),
        ("<details><summary>How long?</summary>Two days.</details>", [("text", "# How long?"), ("text", "Two days.")]),
        ("<div hidden>x</div><p>y</p>", [("hidden", "x"), ("text", "y")]),
        ("<button aria-controls=a>Sore?</button><div id=a hidden>No.</div>", [("text", "Sore?"), ("text", "No.")]),
        ("<p>one<br>two</p>", [("text", "one\ntwo")]),
        ("<img alt='a face'><p>y</p>", [("alt", "a face"), ("text", "y")]),
        ("<form><p>a whole page in a form</p></form>", [("text", "a whole page in a form")]),
        ("<table><tr><td><p>first</p><p>second</p><td>b</table>", [("text", "first"), ("text", "second"), ("text", "b")]),
        ("<h3><button aria-expanded=false>Sore?</button></h3>", [("text", "### Sore?")]),
        (
            '<script type="application/ld+json">{"@type":"Question","name":"Sore?","acceptedAnswer":{"text":"<b>No.</b>"}}'
            "</script>x",
            [("text", "x"), ("faq", "# Sore?"), ("faq", "No.")],
        ),
        ('<meta name=description content="No pain"><p>y', [("text", "y"), ("description", "No pain")]),
        ("<![CD<p>y", [("text", "y")]),
        ("a < b and c", [("text", "a < b and c")]),
    ],
)
def test_a_web_page_is_read_as_it_is_shown(read, source, wanted):
    assert [(kind, words) for kind, words, _ in shown(read("a.html", source))] == wanted


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<a b=" * 16_000 + b">x"),
        ("a.html", b"<div>" * 3_000 + b"x" + b"</div>" * 3_000 + b"<p>after"),
        ("a.html", b"<p>" * 200_000),
        ("a.html", b"x&amp;" * 3_000_000),
        ("a.md", b"<!--" * 200_000),
        ("a.txt", b"a\n" * 1_000_000),
        ("a.txt", b"no downtime " * 1_000_000),
        ("a.json", b"[" * 5_000_000),
        ("a.csv", b"," * 5_000_000),
        ("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nx"),
    ],
)
def test_hostile_files_are_read_or_refused_soon(read, name, content):
    begun = time.process_time()
    try:
        assert len(read(name, content).text) < 3_000_000
    except SourceError as error:
        assert "\n" not in str(error)
    assert time.process_time() - begun < 10


def test_a_page_saved_as_one_file_is_read_with_its_places(read):
    head = "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n"
    style = "--X\nContent-Type: text/css\n\np { color: red }\n"
    kind = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
    page = f"--X\n{kind}\n\n<p id=3Dday>Two =C2=BD days.</p>\n"
    document = read("a.mhtml", f"{head}{page}{style}--X--\n".encode())
    assert document.text == "Two \u00bd days."
    assert document.place(0).selector == "#day"
