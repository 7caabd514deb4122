"""Files that belong together stand together, or the earlier ones stay."""

import pytest

from helpers.errors import WorkbookError
from helpers.export import together


def listed(folder):
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_files_move_in_with_their_subfolders_and_replace_those_of_their_names(tmp_path):
    out = tmp_path / "new" / "out"
    for text in ("first", "second"):
        with together(out) as drafts:
            (drafts / "a.csv").write_text(text, encoding="utf-8")
            (drafts / "more").mkdir()
            (drafts / "more" / "b.csv").write_text(text, encoding="utf-8")
        assert listed(out) == {"a.csv": text, "more/b.csv": text}


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_stops_the_block_nothing_moves_and_nothing_is_left(tmp_path, stop):
    (tmp_path / "a.csv").write_text("good", encoding="utf-8")

    def write():
        with together(tmp_path) as drafts:
            (drafts / "a.csv").write_text("half", encoding="utf-8")
            raise stop

    with pytest.raises(stop):
        write()
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert listed(tmp_path) == {"a.csv": "good"}


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(WorkbookError, match="out: cannot be written to"), together(tmp_path / "out"):
        pytest.fail("there is nowhere to write")
