import pytest


@pytest.fixture
def rows(segment):
    """Show each table row as the words of its cells and of its header's cells."""

    def show(text):
        found = [sentence for sentence in segment(text).sentences if sentence.kind == "row"]
        return [([cell.of(text) for cell in row.cells], [cell.of(text) for cell in row.header]) for row in found]

    return show


PIPES = """\
| Shoe | Price | Days |
|:-----|:-----:|-----:|
| Boot | 90 | 3–4 |
| Clog |  | 2 |

Walk slowly."""

SEMICOLONS = """\
Matter; Boot; Clog
How it fits; Tight at first (left; right); Loose
Days to wear in; 3–4 days; None

Walk slowly."""

TABS = "Shoe\tPrice\tDays\nBoot\t90\t3–4\nClog\t40\t2\nWalk slowly."


def test_pipes(rows, kinds):
    header = ["Shoe", "Price", "Days"]
    assert rows(PIPES) == [(["Boot", "90", "3–4"], header), (["Clog", "", "2"], header)]
    assert kinds(PIPES) == [
        "heading: | Shoe | Price | Days |",
        "row: | Boot | 90 | 3–4 |",
        "row: | Clog |  | 2 |",
        "fragment: Walk slowly.",
    ]


def test_pipes_without_a_rule_or_outer_pipes(rows):
    assert rows("Shoe | Days\nBoot | 3") == [(["Boot", "3"], ["Shoe", "Days"])]


def test_semicolons_under_a_header_of_as_many_cells(rows):
    header = ["Matter", "Boot", "Clog"]
    assert rows(SEMICOLONS) == [
        (["How it fits", "Tight at first (left; right)", "Loose"], header),
        (["Days to wear in", "3–4 days", "None"], header),
    ]


def test_tabs(rows):
    header = ["Shoe", "Price", "Days"]
    assert rows(TABS) == [(["Boot", "90", "3–4"], header), (["Clog", "40", "2"], header)]


def test_tabs_without_a_header(rows):
    assert rows("Boot\t90\t3–4\nClog\t40\t2\n") == [(["Boot", "90", "3–4"], []), (["Clog", "40", "2"], [])]


def test_pairs_between_pipes_without_a_header(rows):
    assert rows("Time | 30 minutes\nVisits | 4\n") == [(["Time", "30 minutes"], []), (["Visits", "4"], [])]
    assert rows("| Time | 30 minutes |\n|---|---|\n| Visits | 4 |\n")[-1] == (["Visits", "4"], ["Time", "30 minutes"])


def test_a_row_keeps_its_table_apart_from_the_headings(segment):
    text = f"Shoes\n\n{SEMICOLONS}"
    row = next(sentence for sentence in segment(text).sentences if sentence.kind == "row")
    assert [heading.of(text) for heading in row.headings] == ["Shoes"]


@pytest.mark.parametrize(
    "text",
    [
        "The boot is tight; the clog is loose.\nThe boot is warm; the clog is cold.\nBoth are brown; both last.",
        "Some shoes are made for walking; few are.\nSome are made for standing; few are; none is.",
        "Boots; clogs",
        "Boots; clogs\n\nSandals; slippers",
        "Boots; clogs\nAll of the many shoes that people wear on their way to work; none",
        "Call 0123 | Visit us",
    ],
)
def test_prose_with_semicolons_is_no_table(text, rows):
    assert rows(text) == []
