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


def test_a_line_that_is_not_there_is_refused_in_one_line(workbook, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Botox may cause redness.\n", encoding="utf-8")
    result = workbook("explain", f"{page}:9")
    assert result.exit_code == 2
    assert "there is no line 9" in result.stderr
    assert workbook("explain", f"{tmp_path / 'none.txt'}:9").exit_code == 2
