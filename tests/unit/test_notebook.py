"""What a notebook imports first."""

import pytest

from helpers.errors import SourceError, WorkbookError
from helpers.notebook import TEXTS, misfires_of, open_quality, open_review
from helpers.paths import NOTEBOOKS, SEEDS


def test_a_folder_is_read_with_the_words_of_its_pack():
    view = open_review(str(SEEDS), "aesthetics")
    assert len(view.sources) == 5
    assert view.link(view.sources[0].source_id, 3) == f"{TEXTS}#text-1-3"
    assert open_review(str(SEEDS), "aesthetics", texts_here=True).link(view.sources[0].source_id) == "#text-1"
    assert (NOTEBOOKS / TEXTS).is_file()
    assert {claim.source_id for claim in open_quality(view).false} <= set(view.names)


def test_a_wrong_folder_is_one_line_in_a_notebook_too(tmp_path):
    with pytest.raises(SourceError) as caught:
        open_review(str(tmp_path / "nowhere"), "aesthetics")
    assert WorkbookError("Two\nlines.")._render_traceback_() == ["Two lines."]
    assert caught.value._render_traceback_() == [str(caught.value)]


def test_each_pack_knows_its_own_misfires():
    assert misfires_of("aesthetics")
    assert misfires_of("no_such_pack") == []
