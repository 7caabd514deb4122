"""Sets are known by their files, and one that is score only by its name or its README."""

import pytest

from helpers.errors import WorkbookError
from helpers.paths import DEFAULT_PACK
from helpers.quality.sets import own_sets, sets_in


@pytest.fixture
def shared(tmp_path):
    """A folder with a set of pages, one that says that it is score only, a table of cases, and what is no set."""
    for name in ("open", "hidden", "cases", "nothing"):
        (tmp_path / name / "docs").mkdir(parents=True)
    (tmp_path / "open" / "gold.csv").write_text("doc,topic\n")
    (tmp_path / "hidden" / "problems.csv").write_text("doc,kind\n")
    (tmp_path / "hidden" / "README.md").write_text("# Score only\n\nNobody opens these pages.\n")
    (tmp_path / "cases" / "ruled.csv").write_text("id,jurisdiction,category,verdict,text,offending\n")
    (tmp_path / "cases" / "read.csv").write_text("kind,text,expect\n")
    (tmp_path / "cases" / "README.md").write_text("# Cases\n\nNot score only.\n")
    (tmp_path / "nothing" / "other.csv").write_text("name,class\n")
    return tmp_path


def test_a_folder_of_sets(shared):
    cases, hidden, told = sets_in(shared)
    assert (told.name, told.claims, told.problems, told.score_only) == ("open", shared / "open" / "gold.csv", None, False)
    assert told.pages == shared / "open" / "docs"
    assert (hidden.name, hidden.problems, hidden.score_only) == ("hidden", shared / "hidden" / "problems.csv", True)
    assert (cases.cases, cases.reading, cases.finding, cases.score_only) == (
        (shared / "cases" / "ruled.csv",),
        (shared / "cases" / "read.csv",),
        (),
        False,
    )


def test_a_set_itself(shared):
    assert [one.name for one in sets_in(shared / "open")] == ["open"]


def test_a_folder_called_blind_is_score_only_whatever_it_says(shared):
    (shared / "open").rename(shared / "blind")
    assert [one.score_only for one in sets_in(shared / "blind")] == [True]


def test_a_folder_without_a_set_is_told(shared):
    with pytest.raises(WorkbookError, match="holds nothing that is annotated"):
        sets_in(shared / "nothing")
    with pytest.raises(WorkbookError, match="there is no such folder"):
        sets_in(shared / "nowhere")


def test_the_projects_own_sets_are_there():
    sets = own_sets(DEFAULT_PACK)
    assert sets
    assert all(one.caveat and one.pages and one.pages.is_dir() and not one.score_only for one in sets)
    assert all(path.is_file() for one in sets for path in (one.claims, one.problems) if path)
    assert own_sets("no_such_pack") == ()
