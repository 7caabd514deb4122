"""``workbook quality`` tells what was counted, and on a set that is score only the totals alone."""

import csv
import re

from helpers.paths import DATA

PEEL = """# Chemical peel

We offer a chemical peel with glycolic acid. The peel softens fine lines, and the skin looks fresher after a week. You need four
peels, two weeks apart. The skin is red for a day. Ask us for the secret of our founder.
"""


def make_set(folder, name):
    place = folder / name
    (place / "docs").mkdir(parents=True)
    (place / "docs" / "p.md").write_text(PEEL)
    (place / "problems.csv").write_text(
        "doc,kind,gravity,start,end,start2,end2,warning,treatment,what\n"
        "p,missing_warning,3,,,,,burns,chemical_peel,burns are not named\n"
        "p,price_urgency,2,210,240,,,,chemical_peel,nobody else is told of the secret\n"
    )
    return place


def test_the_findings_by_rule_are_written_as_a_table(workbook, tmp_path):
    done = workbook("quality", "--rules", tmp_path / "rules.csv")
    assert done.exit_code == 0
    with (tmp_path / "rules.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["rule", "met", "near", "of"]
    for row in rows:
        assert re.search(rf"^ +{row['met']} +{row['near']} .* {row['rule']}$", done.stdout, re.MULTILINE)


def test_our_own_sets_are_told_with_what_must_be_known_first(workbook):
    done = workbook("quality")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    at = lines.index("the five sources")
    assert lines[at + 1].startswith("  Tuned:")
    assert re.fullmatch(
        r"  reading \(5 pages\): F1 0\.\d{3}, core 0\.\d{3}, treatment 0\.\d{3}, certainty 0\.\d{3}", lines[at + 2]
    )
    assert re.search(r"  problems \(8 pages\): grave found 0\.\d\d \(\d+ of 36\)", done.stdout)
    assert re.search(r"^ +\d+ +\d+ +\d+   warnings_owed$", done.stdout, re.MULTILINE)


def test_an_open_set_tells_its_misses(workbook, tmp_path):
    make_set(tmp_path, "more")
    told = workbook("quality", tmp_path, "--misses", "5").stdout
    assert "missed: p, price urgency: nobody else is told of the secret" in told
    assert "nobody else is told of the secret" not in workbook("quality", tmp_path).stdout


def test_a_set_that_is_score_only_tells_totals(workbook, tmp_path):
    own = workbook("quality", "--misses", "500").stdout
    told = workbook("quality", make_set(tmp_path, "blind"), "--misses", "500").stdout
    [section] = re.findall(r"^blind\n.*?\n\n", told, re.MULTILINE | re.DOTALL)
    assert "problems (1 pages): grave found 1.00 (1 of 1), real found 0.50 (1 of 2)" in section
    assert "missed" not in section
    assert "by kind" not in section
    assert told.replace(section, "") == own  # no rule is counted on it either


def test_a_folder_without_a_set_is_wrong_use(workbook, tmp_path):
    done = workbook("quality", tmp_path)
    assert done.exit_code == 2
    assert "holds nothing that is annotated" in done.stderr


def test_nothing_of_the_project_is_read_for_another_pack(workbook):
    assert (DATA / "packs" / "supplements").is_dir()
    assert "the five sources" not in workbook("quality", "--pack", "supplements").stdout
