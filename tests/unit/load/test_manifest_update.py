"""``workbook manifest``: what people wrote stays, hashes follow the files, new files are added."""

import hashlib

import pytest
from typer.testing import CliRunner

from helpers.cli import app
from helpers.load import read_manifest


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_text(
        '<title>Peels</title><meta property="article:published_time" content="2024-05-01T08:00"><p>x'
    )
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "text.md").write_text('# A "heading": it\'s one\n\nText.\n')
    (tmp_path / "plain.txt").write_text("Nothing but text.\n")
    return tmp_path


def run(folder):
    result = CliRunner().invoke(app, ["manifest", str(folder)])
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_a_new_one_says_what_the_files_say_of_themselves(folder):
    assert run(folder)[-1].endswith("manifest.yml: 3 added, 0 changed, 0 missing")
    found = read_manifest(folder)
    assert list(found) == ["below/text", "page", "plain"]
    assert (found["page"].title, found["page"].date.isoformat()) == ("Peels", "2024-05-01")
    assert found["below/text"].title == 'A "heading": it\'s one'
    assert found["plain"].title == "[plain.txt]"
    assert run(folder)[-1].endswith("0 added, 0 changed, 0 missing")


def test_a_changed_page_gets_its_hash_and_all_else_stays(folder):
    run(folder)
    path = folder / "manifest.yml"
    path.write_text("# by hand\n" + path.read_text().replace("sells: ''", "sells: peels", 1))
    before = path.read_text()
    (folder / "plain.txt").write_text("Another text.\n")
    (folder / "page.html").unlink()
    assert run(folder)[:2] == ["another version: plain.txt", "listed, but missing: page.html"]
    old, new = (hashlib.sha256(text).hexdigest() for text in (b"Nothing but text.\n", b"Another text.\n"))
    assert path.read_text() == before.replace(old, new)
