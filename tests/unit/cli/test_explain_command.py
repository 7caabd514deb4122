"""`workbook explain`: a file, or one line of it."""


def test_a_line_is_explained_alone(workbook, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Botox may cause redness.\n\nBotox does not cause bruising.\n", encoding="utf-8")
    every, one = workbook("explain", page), workbook("explain", f"{page}:3")
    assert every.exit_code == one.exit_code == 0
    assert "redness" in every.output and "redness" not in one.output
    assert "denied by “does not”" in one.output
    assert "treatment botulinum_toxin: named in the sentence" in one.output
    assert "no sentence stands there" in workbook("explain", f"{page}:2").output


def test_numbers_are_told_as_they_were_read(workbook, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Botox needs 3 to 6 sessions, two weeks apart.\n\nBotox costs from 120 euro.\n", encoding="utf-8")
    told = workbook("explain", page).output
    assert "“two weeks” time (14 days)" in told
    assert "“from 120 euro” price (120 or more)" in told
    assert "claim   session_count, 3 to 6 (count)" in told


def test_a_line_that_is_not_there_is_refused_in_one_line(workbook, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Botox may cause redness.\n", encoding="utf-8")
    result = workbook("explain", f"{page}:9")
    assert result.exit_code == 2
    assert "there is no line 9" in result.stderr
    assert workbook("explain", f"{tmp_path / 'none.txt'}:9").exit_code == 2
